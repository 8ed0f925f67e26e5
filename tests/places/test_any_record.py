"""What may be asked of a record without knowing its kind."""

from datetime import date
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.records.model.dated import Cancellation, DatedRecord, Timetable
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.records.repository import read_repository
from tests.support.records import SAMPLES, TODAY, write

WORKSHOP = Workshop.from_tree(
    {
        "titre": "Son CV",
        "theme": "Rédiger son CV",
        "adresse": "1 rue Haute",
        "commune": "Labège",
        "code_insee": "31254",
        "inscription": "obligatoire",
        "prix": "2 €",
        "territoires": ["epci/243100633"],
        "dates": ["tous les mardis, 14h-16h"],
        "dates_en_plus": ["le 14 octobre 2026 de 9h30 à 11h"],
        "annulations": [{"date": "2026-12-01"}],
    },
    "31/cv",
)
ROUTE = Route.from_tree(
    {
        "nom": "Bus",
        "statut": "en service",
        "services": ["Aide aux démarches administratives"],
        "territoires": ["epci/243100633"],
        "arrets": [
            {
                "commune": "Albi",
                "code_insee": "81004",
                "point": "Place du Vigan",
                "passages": ["tous les jeudis, 9h-12h"],
                "annulations": [{"date": "2026-11-26"}],
            }
        ],
        "annulations": [{"date": "2026-12-24"}],
    },
    "31/bus",
)


def test_records_of_every_kind_are_named_and_addressed(tmp_path: Path):
    for name, (text, _) in SAMPLES.items():
        write(tmp_path, name, text)
    found = read_repository(tmp_path, Gazetteer.load(["31"]), TODAY).every()
    assert [(record.kind, record.id, record.name, record.url) for record in found] == [
        ("place", "31/mairie", "Médiathèque de Labège", "/lieux/31/mairie/"),
        ("label", "france-services", "France services", "/labels/france-services/"),
        ("territory", "epci/243100633", "Sicoval", ""),
        ("network", "aidants", "Aidants", "/territoires/reseaux/aidants/"),
        ("workshop", "31/cv", "Son CV", "/agenda/ateliers/31/cv/"),
        ("route", "31/bus", "Bus", "/agenda/tournees/31/bus/"),
    ]


def told(record: DatedRecord) -> list[object]:
    """What differs between the two kinds, asked in the same words."""
    return [
        [(name, record.name_at(name), stop.spot) for name, stop in record.stops.items()],
        record.topic,
        record.registration,
        record.price,
        record.national_services,
        record.dated_territories,
    ]


def test_a_workshop_and_a_route_answer_the_same_questions():
    assert told(WORKSHOP) == [
        [("", "Son CV", "1 rue Haute")],
        "Rédiger son CV",
        "obligatoire",
        "2 €",
        WORKSHOP.national_services,
        ("epci/243100633",),
    ]
    assert WORKSHOP.national_services  # that of its topic
    assert told(ROUTE) == [
        [("albi", "Bus, Albi", "Place du Vigan")],
        "",
        None,
        None,
        ("Aide aux démarches administratives",),
        (),
    ]


def test_a_timetable_says_when_one_comes_to_each_stop():
    assert WORKSHOP.timetable == {
        "": Timetable(
            "31",
            ("tous les mardis, 14h-16h",),
            ("le 14 octobre 2026 de 9h30 à 11h",),
            (Cancellation(date=date(2026, 12, 1), jusqu_au=None),),
        )
    }
    assert ROUTE.timetable == {
        "albi": Timetable(
            "81",  # the holidays of the stop, not of the folder
            ("tous les jeudis, 9h-12h",),
            (),
            (
                Cancellation(date=date(2026, 11, 26), jusqu_au=None),
                Cancellation(date=date(2026, 12, 24), jusqu_au=None),
            ),
        )
    }


def test_each_added_and_cancelled_session_is_a_revision():
    assert WORKSHOP.revision().sequence == 2
    assert ROUTE.revision("albi").sequence == 2
