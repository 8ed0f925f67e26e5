"""A site made in parts and joined is the one that a single machine makes."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.common.errors import BuildError
from plugins.press.press import Press
from plugins.press.publish.division import Division
from plugins.press.publish.manifest import read_manifest
from plugins.press.publish.progress import BuildReport
from tests.support.press import MakePress, content, page_set

PATHS = st.sampled_from(["index.html", "x/1/a.html", "x/1/b.html", "x/2/a.html", "en/x/2/b.html"])
SITES = st.dictionaries(PATHS, st.sampled_from(["un", "deux"]), max_size=5)


def part_of(path: str) -> str:
    return next((name for name in path.split("/") if name in ("1", "2")), "")


def publish(press: Press, texts: dict[str, str]) -> BuildReport:
    press.division.part_of = part_of
    press.begin()
    press.add(page_set(texts))
    return press.finish()


@given(
    sites=st.lists(SITES, min_size=1, max_size=3),
    made=st.sets(st.sampled_from(["1", "2"])),
    late=st.booleans(),
    other_key=st.booleans(),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_joined_site_is_the_whole_one(make_press: MakePress, sites, made, late, other_key):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = [folder / part for part in "12"]
        for number, texts in enumerate(sites):
            made_of = sites[number - 1] if late else texts
            key = "11" if other_key else "00"
            for part in sorted(made):
                press = make_press(folder / part, division=Division([part]), build_key=key)
                publish(press, made_of)
            publish(make_press(folder / "site", division=Division(folders=parts)), texts)
            publish(make_press(folder / f"whole{number}"), texts)
            assert content(folder / "site") == content(folder / f"whole{number}")


def test_what_a_part_has_is_not_made_again(make_press: MakePress, tmp_path: Path):
    texts = {"index.html": "accueil", "x/1/a.html": "un", "x/2/a.html": "deux"}
    publish(make_press(tmp_path / "1", division=Division(["1"])), texts)
    assert content(tmp_path / "1").keys() == {".manifeste", "x/1/a.html"}
    press = make_press(tmp_path / "site", division=Division(folders=[tmp_path / "1"]))
    asked: list[object] = []
    press.division.part_of = part_of
    made = page_set(texts)
    press.add(made._replace(render=lambda key: asked.append(key) or str(key)))  # type: ignore[func-returns-value]
    report = press.finish()
    assert asked == ["accueil", "deux"]
    assert report.taken == 1


def test_a_file_that_was_lost_on_the_way_is_made(make_press: MakePress, tmp_path: Path):
    texts = {"x/1/a.html": "un", "x/1/b.html": "deux", "x/1/c.html": "trois"}
    publish(make_press(tmp_path / "1", division=Division(["1"])), texts)
    (tmp_path / "1" / "x/1/a.html").unlink()
    (tmp_path / "1" / "x/1/c.html").write_text("")
    (tmp_path / "1" / "x/1/b.html").unlink()
    (tmp_path / "1" / "x/1/b.html").symlink_to(tmp_path / "elsewhere")
    publish(make_press(tmp_path / "site", division=Division(folders=[tmp_path / "1"])), texts)
    publish(make_press(tmp_path / "whole"), texts)
    assert content(tmp_path / "site") == content(tmp_path / "whole")


def join_late(
    make_press: MakePress, folder: Path, texts: dict[str, str], **more: str
) -> tuple[BuildReport, list[str]]:
    division = Division(folders=[folder / "lost"], keep_former=["1"])
    report = publish(make_press(folder / "site", division=division, **more), texts)
    return report, division.remarks


def test_a_late_part_stays_what_it_was_until_it_comes(
    make_press: MakePress, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before = {"x/1/a.html": "un", "x/2/a.html": "un", "x/1/gone.html": "un"}
    after = {"x/1/a.html": "deux", "x/2/a.html": "deux", "x/1/new.html": "deux"}
    publish(make_press(tmp_path / "site"), before)
    report, remarks = join_late(make_press, tmp_path, after)
    found = content(tmp_path / "site")
    assert {path: found[path] for path in after} == {
        "x/1/a.html": b"un",
        "x/2/a.html": b"deux",
        "x/1/new.html": b"deux",  # there is no former one
    }
    assert "x/1/gone.html" not in found
    assert report.late == {"1": 1}
    manifest = read_manifest(tmp_path / "site")
    assert manifest is not None
    assert not manifest.is_cut  # it can be published
    assert not manifest.is_current  # there is something to build
    assert remarks == [f"La partie « {tmp_path / 'lost'} » manque."]
    publish(make_press(tmp_path / "site"), after)
    publish(make_press(tmp_path / "whole"), after)
    assert content(tmp_path / "site") == content(tmp_path / "whole")


def test_a_former_part_is_kept_where_no_site_was(make_press: MakePress, tmp_path: Path):
    publish(make_press(tmp_path / "1", division=Division(["1"])), {"x/1/a.html": "un"})
    division = Division(folders=[tmp_path / "1"], keep_former=["1"])
    publish(make_press(tmp_path / "site", division=division), {"x/1/a.html": "deux"})
    assert content(tmp_path / "site")["x/1/a.html"] == b"un"
    publish(make_press(tmp_path / "site"), {"x/1/a.html": "deux"})
    assert content(tmp_path / "site")["x/1/a.html"] == b"deux"


def test_pages_of_another_program_are_not_kept(make_press: MakePress, tmp_path: Path):
    """They ask for styles that are no more."""
    publish(make_press(tmp_path / "site"), {"x/1/a.html": "un"})
    report, _ = join_late(make_press, tmp_path, {"x/1/a.html": "deux"}, build_key="11")
    assert content(tmp_path / "site")["x/1/a.html"] == b"deux"
    assert not report.late


def test_a_part_never_takes_the_place_of_a_site(make_press: MakePress, tmp_path: Path):
    texts = {"index.html": "accueil", "x/1/a.html": "un"}
    publish(make_press(tmp_path / "site"), texts)
    before = content(tmp_path / "site")
    with pytest.raises(BuildError, match="un site entier"):
        publish(make_press(tmp_path / "site", division=Division(["1"])), texts)
    assert content(tmp_path / "site") == before


def test_a_plan_counts_and_makes_nothing(make_press: MakePress, tmp_path: Path):
    publish(make_press(tmp_path / "site"), {"x/1/a.html": "un", "x/2/a.html": "un"})
    before = content(tmp_path / "site")
    division = Division(is_plan=True)
    texts = {"x/1/a.html": "un", "x/2/a.html": "deux", "x/2/b.html": "un", "c.html": "un"}
    publish(make_press(tmp_path / "site", division=division), texts)
    assert division.to_make == {"2": 2, "": 1}
    assert content(tmp_path / "site") == before
