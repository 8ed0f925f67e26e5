"""Places in every format: side by side as their files have them, and what earlier builds kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.opendata.losses import LostValue
from plugins.records.entry import Entry


class CarriedPlace(NamedTuple):
    """A place in every format, by name: its piece, and what was lost of it."""

    pieces: Mapping[str, bytes]
    lost: Mapping[str, Sequence[LostValue]]


class SideBySide(NamedTuple):
    """Pieces of all places of a département, as they stand in a file. `spans`: by id, the
    fingerprint of the place, from where and to where; as long as nothing for a place that the
    format has no room for."""

    whole: bytes
    spans: Mapping[str, tuple[bytes, int, int]]

    def is_of(self, entries: Sequence[Entry]) -> bool:
        """Whether these are their pieces, in their order."""
        made = [(id_, print_) for id_, (print_, *_) in self.spans.items()]
        return made == [(entry.id, entry.stated) for entry in entries]


def side_by_side(between: bytes, entries: Iterable[Entry], pieces: Sequence[bytes]) -> SideBySide:
    """The pieces of these places, with `between` two of them."""
    spans, end = {}, 0
    for entry, piece in zip(entries, pieces, strict=True):
        start = end + len(between) if piece and end else end
        end = start + len(piece)
        spans[entry.id] = entry.stated, start, end
    return SideBySide(between.join(filter(None, pieces)), spans)


def still_carried(
    entries: Iterable[Entry],
    kept: Mapping[str, SideBySide],
    lost: Mapping[str, tuple[bytes, Mapping[str, Sequence[LostValue]]]],
) -> dict[str, CarriedPlace]:
    """The places, by id, that are as an earlier build carried them in every format. `kept`: by
    format; `lost`: by place, its fingerprint, then what was lost by format."""
    found = {}
    for entry in entries:
        # A build that was stopped wrote some of the files only: each says of which place it is.
        spans = {name: each.spans.get(entry.id) for name, each in kept.items()}
        stated, losses = lost.get(entry.id, (b"", {}))
        if stated == entry.stated and all(s and s[0] == entry.stated for s in spans.values()):
            pieces = {name: kept[name].whole[s[1] : s[2]] for name, s in spans.items() if s}
            found[entry.id] = CarriedPlace(pieces, losses)
    return found
