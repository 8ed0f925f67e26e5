"""A good record, and what tests make of it."""

from __future__ import annotations

from datetime import date

from plugins.gazetteer import Gazetteer
from plugins.places.checking import Checked, check_record
from plugins.places.checks import Context
from plugins.places.problems import show

TODAY = date(2026, 11, 22)
NAME = "31/mediatheque-de-labege.yaml"
GOOD = """\
# yaml-language-server: $schema=../schema/place.json
nom: Médiathèque de Labège
typologie:
  - BIB
adresse: Rue de la Croix Rose
code_postal: 31670
code_insee: 31254
commune: Labège
latitude: 43.53
longitude: 1.51
telephone:
  - 05 61 00 00 00
courriels:
  - mediatheque@mairie-exemple.fr
horaires:
  lundi: fermé
  mardi: 9h-12h, 14h-17h30
  mercredi: 9h-12h
  jeudi: fermé
  vendredi: 9h-12h
  samedi: fermé
  dimanche: fermé
services:
  - Aide aux démarches administratives
  - Utilisation sécurisée du numérique
frais_a_charge:
  - Gratuit
verifie_le: 2026-03-03
verifie_par: mairie
pivot: 21310254400011
"""


def context() -> Context:
    return Context(Gazetteer.load([]), TODAY)


def check_text(text: str, name: str = NAME) -> Checked:
    return check_record(text.encode(), name, context())


def lines(text: str, name: str = NAME) -> list[str]:
    """The messages about a record, without its path."""
    found = sorted(check_text(text, name).problems)
    return [show(problem).removeprefix(f"places/{name}:") for problem in found]


def with_line(old: str, new: str) -> str:
    """The good record with one text replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)
