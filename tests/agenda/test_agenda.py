"""What pages can ask of the agenda."""

from datetime import date, timedelta
from pathlib import Path

from plugins.agenda.sessions.agenda import Agenda
from plugins.gazetteer import Gazetteer
from plugins.records.model.workshop import Workshop
from tests.support.agenda import PLACE, TODAY, agenda_of, read

AT_PLACE = """\
titre: Premiers pas
theme: Échanger avec ses proches
lieu: 31/mediatheque-de-labege
dates:
  - tous les mardis de 14h à 16h du 24 novembre 2026 au 29 juin 2027
dates_en_plus:
  - le 4 décembre 2026 de 10h à 11h30
annulations:
  - date: 2026-12-01
    motif: Salle en travaux
"""
ELSEWHERE = """\
titre: Son CV
theme: Rédiger son CV
commune: {commune}
code_insee: {code}
dates:
  - tous les jeudis de 10h à 12h{skips}
"""
ANNOUNCED = """\
titre: Vérifier
theme: Vérifier des informations
statut: annoncé
territoires:
  - epci/243100633
"""
ROUTE = """\
nom: Bus
statut: en service
arrets:
  - commune: Labège
    code_insee: 31254
    passages:
      - un mardi sur deux de 9h à 12h à partir du 24 novembre 2026
annulations:
  - date: 2026-11-24
    motif: Panne
"""


def elsewhere(commune: str, code: str, skips: str = "") -> str:
    return ELSEWHERE.format(commune=commune, code=code, skips=skips)


def in_labege(tmp_path: Path) -> Agenda:
    files = {
        "31/ateliers/premiers-pas.yaml": AT_PLACE,
        "31/ateliers/cv.yaml": elsewhere("Escalquens", "31169"),
        "31/ateliers/loin.yaml": elsewhere("Bagnères-de-Luchon", "31042"),
        "31/ateliers/annonce.yaml": ANNOUNCED,
        "31/tournees/bus.yaml": ROUTE,
    }
    return agenda_of(tmp_path, files)


def test_a_workshop_is_where_its_place_is(tmp_path: Path):
    agenda = in_labege(tmp_path)
    found = agenda.of_place("31/mediatheque-de-labege")
    assert found == agenda.of_record("workshop", "31/premiers-pas")
    assert {o.code_insee for o in found} == {"31254"}
    assert found[0].point == (43.53, 1.51)
    assert set(found) <= set(agenda.of_commune("31254"))


def test_occurrences_are_in_order_and_within_the_horizon(tmp_path: Path):
    starts = [o.start for o in in_labege(tmp_path).occurrences]
    assert starts == sorted(starts)
    assert starts[0].date() >= TODAY - timedelta(days=1)
    assert starts[-1].date() <= TODAY + timedelta(days=400)


def test_a_cancelled_session_stays_and_says_why(tmp_path: Path):
    found = in_labege(tmp_path).of_record("workshop", "31/premiers-pas")
    cancelled = [(o.start.date(), o.reason) for o in found if o.is_cancelled]
    assert cancelled == [(date(2026, 12, 1), "Salle en travaux")]


def test_a_date_in_addition_is_a_session_like_the_others(tmp_path: Path):
    found = in_labege(tmp_path).of_record("workshop", "31/premiers-pas")
    assert "2026-12-04T10:00:00+01:00" in [o.start.isoformat() for o in found]


def test_the_next_passage_is_one_that_takes_place(tmp_path: Path):
    [passage] = in_labege(tmp_path).next_passages("31254")
    assert passage.next is not None
    assert passage.next.start.date() == date(2026, 12, 8)
    assert [(o.start.date(), o.reason) for o in passage.cancelled] == [
        (date(2026, 11, 24), "Panne")
    ]


def test_a_round_that_is_only_studied_passes_nowhere(tmp_path: Path):
    text = ROUTE.replace("en service", "étude")
    agenda = agenda_of(tmp_path, {"31/tournees/bus.yaml": text})
    assert agenda.next_passages("31254") == ()
    assert agenda.occurrences == ()
    assert list(agenda.routes) == ["31/bus"]


def test_an_epci_has_what_its_communes_have(tmp_path: Path):
    agenda = in_labege(tmp_path)
    titles = {o.title for o in agenda.of_epci("243100633")}
    assert titles == {"Premiers pas", "Son CV", "Bus"}


def test_workshops_without_dates_are_known(tmp_path: Path):
    agenda = in_labege(tmp_path)
    found = agenda.workshops_of_territory("epci/243100633")
    assert [workshop.id for workshop in found] == ["31/annonce"]
    assert agenda.of_record("workshop", "31/annonce") == ()


