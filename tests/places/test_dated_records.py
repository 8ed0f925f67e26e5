"""Workshops and routes that are not right: what is said, where, and what to write instead."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.records.commands import check, format_record
from tests.support.records import GOOD, NAME, TODAY, check_text, lines

WORKSHOP = "31/ateliers/premiers-pas.yaml"
ROUTE = "31/tournees/bus.yaml"
GOOD_WORKSHOP = """\
titre: Premiers pas
theme: Échanger avec ses proches
frais_a_charge:
  - Gratuit
nombre_de_places: 8
commune: Labège
code_insee: 31254
dates:
  - tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027, sauf vacances scolaires
annulations:
  - date: 2026-12-01
    motif: Salle en travaux
"""
GOOD_ROUTE = """\
nom: Bus
statut: en service
arrets:
  - commune: Labège
    code_insee: 31254
    point: Face à la mairie
    passages:
      - un mardi sur deux de 9h à 12h à partir du 6 octobre 2026, sauf jours fériés
  - commune: Escalquens
    code_insee: 31169
    passages:
      - un mardi sur deux de 14h à 17h à partir du 6 octobre 2026
"""


@pytest.mark.parametrize(("name", "text"), [(WORKSHOP, GOOD_WORKSHOP), (ROUTE, GOOD_ROUTE)])
def test_a_good_record_has_no_problem(name: str, text: str):
    assert lines(text, name) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "theme: Échanger avec ses proches",
            "theme: Echanger avec ses proche",
            "2:8: theme: « Echanger avec ses proche » n'est pas dans la liste ; vouliez-vous dire "
            "« Échanger avec ses proches » ?",
        ),
        (
            "theme: Échanger avec ses proches",
            "theme: autre",
            "2:8: attention: theme: quel autre thème ? ; ajoutez par exemple « autre_theme: "
            "Retoucher ses photos »",
        ),
        (
            "  - date: 2026-12-01\n    motif: Salle en travaux",
            "  - 2026-12-01",
            "11:5: annulations[1]: « 2026-12-01 » ne suffit pas ici : il manque « date » ; "
            "écrivez « - date: 2026-12-01 »",
        ),
        (
            "dates:\n  - tous",
            "dates: tous",
            "8:8: dates: une liste est attendue ; écrivez à la ligne suivante « - tous les mardis "
            "de 14h à 16h du 6 octobre 2026 au 29 juin 2027, sauf vacances scolaires »",
        ),
        (
            "  - tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027, sauf vacances "
            "scolaires\n",
            "  - tous les jours du 1 janvier 1990 au 31 décembre 2099, 9h-10h, 10h-11h, 11h-12h\n",
            "9:3: dates: ces lignes font 1203 séances en un an ; 1000 au plus ; ce qui est ouvert "
            "toute la journée s'écrit dans les « horaires » d'un lieu",
        ),
        (
            "nombre_de_places: 8",
            "nombre_de_places: huit",
            "5:19: nombre_de_places: « huit » n'est pas un nombre entier ; écrivez des chiffres "
            "seulement, par exemple 8",
        ),
        (
            "nombre_de_places: 8",
            "prix: 5 €",
            "5:7: prix: l'atelier est dit gratuit ; supprimez le prix, ou corrigez "
            "« frais_a_charge »",
        ),
        (
            "code_insee: 31254",
            "latitude: 48.85\nlongitude: 2.35\ncode_insee: 31254",
            "7:11: latitude: ce point tombe près de Paris (75), à 594 km du centre de sa commune "
            "(Labège) ; corrigez le point ou la commune, ou supprimez la latitude et la longitude",
        ),
        (
            "code_insee: 31254\n",
            "",
            "6:10: commune: il manque « code_insee » ; écrivez la commune et son code INSEE, par "
            "exemple « commune: Labège » et « code_insee: 31254 »",
        ),
        (
            "titre: Premiers pas",
            "nom: Premiers pas",
            "1:1: nom: ce champ n'existe pas ; vouliez-vous dire « titre » ?",
        ),
        (
            "date: 2026-12-01",
            "date: 2026-12-02",
            "11:11: annulations[1].date: il n'y a pas de séance le mercredi 2 décembre 2026 ; "
            "écrivez la date d'une séance, par exemple « 2026-12-01 » (mardi 1er décembre 2026) ou "
            "« 2026-12-08 » (mardi 8 décembre 2026)",
        ),
        (
            "    motif: Salle en travaux",
            "    jusqu_au: 2026-11-01",
            "12:15: annulations[1].jusqu_au: la fin est avant le début ; vérifiez les deux dates",
        ),
        (
            "du 6 octobre 2026 au 29 juin 2027",
            "du 6 octobre au 8 décembre 2026",
            "9:3: attention: dates: la dernière date est bientôt, le mardi 8 décembre 2026 ; "
            "ajoutez les nouvelles dates dès que vous les connaissez",
        ),
        (
            "annulations:",
            "  - le 1er décembre 2026 de 15h à 17h\nannulations:",
            "10:5: attention: dates[2]: le mardi 1er décembre 2026 est déjà dit par une autre "
            "ligne, à la même heure ; gardez une seule des deux lignes, ou corrigez l'heure",
        ),
        (
            "nombre_de_places: 8",
            "territoires:\n  - epci/123456789",
            "6:5: territoires[1]: aucun territoire ne s'appelle « epci/123456789 » ; écrivez par "
            "exemple epci/243100633, departement/31 ou commune/31254",
        ),
        (
            "nombre_de_places: 8",
            "courriels:\n  - jean.dupont@ville.fr",
            "6:5: attention: courriels[1]: « jean.dupont@ville.fr » semble être l'adresse d'une "
            "personne ; écrivez l'adresse du service, par exemple accueil@ville.fr",
        ),
    ],
)
def test_a_slip_in_a_workshop_is_said(old: str, new: str, message: str):
    assert old in GOOD_WORKSHOP
    assert message in lines(GOOD_WORKSHOP.replace(old, new), WORKSHOP)


def test_a_season_that_has_ended_says_when():
    text = GOOD_WORKSHOP.replace("2026 au 29 juin 2027", "2025 au 30 juin 2026")
    text = text.partition("annulations")[0]
    assert lines(text, WORKSHOP) == [
        "9:3: attention: dates: la dernière date est passée, le mardi 30 juin 2026 ; ajoutez les "
        "nouvelles dates dès que vous les connaissez, ou changez le statut"
    ]
    assert lines(text + "statut: terminé\n", WORKSHOP) == []


def test_dates_that_cannot_be_read_are_said_at_the_word():
    text = GOOD_WORKSHOP.replace("tous les mardis", "tous les mardis, semaines paires,")
    [message] = lines(text, WORKSHOP)
    assert message.startswith("9:22: dates[1]: « semaines paires »")


def test_dates_without_hours_are_refused():
    text = GOOD_WORKSHOP.replace(" de 14h à 16h", "")
    [message] = lines(text, WORKSHOP)
    assert "ne dit pas l'heure ; ajoutez l'heure du début et de la fin" in message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "    point: Face à la mairie",
            "    latitude: 43.451334\n    longitude: 5.411872",
            "6:15: arrets[1].latitude: ce point tombe près de Bouc-Bel-Air (13), à 314 km du "
            "centre de sa commune (Labège) ; corrigez le point ou la commune, ou supprimez la "
            "latitude et la longitude",
        ),
        (
            "de 14h à 17h",
            "de 11h à 13h",
            "12:7: attention: arrets[2].passages: le mardi 1er décembre 2026, la tournée est aussi "
            "à Labège ; corrigez le jour ou l'heure d'un des deux arrêts",
        ),
        (
            "statut: en service",
            "statut: étude en cours",
            "2:9: statut: « étude en cours » n'est pas dans la liste ; vouliez-vous dire "
            "« étude » ?",
        ),
        (
            "commune: Escalquens",
            "commune: Escalkens",
            "9:14: attention: arrets[2].commune: « Escalkens » n'est pas le nom officiel ; écrivez "
            "« commune: Escalquens »",
        ),
        (
            "    point: Face à la mairie",
            "    annulations:\n      - date: 2026-12-02",
            "7:15: arrets[1].annulations[1].date: il n'y a pas de passage le mercredi 2 décembre "
            "2026 ; écrivez la date d'un passage, par exemple « 2026-12-01 » (mardi 1er décembre "
            "2026) ou « 2026-12-15 » (mardi 15 décembre 2026)",
        ),
        (
            "arrets:",
            "annulations:\n  - date: 2026-12-24\n    jusqu_au: 2026-12-27\narrets:",
            "4:11: annulations[1].date: il n'y a pas de passage du jeudi 24 décembre 2026 au "
            "dimanche 27 décembre 2026 ; écrivez la date d'un passage, par exemple « 2026-12-15 » "
            "(mardi 15 décembre 2026) ou « 2026-12-29 » (mardi 29 décembre 2026)",
        ),
    ],
)
def test_a_slip_in_a_round_is_said(old: str, new: str, message: str):
    assert old in GOOD_ROUTE
    assert message in lines(GOOD_ROUTE.replace(old, new), ROUTE)


def test_private_words_inside_are_said():
    text = GOOD_WORKSHOP.replace("Salle en travaux", "Mme Durand est absente")
    assert lines(text, WORKSHOP) == [
        "12:12: attention: annulations[1].motif: « Mme Durand » semble être le nom d'une personne ;"
        " écrivez plutôt sa fonction, par exemple « la conseillère numérique »"
    ]
    text = GOOD_ROUTE.replace("Face à la mairie", "Chez M. Durand")
    assert ["arrets[1].point: « M. Durand »" in line for line in lines(text, ROUTE)] == [True]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_cancellation_in_another_age_is_refused(day: str):
    text = GOOD_WORKSHOP.replace("2026-12-01", day)
    [message] = lines(text, WORKSHOP)
    assert "annulations[1].date: cette année n'est pas possible" in message


def test_a_cancellation_of_many_years_is_refused():
    text = GOOD_WORKSHOP.replace("    motif: Salle en travaux", "    jusqu_au: 9999-12-31")
    [message] = lines(text, WORKSHOP)
    assert "annulations[1].jusqu_au: cette annulation dure plus d'un an" in message


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_text_is_refused_or_read_never_more(data: st.DataObject):
    name, good = data.draw(st.sampled_from([(WORKSHOP, GOOD_WORKSHOP), (ROUTE, GOOD_ROUTE)]))
    at = data.draw(st.integers(0, len(good)))
    until = data.draw(st.integers(at, min(len(good), at + 30)))
    typed = data.draw(st.text(max_size=12) | st.sampled_from(["\n", "  ", ": ", "- ", "9999", "0"]))
    for diagnostic in check_text(good[:at] + typed + good[until:], name).diagnostics:
        assert diagnostic.line > 0
        assert diagnostic.message


def test_a_round_in_the_folder_of_another_departement_is_said():
    found = lines(GOOD_ROUTE, "16/tournees/bus.yaml")
    assert found == [
        "5:17: arrets[1].code_insee: aucun arrêt n'est dans le département 16 ; corrigez le code, "
        "ou déplacez le fichier dans 31/tournees/"
    ]


def directory(tmp_path: Path, workshop: str, name: str = WORKSHOP) -> list[str]:
    for file, text in {NAME: GOOD, name: workshop}.items():
        path = tmp_path / "places" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = check(tmp_path / "places", today=TODAY)
    return [f"{p.line}:{p.column}: {p.field}: {p.message} ; {p.hint}" for p in found]


ELSEWHERE = "titre: Premiers pas\ntheme: Rédiger son CV\n"


def test_a_workshop_is_at_the_place_that_it_names_or_whose_name_it_has(tmp_path: Path):
    named = f"{ELSEWHERE}lieu: 31/mediatheque-de-labege\n"
    assert directory(tmp_path / "a", named) == []
    own = "31/ateliers/mediatheque-de-labege.yaml"
    assert directory(tmp_path / "b", ELSEWHERE, own) == []


def test_a_workshop_that_is_nowhere_is_said(tmp_path: Path):
    [message] = directory(tmp_path, ELSEWHERE)
    assert "on ne sait pas où est cet atelier ; ajoutez le lieu" in message


def test_a_lost_place_is_said_with_the_other_faults_of_the_record(tmp_path: Path):
    text = f"{ELSEWHERE}lieu: 31/mediatheque-de-labeg\nniveau: facile\n"
    found = "\n".join(directory(tmp_path, text))
    assert "n'existe pas ; vouliez-vous dire « 31/mediatheque-de-labege » ?" in found
    assert "niveau: « facile » n'est pas dans la liste" in found


def test_a_record_is_put_in_order_like_a_place(tmp_path: Path):
    path = tmp_path / "places" / WORKSHOP
    path.parent.mkdir(parents=True)
    first, second, rest = GOOD_WORKSHOP.split("\n", 2)
    path.write_text(f"{second}\n{first}\n{rest}", encoding="utf-8")
    assert format_record(path).changes
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schema/workshop.json\ntitre: Premiers pas\n"
    )
    assert not format_record(path).changes
