"""The table of the desk as CSV files: a line for every commune, a line for every place."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.common.spreadsheet import csv_text
from plugins.quality.computed.commune_lines import DeskCommune
from plugins.quality.computed.place_lines import AGE_WORDS, FACTS, PlaceLine
from plugins.quality.computed.reach import NEED_SLUGS
from plugins.quality.said_numbers import decimal, kilometres

_YES_NO = {True: "oui", False: "non"}


def communes_csv(lines: Sequence[DeskCommune]) -> str:
    """One line a commune; kilometres with one decimal and a comma, empty when nobody knows."""
    header = ["code_insee", "commune", "intercommunalite", "habitants", "lieux"]
    header += [f"km_{slug}" for slug in NEED_SLUGS]
    return csv_text(header, ([*_told(line), *map(kilometres, line.km)] for line in lines))


def places_csv(lines: Sequence[PlaceLine]) -> str:
    """One line a place."""
    header = ["id", "nom", "code_insee", "commune", "telephone", "date", "verifie", "verifie_par"]
    header += ["age", "habitants_concernes", "score_data_inclusion", "listes"]
    header += [*(f"dit_{fact}" for fact in FACTS), "point_approximatif", "a_eclaircir"]
    return csv_text(header, map(_place, lines))


def _told(line: DeskCommune) -> list[str]:
    people = "" if line.population is None else str(line.population)
    return [line.code, line.nom, line.epci, people, str(line.places)]


def _place(line: PlaceLine) -> list[str]:
    return [
        line.id,
        line.nom,
        line.code,
        line.commune,
        line.phone,
        line.news.isoformat() if line.news else "",
        _YES_NO[line.verified],
        line.by,
        AGE_WORDS[line.age],
        str(line.people),
        decimal(line.score, 2),
        " | ".join(line.sources),
        *(_YES_NO[fact not in line.missing] for fact in FACTS),
        _YES_NO[line.is_approximate],
        " | ".join(doubt.told for doubt in line.doubts),
    ]
