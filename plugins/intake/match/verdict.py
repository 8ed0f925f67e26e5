"""What comparing two rows says of them."""

from __future__ import annotations

from typing import NamedTuple


class Verdict(NamedTuple):
    """`score` orders the merges, surest first; `why` is French. `perhaps`: not the same as far as
    one can tell, but a person should look."""

    same: bool
    score: int
    why: str
    perhaps: bool = False


DIFFERENT = Verdict(False, 0, "")
