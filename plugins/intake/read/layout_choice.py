"""Which layout a table has: the one asked for, a known list, or what its header tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.intake.read.columns.guessed_layout import guessed_layout
from plugins.intake.read.layout import Layout, LayoutError, read_layout
from plugins.intake.read.tables.rows import TableRow

_KNOWN = Path(__file__).parent / "layouts"


def layout_for(
    columns: Sequence[str],
    path: Path | None,
    rows: Sequence[TableRow] = (),
    is_commune: Callable[[str], bool] = lambda _: False,
) -> Layout:
    """The layout asked for, or the known one that fits the header, else what the header and the
    cells of `rows` tell. `is_commune`: whether a text names a commune.

    Raises:
        LayoutError: nothing fits; the message is in French.
    """
    if path is not None:
        return _with_unread(_asked_for(columns, path), columns)
    for known in sorted(_KNOWN.glob("*.yaml")):
        layout = read_layout(known)
        if layout.recognise and set(layout.recognise) <= set(columns):
            return _with_unread(layout, columns)
    return guessed_layout(columns, rows, is_commune)


def _asked_for(columns: Sequence[str], path: Path) -> Layout:
    layout = read_layout(path)
    named = layout.rules["nom"].columns if "nom" in layout.rules else ()
    if named and not set(named) & set(columns):
        raise LayoutError(
            f"{path} : cette description ne va pas avec ce fichier, il n'a pas de colonne "
            f"« {' / '.join(named)} ». Ses colonnes : {', '.join(columns)}."
        )
    return layout


def _with_unread(layout: Layout, columns: Sequence[str]) -> Layout:
    return replace(layout, unread=tuple(name for name in columns if name not in layout.read))
