"""The report that GitLab shows beside the lines of a merge request."""

import json
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from plugins.cli import annuaire
from plugins.cli.forge.code_quality import code_quality
from plugins.common.diagnostic import Diagnostic

FAULT = Diagnostic("31/mairie.yaml", 9, 10, "commune", "faux", "écrivez Labège", "error")


def test_a_fault_names_its_file_line_and_what_to_write():
    (issue,) = json.loads(code_quality([FAULT], "places/"))
    assert issue["description"] == "faux ; écrivez Labège"
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": "places/31/mairie.yaml", "lines": {"begin": 9}}
    (doubt,) = json.loads(code_quality([FAULT._replace(severity="warning")], "places"))
    assert doubt["severity"] == "minor"


def test_a_fault_that_other_lines_move_is_the_same_and_two_alike_are_two():
    (here,) = json.loads(code_quality([FAULT], "places"))
    (lower,) = json.loads(code_quality([FAULT._replace(line=12)], "places"))
    assert here["fingerprint"] == lower["fingerprint"]
    both = json.loads(code_quality([FAULT, FAULT._replace(line=12)], "places"))
    assert len({issue["fingerprint"] for issue in both}) == 2


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_report(field: str, message: str, hint: str):
    text = code_quality([FAULT._replace(field=field, message=message, hint=hint)], "places")
    (issue,) = json.loads(text)
    assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}


def test_the_command_writes_it_and_still_fails(tmp_path: Path):
    record = tmp_path / "places" / "31" / "mairie.yaml"
    record.parent.mkdir(parents=True)
    record.write_text("nom: Mairie\n", "utf-8")
    report = tmp_path / "report.json"
    places = str(tmp_path / "places")
    asked = ["check", "--places", places, "--code-quality", str(report)]
    ended = CliRunner().invoke(annuaire, asked)
    assert ended.exit_code == 1
    issues = json.loads(report.read_text("utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {f"{places}/31/mairie.yaml"}
