"""`annuaire import` says how far it is to a person who looks, and nothing to a file."""

import io
import sys
from pathlib import Path

import pytest

from plugins.cli.import_table import import_table


class Screen(io.StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.mark.parametrize("is_terminal", [True, False])
def test_progress_is_shown_on_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_terminal: bool
) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("nom,commune,code_postal\nEspace du Lac,Labège,31670\n", "utf-8")
    screen = Screen(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    import_table.main([str(table), "--places", str(tmp_path / "places")], standalone_mode=False)
    assert ("Lecture des lignes" in screen.getvalue()) is is_terminal
    assert is_terminal or screen.getvalue() == ""
    assert list(tmp_path.glob("places/31/*.yaml"))
