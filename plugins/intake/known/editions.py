"""Whether a table is an older edition of a list that was imported since, and when rows left a list.

An edition has the date in its name («france-services-2024-08») and those of its rows. Two editions
are compared by their names; where one has no date there, by their newest rows, and then a row that
goes back in time must show it: a list whose newest row left is no older list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from plugins.intake.match.candidate import Candidate
from plugins.intake.write.last_import import LastImport
from plugins.records.memory.lines import RememberedRow
from plugins.records.memory.origin import Origin


class OlderEdition(NamedTuple):
    """A list of the table, the edition that it holds, and the newer one that is known."""

    told: str
    known: str
    rows: int

    def sentence(self) -> str:
        """For a person, in French."""
        return (
            f"Cette liste est plus ancienne que celle de l'annuaire : rien n'a été changé. "
            f"Liste lue : {self.told}. Dans l'annuaire : {self.known}."
        )


@dataclass(frozen=True)
class _Edition:
    name: str
    named: str
    """Digits of the date in the name: «202408», or ""."""
    newest: str
    """The newest day of its rows, ISO, or ""."""

    @property
    def day(self) -> str:
        """The day of the edition, ISO; "" when nobody knows. A month stands for its first day."""
        if not self.named or self.newest.replace("-", "").startswith(self.named):
            return self.newest
        padded = self.named + "0101"[len(self.named) - 4 :]
        return f"{padded[:4]}-{padded[4:6]}-{padded[6:8]}"

    @property
    def title(self) -> str:
        return self.name if self.named or not self.newest else f"{self.name} du {self.newest}"


class Editions:
    """The lists of a table against what is remembered of them, in the départements of its rows."""

    def __init__(self, candidates: Sequence[Candidate], last_import: LastImport) -> None:
        self._told: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._told[candidate.origin.stem].append(candidate)
        self._departements = {
            stem: {candidate.commune.departement for candidate in told}
            for stem, told in self._told.items()
        }
        self._known: dict[str, list[RememberedRow]] = defaultdict(list)
        for row in last_import.rows():
            if row.place.partition("/")[0] in self._departements.get(row.origin.stem, ()):
                self._known[row.origin.stem].append(row)
        self._where = {
            stem: {row.place.partition("/")[0] for row in rows}
            for stem, rows in self._known.items()
        }
        self._last_import = last_import
        self._order = {stem: self._compared(stem) for stem in self._told}

    def is_older(self, candidate: Candidate) -> bool:
        """Whether a newer edition of its list is known in its département, or the row itself goes
        back in time within an edition that is not newer."""
        stem = candidate.origin.stem
        if self._order[stem] == 0:
            return self._goes_back(candidate)
        return self._order[stem] < 0 and candidate.commune.departement in self._where[stem]

    def older(self) -> list[OlderEdition]:
        """The lists of the table of which a newer edition is known, by name."""
        return [
            OlderEdition(
                _edition([candidate.origin for candidate in self._told[stem]]).title,
                _edition([row.origin for row in self._known[stem]]).title,
                len(self._told[stem]),
            )
            for stem in sorted(self._told)
            if self._order[stem] < 0
        ]

    def left(self, listed: Iterable[str], kept: Iterable[str] = ()) -> list[RememberedRow]:
        """Remembered rows that a list of the table has no more, as they are from now on.

        `listed`: keys of the rows of the table; `kept`: identifiers of those that could not be
        read. A row leaves its list on the day of the first edition without it; an edition that is
        known already, imported again without a row, may be but a part of it: no day is noted.
        """
        present, unread = set(listed), set(kept)
        found = []
        for stem in sorted(self._told):
            order = self._order[stem]
            day = _edition([candidate.origin for candidate in self._told[stem]]).day
            for row in self._known[stem]:
                if order < 0 or row.origin.key in present or row.origin.id in unread:
                    continue
                if row.gone is None and (order > 0 or not day):
                    row = replace(row, gone=day)
                found.append(row)
        return found

    def _compared(self, stem: str) -> int:
        """-1: the table has an older edition than the known one; 1: a newer one; 0: the same, or
        nobody knows."""
        told = _edition([candidate.origin for candidate in self._told[stem]])
        known = _edition([row.origin for row in self._known[stem]])
        if told.named and known.named:
            length = min(len(told.named), len(known.named))
            first, second = told.named[:length], known.named[:length]
            if first != second:
                return 1 if first > second else -1
        if not (told.newest and known.newest):
            return 0
        if told.newest < known.newest:
            rows = self._told[stem]
            goes_back = any(self._goes_back(c) or self._had_left(c, told.newest) for c in rows)
            return -1 if goes_back else 0
        return int(told.newest > known.newest)

    def _goes_back(self, candidate: Candidate) -> bool:
        """The row is older than the one that is remembered."""
        row = self._last_import.get(candidate.origin.key)
        date = candidate.origin.date
        return row is not None and bool(date) and date < row.origin.date

    def _had_left(self, candidate: Candidate, newest: str) -> bool:
        """The row left its list in an edition that is newer than `newest`."""
        row = self._last_import.get(candidate.origin.key)
        return row is not None and bool(row.gone) and str(row.gone) > newest


def _edition(origins: Sequence[Origin]) -> _Edition:
    """The newest edition that rows of one list name."""
    names = {_digits(origin): origin.nom for origin in origins}
    named = max(names, default="")
    newest = max((origin.date for origin in origins), default="")
    return _Edition(names.get(named, ""), named, newest)


def _digits(origin: Origin) -> str:
    return re.sub(r"\D", "", origin.nom[len(origin.stem) :])
