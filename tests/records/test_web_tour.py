"""`annuaire check --links`: what is said of addresses, what is remembered, what is never done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from plugins.cli import annuaire
from plugins.cli.check import tour_summary
from plugins.common.diagnostic import show
from plugins.records.commands import check
from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.web import tour as tour_module
from plugins.records.web.findings import finding_of
from plugins.records.web.stated import WEB_FIELDS, stated_in
from plugins.records.web.tour import NoNetworkError, TourReport, check_links
from plugins.records.web.visit import Visit, WebAnswer
from plugins.records.web.visited import Seen, load_seen, save_seen, seen_again
from tests.support.record_values import fields_of
from tests.support.records import GOOD, write
from tests.support.web_server import LocalWeb, Served, local_web

DAY = date(2026, 11, 30)
PAGES = {
    "site.exemple/": Served(),
    "site.exemple/page": Served(),
    "moved.exemple/": Served(301, "http://site.exemple:PORT/page"),
}


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    with local_web(PAGES) as server:
        yield server


def tour(folder: Path, web: LocalWeb, day: date = DAY, cache: str = "links.json") -> TourReport:
    names = [p.relative_to(folder).as_posix() for p in sorted(folder.glob("[0-9]*/**/*.yaml"))]
    return check_links(folder, names, web.visitor(), folder.parent / cache, day)


def record(*urls: str) -> str:
    return GOOD + "site_web:\n" + "".join(f"  - {url}\n" for url in urls)


def lines(found: TourReport) -> list[str]:
    return [show(one, "") for one in found.diagnostics]


def test_a_site_that_is_there_is_visited_once_a_month(tmp_path: Path, web: LocalWeb) -> None:
    folder = tmp_path / "places"
    write(folder, "31/x.yaml", record(web.url("site.exemple/page")))
    write(folder, "31/y.yaml", record(web.url("site.exemple/page"), web.url("site.exemple/")))
    before = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    first = tour(folder, web)
    assert (first.addresses, first.visited, first.diagnostics) == (2, 2, [])
    assert len(web.asked) == 2
    for later, visited in ((1, 0), (30, 0), (31, 2)):
        assert tour(folder, web, DAY + timedelta(days=later)).visited == visited
    assert {file: file.read_bytes() for file in folder.rglob("*.yaml")} == before


def test_down_once_is_a_remark_on_two_days_a_warning(tmp_path: Path, web: LocalWeb) -> None:
    folder = tmp_path / "places"
    write(folder, "31/x.yaml", record(web.url("site.exemple/missing")))
    [told] = lines(tour(folder, web))
    assert ":32:5: remarque: site_web[1]: « http://site.exemple:" in told
    assert "ne répond pas aujourd'hui : la page n'existe pas (404) ; ne changez rien" in told
    assert lines(tour(folder, web)) == [told], "the same day counts once, and is asked once"
    [told] = lines(tour(folder, web, DAY + timedelta(days=1)))
    assert ": attention: " in told
    assert "ne répond pas depuis le 30 novembre 2026" in told
    web.pages = {**PAGES, "site.exemple/missing": Served()}
    assert lines(tour(folder, web, DAY + timedelta(days=2))) == []
    web.pages = PAGES
    [told] = lines(tour(folder, web, DAY + timedelta(days=40)))
    assert "remarque" in told, "it was there in between"


def test_a_site_that_moved_and_the_line_proposed_passes(tmp_path: Path, web: LocalWeb) -> None:
    folder = tmp_path / "places"
    write(folder, "31/x.yaml", record(web.url("moved.exemple/")))
    [told] = lines(tour(folder, web))
    proposed = told.split("écrivez « ")[1].removesuffix(" »")
    assert proposed == web.url("site.exemple/page")
    write(folder, "31/x.yaml", record(proposed))
    assert lines(tour(folder, web)) == []
    assert check(folder, [folder / "31/x.yaml"], DAY) == []


@pytest.mark.parametrize(
    ("url", "arrived", "is_permanent", "hint"),
    [
        ("http://a.exemple/", "https://a.exemple/", True, "écrivez « https://a.exemple/ »"),
        ("http://a.exemple", "https://a.exemple/", False, "écrivez « https://a.exemple/ »"),
        ("http://a.exemple", "https://www.a.exemple/", False, "« https://www.a.exemple/ »"),
        ("http://a.exemple/x", "https://a.exemple/y", True, "écrivez « https://a.exemple/y »"),
        ("http://a.exemple/x", "https://b.exemple/x", True, "si c'est bien son nouveau site"),
        ("http://a.exemple/x", "https://a.exemple/", True, "la page n'existe plus"),
        ("http://a.exemple/x", "https://a.exemple/y", False, None),
        ("http://a.exemple/", "https://b.exemple/", False, None),
        ("http://a.exemple/", "https://a.exemple/?sid=12", True, None),
        ("http://a.exemple/", "https://a.exemple/;jsessionid=1", True, None),
        ("http://a.exemple/x", "http://a.exemple/x/", True, None),
        ("http://a.exemple/", "https://a.exemple/" + "x" * 500, True, None),
    ],
)
def test_what_a_redirection_proposes(
    url: str, arrived: str, is_permanent: bool, hint: str | None
) -> None:
    found = finding_of(("site_web", 0), url, Seen(Visit("there", arrived, is_permanent), DAY))
    assert (found is None) is (hint is None)
    assert found is None or (hint is not None and hint in found.hint)


def test_what_lets_no_program_know_is_counted_and_not_blamed(tmp_path: Path, web: LocalWeb) -> None:
    web.pages = {"site.exemple/": Served(403)}
    folder = tmp_path / "places"
    write(folder, "31/x.yaml", record(web.url("site.exemple/")))
    found = tour(folder, web)
    assert (found.diagnostics, found.unknown) == ([], 1)
    assert tour_summary(found) == (
        "1 adresse, dont 1 visitée aujourd'hui : 1 site sans réponse aux programmes."
    )


def test_a_private_address_is_told_at_once(tmp_path: Path, web: LocalWeb) -> None:
    folder = tmp_path / "places"
    write(folder, "31/x.yaml", record("http://192.168.1.1/"))
    visitor = web.visitor()
    visitor.lookup = lambda host, _port: [host]
    found = check_links(folder, ["31/x.yaml"], visitor, tmp_path / "links.json", DAY)
    [told] = lines(found)
    assert ": attention: site_web[1]: « http://192.168.1.1/ » : elle mène à une machine" in told


def test_without_a_network_nothing_is_remembered(tmp_path: Path, web: LocalWeb) -> None:
    folder, cache = tmp_path / "places", tmp_path / "links.json"
    write(folder, "31/x.yaml", record(*(f"http://{n}.exemple/" for n in "abc")))
    visitor = web.visitor()

    def no_name(_host: str, _port: int) -> list[str]:
        raise OSError("Network is unreachable")

    visitor.lookup = no_name
    with pytest.raises(NoNetworkError):
        check_links(folder, ["31/x.yaml"], visitor, cache, DAY)
    assert not cache.exists()


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"http://a.exemple/": {"day": "x"}}', '{"a": 1}']
)
def test_a_cache_that_is_not_ours_is_no_cache(tmp_path: Path, content: str) -> None:
    file = tmp_path / "links.json"
    file.write_text(content, encoding="utf-8")
    assert load_seen(file) == {}


def test_the_cache_keeps_days_in_words_that_a_person_reads(tmp_path: Path) -> None:
    seen = {"http://a.exemple/é": Seen(Visit("down", "http://a.exemple/é", True, "x"), DAY, (DAY,))}
    save_seen(tmp_path / "a/links.json", seen)
    assert load_seen(tmp_path / "a/links.json") == seen
    stated = json.loads((tmp_path / "a/links.json").read_text(encoding="utf-8"))
    assert stated["http://a.exemple/é"]["day"] == "2026-11-30"


@pytest.mark.parametrize(
    ("answers", "failures"),
    [(("down", "down"), 2), (("down", "there", "down"), 1), (("down", "unknown", "down"), 2)],
)
def test_days_of_failure_are_counted_since_it_was_last_there(
    answers: tuple[WebAnswer, ...], failures: int
) -> None:
    seen: Seen | None = None
    for later, answer in enumerate(answers):
        seen = seen_again(seen, Visit(answer, "x"), DAY + timedelta(days=later))
    assert seen is not None
    assert len(seen.failures) == failures


def test_every_field_of_addresses_is_visited() -> None:
    stated = {
        found.path[-1]
        for kind in KINDS.values()
        for found in fields_of(kind.model)
        if part_model(found.field.annotation) is None
        and "https?" in str(TypeAdapter(found.field.rebuild_annotation()).json_schema())
    }
    assert stated == WEB_FIELDS


def test_addresses_of_parts_and_of_faulty_lists(tmp_path: Path) -> None:
    text = "nom: X\nsite_web: [3]\nsource:\n  - titre: Y\n    url: https://a.exemple/\n"
    write(tmp_path, "labels/x.yaml", text)
    write(tmp_path, "labels/y.yaml", "nom: [\n")
    assert [each.where for each in stated_in(tmp_path, ["labels/x.yaml", "labels/y.yaml"])] == [
        ("source", 0, "url")
    ]


def run(tmp_path: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    write(tmp_path, "31/x.yaml", record("http://a.exemple/"))
    given = ["check", "--links", "--places", str(tmp_path), *arguments]
    done = CliRunner().invoke(annuaire, given, env={"CI": "", "SITE_URL": "", **environment})
    return done.exit_code, done.output


def test_the_command_stays_at_home_in_a_forge_or_without_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour_module, "check_links", lambda *_: pytest.fail("it went out"))
    code, told = run(tmp_path, "--site", "https://aide.exemple.fr", CI="true")
    assert code == 1
    assert "ne se lance pas dans une forge" in told
    code, told = run(tmp_path)
    assert code == 1
    assert "--site https://aide.exemple.fr" in told


def test_the_command_says_who_it_is_and_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agents = []

    def tour_of(*given: object) -> TourReport:
        agents.append(given[2].agent)  # type: ignore[attr-defined]
        return TourReport([], 1, 1, 0)

    monkeypatch.setattr(tour_module, "check_links", tour_of)
    code, told = run(tmp_path, SITE_URL="https://aide.exemple.fr")
    assert (code, agents) == (
        0, ["annuaire-aide-numerique/1.0 (+https://aide.exemple.fr)"],
    )  # fmt: skip
    assert "1 adresse, dont 1 visitée aujourd'hui : tout va bien." in told


def test_no_workflow_visits_sites() -> None:
    root = Path(__file__).parents[2]
    told = [p for p in (*root.glob(".github/**/*.y*ml"), root / "Makefile") if p.is_file()]
    assert not [path for path in told if "--links" in path.read_text(encoding="utf-8")]
