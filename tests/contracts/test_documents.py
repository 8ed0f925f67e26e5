"""The documentation of templates and settings is that of the code."""

from pathlib import Path
from typing import Any

import pytest

from plugins.contracts.collected import Contract, contracts
from plugins.contracts.settings import COUNT, Setting
from plugins.contracts.shown import names_of
from plugins.press.documents import compiled, settings_document, templates_document
from plugins.territories.contract import CoordinationContext

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("path", compiled(ROOT), ids=lambda path: path.name)
def test_a_document_is_what_the_contracts_say_now(path: Path):
    assert path.read_text("utf-8") == compiled(ROOT)[path], "lancez « make docs »"


def test_each_template_and_each_of_its_names_has_its_line():
    text = templates_document([Contract("plugins.territories", (CoordinationContext,), (), ())])
    assert "## coordination.html" in text
    assert all(f"| `{name}` | `" in text for name in names_of(CoordinationContext))
    assert "`Territory \\| None`" in text  # a bar would end the cell


def test_each_setting_has_its_line():
    count = Setting("AGENDA_DAYS", COUNT, 400, "How many days.", ("agenda",), is_territorial=False)
    text = settings_document([Contract("plugins.agenda", (), (), (count,))])
    assert (
        "| `AGENDA_DAYS` | whole number | `400` | agenda | How many days. "
        "Not for a territory to change. |"
    ) in text


def test_everything_that_is_declared_is_documented():
    text: Any = "".join(compiled(ROOT).values())
    for contract in contracts():
        assert all(f"## {kind.TEMPLATE}\n" in text for kind in contract.contexts)
        assert all(f"| `{setting.name}` |" in text for setting in contract.settings)
        assert all(f"| `{name}` |" in text for kind in contract.gives for name in names_of(kind))
