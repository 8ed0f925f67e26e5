"""The comment under a proposal: what is wrong, what to write, which pages change."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from plugins.cli import annuaire
from plugins.proposals.changes.change_report import report_change
from plugins.proposals.changes.proposition_of import proposition_of
from plugins.proposals.changes.records_before import records_at
from plugins.proposals.said.comment import MARKER, ForgeLinks, comment_text
from plugins.proposals.said.proposition import (
    MAX_BYTES,
    BadPropositionError,
    ProposedFault,
    ProposedLines,
    Proposition,
    dump_proposition,
    read_proposition,
)
from tests.support.proposed import PLACE, RECORDS, TOWN_HALL, repository_of, write

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 30)
LIBRARY = "31/mediatheque-de-labege.yaml"
LINKS = ForgeLinks("https://forge.exemple/ville/edit/main", "https://aide.exemple.fr", "")


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return repository_of(tmp_path / "annuaire")


def proposed(places: Path) -> Proposition:
    with records_at("main", places) as before:
        return proposition_of(report_change(before, places, TODAY), before, places)


def test_a_good_change_is_thanked_and_its_pages_named(places: Path):
    write(places, {LIBRARY: PLACE.replace("9h-12h", "9h-13h")})
    text = comment_text(proposed(places), LINKS)
    assert text.startswith(f"{MARKER}\n\n## Tout va bien\n")
    page = "https://aide.exemple.fr/lieux/31/mediatheque-de-labege/"
    assert f"- [/lieux/31/mediatheque-de-labege/]({page}) (changée)" in text
    assert "(https://aide.exemple.fr/territoires/31/labege/) (changée)" in text


def test_a_fault_says_what_to_write_in_the_place_of_its_line(places: Path):
    write(places, {LIBRARY: PLACE.replace("commune:", "comune:")})
    proposition = proposed(places)
    assert proposition.faults[0].lines == ProposedLines(5, 5, ("commune: Labège",))
    text = comment_text(proposition, LINKS)
    assert "## 1 chose à corriger" in text
    assert "À copier à la place de la ligne 5 :\n\n```yaml\ncommune: Labège\n```" in text
    assert f"[Ouvrir la fiche]({LINKS.editor}/places/{LIBRARY})" in text


def test_no_lines_are_proposed_where_the_change_wrote_none(tmp_path: Path):
    mobile = {**RECORDS, LIBRARY: PLACE.replace("commune: Labège", "commune: Labege")}
    places = repository_of(tmp_path / "annuaire", mobile)
    write(places, {LIBRARY: mobile[LIBRARY].replace("code_insee: 31254", "code_insee: 31555")})
    faults = proposed(places).faults
    assert faults
    assert all(fault.line == 4 for fault in faults if fault.lines)


def test_a_likely_duplicate_leads_to_its_page(places: Path):
    write(places, {"31/mairie-bis.yaml": TOWN_HALL.replace("Mairie de", "La mairie de")})
    proposition = proposed(places)
    assert proposition.alike
    text = comment_text(proposition, LINKS)
    assert "### Peut-être déjà dans l'annuaire" in text
    assert "ressemble à [/lieux/31/" in text


def test_a_record_that_goes_breaks_another_which_is_not_to_be_opened(places: Path):
    (places / "31/mairie-de-labege.yaml").unlink()
    proposition = proposed(places)
    assert [fault.is_elsewhere for fault in proposition.faults] == [True]
    assert ("/lieux/31/mairie-de-labege/", "retirée") in proposition.pages
    assert "Gardez sa fiche, et ajoutez-y la ligne `ferme_le:`" in comment_text(proposition, LINKS)
    assert "Ouvrir la fiche" not in comment_text(proposition, LINKS)


def test_there_is_no_link_where_no_address_is_given():
    fault = ProposedFault("places/31/x.yaml", 1, "error", "faux", "écrivez juste")
    proposition = Proposition((fault,), 1, pages=(("/lieux/31/x/", "changée"),))
    assert "](" not in comment_text(proposition)
    hostile = ForgeLinks("https://x.exemple/) [a](b", "javascript:alert(1)", "https://x/ y")
    assert "](" not in comment_text(proposition, hostile)


@given(st.text(), st.text(), st.text(), st.lists(st.text(), min_size=1, max_size=3))
def test_nothing_of_a_record_is_alive(file: str, message: str, hint: str, lines: list[str]):
    fault = ProposedFault(file, 3, "error", message, hint, False, ProposedLines(3, 3, tuple(lines)))
    text = comment_text(Proposition((fault,), 1))
    assert text.count(MARKER) == 1 or MARKER in "".join((file, message, hint, *lines))
    outside = re.sub(r"(?s)(`{3,})yaml\n.*?\n\1\n", "", text.removeprefix(MARKER))
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", outside)
    assert not re.search(r"[@<>\[\]#]|https?:|www\.", outside.replace("## 1 chose", ""))


def test_what_is_written_is_read_back(places: Path):
    write(places, {LIBRARY: PLACE.replace("commune:", "comune:"), "31/b.yaml": "a\nb"})
    proposition = proposed(places)
    assert read_proposition(dump_proposition(proposition).encode()) == proposition


GOOD = json.loads(
    dump_proposition(
        Proposition((ProposedFault("places/31/x.yaml", 1, "error", "faux", "juste"),), 1)
    )
)


@pytest.mark.parametrize(
    "change",
    [
        {"errors": -1}, {"errors": True}, {"errors": "1"}, {"errors": 10**9}, {"pages": "/a/"},
        {"pages": [["/lieux/31/x/) [a](b)", "changée"]]}, {"pages": [["/lieux/31/x/", "perdue"]]},
        {"pages": [["/a/", "changée"]] * 31}, {"alike": [["//exemple.test/", "/a/"]]},
        {"alike": [["/a/"]]}, {"faults": [{}]}, {"faults": [None]},
        {"faults": [{**GOOD["faults"][0], "severity": "fatal"}]},
        {"faults": [{**GOOD["faults"][0], "message": "a" * 2001}]},
        {"faults": [{**GOOD["faults"][0], "lines": {"first": 9, "last": 2, "lines": []}}]},
        {"faults": [{**GOOD["faults"][0], "lines": {"first": 1, "last": 900, "lines": []}}]},
        {"faults": GOOD["faults"] * 11},
    ],
)  # fmt: skip
def test_what_has_another_shape_is_refused(change: dict[str, object]):
    with pytest.raises(BadPropositionError):
        read_proposition(json.dumps({**GOOD, **change}).encode())


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[" * 100_000, b"{}", b"null", b" " * (MAX_BYTES + 1)]
)
def test_what_is_no_proposition_is_refused(data: bytes):
    with pytest.raises(BadPropositionError):
        read_proposition(data)


def test_the_commands_write_the_comment(places: Path, tmp_path: Path):
    write(places, {LIBRARY: PLACE.replace("commune:", "comune:")})
    told = tmp_path / "proposition.json"
    asked = ["check", "--places", str(places), "--since", "main", "--proposal", str(told)]
    assert CliRunner().invoke(annuaire, asked).exit_code == 1
    ended = CliRunner().invoke(annuaire, ["comment", str(told), "--site", "https://a.exemple.fr/"])
    assert ended.exit_code == 0
    assert "(https://a.exemple.fr/lieux/31/mediatheque-de-labege/)" in ended.stdout
    told.write_text("{}", "utf-8")
    ended = CliRunner().invoke(annuaire, ["comment", str(told)])
    assert ended.exit_code == 1
    assert "n'a pas la forme attendue" in ended.stderr


def test_the_pages_that_change_are_built_and_no_other(places: Path, tmp_path: Path):
    pages = (("/lieux/31/mediatheque-de-labege/", "changée"), ("/lieux/31/partie/", "retirée"))
    told, output = tmp_path / "proposition.json", tmp_path / "apercu"
    told.write_text(dump_proposition(Proposition(pages=pages)), "utf-8")
    asked = [sys.executable, "-m", "plugins.cli", "preview", str(told), "--places", str(places)]
    done = subprocess.run(
        [*asked, "--output", str(output)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [path.relative_to(output).as_posix() for path in output.rglob("*.html")] == [
        "lieux/31/mediatheque-de-labege/index.html"
    ]
    assert "Médiathèque de Labège" in next(output.rglob("*.html")).read_text("utf-8")
    again = CliRunner().invoke(annuaire, [*asked[3:], "--output", str(output)])
    assert again.exit_code == 1
    assert "existe déjà" in again.stderr


def test_what_writes_the_comment_needs_no_library():
    """It runs where there is a right to post: nothing is installed there."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import plugins.proposals.said.comment"],
        cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stderr == ""
