"""`read_hours`: what a person or a table wrote → one week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from plugins.hours.french import EXAMPLE, Segment, read_segments
from plugins.hours.model import (
    EVERY_DAY,
    UNKNOWN_WEEK,
    ExceptionalHours,
    HoursError,
    Occasion,
    Remark,
    Rule,
    Span,
    State,
    Week,
)
from plugins.hours.osm import LONGEST, LOOKS_LIKE, read_osm
from plugins.hours.spans import tidy, typed_spans
from plugins.hours.week import normalise, usual_days
from plugins.hours.words import DAYS, fold, read_date, tokens

_DAY_KINDS = ("day", "weekend", "every_day", "public_holiday", "school_holiday", "rank")
NOTHING = ("", "-", "?", "/")
"""What people type in a cell about which they know nothing."""


def read_hours(value: str | Mapping[str, str], *, today: date | None = None) -> Week:
    """The week said by a French mapping (`lundi: 9h-12h, 14h-17h30`), a French line of text or an
    OSM opening_hours string. Nothing at all is a week of unknown hours.

    A day that French typing does not mention is unknown; in OSM, as its grammar says, closed.
    `today` serves only to propose dates in a message. Raises HoursError, whose `faults` name
    every entry at fault; doubts that do not prevent reading are in the week's `remarks`.
    """
    if isinstance(value, Mapping):
        return _read_entries([(str(key), str(text)) for key, text in value.items()], today)
    if value.strip() in NOTHING:
        return UNKNOWN_WEEK
    if LOOKS_LIKE.search(value) and not any(day in fold(value) for day in DAYS):
        return read_osm(value)
    return _read_entries([("", value)], today)


def read_exception(
    du: str, au: str = "", horaires: str | Mapping[str, str] = "", motif: str = ""
) -> ExceptionalHours:
    """Exceptional hours from `du` to `au` (both included; `au` is `du` when empty).

    `horaires` is «fermé», «10h-12h», «sur rendez-vous», or a week as `read_hours` takes it;
    empty means that the hours are not known then. Raises HoursError naming the field at fault.
    """
    start = _day("du", du)
    end = _day("au", au) if au.strip() else start
    if end < start:
        raise HoursError("au", "la fin est avant le début.", "vérifiez les deux dates")
    reason = motif.strip()
    if isinstance(horaires, str):
        if horaires.strip() in NOTHING:
            return ExceptionalHours(start, end, reason, State.UNKNOWN)
        if not _names_days(horaires):
            (segment,) = read_segments("horaires", "tous les jours", horaires)
            spans, _ = tidy("horaires", segment.pairs)
            state = segment.state or (State.OPEN if spans else State.UNKNOWN)
            return ExceptionalHours(start, end, reason, state, spans, note=segment.note)
    try:
        week = read_hours(horaires)
    except HoursError as error:
        raise HoursError("horaires", error.message, error.hint) from error
    return ExceptionalHours(start, end, reason, State.OPEN, week=week)


def _names_days(text: str) -> bool:
    return bool(LOOKS_LIKE.search(text)) or any(word.kind in _DAY_KINDS for word in tokens(text))


def _day(where: str, text: str) -> date:
    day = read_date(text)
    if day is None:
        raise HoursError(
            where, f"« {text} » n'est pas une date.", "année-mois-jour, par exemple « 2026-12-24 »"
        )
    return day


def _read_entries(entries: Sequence[tuple[str, str]], today: date | None) -> Week:
    segments: list[tuple[str, Segment]] = []
    faults: list[Remark] = []
    for key, text in entries:
        if key and text.strip() in NOTHING:
            continue
        try:
            if len(key) + len(text) > LONGEST:
                raise HoursError(key, "ce texte est trop long pour des horaires.", EXAMPLE)
            segments += [(key, segment) for segment in read_segments(key, key, text, today)]
        except HoursError as error:
            faults += error.faults
    builder = _WeekBuilder()
    if not faults:
        for where, segment in segments:
            try:
                builder.add(where, segment)
            except HoursError as error:
                faults += error.faults
    if faults:
        raise HoursError.of(faults)
    return builder.week(mapping=bool(entries and entries[0][0]))


class _WeekBuilder:
    """Puts segments together: days said twice, days not said, holidays."""

    def __init__(self) -> None:
        self.plain: dict[int, Rule] = {}
        self.special: list[Rule] = []
        self.holidays: list[Segment] = []
        self.public: list[Rule] = []
        self.term_days: set[int] = set()
        self.remarks: list[Remark] = []

    def add(self, where: str, segment: Segment) -> None:
        spans, doubts = tidy(where, segment.pairs)
        self.remarks += doubts
        state = segment.state or (State.OPEN if spans else State.UNKNOWN)
        rule = Rule(tuple(sorted(segment.days)) or EVERY_DAY, spans, state, segment.note)
        if segment.closed_on_holidays:
            closed = Rule(EVERY_DAY, state=State.CLOSED, occasion=Occasion.PUBLIC_HOLIDAY)
            self.public = [closed]
        if segment.open_on_holidays or (segment.public_holiday and not segment.school_holiday):
            days = rule.days if segment.open_on_holidays else EVERY_DAY
            self.public.append(Rule(days, spans, state, segment.note, Occasion.PUBLIC_HOLIDAY))
        if segment.school_holiday:
            self.holidays.append(segment)
        elif segment.ranks or segment.anchor:
            self.special.append(
                Rule(
                    rule.days,
                    spans,
                    state,
                    segment.note,
                    ranks=tuple(dict.fromkeys(segment.ranks)),
                    anchor=segment.anchor,
                )
            )
        else:
            for day in sorted(segment.days):
                self.add_day(where, day, rule, said=bool(segment.vague))
        if segment.term_only:
            self.term_days.update(segment.days)

    def add_day(self, where: str, day: int, rule: Rule, *, said: bool) -> None:
        before = self.plain.get(day)
        alone = Rule((day,), rule.spans, rule.state, rule.note)
        if before is None or before == alone or State.CLOSED in (before.state, rule.state):
            self.plain[day] = alone
            return
        both = sorted(before.spans + rule.spans)
        if not (before.spans and rule.spans) or any(a.end > b.start for a, b in pairwise(both)):
            raise HoursError(
                where, f"le {DAYS[day]} est dit deux fois, différemment.", "gardez une seule fois"
            )
        if not said:
            self.remarks.append(
                Remark(
                    where,
                    f"le {DAYS[day]} est dit deux fois.",
                    f"écrivez « {DAYS[day]}: {typed_spans(both)} »",
                )
            )
        note = before.note if before.note == rule.note else before.note or rule.note
        self.plain[day] = Rule((day,), tuple(map(Span._make, both)), State.OPEN, note)

    def week(self, *, mapping: bool) -> Week:
        plain = list(self.plain.values())
        for rule in self.special:
            for day in rule.days:
                if rule.spans and day in self.plain and self.plain[day].spans:
                    self.remarks.append(
                        Remark(
                            "",
                            f"ces jours-là, les heures habituelles du {DAYS[day]} ne valent plus.",
                            "si les deux s'ajoutent, écrivez toutes les heures aux deux endroits",
                        )
                    )
        said = set(self.plain) | {day for rule in self.special for day in rule.days}
        missing = tuple(day for day in EVERY_DAY if day not in said)
        if missing:
            plain.append(Rule(missing, state=State.UNKNOWN))
        if missing and mapping and said:
            names = ", ".join(DAYS[day] for day in missing)
            self.remarks.append(
                Remark(
                    "",
                    f"rien n'est dit pour : {names}.",
                    f"écrivez « {DAYS[missing[-1]]}: fermé » si c'est fermé",
                )
            )
        school = [self.school_rule(segment, plain) for segment in self.holidays]
        if self.term_days and not school:
            days = tuple(sorted(self.term_days))
            school = [Rule(days, state=State.UNKNOWN, occasion=Occasion.SCHOOL_HOLIDAY)]
        return Week(normalise([*plain, *self.special, *school, *self.public]), tuple(self.remarks))

    @staticmethod
    def school_rule(segment: Segment, plain: Sequence[Rule]) -> Rule:
        spans, _ = tidy("", segment.pairs)
        state = segment.state or (State.OPEN if spans else State.UNKNOWN)
        days = tuple(sorted(segment.days))
        if not days:
            days = EVERY_DAY if state is State.CLOSED else usual_days(plain)
        return Rule(days, spans, state, segment.note, Occasion.SCHOOL_HOLIDAY)
