"""Messages shown under a proposed line, whatever a record holds."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.cli.forge.annotations import annotation
from plugins.common.diagnostic import Diagnostic


def diagnostic(
    field: str = "commune", message: str = "faux", hint: str = "écrivez Labège"
) -> Diagnostic:
    return Diagnostic("31/mairie.yaml", 9, 10, field, message, hint, "error")


def test_a_problem_names_its_file_line_and_column():
    assert annotation(diagnostic(), "places") == (
        "::error file=places/31/mairie.yaml,line=9,col=10,title=commune::faux ; écrivez Labège"
    )


def test_a_warning_is_a_warning():
    line = annotation(diagnostic()._replace(severity="warning", hint=""), "places/")
    assert line == "::warning file=places/31/mairie.yaml,line=9,col=10,title=commune::faux"


@given(field=st.text(), message=st.text(), hint=st.text())
def test_no_text_ends_the_command_or_starts_another(field: str, message: str, hint: str):
    line = annotation(diagnostic(field, message, hint), "places")
    assert len(line.splitlines()) == 1
    properties = line.removeprefix("::error ").split("::")[0]
    assert len(properties.split(",")) == 4


def test_a_comma_or_a_percent_sign_does_not_add_a_property():
    line = annotation(diagnostic(field="a,line=1::b", message="50 % %0A::error::"), "places")
    assert "title=a%2Cline=1%3A%3Ab::50 %25 %250A::error::" in line
