"""What a row says and its record does not: said in the report, one sentence a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.common.one_line import one_line
from plugins.gazetteer import normalize
from plugins.intake.match.candidate import RowFields, list_of, text_of
from plugins.intake.match.merge import CONTACTS, same_contact

_CALLED = {
    "nom": "le nom {} n'est pas repris",
    "adresse": "l'adresse {} n'est pas reprise",
    "complement_adresse": "le complément d'adresse {} n'est pas repris",
    "telephone": "le téléphone {} n'est pas repris",
    "courriels": "le courriel {} n'est pas repris",
    "site_web": "le site {} n'est pas repris",
    "prise_rdv": "l'adresse de rendez-vous {} n'est pas reprise",
    "fiche_acces_libre": "la fiche Acceslibre {} n'est pas reprise",
    "pivot": "le SIRET ou RNA {} n'est pas repris",
    "structure_parente": "l'organisme {} n'est pas repris",
    "horaires": "les horaires {} ne sont pas repris",
    "horaires_brut": "les horaires à relire {} ne sont pas repris",
    "permanence": "la permanence {} n'est pas reprise",
    "presentation_resume": "la phrase {} n'est pas reprise",
    "presentation_detail": "le texte {} n'est pas repris",
    "acces": "l'accès {} n'est pas repris",
    "frais_a_charge": "le prix {} n'est pas repris",
    "exceptions": "le jour exceptionnel {} n'est pas repris",
    "annonces": "l'annonce {} n'est pas reprise",
}
_LONGEST = 80


def left_out(fields: RowFields, record: Mapping[str, Any]) -> list[str]:
    """French, one a value of a row that its record (the tree of its file) does not say."""
    told = []
    for name, sentence in _CALLED.items():
        said = fields.get(name)
        if not said or said == record.get(name):
            continue
        told += [
            sentence.format(f"« {one_line(value, _LONGEST)} »")
            for value in _missing(name, said, record)
        ]
    return told


def _missing(name: str, said: object, record: Mapping[str, Any]) -> list[object]:
    if name in CONTACTS and isinstance(said, list):
        there = {same_contact(value) for value in list_of(record, name)}
        return [value for value in said if same_contact(value) not in there]
    if isinstance(said, list):
        there_too = record.get(name) or ()
        return [item for item in said if item not in there_too]
    if isinstance(said, dict):
        week = record.get(name)
        if isinstance(week, dict) and said.items() <= week.items():
            return []
        return [said]
    is_said = normalize(str(said)) == normalize(text_of(record, name))
    return [] if is_said else [said]
