"""Former addresses: what is there, for everything that belongs to a record that has moved."""

import re
from collections.abc import Callable

from plugins.gazetteer import Gazetteer
from plugins.hosting.moved import Notice, former_addresses
from plugins.hosting.moves import Move, moves_of
from plugins.hosting.redirects import MOST_BYTES, MOST_LINES, redirects_file
from plugins.press import Delivery, Page, PageSet
from plugins.press.delivery import PAGES
from plugins.records.model.territory import Territory
from plugins.records.model.workshop import Workshop

PLACE = Move("Mairie", "/lieux/31/mairie/", "/lieux/32/ancienne/")
WORKSHOP = Move("CV", "/agenda/ateliers/31/cv/", "/agenda/ateliers/31/vieux-cv/")
EPCI = Move("Sicoval", "/territoires/epci/243100633/", "/territoires/epci/200000000/")


def page_set(
    *paths: str,
    owner: str = "",
    delivery: Delivery = PAGES,
    language: str = "fr",
) -> PageSet:
    found: Callable[[object], str] | None = (lambda key: owner) if owner else None
    pages = [Page(path, b"", path) for path in paths]
    return PageSet("essai", pages, str, delivery=delivery, owner=found, language=language)


def led(move: Move, *page_sets: PageSet) -> list[str]:
    """«former address → present one» of each page that leads on, then the paths of copies."""
    former = former_addresses(page_sets, [move])
    pages = [f"/{one.path.removesuffix('index.html')} → {one.url}" for one in former.notices]
    return pages + [page.path for _, copies in former.copies for page in copies]


def test_a_place_leads_on_with_all_that_it_owns():
    assert led(
        PLACE,
        page_set("lieux/31/mairie/index.html", "lieux/31/mairie/contact.vcf"),
        page_set("facile/lieux/31/mairie/index.html", owner="/lieux/31/mairie/"),
        page_set("agenda/lieux/31/mairie.ics", owner="/lieux/31/mairie/"),
    ) == [
        "/lieux/32/ancienne/ → /lieux/31/mairie/",
        "/facile/lieux/32/ancienne/ → /facile/lieux/31/mairie/",
        "lieux/32/ancienne/contact.vcf",
        "agenda/lieux/32/ancienne.ics",
    ]


def test_a_calendar_that_somebody_follows_is_at_its_former_address_with_its_days():
    assert led(
        WORKSHOP,
        page_set(
            "agenda/ateliers/31/cv.ics",
            "agenda/ateliers/31/cv/2026-12-01.ics",
            "agenda/ateliers/31/cv-avance.ics",
            "agenda/ateliers/31/cv-avance/2026-12-01.ics",
        ),
        page_set("papier/agenda/ateliers/31/cv-affiche.pdf", owner=WORKSHOP.url),
        page_set("papier/agenda/ateliers/31/cv-2-affiche.pdf", owner="/agenda/ateliers/31/cv-2/"),
    ) == [
        "agenda/ateliers/31/vieux-cv.ics",
        "agenda/ateliers/31/vieux-cv/2026-12-01.ics",
        "papier/agenda/ateliers/31/vieux-cv-affiche.pdf",
    ]


def test_a_frame_of_a_territory_is_shown_where_others_put_it():
    frames = Delivery("frame", is_listed=False)
    found = led(
        EPCI,
        page_set("territoires/epci/243100633/index.html"),
        page_set("integrer/epci/243100633/index.html", owner=EPCI.url, delivery=frames),
        page_set("papier/epci/243100633-liste.pdf", owner=EPCI.url),
        page_set("agenda/epci/243100633.atom", owner=EPCI.url),
    )
    assert found == [
        "/territoires/epci/200000000/ → /territoires/epci/243100633/",
        "integrer/epci/200000000/index.html",
        "papier/epci/200000000-liste.pdf",
        "agenda/epci/200000000.atom",
    ]


def test_a_page_of_another_language_leads_to_the_page_in_that_language():
    former = former_addresses([page_set("en/lieux/31/mairie/index.html", language="en")], [PLACE])
    assert former.notices == [
        Notice("lieux/32/ancienne/index.html", "en", "Mairie", "/lieux/31/mairie/")
    ]
    assert redirects_file(former.notices, "/aide") == (
        "/aide/en/lieux/32/ancienne/ /aide/en/lieux/31/mairie/ 301\n"
    )


def test_copies_are_the_same_files():
    calendar = page_set("agenda/ateliers/31/cv.ics")
    [(copied, [page])] = former_addresses([calendar], [WORKSHOP]).copies
    assert copied.render(page.key) == calendar.render(calendar.pages[0].key)


def test_nothing_is_made_for_records_that_have_not_moved():
    assert former_addresses([page_set("lieux/31/mairie/index.html")], []) == ([], [])
    assert led(PLACE, page_set("lieux/31/mairie-de-labege/index.html")) == []


def test_every_former_id_leads_to_the_present_address():
    tree = {"titre": "CV", "theme": "Rédiger son CV", "anciens_ids": ["31/a", "31/b"]}
    workshop = Workshop.from_tree(tree, "31/c")
    assert list(moves_of(workshop, Gazetteer.load(["31"]))) == [
        Move("CV", "/agenda/ateliers/31/c/", "/agenda/ateliers/31/a/"),
        Move("CV", "/agenda/ateliers/31/c/", "/agenda/ateliers/31/b/"),
    ]


def test_the_address_of_a_former_commune_is_made_of_its_name():
    gazetteer = Gazetteer.load(["01"])
    former = next(
        code for code, one in gazetteer.former.items() if one.present == "01015" and code != "01015"
    )
    tree = {"nom": "Arboys en Bugey", "anciens_ids": [f"commune/{former}"]}
    [move] = moves_of(Territory.from_tree(tree, "commune/01015"), gazetteer)
    commune = gazetteer.commune("01015")
    assert commune is not None
    assert move.url == commune.url
    assert re.fullmatch(r"/territoires/01/[a-z-]+/", move.was)
    assert move.was != move.url


def test_french_pages_come_first_in_a_file_that_no_host_refuses():
    notices = [
        Notice(f"lieux/31/ancien-{number}/index.html", language, "Mairie", "/lieux/31/mairie/")
        for number in range(MOST_LINES)
        for language in ("en", "fr")
    ]
    text = redirects_file(notices)
    lines = text.splitlines()
    assert len(lines) <= MOST_LINES
    assert len(text.encode()) <= MOST_BYTES
    assert lines[0] == "/lieux/31/ancien-0/ /lieux/31/mairie/ 301"
    assert not any(line.startswith("/en/") for line in lines)
