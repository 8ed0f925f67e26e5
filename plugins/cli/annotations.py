"""Problems as workflow commands, which GitHub shows under the lines of a proposed change.

Source: docs.github.com, «Workflow commands for GitHub Actions», setting an error message.
"""

from plugins.places.problems import Problem, printable


def annotation(problem: Problem, root: str) -> str:
    """One problem as `::error file=…,line=…,col=…,title=…::message`.

    Nothing in the text of a record can end the command early or start another one.
    """
    place = {
        "file": f"{root.rstrip('/')}/{problem.path}",
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.field or "fiche",
    }
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    sentence = problem.message + (f" ; {problem.hint}" if problem.hint else "")
    return f"::{problem.severity} {properties}::{_text(sentence)}"


def _text(value: str) -> str:
    return printable(value).replace("%", "%25")


def _property(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
