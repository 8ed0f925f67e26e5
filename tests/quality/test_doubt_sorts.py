"""Sorts of doubts say what they are about, and nothing of one record."""

from __future__ import annotations

import pytest

from plugins.common.diagnostic import Diagnostic
from plugins.quality.computed.doubt_sorts import sort_of


@pytest.mark.parametrize(
    ("field", "message", "sort"),
    [
        (
            "courriels[1]",
            "« x@orange.fr » est chez un fournisseur grand public",
            "une adresse électronique est chez un fournisseur grand public",
        ),
        ("telephone[2]", "« 06 00 » est un numéro de mobile", "un numéro est un numéro de mobile"),
        (
            "horaires",
            "rien n'est dit pour certains jours : mardi, jeudi",
            "horaires : rien n'est dit pour certains jours",
        ),
        (
            "horaires.lundi",
            "« 6h-20h » fait 14 heures de suite",
            "un horaire fait 14 heures de suite",
        ),
        ("exceptions[1].horaires", "« 2h-5h » : ouvert la nuit ?", "un horaire : ouvert la nuit ?"),
        (
            "commune",
            "« labege » n'est pas le nom officiel",
            "le nom de la commune n'est pas le nom officiel",
        ),
        ("nom", "« EX Mairie » : ce lieu existe-t-il ?", "le nom : ce lieu existe-t-il ?"),
        (
            "presentation_resume",
            "« 2019 » est d'une année passée",
            "un texte est d'une année passée",
        ),
        (
            "annonces[1]",
            "cette annonce est passée depuis le 1er mars 2025",
            "cette annonce est passée",
        ),
        (
            "exceptions[1]",
            "3 exceptions sont passées (2025-01-01, 2025-05-01…)",
            "plusieurs exceptions sont passées",
        ),
        ("horaires", "le mardi est dit deux fois", "horaires : un jour est dit deux fois"),
        (
            "latitude",
            "31/a.yaml a le même point, et pas d'adresse non plus",
            "une autre fiche a le même point, et pas d'adresse non plus",
        ),
        (
            "nom",
            "ce lieu ressemble à 2A/mairie et à 2 autres (même commune, même téléphone)",
            "ce lieu ressemble à une autre fiche (même commune, même téléphone)",
        ),
        (
            "latitude",
            "ce point tombe près d'Apt (84), à 12 km du centre de sa commune (Cavaillon)",
            "ce point tombe loin de sa commune",
        ),
        (
            "latitude",
            "un point, mais pas d'adresse : le point est peut-être celui de la ville",
            "un point, mais pas d'adresse",
        ),
        (
            "frais_a_charge",
            "« Pix » dit « Gratuit », cette fiche dit « Payant »",
            "un label dit …, cette fiche dit …",
        ),
    ],
)
def test_a_sort_of_doubt_stands_alone(field: str, message: str, sort: str) -> None:
    assert sort_of(Diagnostic("31/a.yaml", 1, 1, field, message, "", "warning")) == sort
