"""The report of losses: what the formats could not say of the places of an area, counted.

Nothing in it is written by hand: it is the sum of what each format says of each place (`Lost`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from plugins.common.spreadsheet import csv_text
from plugins.opendata.formats.export_format import ExportFormat

LOSSES = "-pertes.csv"
"""What its file is called after its area."""
MOST_VALUES = 20
"""Values of one kind of loss that a report names, the most frequent; then it says how many more."""

LostValue = tuple[str, str, str, bool]
"""Field, value, why, is_written: a `Lost`."""
LossKind = tuple[str, str, bool]
"""Field, why, is_written."""
_KIND = itemgetter(0, 2, 3)


class FormatTally(NamedTuple):
    """What one format lost: how often each value of each kind, and of how many places each kind."""

    values: dict[LostValue, int]
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


def count_losses(of_places: Sequence[Sequence[LostValue]]) -> FormatTally:
    """What the format lost of each of these places, counted."""
    values: Counter[LostValue] = Counter(chain.from_iterable(of_places))
    kinds = (set(map(_KIND, lost)) for lost in of_places)
    places: Counter[LossKind] = Counter(chain.from_iterable(kinds))
    # Without names, as a cache keeps it.
    return FormatTally({lost[:4]: times for lost, times in values.items()}, dict(places))


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
