"""`_headers` as a host reads it: all the rules that match an address add up."""

import re
from pathlib import Path

import pytest

from plugins.headers.rules import headers_file
from plugins.press.policy import Policies

PATHS = ["index.html", "404.html", "lieux/31/x/index.html", "recherche/index.html", "assets/"]


def fields_of(text: str, address: str) -> list[tuple[str, str]]:
    """Every header that a host gives for `address`."""
    found = []
    for rule in text.strip().split("\n\n"):
        pattern, *lines = rule.split("\n")
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address):
            found += [
                (name, value) for name, _, value in (x.strip().partition(": ") for x in lines)
            ]
    return found


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/", "site"), ("/404.html", "site"), ("/lieux/31/x/", "site"), ("/recherche/", "search")],
)
def test_each_page_has_one_policy_that_of_its_meta_and_cannot_be_framed(address: str, kind: str):
    policies = Policies()
    fields = fields_of(headers_file(PATHS, policies), address)
    names = [name for name, _ in fields]
    assert len(names) == len(set(names)), "two values of a header would both hold"
    given = dict(fields)["Content-Security-Policy"]
    assert given.startswith(f"{policies.policy(kind)}; frame-ancestors 'none'")
    assert "unsafe-inline" not in given
    assert ("wasm-unsafe-eval" in given) == (kind == "search")
    assert {"Strict-Transport-Security", "X-Content-Type-Options"} <= set(names)


def test_files_with_a_hash_in_their_name_are_kept_for_ever_and_pages_are_not():
    text = headers_file(PATHS, Policies())
    assert "immutable" in dict(fields_of(text, "/assets/style.1a2b.css"))["Cache-Control"]
    assert "Cache-Control" not in dict(fields_of(text, "/lieux/31/x/"))


def test_frames_may_stand_on_any_site_and_tell_nobody_where():
    policies = Policies()
    fields = fields_of(
        headers_file([*PATHS, "integrer/31/x/index.html"], policies), "/integrer/31/x/"
    )
    found = dict(fields)  # the last value of a header, as browsers take it
    assert found["Content-Security-Policy"].startswith(
        f"{policies.policy('frame')}; frame-ancestors *;"
    )
    assert "form-action 'none'" in found["Content-Security-Policy"]
    assert "X-Frame-Options" not in found
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["Access-Control-Allow-Origin"] == "*"
    assert found["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("folder", ["assets", "cartes"])
def test_other_sites_take_what_frames_load_but_cannot_frame_it(folder: str):
    text = headers_file([*PATHS, "cartes/index.html"], Policies())
    shared = dict(fields_of(text, f"/{folder}/x.json"))
    assert shared["Access-Control-Allow-Origin"] == "*"
    assert shared["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert shared["X-Frame-Options"] == "DENY"
    page = dict(fields_of(text, "/lieux/31/x/"))
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in page


@pytest.mark.parametrize(
    ("name", "kind"),
    [("31/labege.ics", "text/calendar"), ("flux.atom", "application/atom+xml")],
)
def test_calendars_and_feeds_say_what_they_are(name: str, kind: str):
    text = headers_file([*PATHS, "agenda/index.html"], Policies())
    fields = fields_of(text, f"/agenda/{name}")
    assert ("Content-Type", f"{kind}; charset=utf-8") in fields
    assert [header for header, _ in fields].count("Content-Type") == 1
    assert "Content-Type" not in dict(fields_of(text, "/agenda/31/labege/"))


def test_a_site_under_a_path_has_its_rules_there():
    text = headers_file(PATHS, Policies(), "/aide")
    assert dict(fields_of(text, "/aide/lieux/31/x/"))["X-Frame-Options"] == "DENY"
    assert not fields_of(text, "/lieux/31/x/")


def test_the_built_site_gives_a_policy_to_every_page(built_site: Path):
    text = (built_site / "_headers").read_text("utf-8")
    tops = {path.relative_to(built_site).parts[0] for path in built_site.rglob("*.html")}
    addresses = {f"/{top}" if top.endswith(".html") else f"/{top}/x/" for top in tops}
    addresses -= {"/index.html"}
    for address in addresses | {"/"}:
        names = [name for name, _ in fields_of(text, address)]
        assert names.count("Content-Security-Policy") == 1, address
