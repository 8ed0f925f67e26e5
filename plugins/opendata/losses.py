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

Tally = dict[tuple[str, str, str, bool], tuple[int, dict[str, int]]]
"""Format, field, why, is_written → how many places, and how often each value."""


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


def count_losses(tally: Tally, name: str, lost: Iterable[Lost]) -> None:
    """Add what the format `name` lost of one place."""
    seen: set[tuple[str, str, str, bool]] = set()
    for field, value, why, is_written in lost:
        key = (name, field, why, is_written)
        places, values = tally.get(key, (0, {}))
        values[value] = values.get(value, 0) + 1
        tally[key] = (places + (key not in seen), values)
        seen.add(key)


def add_tally(whole: Tally, part: Tally) -> None:
    """Add that of a département."""
    for key, (places, values) in part.items():
        before, known = whole.get(key, (0, {}))
        for value, times in values.items():
            known[value] = known.get(value, 0) + times
        whole[key] = (before + places, known)


def counted_losses(tally: Tally, formats: Iterable[ExportFormat]) -> Iterator[CountedLoss]:
    """Format after format, what is lost most often first."""
    for form in formats:
        own = [(key, found) for key, found in tally.items() if key[0] == form.name]
        for (_, field, why, is_written), (places, values) in sorted(
            own, key=lambda each: (-each[1][0], each[0])
        ):
            often = sorted(values.items(), key=lambda value: (-value[1], value[0]))
            named = tuple(often[:MOST_VALUES])
            yield CountedLoss(form, field, why, is_written, places, named, len(often) - len(named))


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
