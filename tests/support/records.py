"""A good record, and what tests make of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plugins.common.diagnostic import show
from plugins.gazetteer import Gazetteer
from plugins.records.checks import Context
from plugins.records.reading.checking import Checked, check_record

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
    found = sorted(check_text(text, name).diagnostics)
    return [show(diagnostic).removeprefix(f"places/{name}:") for diagnostic in found]


def with_line(old: str, new: str) -> str:
    """The good record with one text replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


LABEL = "nom: France services\nnature: label\nresume: On vous aide.\nstatut: actif\n"
NETWORK = "nom: Aidants\nresume: On s'entraide.\nstatut: actif\n"
WORKSHOP = "titre: Son CV\ntheme: Rédiger son CV\ncommune: Labège\ncode_insee: 31254\n"
ROUTE = "nom: Bus\nstatut: étude\n"
EPCI = "nom: Sicoval\n"
SAMPLES = {
    "31/mairie.yaml": (GOOD, "31/{}"),
    "labels/france-services.yaml": (LABEL, "{}"),
    "reseaux/aidants.yaml": (NETWORK, "{}"),
    "31/ateliers/cv.yaml": (WORKSHOP, "31/{}"),
    "31/tournees/bus.yaml": (ROUTE, "31/{}"),
    "territoires/epci/243100633.yaml": (EPCI, "epci/{}"),
}
"""A record of each kind, and how an id of that kind is written."""


def write(folder: Path, name: str, text: str, *former: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"- {id_}\n" for id_ in former)
    path.write_text(text + (f"anciens_ids:\n{lines}" if former else ""), encoding="utf-8")