def test_near_is_outside_the_commune_and_not_far(tmp_path: Path):
    agenda = in_labege(tmp_path)
    labege = Gazetteer.load([]).commune("31254")
    assert labege is not None
    assert {n.occurrence.id for n in agenda.near(labege)} == {"31/cv"}
    assert {n.occurrence.id for n in agenda.near(labege, 150)} == {"31/cv", "31/loin"}
    times = [n.occurrence.start for n in agenda.near(labege, 150)]
    assert times == sorted(times)


def test_a_session_has_the_clock_of_its_territory(tmp_path: Path):
    texts = {
        "31/ateliers/a.yaml": elsewhere("Labège", "31254"),
        "974/ateliers/a.yaml": elsewhere("Saint-Denis", "97411"),
        "971/ateliers/a.yaml": elsewhere("Basse-Terre", "97105"),
    }
    found = agenda_of(tmp_path, texts).occurrences
    assert [o.start.isoformat() for o in found[:3]] == [
        "2026-11-26T10:00:00+04:00",
        "2026-11-26T10:00:00+01:00",
        "2026-11-26T10:00:00-04:00",
    ]


def test_what_depends_on_unknown_holidays_is_not_sure(tmp_path: Path):
    skips = ", sauf vacances scolaires"
    texts = {
        "2A/ateliers/a.yaml": elsewhere("Ajaccio", "2A004", skips),
        "31/ateliers/a.yaml": elsewhere("Labège", "31254", skips),
    }
    agenda = agenda_of(tmp_path, texts)
    assert {o.is_sure for o in agenda.of_record("workshop", "2A/a")} == {False}
    assert {o.is_sure for o in agenda.of_record("workshop", "31/a")} == {True}


def test_an_arrondissement_is_shown_by_its_city(tmp_path: Path):
    text = elsewhere("Paris", "75112")
    agenda = agenda_of(tmp_path, {"75/ateliers/a.yaml": text})
    assert agenda.of_commune("75056")
    assert not agenda.of_commune("75112")


def test_only_the_pages_that_show_a_record_change_with_it(tmp_path: Path):
    files = {
        "31/ateliers/premiers-pas.yaml": AT_PLACE,
        "31/ateliers/loin.yaml": elsewhere("Bagnères-de-Luchon", "31042"),
    }
    before = agenda_of(tmp_path, files)
    changed = AT_PLACE.replace("Premiers pas", "Premiers clics")
    after = agenda_of(tmp_path, {"31/ateliers/premiers-pas.yaml": changed})
    for code, changes in {"31254": True, "31169": True, "31042": False, "31483": False}.items():
        assert (before.fingerprint_of(code) != after.fingerprint_of(code)) is changes, code


def test_a_second_reading_says_the_same_from_the_cache(tmp_path: Path):
    text = AT_PLACE.replace("2027", "2026").replace("29 juin", "8 décembre")  # with a warning
    first = read(tmp_path, {"31/ateliers/premiers-pas.yaml": text})
    assert list((tmp_path / "cache").iterdir())
    second = read(tmp_path, {})
    assert second == first
    assert first.diagnostics


def test_a_record_with_a_fault_is_no_record(tmp_path: Path):
    text = AT_PLACE.replace("14h à 16h", "14h à 25h")
    reading = read(tmp_path, {"31/ateliers/premiers-pas.yaml": text, "31/ateliers/x.txt": ""})
    assert reading.records == []
    assert sorted(diagnostic.path for diagnostic in reading.diagnostics) == [
        "31/ateliers/premiers-pas.yaml",
        "31/ateliers/x.txt",
    ]


def test_the_sequence_grows_with_the_record():
    tree: dict[str, object] = {
        "titre": "Premiers pas",
        "theme": "Rédiger son CV",
        "date_maj": "2026-01-01",
    }
    states = [
        tree,
        {**tree, "annulations": [{"date": "2026-12-01"}]},
        {**tree, "verifie_le": "2026-01-02"},
        {**tree, "verifie_le": "2026-01-02", "dates_en_plus": ["le 4 décembre 2026, 10h-11h"]},
    ]
    revisions = [Workshop.from_tree(state, PLACE.id).revision() for state in states]
    assert [r.sequence for r in revisions] == sorted({r.sequence for r in revisions})
    assert [r.day.isoformat() for r in revisions][::3] == ["2026-01-01", "2026-01-02"]
