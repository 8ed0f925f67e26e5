"""French opening hours, cut into segments: which days, when on these days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from plugins.hours.fortnights import check_fortnight
from plugins.hours.model import EVERY_DAY, WHOLE_DAY, HoursError, State
from plugins.hours.spans import typed
from plugins.hours.words import DAYS, Token, minutes, rank, read_date, tokens, weekday

EXAMPLE = "par exemple « mardi: 9h-12h, 14h-17h30 » ou « mardi: fermé »"
APPOINTMENT = "sur rendez-vous"
PARTLY = "en partie sur rendez-vous"
_MARK = re.compile(r"([12]?\d)h([0-5]\d)?")
_FORMATTED = re.compile(rf"{_MARK.pattern}-{_MARK.pattern}(?:, {_MARK.pattern}-{_MARK.pattern})*")


@dataclass(slots=True)
class Segment:
    """Days, and what happens on them. Built word by word by `_HoursReader`."""

    days: list[int] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    fortnight: str = ""
    anchor: date | None = None
    public_holiday: bool = False
    school_holiday: bool = False
    term_only: bool = False
    closed_on_holidays: bool = False
    open_on_holidays: bool = False
    pairs: list[tuple[int, int]] = field(default_factory=list)
    state: State | None = None
    note: str = ""
    vague: int = 0
    days_came_last: bool = False

    @property
    def has_days(self) -> bool:
        return bool(self.days or self.public_holiday or self.school_holiday)

    @property
    def has_hours(self) -> bool:
        return bool(self.pairs or self.state or self.note == APPOINTMENT)


def read_segments(where: str, key: str, value: str, today: date | None = None) -> list[Segment]:
    """The segments of one entry (`key` names days) or of a whole line of text (`key` is "").

    `today` serves only to propose dates. Raises HoursError, naming `where`.
    """
    if usual := _as_formatted(key, value):
        return [usual]
    reader = _HoursReader(where)
    reader.read(tokens(key))
    reader.key_days = frozenset(reader.segment.days)
    reader.read(tokens(value))
    segments = reader.finish()
    for segment in segments:
        check_fortnight(where, segment.days, segment.fortnight, segment.anchor, today)
    return segments


def _as_formatted(key: str, value: str) -> Segment | None:
    """The segment of an entry written as `annuaire format` writes it. Nearly all are, and this is
    ten times quicker than going through the words; a test holds that it says the same."""
    if key not in DAYS:
        return None
    if value == "fermé":
        return Segment([DAYS.index(key)], state=State.CLOSED)
    if not _FORMATTED.fullmatch(value):
        return None
    marks = [int(h) * 60 + int(m or 0) for h, m in _MARK.findall(value)]
    return Segment([DAYS.index(key)], pairs=list(zip(marks[::2], marks[1::2], strict=True)))


class _HoursReader:
    def __init__(self, where: str) -> None:
        self.where = where
        self.key_days: frozenset[int] = frozenset()
        self.done: list[Segment] = []
        self.segment = Segment()
        self.start: int | None = None  # an hour that waits for its end
        self.bare = False  # that hour was a number without « h »
        self.linked = False  # the last word was « à » or a dash
        self.ranged = False  # the last day ended a range
        self.last = ""  # kind of the last word other than a link
        self.times: list[int] = []  # all hours seen, to guess a correction
        self.typed: list[str] = []

    def fail(self, message: str, hint: str = EXAMPLE) -> HoursError:
        return HoursError(self.where, message, hint)

    def read(self, words: Iterable[Token]) -> None:
        for word in words:
            self.typed.append(word.text)
            getattr(self, f"on_{word.kind}")(word)
            if word.kind != "to":
                self.linked = False
                self.last = word.kind

    def finish(self) -> list[Segment]:
        self.close_time()
        self.done.append(self.segment)
        for segment in self.done:
            if segment == Segment(note=APPOINTMENT):  # the whole text is «sur rendez-vous»
                segment.days.extend(EVERY_DAY)
            if not segment.has_days:
                raise self.fail("on ne sait pas de quel jour il s'agit.")
            if not segment.has_hours:
                raise self.fail("il manque les heures.")
            if segment.vague > len(segment.pairs) or (segment.vague and segment.note):
                raise self.fail(
                    "« matin » ou « après-midi » ne suffit pas.",
                    "écrivez les heures, " + EXAMPLE,
                )
        return self.done

    # Days

    def new_segment(self) -> None:
        self.close_time()
        self.done.append(self.segment)
        self.segment = Segment(
            public_holiday=bool(self.where) and self.done[0].public_holiday,
            school_holiday=bool(self.where) and self.done[0].school_holiday,
        )

    def before_days(self) -> None:
        if not self.segment.has_hours:
            return
        if not self.segment.has_days:  # «fermé le jeudi»
            self.segment.days_came_last = bool(self.segment.pairs or self.segment.state)
        elif not self.segment.days_came_last:
            self.new_segment()

    def add_days(self, days: Iterable[int], word: Token) -> None:
        for day in days:
            if self.key_days and day not in self.key_days:
                raise self.fail(
                    f"« {word.text.strip()} » ne va pas dans cette ligne.",
                    f"écrivez une ligne à part : « {DAYS[day]}: … »",
                )
            if day not in self.segment.days:
                self.segment.days.append(day)

    def on_day(self, word: Token) -> None:
        day = weekday(word.folded)
        if day is None:  # the scanner knows only these words
            return
        if self.linked and self.last == "day" and self.segment.days:
            if self.ranged:  # «lundi-mardi-jeudi» does not mean Wednesday
                raise self.fail(
                    f"« {word.text.strip()} » : d'un jour à un autre, ou seulement ces jours-là ?",
                    "séparez les jours par des virgules, par exemple « lundi, mardi, jeudi »",
                )
            self.ranged = True
            first = self.segment.days[-1]
            self.add_days(((first + n) % 7 for n in range((day - first) % 7 + 1)), word)
        else:
            self.ranged = False
            self.before_days()
            self.add_days([day], word)

    def on_weekend(self, word: Token) -> None:
        self.before_days()
        self.add_days([5, 6], word)

    def on_every_day(self, word: Token) -> None:
        if self.last != "all_day":  # «24h/24 7j/7»
            self.before_days()
        self.add_days(EVERY_DAY, word)

    def on_public_holiday(self, _word: Token) -> None:
        self.before_days()
        self.segment.public_holiday = True

    def on_school_holiday(self, _word: Token) -> None:
        self.before_days()
        self.segment.school_holiday = True

    def on_rank(self, word: Token) -> None:
        self.before_days()
        self.segment.ranks.append(rank(word.folded))

    def on_monthly(self, _word: Token) -> None:
        if not self.segment.ranks:
            raise self.fail(
                "on ne sait pas lequel du mois.", "par exemple « le premier lundi du mois: 9h-12h »"
            )

    def on_every_other(self, word: Token) -> None:
        day = weekday(word.folded)
        if day is not None:
            if day not in self.segment.days:
                self.before_days()
            self.add_days([day], word)
        self.segment.fortnight = word.text.strip()

    def on_parity(self, word: Token) -> None:
        self.segment.fortnight = word.text.strip()

    def on_anchor(self, word: Token) -> None:
        self.segment.anchor = read_date(word.text)
        if self.segment.anchor is None:
            raise self.fail(
                f"« {word.text.strip()} » : la date n'existe pas, ou il manque l'année.",
                "par exemple « à partir du 6 octobre 2026 »",
            )

    def on_term(self, _word: Token) -> None:
        self.segment.term_only = True

    def on_not_holidays(self, _word: Token) -> None:
        self.segment.closed_on_holidays = True

    def on_with_holidays(self, _word: Token) -> None:
        self.segment.open_on_holidays = True

    # Hours

    def before_hours(self) -> None:
        if self.segment.days_came_last:
            self.new_segment()

    def on_time(self, word: Token) -> None:
        value = minutes(word.folded)
        if value is None:
            raise self.fail(f"« {word.text.strip()} » n'est pas une heure.", "par exemple « 9h30 »")
        self.take_hour(1440 if self.linked and word.folded == "minuit" else value, bare=False)

    def on_number(self, word: Token) -> None:
        if (not self.linked and self.start is not None) or int(word.folded) > 24:
            raise self.fail(f"« {word.text} » n'est pas compris.")
        self.take_hour(int(word.folded) * 60, bare=True)

    def take_hour(self, value: int, *, bare: bool) -> None:
        self.times.append(value)
        if self.start is None:
            if self.linked and self.last in ("time", "number"):
                raise self.lonely(value)
            self.before_hours()
            if self.segment.state is State.CLOSED:
                raise self.fail("« fermé » et des heures sont dits pour le même jour.")
            if self.segment.note == APPOINTMENT and self.segment.pairs:
                self.segment.note = PARTLY
            self.start, self.bare = value, bare
        elif self.linked:
            if bare and self.bare:
                raise self.fail(
                    "une heure s'écrit avec « h ».",
                    f"écrivez « {typed(self.start)}-{typed(value)} »",
                )
            self.segment.pairs.append((self.start, value))
            self.start = None
        else:
            raise self.lonely(self.start)

    def close_time(self) -> None:
        if self.start is not None:
            raise self.lonely(self.start)

    def lonely(self, value: int) -> HoursError:
        hours = list(self.times)
        pairs = list(zip(hours[::2], hours[1::2], strict=False))
        hint = EXAMPLE
        if len(hours) % 2 == 0 and all(start < end for start, end in pairs):
            hint = f"écrivez « {', '.join(f'{typed(a)}-{typed(b)}' for a, b in pairs)} »"
        return self.fail(f"« {typed(value)} » est une heure seule : de quand à quand ?", hint)

    def on_all_day(self, _word: Token) -> None:
        self.before_hours()
        self.segment.pairs.append((WHOLE_DAY.start, WHOLE_DAY.end))
        if not self.segment.has_days:  # «24h/24», «24h/24 7j/7»: always, holidays too
            self.segment.days.extend(EVERY_DAY)
            self.segment.open_on_holidays = True

    def on_closed(self, _word: Token) -> None:
        self.close_time()
        if self.segment.pairs or self.segment.days_came_last:
            self.new_segment()
        self.segment.state = State.CLOSED

    def on_unsaid(self, _word: Token) -> None:
        self.segment.state = State.UNKNOWN

    def on_appointment(self, _word: Token) -> None:
        self.segment.note = APPOINTMENT

    def on_without(self, word: Token) -> None:
        self.segment.note = word.folded.replace("rdv", "rendez-vous")

    def on_vague(self, _word: Token) -> None:
        self.segment.vague += 1

    # Other words

    def on_to(self, _word: Token) -> None:
        self.linked = True

    def on_next(self, _word: Token) -> None:
        pass

    def on_unknown(self, word: Token) -> None:
        near = get_close_matches(word.folded, [*DAYS, "ferme"], n=1, cutoff=0.75)
        hint = f"vouliez-vous dire « {near[0].replace('ferme', 'fermé')} » ?" if near else EXAMPLE
        raise self.fail(f"« {word.text} » n'est pas compris.", hint)
