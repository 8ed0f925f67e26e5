"""A line of dates, read word by word into a `Draft`; `settling` makes `Dates` of it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from plugins.french.days import EVERY_DAY, from_to, weekday
from plugins.french.errors import FrenchTimeError
from plugins.french.lexer import NUMBERS, Lexeme
from plugins.french.ranks import rank
from plugins.french.spelling import corrected
from plugins.french.typed_dates import TypedDate, follow_one_another, months_of
from plugins.recurrence.draft import Draft, RankedDays, Rhythm
from plugins.recurrence.exceptions import take_exceptions
from plugins.recurrence.hints import hint_for
from plugins.recurrence.model import Dates, DatesError, Skip
from plugins.recurrence.resolve import EXAMPLE, TWO_LINES, resolve
from plugins.recurrence.session_hours import SessionHours

LONGEST = 500
MONTHS_FIRST = (
    "écrivez la saison d'abord, par exemple « tous les mardis en août de 9h à 12h et de 14h à "
    "17h », ou une ligne pour chaque rythme"
)
ONLY_CLOSED = (
    "écrivez les jours où cela a lieu, puis « sauf … », par exemple « tous les mardis sauf en "
    "août »"
)
_ONLY_WORDS = ("with_holidays", "comma", "and")


def read_dates(text: str, *, today: date | None = None) -> Dates:
    """One line of dates, as a volunteer types it: «tous les mardis de 14h à 16h».

    `today` serves only to propose dates. Raises DatesError, in French, at the first fault.
    """
    if len(text) > LONGEST:
        raise DatesError(
            "la ligne est trop longue.", "écrivez une ligne pour chaque rythme", LONGEST
        )
    try:
        return resolve(_DatesReader(text).read(), today)
    except _UnknownWordError as error:
        raise DatesError(error.message, _correction(text, today), error.at) from None
    except DatesError:
        raise
    except FrenchTimeError as error:
        raise DatesError(error.message, error.hint, error.at) from None


class _UnknownWordError(DatesError):
    """A word that we do not know: the nearest ones are tried."""


def _correction(text: str, today: date | None) -> str:
    near = corrected(text)
    if near == text:
        return EXAMPLE
    try:
        meant = resolve(_DatesReader(near).read(), today).to_french()
        return f"vouliez-vous dire « {meant} » ?"
    except FrenchTimeError:
        return EXAMPLE


class _DatesReader(SessionHours):
    def read(self) -> Draft:
        if not self.words:
            raise DatesError("il n'y a pas de date.", EXAMPLE)
        while self.next < len(self.words):
            if dates := self.take_dates():
                self.on_dates(dates)
                continue
            word = self.take()
            if word.kind not in _ONLY_WORDS:
                getattr(self, f"on_{word.kind}", self.on_unknown)(word)
        return self.draft

    def on_unknown(self, word: Lexeme) -> None:
        message = f"« {word.text.strip()} » n'est pas compris."
        after = self.peek() if word.kind == "to" or word.normalized == "l" else word
        if hint := hint_for(word, self.text) or hint_for(after, self.text):
            raise DatesError(message, hint, word.at)
        raise _UnknownWordError(message, at=word.at)

    # Dates

    def on_dates(self, dates: list[tuple[str, TypedDate]]) -> None:
        typed = [day for _, day in dates]
        links = [link for link, _ in dates]
        self.is_between = False
        self.refuse_bare_hours(dates)
        if typed[0].is_month:
            self.on_months(typed, links)
        elif "to" not in links:
            if self.draft.single and self.draft.times:
                raise DatesError("il y a deux fois des dates.", TWO_LINES, typed[0].at)
            self.draft.single += typed
        elif len(typed) == 2:
            self.set_bounds(typed[0], typed[1])
        else:
            raise DatesError(
                "on ne sait pas ce que « au » relie.",
                "écrivez un seul « du … au … » par ligne",
                typed[0].at,
            )

    def refuse_bare_hours(self, dates: list[tuple[str, TypedDate]]) -> None:
        """«mardi 9-12» are two hours, and not two days without a month."""
        (_, first), (link, last) = dates[0], dates[-1]
        if len(dates) == 2 and link == "to" and not (first.month or last.month):
            raise DatesError(
                f"« {first.day}-{last.day} » : une heure s'écrit avec un « h ».",
                f"écrivez « {first.day}h-{last.day}h »",
                first.at,
            )

    def on_months(self, typed: list[TypedDate], links: list[str]) -> None:
        kinds = [word.kind for word in self.words[: self.next]]
        if ("time", "time") in pairwise(kinds):  # «mardi 9h-12h (14h-17h en août)»
            raise DatesError("on ne sait pas de quelles heures sont ces mois.", TWO_LINES,
                             typed[0].at)  # fmt: skip
        before = self.words[self.words_before(typed[0].at) - 1].kind
        if len(self.draft.times) > 1 and before != "comma":
            raise DatesError(
                f"« {typed[0].text} » : pour toutes ces heures ?", MONTHS_FIRST, typed[0].at
            )
        self.months_after_hours = bool(self.draft.times)
        if not any(month.year for month in typed):
            self.draft.months += months_of(typed, links)
        elif not follow_one_another(typed, links):
            raise DatesError(
                f"« {typed[0].text} » : avec une année, écrivez le début et la fin.",
                "par exemple « du 1er juillet au 31 août 2026 »",
                typed[0].at,
            )
        else:
            self.set_bounds(typed[0], typed[-1])

    def words_before(self, at: int) -> int:
        """How many words stand before a place of the text."""
        return sum(word.at < at for word in self.words)

    def set_bounds(self, start: TypedDate | None, until: TypedDate | None) -> None:
        if (start and self.draft.start) or (until and self.draft.until):
            at = (start or until or TypedDate(0, "", 0)).at
            raise DatesError("il y a deux débuts ou deux fins.", TWO_LINES, at)
        self.draft.start = start or self.draft.start
        self.draft.until = until or self.draft.until

    def on_start(self, word: Lexeme) -> None:
        if self.peek().kind == "time":  # «lundi à partir de 14h»
            raise self.without_end(word, self.peek())
        dates = self.take_dates()
        if [link for link, _ in dates] not in ([""], ["", "to"]):
            raise self.date_expected(word)
        self.set_bounds(dates[0][1], dates[1][1] if len(dates) == 2 else None)

    def on_until(self, word: Lexeme) -> None:
        if self.peek().kind == "time":
            return
        dates = self.take_dates()
        if len(dates) != 1:
            raise self.date_expected(word)
        self.set_bounds(None, dates[0][1])

    def date_expected(self, word: Lexeme) -> DatesError:
        text = word.text.strip()
        return DatesError(
            f"« {text} » : il faut une date et une seule.",
            "par exemple « à partir du 6 octobre 2026 » ou « jusqu'au 30 juin 2026 »",
            word.at,
        )

    def on_year(self, word: Lexeme) -> None:
        raise DatesError(
            f"« {word.text} » : une année va avec un jour et un mois.",
            f"par exemple « du 6 janvier au 30 juin {word.text} »",
            word.at,
        )

    # Rhythms

    def group(self, word: Lexeme, *, of_rank: bool = False) -> RankedDays:
        """The group to which a weekday, or a rank, belongs."""
        if self.days_before_hours:
            raise DatesError("il y a deux fois des jours.", TWO_LINES, word.at)
        groups = self.draft.groups
        if not groups or (of_rank and groups[-1].days):
            self.draft.days_at = self.draft.days_at or word.at
            groups.append(RankedDays([], []))
        return groups[-1]

    def on_day(self, word: Lexeme) -> None:
        groups = self.draft.groups
        if self.draft.is_monthly and groups and groups[-1].ranks and not self.draft.times:
            # «le 1er samedi du mois et le mercredi»: of which rank?
            raise DatesError("il y a deux rythmes.", TWO_LINES, word.at)
        group, day = self.group(word), weekday(word.normalized) or 0
        if self.peek().kind == "to" and self.peek(1).kind == "day":
            self.take()
            last = weekday(self.take().normalized) or 0
            group.days.extend(from_to(day, last))
        else:
            group.days.append(day)

    def on_weekend(self, word: Lexeme) -> None:
        self.group(word).days.extend((5, 6))

    def on_every_day(self, word: Lexeme) -> None:
        self.group(word).days.extend(EVERY_DAY)

    def on_rank(self, word: Lexeme) -> None:
        self.group(word, of_rank=True).ranks.append(rank(word.normalized))

    def on_monthly(self, _word: Lexeme) -> None:
        self.draft.is_monthly = True

    def on_fraction(self, word: Lexeme) -> None:
        parts = word.normalized.split()
        counts = [NUMBERS.get(part) or int(part) for part in parts
                  if part in NUMBERS or part.isdigit()]  # fmt: skip
        day = weekday(word.normalized)
        every = 2 if counts[-1] == 15 else counts[-1]
        self.set_rhythm(Rhythm(every, word.text.strip(), word.at, day))
        if day is not None:
            self.group(word).days.append(day)

    def on_weekly(self, word: Lexeme) -> None:
        self.set_rhythm(Rhythm(1, word.text.strip(), word.at))

    def on_parity(self, word: Lexeme) -> None:
        self.set_rhythm(Rhythm(2, word.text.strip().lower(), word.at))

    def set_rhythm(self, rhythm: Rhythm) -> None:
        """A rhythm may be said twice, «un mardi sur deux (semaines paires)», not two rhythms."""
        before = self.draft.rhythm
        self.has_condition_of_hours = self.has_condition_of_hours or bool(self.draft.times)
        if before is None:
            self.draft.rhythm = rhythm
        elif before.every != rhythm.every or (before.parity is None) == (rhythm.parity is None):
            raise DatesError("il y a deux rythmes.", TWO_LINES, rhythm.at)
        else:
            with_parity = rhythm if before.parity is None else before
            day = rhythm.weekday if before.weekday is None else before.weekday
            self.draft.rhythm = with_parity._replace(weekday=day)

    def on_other_fraction(self, word: Lexeme) -> None:
        raise DatesError(
            f"« {word.text} » n'est pas un rythme que l'on sait compter.",
            "écrivez les dates, ou « tous les mardis et jeudis, une semaine sur deux à partir du "
            "6 octobre 2026 »",
            word.at,
        )

    def on_to(self, word: Lexeme) -> None:
        if self.peek().kind == "day":
            self.group(word)  # « - » between two rhythms
        if self.peek().kind != "time":
            self.on_unknown(word)

    # Exceptions

    def on_term(self, _word: Lexeme) -> None:
        self.has_condition_of_hours = self.has_condition_of_hours or bool(self.draft.times)
        self.draft.skips.add(Skip.SCHOOL_HOLIDAYS)

    def on_skip(self, word: Lexeme) -> None:
        if self.peek().kind == "time" and self.draft.times:
            self.on_closed(word)
        self.has_condition_of_hours = self.has_condition_of_hours or bool(self.draft.times)
        take_exceptions(self, self.draft, word)

    def on_closed(self, word: Lexeme) -> None:
        """«tous les mardis, fermé en août» is «sauf en août»."""
        if self.peek().kind == "time" and self.draft.times:
            hint = (
                "écrivez chaque moment, par exemple « tous les mardis de 9h à 12h et de 14h à 18h »"
            )
            raise DatesError(f"« {word.text} » : quand est-ce ouvert ?", hint, word.at)
        follows_months = self.next > 1 and self.words[self.next - 2].kind == "month"
        if not self.draft.groups or (follows_months and self.draft.times):
            raise DatesError(f"« {word.text} » n'est pas compris.", ONLY_CLOSED, word.at)
        self.on_skip(word)

    def on_school_holiday(self, word: Lexeme) -> None:
        raise DatesError(
            f"« {word.text.strip()} » : on ne sait lire que « sauf {word.text.strip()} ».",
            "sinon, écrivez les jours, par exemple « tous les jours du 6 au 10 juillet 2026 » ; "
            "les heures d'un lieu ces jours-là vont dans ses « horaires »",
            word.at,
        )

    on_public_holiday = on_school_holiday
