"""What changed is made again, nothing else; what is published is what a fresh build would give."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.common.errors import BuildError
from plugins.press.page_set import Page, PageSet
from plugins.press.publish.manifest import FILE_NAME
from tests.support.press import MakePress, content, page_set, publish

PATHS = st.sampled_from(
    ["index.html", "a/index.html", "a/b/index.html", "b", "b/index.html", "c.html", "a/c.html"]
)


def possible(texts: dict[str, str]) -> bool:
    """No file is also a folder."""
    return not any(other.startswith(f"{path}/") for path in texts for other in texts)


SITES = st.dictionaries(PATHS, st.sampled_from(["un", "deux"]), max_size=6).filter(possible)


@given(sites=st.lists(SITES, min_size=1, max_size=5), swap_above=st.sampled_from([0, 500]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_incremental_is_what_a_fresh_build_gives(make_press: MakePress, sites, swap_above):
    with tempfile.TemporaryDirectory() as folder:
        for number, texts in enumerate(sites):
            publish(make_press(Path(folder, "site"), swap_above=swap_above), texts)
            publish(make_press(Path(folder, f"fresh{number}")), texts)
            assert content(Path(folder, "site")) == content(Path(folder, f"fresh{number}"))
        assert {path.name for path in Path(folder).iterdir()} == {
            "site",
            *(f"fresh{number}" for number in range(len(sites))),
        }


@given(
    sites=st.lists(SITES, min_size=1, max_size=4),
    first=st.sets(PATHS, max_size=3),
    swap_above=st.sampled_from([0, 500]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_pages_that_are_looked_at_come_first_and_leave_no_trace(
    make_press: MakePress, sites, first, swap_above
):
    with tempfile.TemporaryDirectory() as folder:
        site, fresh = Path(folder, "site"), Path(folder, "fresh")
        before: dict[str, str] | None = None
        for texts in sites:
            if before is not None and possible(before | texts):
                known = content(site)
                publish(make_press(site, swap_above=swap_above, first=sorted(first)), texts)
                for path, data in content(site).items():
                    if path in first and path in texts:
                        assert data.decode() == texts[path]
                    elif path != FILE_NAME:
                        assert data == known[path]
            publish(make_press(site, swap_above=swap_above), texts)
            before = texts
        publish(make_press(fresh), before or {})
        assert content(site) == content(fresh)


def test_nothing_is_made_first_where_there_is_no_site(make_press: MakePress, tmp_path: Path):
    assert publish(make_press(tmp_path / "site", first=["a.html"]), {"a.html": "1"}).made == 0
    assert not (tmp_path / "site").exists()


def test_pages_can_be_made_alone_where_there_is_no_site(make_press: MakePress, tmp_path: Path):
    texts = {"a.html": "1", "b.html": "2"}
    publish(make_press(tmp_path / "site", first=["a.html"], alone=True), texts)
    assert {path.name for path in (tmp_path / "site").iterdir()} - {"assets"} == {
        "a.html",
        FILE_NAME,
    }


@pytest.mark.parametrize("swap_above", [0, 500])
def test_only_files_whose_bytes_differ_are_written(
    make_press: MakePress, tmp_path: Path, swap_above: int
):
    def given(version: str) -> list[Page]:
        """Two pages whose fingerprints change, and what only one of them says."""
        return [
            Page("a.html", f"a{version}".encode(), "same"),
            Page("b.html", f"b{version}".encode(), version),
            Page("c.html", b"c", "same"),
        ]

    def inodes() -> dict[str, tuple[int, int]]:
        return {
            path.name: (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in (tmp_path / "site").glob("*.html")
        }

    found = []
    for version in ("1", "2"):
        press = make_press(tmp_path / "site", swap_above=swap_above)
        press.add(PageSet("essai", given(version), str))
        report = press.finish()
        found.append(inodes())
    assert report.made == 2
    assert [name for name in found[0] if found[0][name] != found[1][name]] == ["b.html"]
    assert (tmp_path / "site" / "b.html").read_text("utf-8") == "2"


def test_unchanged_pages_are_not_made(make_press: MakePress, tmp_path: Path):
    made: list[object] = []

    def render(key: object) -> str:
        made.append(key)
        return str(key)

    for texts in ({"a.html": "1", "b.html": "1"}, {"a.html": "2", "b.html": "1"}):
        press = make_press(tmp_path / "site")
        press.add(page_set(texts)._replace(render=render))
        report = press.finish()
    assert made == ["1", "1", "2"]
    assert (report.made, report.removed) == (1, 0)


def test_a_page_missing_from_the_output_is_made_again(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    publish(press, {"a.html": "1", "b.html": "1"})
    (tmp_path / "site" / "a.html").unlink()
    assert publish(press, {"a.html": "1", "b.html": "1"}).made == 1
    assert (tmp_path / "site" / "a.html").read_text("utf-8") == "1"


def test_what_all_pages_depend_on_makes_them_again_when_it_changes(
    make_press: MakePress, tmp_path: Path
):
    made = []
    for fingerprint in ("carte 1", "carte 1", "carte 2"):
        press = make_press(tmp_path / "site")
        press.add(page_set({"a.html": "1"}))
        press.depend_on(fingerprint)
        made.append(press.finish().made)
    theme = 1  # its style sheet, which depends on nothing but itself, is made again too
    assert made[1:] == [0, 1 + theme]


def test_another_house_makes_everything_again(make_press: MakePress, tmp_path: Path):
    publish(make_press(tmp_path / "site"), {"a.html": "1"})
    report = publish(make_press(tmp_path / "site", build_key="01"), {"a.html": "1"})
    assert report.made == report.total


def test_folders_of_removed_pages_go(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    publish(press, {"a/b/c/index.html": "1", "a/index.html": "1"})
    publish(press, {"a/index.html": "1"})
    assert not (tmp_path / "site" / "a" / "b").exists()


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/etc/x",
        "a/../../x",
        "a//b",
        "",
        "a/./b",
        ".x",
        "a/.x/b",
        "a\\b",
        "a\0b",
        "a\nb",
        "a/",
    ],
)
def test_no_page_leaves_the_output(make_press: MakePress, tmp_path: Path, path: str):
    with pytest.raises(BuildError, match="refusée"):
        publish(make_press(tmp_path / "site"), {path: "1"})
    assert list(tmp_path.iterdir()) == []


def test_two_pages_cannot_have_one_address(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    press.add(page_set({"a.html": "1"}))
    press.add(page_set({"a.html": "2"}))
    with pytest.raises(BuildError, match=r"a\.html"):
        press.finish()


def test_a_folder_with_other_files_is_not_touched(make_press: MakePress, tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "these.odt").write_text("trois ans de travail", "utf-8")
    with pytest.raises(BuildError, match="Videz-le"):
        publish(make_press(tmp_path / "site"), {"a.html": "1"})
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["these.odt"]


def test_an_empty_folder_is_taken(make_press: MakePress, tmp_path: Path):
    (tmp_path / "site").mkdir()
    publish(make_press(tmp_path / "site"), {"a.html": "1"})
    assert (tmp_path / "site" / "a.html").exists()


@pytest.mark.parametrize("workers", [1, 3])
def test_a_page_that_fails_is_named_and_the_site_stays(
    make_press: MakePress, tmp_path: Path, workers: int
):
    texts = {f"{number}.html": "1" for number in range(500)}
    publish(make_press(tmp_path / "site"), texts)
    before = content(tmp_path / "site")

    def render(key: object) -> str:
        if key == 437:
            raise ValueError("mauvaise donnée")
        return "2"

    press = make_press(tmp_path / "site", workers=workers)
    press.add(PageSet("essai", [Page(f"{n}.html", b"2", n) for n in range(500)], render))
    with pytest.raises(BuildError, match=r"« 437\.html ».*mauvaise donnée.*test_press\.py"):
        press.finish()
    assert content(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_workers_give_the_same_bytes(make_press: MakePress, tmp_path: Path):
    texts = {f"{number % 7}/{number}.html": str(number) for number in range(1000)}
    for workers in (1, 2, 5):
        publish(make_press(tmp_path / str(workers), workers=workers), texts)
    assert content(tmp_path / "1") == content(tmp_path / "2") == content(tmp_path / "5")


@pytest.mark.parametrize("swap_above", [0, 500])
def test_modes_do_not_depend_on_the_umask(make_press: MakePress, tmp_path: Path, swap_above: int):
    before = os.umask(0o077)
    try:
        for text in ("1", "2"):
            publish(make_press(tmp_path / "site", swap_above=swap_above), {"a/b.html": text})
    finally:
        os.umask(before)
    site = tmp_path / "site"
    assert {oct(path.stat().st_mode)[-3:] for path in [site, site / "a"]} == {"755"}
    assert {oct(path.stat().st_mode)[-3:] for path in site.rglob("*") if path.is_file()} == {"644"}


def test_a_site_under_a_path_links_under_it(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site", url="https://x.fr/aide")
    page = '<a href="/lieux/"><img src="/assets/x.svg"><a href="//y.fr/"><a href="https://z.fr/">'
    publish(press, {"a.html": page})
    assert (tmp_path / "site" / "a.html").read_text("utf-8") == (
        '<a href="/aide/lieux/"><img src="/aide/assets/x.svg">'
        '<a href="//y.fr/"><a href="https://z.fr/">'
    )


def test_once_makes_a_card_once(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    template = press.environment.from_string(
        "{% macro card(thing) %}<b>{{ thing.text }}</b>{% endmacro %}"
        "{{ once(card, thing) }}{{ once(card, thing) }}"
    )

    class Thing:
        id = "31/x"
        asked = 0

        @property
        def text(self) -> str:
            Thing.asked += 1
            return "<x>"

    assert template.render(thing=Thing()) == "<b>&lt;x&gt;</b>" * 2
    assert Thing.asked == 1


def test_a_foreign_manifest_is_not_trusted(make_press: MakePress, tmp_path: Path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / FILE_NAME).write_text("annuaire-1 00\n00 ../secret\n", "utf-8")
    (tmp_path / "secret").write_text("x", "utf-8")
    with pytest.raises(BuildError, match="refusée"):
        publish(make_press(tmp_path / "site"), {"a.html": "1"})
    assert (tmp_path / "secret").exists()


def in_parts(text: str, fails: bool = False) -> PageSet:
    def render(_: object) -> Iterator[bytes]:
        yield from (letter.encode() for letter in text)
        if fails:
            raise KeyError("31/absent")

    return PageSet("grand", [Page("a/grand.csv", text.encode() + bytes(fails), None)], render)


def test_a_large_file_comes_in_parts_and_is_kept_when_it_is_the_same(
    make_press: MakePress, tmp_path: Path
):
    def build(page_set: PageSet, key: str) -> None:
        press = make_press(tmp_path / "site", build_key=key)
        press.begin()
        press.add(page_set)
        press.finish()

    build(in_parts("a;b\nc;d\n"), "1")
    file = tmp_path / "site/a/grand.csv"
    assert file.read_text() == "a;b\nc;d\n"
    first = file.stat().st_ino
    build(in_parts("a;b\nc;d\n"), "2")
    assert file.stat().st_ino == first
    build(in_parts("a;b\n"), "2")
    assert file.read_text() == "a;b\n"
    with pytest.raises(BuildError, match=r"a/grand\.csv.*31/absent"):
        build(in_parts("a;b\nc", fails=True), "2")
    assert file.read_text() == "a;b\n"
