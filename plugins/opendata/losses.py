"""The report of losses: what the formats could not say of the places of an area, counted.

Nothing in it is written by hand: it is the sum of what each format says of each place (`Lost`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.common.spreadsheet import csv_text
from plugins.opendata.formats.export_format import ExportFormat, Lost

MOST_VALUES = 20
"""Values of one kind of loss that a report names, the most frequent; then it says how many more."""

LossKind = tuple[str, str, bool]
"""Field, why, is_written."""


class FormatTally(NamedTuple):
    """What one format lost: how often each value of each kind, and of how many places each kind."""

    values: dict[tuple[str, str, str, bool], int]
    """By field, value, why, is_written: a `Lost`."""
    places: dict[LossKind, int]


Tally = dict[str, FormatTally]
"""By name of format."""


class CountedLoss(NamedTuple):
    """A kind of loss. `values`: with how often each, the most frequent first; `more`: how many
    other values there are."""

    form: ExportFormat
    field: str
    why: str
    is_written: bool
    places: int
    values: tuple[tuple[str, int], ...]
    more: int


def count_losses(tally: FormatTally, lost: Iterable[Lost]) -> None:
    """Add what the format lost of one place."""
    values, places = tally
    kinds = set()
    for one in lost:
        values[one] = values.get(one, 0) + 1
        kinds.add((one.field, one.why, one.is_written))
    for kind in kinds:
        places[kind] = places.get(kind, 0) + 1


def add_tally(whole: Tally, name: str, part: FormatTally) -> None:
    """Add that of a département, in the format `name`."""
    values, places = whole.setdefault(name, FormatTally({}, {}))
    for one, times in part.values.items():
        values[one] = values.get(one, 0) + times
    for kind, count in part.places.items():
        places[kind] = places.get(kind, 0) + count


def counted_losses(tally: Tally, formats: Iterable[ExportFormat]) -> Iterator[CountedLoss]:
    """Format after format, what is lost most often first."""
    for form in formats:
        by_kind: dict[LossKind, list[tuple[str, int]]] = {}
        tally_of_form = tally.get(form.name, FormatTally({}, {}))
        for (field, value, why, is_written), times in tally_of_form.values.items():
            by_kind.setdefault((field, why, is_written), []).append((value, times))
        places = tally_of_form.places
        for kind in sorted(by_kind, key=lambda each: (-places[each], each)):
            often = sorted(by_kind[kind], key=lambda value: (-value[1], value[0]))
            named = tuple(often[:MOST_VALUES])
            yield CountedLoss(form, *kind, places[kind], named, len(often) - len(named))


def losses_csv(losses: Iterable[CountedLoss]) -> str:
    """A line a value."""
    return csv_text(_HEADER, (line for loss in losses for line in _lines(loss)))


_HEADER = ("format", "champ", "raison", "ecrit_quand_meme", "lieux", "valeur", "fois")


def _lines(loss: CountedLoss) -> Iterator[list[str]]:
    written = "oui" if loss.is_written else "non"
    common = [loss.form.title, loss.field, loss.why, written, str(loss.places)]
    for value, times in loss.values:
        yield [*common, value, str(times)]
    if loss.more:
        yield [*common, f"et {loss.more} autres valeurs", ""]
