"""Segments put together into a week: days said twice, days not said, seasons, holidays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from plugins.common.diagnostic import Diagnostic
from plugins.french.days import DAYS, EVERY_DAY
from plugins.french.joins import join
from plugins.hours.model import HoursError, Occasion, Rule, Span, State, Week, doubt_of
from plugins.hours.read.seasons_and_holidays import in_order
from plugins.hours.read.segment import Segment
from plugins.hours.read.spans import tidy, typed_spans
from plugins.hours.seasons import cover_the_year, days_of, say_season
from plugins.hours.settled import normalise
from plugins.hours.week import canonical, open_days, usual_days


class WeekBuilder:
    """Takes segments one by one, then makes the week."""

    def __init__(self) -> None:
        self.plain: dict[int, Rule] = {}
        self.said_with: dict[int, frozenset[int]] = {}  # the days of the line that each is of
        self.off: set[int] = set()
        self.special: list[Rule] = []
        self.seasonal: list[tuple[str, Rule]] = []
        self.holidays: list[Segment] = []
        self.public: list[Rule] = []
        self.term_days: set[int] = set()
        self.remarks: list[Diagnostic] = []

    def add(self, where: str, segment: Segment) -> None:
        """Raises HoursError when it contradicts an earlier segment."""
        spans, doubts = tidy(where, segment.pairs)
        self.remarks += doubts
        state = segment.state or (State.OPEN if spans else State.UNKNOWN)
        days = tuple(sorted(set(segment.days).difference(segment.days_off)))
        rule = Rule(days or EVERY_DAY, spans, state, segment.note)
        if segment.is_of_every_week:
            for day in days:
                self.add_day(where, day, rule, said=bool(segment.parts))
        else:
            self.add_special(where, segment, days, rule)

    def add_special(self, where: str, segment: Segment, days: tuple[int, ...], rule: Rule) -> None:
        """A segment that speaks of more than weekdays: holidays, ranks, seasons."""
        if segment.closed_on_holidays:
            closed = Rule(EVERY_DAY, state=State.CLOSED, occasion=Occasion.PUBLIC_HOLIDAY)
            self.public = [closed]
        ranks = tuple(dict.fromkeys(segment.ranks))
        timed = replace(rule, ranks=ranks, anchor=segment.anchor, dates=segment.season)
        if segment.open_on_holidays:  # on those of its days that are holidays
            self.public.append(replace(timed, occasion=Occasion.PUBLIC_HOLIDAY))
        elif segment.public_holiday and not segment.school_holiday:
            holiday = replace(rule, days=EVERY_DAY, occasion=Occasion.PUBLIC_HOLIDAY)
            self.public.append(holiday)
        if segment.school_holiday:
            self.holidays.append(segment)
        elif segment.season:
            self.add_season(where, timed if days else replace(timed, days=()))
        elif not timed.is_plain:
            self.special.append(timed)
        else:
            for day in days:
                self.add_day(where, day, rule, said=bool(segment.parts))
        self.take_off(where, segment, timed)
        if segment.term_only:
            self.term_days.update(days)

    def take_off(self, where: str, segment: Segment, rule: Rule) -> None:
        """«sauf le jeudi», «sauf en août»."""
        closed = replace(rule, spans=(), state=State.CLOSED, note="")
        if segment.season and segment.days_off:
            self.add_season(where, replace(closed, days=tuple(sorted(set(segment.days_off)))))
        elif rule.is_plain:
            self.off.update(segment.days_off)
        for season in segment.seasons_off:
            self.add_season(where, replace(closed, dates=season))

    def add_season(self, where: str, rule: Rule) -> None:
        """`rule` has no days when the line names none."""
        for _, other in self.seasonal:
            same = (other.dates, other.ranks, other.anchor) == (rule.dates, rule.ranks, rule.anchor)
            twice = set(other.days).intersection(rule.days)
            if same and twice:
                raise HoursError(
                    where,
                    f"le {DAYS[min(twice)]} est dit deux fois {say_season(rule.dates)}.",
                    "gardez une seule ligne, par exemple "
                    f"« {say_season(rule.dates)}, {DAYS[min(twice)]}: 9h-12h, 14h-16h »",
                )
        self.seasonal.append((where, rule))

    def add_day(self, where: str, day: int, rule: Rule, *, said: bool) -> None:
        """Hours of a weekday, said already perhaps; `said`: its mornings and afternoons are."""
        before, line = self.plain.get(day), frozenset(rule.days)
        earlier = self.said_with.get(day, line)
        self.said_with[day] = min(earlier, line, key=len)
        alone = rule if rule.days == (day,) else Rule((day,), rule.spans, rule.state, rule.note)
        if before is None or before == alone:
            self.plain[day] = alone
            return
        if State.CLOSED in (before.state, rule.state) and earlier != line:
            if line < earlier:  # «tous les jours 9h-18h, dimanche fermé», in either order
                self.plain[day] = alone
            if line < earlier or earlier < line:
                return
        both = sorted(before.spans + rule.spans)
        if not (before.spans and rule.spans) or any(a.end > b.start for a, b in pairwise(both)):
            raise HoursError(
                where, f"le {DAYS[day]} est dit deux fois, différemment.", "gardez une seule fois"
            )
        if not said:
            self.remarks.append(
                doubt_of(
                    where,
                    f"le {DAYS[day]} est dit deux fois.",
                    f"écrivez « {DAYS[day]}: {typed_spans(both)} »",
                )
            )
        note = before.note if before.note == rule.note else before.note or rule.note
        self.plain[day] = Rule((day,), tuple(map(Span._make, both)), State.OPEN, note)

    def week(self, *, mapping: bool, unsaid: State = State.UNKNOWN) -> Week:
        """`mapping`: each entry is a line of a record, so that what it leaves out is remarked,
        unless days that nothing names are known to be closed (`unsaid`)."""
        for day in self.off.difference(self.plain):
            self.plain[day] = Rule((day,), state=State.CLOSED)
        plain = list(self.plain.values())
        seasons = [self.season_rule(where, rule, plain) for where, rule in self.seasonal]
        _check_overlaps(self.seasonal, seasons)
        for rule in self.special:
            for day in rule.days:
                if rule.spans and day in self.plain and self.plain[day].spans:
                    self.remarks.append(
                        doubt_of(
                            "",
                            f"ces jours-là, les heures habituelles du {DAYS[day]} ne valent plus.",
                            "si les deux s'ajoutent, écrivez toutes les heures aux deux endroits",
                        )
                    )
        dated = [*self.special, *(rule for rule in seasons if not rule.is_seasonal)]
        said = set(self.plain) | {day for rule in dated for day in rule.days}
        missing = tuple(day for day in EVERY_DAY if day not in said)
        if missing:
            plain.append(Rule(missing, state=unsaid))
        if mapping and unsaid is State.UNKNOWN:
            self.remarks += _silences(missing, seasons, is_empty=not said)
        if seasons:
            plain = canonical(plain)
        school = _most_precise(
            [self.school_rule(segment, [*plain, *seasons]) for segment in self.holidays]
        )
        days = tuple(sorted(self.term_days.difference(*(rule.days for rule in school))))
        if days:  # said of term only, and of holidays nothing
            school = [*school, Rule(days, state=State.UNKNOWN, occasion=Occasion.SCHOOL_HOLIDAY)]
        holidays = [*school, *self.public]
        ordered = in_order(list(zip([w for w, _ in self.seasonal], seasons, strict=True)), holidays)
        return Week(normalise([*plain, *self.special, *ordered]), tuple(self.remarks))

    @staticmethod
    def season_rule(where: str, rule: Rule, plain: Sequence[Rule]) -> Rule:
        """A season that names no day is closed every day, or open on the usual ones."""
        days = rule.days or (EVERY_DAY if rule.state is State.CLOSED else open_days(plain))
        if not days:
            raise HoursError(
                where,
                f"« {say_season(rule.dates)} » : quels jours ?",
                f"par exemple « {say_season(rule.dates)}, du lundi au vendredi: 9h-12h »",
            )
        return replace(rule, days=days)

    @staticmethod
    def school_rule(segment: Segment, plain: Sequence[Rule]) -> Rule:
        spans, _ = tidy("", segment.pairs)
        state = segment.state or (State.OPEN if spans else State.UNKNOWN)
        days = tuple(sorted(segment.days))
        if not days:
            days = EVERY_DAY if state is State.CLOSED else usual_days(plain)
        return Rule(days, spans, state, segment.note, Occasion.SCHOOL_HOLIDAY)


def _most_precise(rules: Sequence[Rule]) -> list[Rule]:
    """Hours of holidays said twice of a day: those said of fewer days are kept."""
    kept = []
    for n, rule in enumerate(rules):
        days = set(rule.days)
        for m, other in enumerate(rules):
            shared = days.intersection(other.days)
            if m == n or not shared or _says_the_same(rule, other):
                continue
            if set(other.days) < set(rule.days):
                days -= shared
            elif not set(rule.days) < set(other.days):
                raise HoursError(
                    "",
                    f"le {DAYS[min(shared)]} des vacances scolaires est dit deux fois.",
                    "gardez une seule ligne, par exemple « vacances scolaires: mardi 9h-12h »",
                )
        if days:
            kept.append(replace(rule, days=tuple(sorted(days))))
    return kept


def _check_overlaps(said: Sequence[tuple[str, Rule]], seasons: Sequence[Rule]) -> None:
    """Two seasons may meet when the later is a part of the earlier: it is the more precise."""
    for n, later in enumerate(seasons):
        for earlier in seasons[:n]:
            if earlier.dates == later.dates or _says_the_same(earlier, later):
                continue
            if not set(earlier.days).intersection(later.days):
                continue
            wide, narrow = days_of(earlier.dates), days_of(later.dates)
            if wide & narrow and not narrow < wide:
                first, last = say_season(earlier.dates), say_season(later.dates)
                raise HoursError(
                    said[n][0],
                    f"« {first} » et « {last} » ont des jours communs.",
                    "donnez à chaque saison ses dates, par exemple "
                    "« du 1er au 15 août: fermé » et « du 16 au 31 août: mardi 9h-12h »",
                )


def _says_the_same(one: Rule, other: Rule) -> bool:
    return (one.spans, one.state, one.note, one.ranks, one.anchor) == (
        other.spans, other.state, other.note, other.ranks, other.anchor
    )  # fmt: skip


def _silences(
    missing: Sequence[int], seasons: Sequence[Rule], *, is_empty: bool
) -> Iterator[Diagnostic]:
    """The days of which nothing is said, and those that are said for a part of the year."""
    never = [day for day in missing if not any(day in rule.days for rule in seasons)]
    if never and not (is_empty and not seasons):
        names = ", ".join(DAYS[day] for day in never)
        hint = f"ajoutez « {join([DAYS[day] for day in never])}: fermé » si c'est fermé"
        yield doubt_of("", f"rien n'est dit pour certains jours : {names}.", hint)
    for day in missing:
        said = [rule.dates for rule in seasons if day in rule.days]
        if said and not cover_the_year(said):
            hint = f"ajoutez « {DAYS[day]}: fermé » si c'est fermé hors saison"
            yield doubt_of("", f"rien n'est dit pour le {DAYS[day]} hors saison.", hint)
            return
