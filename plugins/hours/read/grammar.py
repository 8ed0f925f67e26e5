"""French opening hours, cut into segments: which days, when on these days."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from plugins.french.cursor import LINKS
from plugins.french.days import DAYS, EVERY_DAY, weekday
from plugins.french.errors import FrenchTimeError
from plugins.french.lexer import Lexeme, tokens
from plugins.french.spelling import nearest
from plugins.french.typed_dates import TypedDate, real
from plugins.hours.fortnights import check_fortnight
from plugins.hours.model import HoursError, State
from plugins.hours.read.days_reader import DaysReader
from plugins.hours.read.hints import hint_for
from plugins.hours.read.segment import APPOINTMENT, Segment, as_formatted
from plugins.hours.read.times_reader import EXAMPLE, ONE_SEASON_A_LINE, SEASON_ALONE
from plugins.hours.seasons import DATED, season_of

_SEASON_STARTS = ("month", "rank", "number")
_AFTER_SEASON = (
    "end", "with_holidays", "skip", "term", "start", "fraction", "parity", "year", "numeric",
)  # fmt: skip
"""What may follow a season that stands after hours: nothing that has hours of its own."""
_NOT_AFTER_CLOSED = ("appointment", "without", "unsaid", "all_day", "closed")
_STOPS = re.compile(r"[;.:(]")
_HOLIDAYS_OF_A_SEASON = (
    "écrivez seulement « sauf vacances scolaires », ou la saison d'abord, par exemple "
    "« de septembre à juin, mardi: 9h-12h sauf vacances scolaires »"
)
_IN_HOLIDAYS = "écrivez une ligne à part, par exemple « vacances scolaires: mardi 9h-12h »"


def read_segments(where: str, key: str, value: str, today: date | None = None) -> list[Segment]:
    """The segments of one entry (`key` names days) or of a whole line of text (`key` is "").

    `today` serves only to propose dates. Raises HoursError, naming `where`.
    """
    if usual := as_formatted(key, value):
        return [usual]
    reader = _WeekReader(where)
    try:
        reader.read(key)
        reader.key_days = frozenset(reader.segment.days)
        reader.key_season = reader.segment.season
        reader.read(value)
        segments = reader.finish()
    except FrenchTimeError as error:
        raise HoursError(where, error.message, error.hint) from error
    for segment in segments:
        check_fortnight(where, segment.days, segment.fortnight, segment.anchor, today)
    return segments


class _WeekReader(DaysReader):
    """Goes through the words; seasons and exceptions are read here."""

    def read(self, text: str) -> None:
        self.text, self.words, self.next = text, tokens(text), 0
        while self.next < len(self.words):
            word = self.words[self.next]
            if word.kind in _SEASON_STARTS and self.is_season():
                self.on_season(self.take_dates())
                self.linked, self.last = False, "season"
                continue
            self.next += 1
            getattr(self, f"on_{word.kind}")(word)
            if word.kind not in ("to", "until") and not (word.kind == "and" and self.linked):
                self.linked, self.last = False, word.kind

    def finish(self) -> list[Segment]:
        self.close_time()
        self.done.append(self.segment)
        for segment in self.done:
            if segment == Segment(note=APPOINTMENT):  # the whole text is «sur rendez-vous»
                segment.days.extend(EVERY_DAY)
            self.check(segment)
        return self.done

    def check(self, segment: Segment) -> None:
        if not segment.has_days or (segment.ranks and not segment.days):
            raise self.fail("on ne sait pas de quel jour il s'agit.")
        if segment.vague > len(segment.pairs) or (segment.vague and segment.note):
            raise self.fail(
                "« matin » ou « après-midi » ne suffit pas.", "écrivez les heures, " + EXAMPLE
            )
        if segment.school_holiday and not segment.has_hours:
            raise self.fail("« vacances scolaires » : quelles heures ?", _IN_HOLIDAYS)
        if not segment.has_hours:
            raise self.fail("il manque les heures.")
        odd = set(segment.days_off) - set(segment.days)
        if odd:
            raise self.fail(
                f"« sauf le {DAYS[min(odd)]} » : ce jour n'est pas dans la ligne.",
                f"écrivez une ligne à part : « {DAYS[min(odd)]}: fermé »",
            )
        holidays = segment.public_holiday or segment.school_holiday
        if holidays and (segment.season or segment.seasons_off or segment.days_off):
            raise self.fail(
                "des jours fériés ou des vacances, et une saison ou une exception à la fois.",
                "écrivez une ligne pour chacun, par exemple « vacances scolaires: fermé » et "
                "« en août: fermé »",
            )

    # Seasons

    def is_season(self) -> bool:
        """Whether months or dates begin here, and not hours or ranks."""
        kind = self.peek().kind
        if kind == "month":
            return True
        if kind == "rank" and not self.is_first_of_month():
            return False
        if kind not in ("rank", "number"):
            return False
        ahead = 1
        while self.peek(ahead).kind in ("number", "to", *LINKS):
            ahead += 1
        return self.peek(ahead).kind == "month"

    def on_season(self, dates: list[tuple[str, TypedDate]]) -> None:
        season = season_of(dates)
        self.is_between = False
        if self.key_season or (self.segment.season and not self.segment.has_hours):
            raise self.fail("il y a deux saisons.", ONE_SEASON_A_LINE)
        if self.segment.season:
            raise self.fail("on ne sait pas quels jours de cette saison.", ONE_SEASON_A_LINE)
        if self.segment.has_hours:
            self.check_season_is_of_hours(dates[0][1].at)
        self.segment.season = season
        self.segment.season_came_last = self.segment.has_hours

    def check_season_is_of_hours(self, at: int) -> None:
        """A season after hours is theirs only when all the text is of it: other hours before or
        after, or a new sentence, and it may be of those."""
        is_closed_alone = self.segment.state is State.CLOSED and not self.segment.days
        if is_closed_alone:  # «mardi 9h-12h, fermé en août», and not «… et le jeudi»
            is_list = self.peek().kind in LINKS and self.followed_by() in ("day", "weekend")
            if is_list or self.followed_by() in _NOT_AFTER_CLOSED:
                raise self.fail("on ne sait pas de quoi est la saison.", SEASON_ALONE)
            return
        if self.done or self.is_new_sentence(at) or self.followed_by() not in _AFTER_SEASON:
            raise self.fail("on ne sait pas de quelles heures est la saison.", SEASON_ALONE)

    def followed_by(self) -> str:
        """The kind of the next word that is no link."""
        ahead = 0
        while self.peek(ahead).kind in LINKS:
            ahead += 1
        return self.peek(ahead).kind

    def is_new_sentence(self, at: int) -> bool:
        """Whether something stops the sentence between two hours before `at`: in «mardi 9h-12h
        (14h-17h en août)» the season is of the last ones only."""
        places = [n for n, word in enumerate(self.words) if word.kind == "time" and word.at < at]
        if not places:
            return False
        words = self.words[places[0] : places[-1] + 1]
        between = (self.text[one.at + len(one.text) : two.at] for one, two in pairwise(words))
        links = (word.text for word in words if word.kind == "comma")
        return any(_STOPS.search(text) for text in (*between, *links))

    def on_numeric(self, word: Lexeme) -> None:
        if word.normalized.count("/") == 1:
            hours = "h-".join(word.normalized.split("/"))
            raise self.fail(
                f"« {word.text} » : une date, ou des heures ?",
                f"des heures s'écrivent « {hours}h »",
            )
        raise self.fail(f"« {word.text} » : une date d'une seule année.", DATED)

    def on_year(self, word: Lexeme) -> None:
        raise self.fail(f"« {word.text} » : les horaires sont de chaque année.", DATED)

    # Dates

    def on_start(self, word: Lexeme) -> None:
        typed = self.take_dates()
        if len(typed) != 1 or typed[0][1].is_month or not typed[0][1].year:
            if typed and not typed[0][1].year and not self.segment.fortnight:
                raise self.fail(f"« {word.text.strip()} » : jusqu'à quand ?", ONE_SEASON_A_LINE)
            raise self.fail(
                f"« {word.text.strip()} » : il faut une date, avec son année.",
                "par exemple « un mardi sur deux à partir du 6 octobre 2026 »",
            )
        self.segment.anchor = real(typed[0][1])

    def on_until(self, word: Lexeme) -> None:
        if self.peek().kind not in ("time", "number") or self.peek(1).kind == "month":
            raise self.fail(f"« {word.text} » : une date de fin.", DATED)
        self.linked = True

    # Exceptions

    def on_term(self, _word: Lexeme) -> None:
        self.segment.term_only = True

    def on_with_holidays(self, word: Lexeme) -> None:
        if "feries" in word.normalized:  # those of pupils change nothing when nothing is said
            self.segment.open_on_holidays = True

    def on_skip(self, word: Lexeme) -> None:
        """«sauf vacances scolaires, le jeudi et en août»."""
        self.hours_before_skip = self.segment.has_hours
        seasons_before = len(self.segment.seasons_off)
        link = True
        while link:
            self.take_if("for")
            if self.take_if("school_holiday"):
                self.segment.term_only = True
            elif self.take_if("public_holiday"):
                self.segment.closed_on_holidays = True
            elif self.is_season():
                self.segment.seasons_off.append(season_of(self.take_dates()))
            elif self.peek().kind in ("day", "weekend"):
                off = self.take()
                day = weekday(off.normalized)
                self.segment.days_off += (5, 6) if day is None else (day,)
            else:
                raise self.skip_what(word)
            link = self.is_skip_going_on()
            self.next += link
        self.check_skip_ends(has_season=len(self.segment.seasons_off) > seasons_before)

    def check_skip_ends(self, *, has_season: bool) -> None:
        """After «sauf le mercredi», is «en août» the season, or more of the exception?"""
        before = self.next
        while self.take_if(*LINKS):
            pass
        if self.is_season():
            of_pupils = self.words[before - 1].kind == "school_holiday" and self.next == before
            hint = _HOLIDAYS_OF_A_SEASON if of_pupils else SEASON_ALONE
            raise self.fail("on ne sait pas où finit l'exception.", hint)
        self.next = before
        if not (has_season and self.hours_before_skip):
            return
        if self.done or self.followed_by() not in _AFTER_SEASON:
            raise self.fail("on ne sait pas de quelles heures est l'exception.", SEASON_ALONE)

    def is_skip_going_on(self) -> bool:
        """Only a word that is not of the next segment: «sauf jours fériés, mardi 9h-12h»."""
        after, then = self.peek(1).kind, self.peek(2).kind
        if self.peek().kind not in LINKS or then in ("closed", "to"):
            return False
        if self.segment.has_hours and then in ("time", "number"):
            return False
        if after in ("school_holiday", "public_holiday"):
            return True
        return self.peek().kind == "and" and after in ("day", "weekend", "month", "number", "for")

    def skip_what(self, word: Lexeme) -> HoursError:
        after = self.peek()
        hint = "par exemple « sauf vacances scolaires et jours fériés »"
        if after.kind == "rank":
            hint = "écrivez plutôt ceux qui restent : « le 2e, le 3e et le 4e mardi du mois »"
        elif after.kind in ("numeric", "number"):
            hint = DATED
        elif after.kind == "term":
            hint = _IN_HOLIDAYS
        elif after.normalized.startswith("conge"):
            hint = "écrivez « sauf vacances scolaires », ou les dates dans « exceptions »"
        return self.fail(f"« {word.text.strip()} » : sauf quand ?", hint)

    def on_unknown(self, word: Lexeme) -> None:
        hint = hint_for(word)
        if not hint and (near := nearest(word.normalized)) not in ("", word.text):
            hint = f"vouliez-vous dire « {near} » ?"
        raise self.fail(f"« {word.text} » n'est pas compris.", hint or EXAMPLE)
