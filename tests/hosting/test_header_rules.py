"""`_headers` as a host reads it: all the rules that match an address add up."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from plugins.hosting.header_rules import headers_file
from plugins.press.delivery import Delivery
from plugins.press.page_set import Page, PageSet
from plugins.press.policy import Policies

SHARED = Delivery(is_shared=True)
FOR_EVER = Delivery(is_shared=True, cache="public, immutable")
CALENDARS = Delivery(types=((".ics", "text/calendar; charset=utf-8"),))


def page_set(delivery: Delivery, *paths: str) -> PageSet:
    return PageSet("essai", [Page(path, b"", None) for path in paths], str, delivery=delivery)


SITE = [
    page_set(Delivery(), "index.html", "404.html", "lieux/31/x/index.html", "en/index.html"),
    page_set(Delivery(), "agenda/31/labege/index.html", "en/lieux/31/x/index.html"),
    page_set(Delivery("search"), "recherche/index.html", "en/recherche/index.html"),
    page_set(FOR_EVER, "assets/style.1a2b.css"),
    page_set(SHARED, "cartes/index.html", "cartes/points/31.json"),
    page_set(CALENDARS, "agenda/31/labege.ics"),
    page_set(Delivery(None), "papier/31/labege-liste.pdf"),
    page_set(Delivery("frame"), "integrer/31/x/index.html"),
]


def rules_of(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each rule: its address, its headers."""
    found = []
    for rule in text.strip().split("\n\n"):
        address, *lines = rule.split("\n")
        fields = [line.strip().partition(": ") for line in lines]
        found.append((address, [(name, value) for name, _, value in fields]))
    return found


def fields_of(text: str, address: str) -> list[tuple[str, str]]:
    """Every header that a host gives for `address`."""
    return [
        field
        for pattern, fields in rules_of(text)
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address)
        for field in fields
    ]


def given(page_sets: Iterable[PageSet], address: str, root: str = "") -> dict[str, str]:
    """The headers of `address`; of one that is given twice the last, as browsers take it."""
    return dict(fields_of(headers_file(page_sets, Policies(), root), address))


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "site"),
        ("/404.html", "site"),
        ("/lieux/31/x/", "site"),
        ("/recherche/", "search"),
        ("/en/", "site"),
        ("/en/lieux/31/x/", "site"),
        ("/en/recherche/", "search"),
    ],
)
def test_each_page_has_one_policy_that_of_its_meta_and_cannot_be_framed(address: str, kind: str):
    policies = Policies()
    fields = fields_of(headers_file(SITE, policies), address)
    names = [name for name, _ in fields]
    assert len(names) == len(set(names)), "two values of a header would both hold"
    policy = dict(fields)["Content-Security-Policy"]
    assert policy.startswith(f"{policies.policy(kind)}; frame-ancestors 'none'")
    assert "unsafe-inline" not in policy
    assert ("wasm-unsafe-eval" in policy) == (kind == "search")
    assert {"Strict-Transport-Security", "X-Content-Type-Options"} <= set(names)


def test_files_with_a_hash_in_their_name_are_kept_for_ever_and_pages_are_not():
    assert "immutable" in given(SITE, "/assets/style.1a2b.css")["Cache-Control"]
    assert "Cache-Control" not in given(SITE, "/lieux/31/x/")


def test_frames_may_stand_on_any_site_and_tell_nobody_where():
    found = given(SITE, "/integrer/31/x/")
    assert found["Content-Security-Policy"].startswith(
        f"{Policies().policy('frame')}; frame-ancestors *;"
    )
    assert "form-action 'none'" in found["Content-Security-Policy"]
    assert "X-Frame-Options" not in found
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["Access-Control-Allow-Origin"] == "*"
    assert found["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("folder", ["assets", "cartes"])
def test_other_sites_take_what_frames_load_but_cannot_frame_it(folder: str):
    shared = given(SITE, f"/{folder}/x.json")
    assert shared["Access-Control-Allow-Origin"] == "*"
    assert shared["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert shared["X-Frame-Options"] == "DENY"
    page = given(SITE, "/lieux/31/x/")
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in page


def test_a_file_that_browsers_show_in_a_page_of_their_own_has_no_policy():
    found = given(SITE, "/papier/31/labege-liste.pdf")
    assert found["X-Frame-Options"] == "DENY"
    assert "Content-Security-Policy" not in found


def test_files_whose_type_hosts_may_not_know_say_it_and_pages_beside_them_do_not():
    text = headers_file(SITE, Policies())
    fields = fields_of(text, "/agenda/31/labege.ics")
    assert [value for name, value in fields if name == "Content-Type"] == [
        "text/calendar; charset=utf-8"
    ]
    assert "Content-Type" not in dict(fields_of(text, "/agenda/31/labege/"))


def test_there_is_no_rule_for_a_folder_that_is_not_there():
    tops = {
        address.strip("/").partition("/")[0]
        for address, _ in rules_of(headers_file(SITE, Policies()))
    }
    there = {page.path.partition("/")[0] for one in SITE for page in one.pages}
    assert tops - {"*", ""} == there - {"index.html"}


def test_a_site_under_a_path_has_its_rules_there():
    assert given(SITE, "/aide/lieux/31/x/", "/aide")["X-Frame-Options"] == "DENY"
    assert not given(SITE, "/lieux/31/x/", "/aide")


def test_the_built_site_gives_every_page_its_own_policy_in_few_rules(built_site: Path):
    text = (built_site / "_headers").read_text("utf-8")
    rules = rules_of(text)
    assert len(rules) <= 100, "one host reads no more"
    for address, _ in rules:
        pattern = address.removeprefix("/")
        here = f"{pattern}index.html" if pattern == "" or pattern.endswith("/") else pattern
        assert next(built_site.glob(here.replace("*", "**/*", 1)), None), address
    tops = {path.relative_to(built_site).parts[0] for path in built_site.rglob("*.html")}
    addresses = {f"/{top}" if top.endswith(".html") else f"/{top}/x/" for top in tops}
    languages = {path.name for path in built_site.iterdir() if (path / "recherche").is_dir()}
    addresses -= {"/index.html", *(f"/{code}/x/" for code in languages)}
    addresses |= {"/", *(f"/{code}/recherche/" for code in languages)}
    addresses -= {"/donnees/x/"}  # other sites may read the files there, and not the pages
    addresses |= {"/donnees/", "/donnees/v1/31.csv", "/donnees/fichiers/31/", "/donnees/pertes/"}
    shared = [v for n, v in fields_of(text, "/donnees/v1/31.json") if n.startswith("Access-Con")]
    assert shared == ["*"]
    for address in sorted(addresses):
        policies = [v for name, v in fields_of(text, address) if name == "Content-Security-Policy"]
        assert len(policies) == 1, address
        assert ("wasm-unsafe-eval" in policies[0]) == ("/recherche/" in address), address


def test_files_of_pages_that_are_not_listed_are_not_listed_either() -> None:
    tables = Delivery(is_listed=False, types=((".csv", "text/csv; charset=utf-8"),))
    site = [*SITE, page_set(tables, "qualite/31/lieux.csv")]
    assert given(site, "/qualite/31/lieux.csv")["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in given(site, "/agenda/31/labege.ics")


def test_a_site_decides_for_its_own_host_and_for_nothing_beside_it():
    alone = given(SITE, "/lieux/31/x/")["Strict-Transport-Security"]
    assert "includeSubDomains" not in alone
    assert "preload" not in alone
    assert "Strict-Transport-Security" not in given(SITE, "/aide/lieux/31/x/", "/aide")
