"""What changed, from the days that records state: the same feed on any machine, on any day."""

from typing import Any
from xml.etree import ElementTree

from plugins.opendata.changes import changes_of
from plugins.opendata.formats.changes_feed import CHANGES, MOST
from plugins.records.model.place import Place
from tests.support.exports import written
from tests.support.places import place

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FS, CNFS = (
    {"nom": "france-services-2024-08", "date": "2024-08-01"},
    {"nom": "conseillers-numeriques-2022-12", "date": "2022-06-16"},
)


def told(**fields: Any) -> list[tuple[str, str]]:
    return [(str(change.day), change.what) for change in changes_of(place(**fields))]


def feed(*places: Place) -> ElementTree.Element:
    return ElementTree.fromstring(written(CHANGES, places))  # noqa: S314 (our own)


def texts(root: ElementTree.Element, path: str) -> list[str | None]:
    return [each.text for each in root.findall(path, ATOM)]


def test_a_place_is_new_then_changed_verified_and_closed():
    assert told(
        source=[FS, CNFS], date_maj="2024-08-01", verifie_le="2026-03-03", ferme_le="2026-10-01"
    ) == [
        ("2022-06-16", "nouveau"),
        ("2024-08-01", "modifié"),
        ("2026-03-03", "vérifié"),
        ("2026-10-01", "fermé"),
    ]


def test_what_a_person_wrote_and_verified_on_one_day_is_new():
    assert told(verifie_le="2026-03-03") == [("2026-03-03", "nouveau")]


def test_a_closed_place_has_no_news_from_lists():
    assert told(source=[FS], ferme_le="2023-01-01") == [("2023-01-01", "fermé")]


def test_without_any_day_there_is_no_news():
    assert told() == []
    root = feed(place())
    assert texts(root, "a:updated") == ["1970-01-01T00:00:00Z"]
    assert root.findall("a:entry", ATOM) == []


def test_a_feed_says_what_where_and_who():
    root = feed(place(source=[FS]), place("31/autre", verifie_le="2026-03-03", verifie_par="CCAS"))
    assert texts(root, "a:entry/a:title") == [
        "Nouveau : Médiathèque de Labège (Labège)",
        "Nouveau : Médiathèque de Labège (Labège)",
    ]
    assert texts(root, "a:entry/a:summary") == [
        "Fiche vérifiée (CCAS).",
        "Selon : Liste nationale des France services.",
    ]
    assert texts(root, "a:updated") == ["2026-03-03T00:00:00Z"]
    (link, *_) = root.findall("a:entry/a:link", ATOM)
    assert link.get("href") == "https://aide.exemple.fr/lieux/31/autre/"
    assert len(set(texts(root, ".//a:id"))) == 3


def test_only_the_latest_are_shown_whatever_the_order_of_places():
    places = [
        place(f"31/lieu-{n}", verifie_le=f"20{10 + n // 12}-{n % 12 + 1:02}-01")
        for n in range(MOST + 10)
    ]
    assert written(CHANGES, places) == written(CHANGES, places[::-1])
    days = texts(feed(*places), "a:entry/a:updated")
    assert len(days) == MOST
    assert days == sorted(days, reverse=True)  # type: ignore[type-var]
