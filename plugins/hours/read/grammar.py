"""French opening hours, cut into segments: which days, when on these days."""

from __future__ import annotations

import itertools
from datetime import date

from plugins.french.clocks import type_time
from plugins.french.cursor import LINKS
from plugins.french.days import DAYS, EVERY_DAY, weekday
from plugins.french.errors import FrenchTimeError
from plugins.french.lexer import Lexeme, tokens
from plugins.french.spelling import nearest
from plugins.hours.fortnights import check_fortnight
from plugins.hours.model import HoursError, Span
from plugins.hours.read.hints import hint_for
from plugins.hours.read.precedence import cut
from plugins.hours.read.season_reader import AFTER_SEASON, SeasonReader
from plugins.hours.read.segment import APPOINTMENT, Segment, as_formatted
from plugins.hours.read.times_reader import EACH_OPENING, EXAMPLE, ONE_SEASON_A_LINE, SEASON_ALONE
from plugins.hours.seasons import DATED, season_of, since

_SEASON_STARTS = ("month", "rank", "number")
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


class _WeekReader(SeasonReader):
    """Goes through the words; exceptions are read here."""

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
            segment.inherit()
            if segment == Segment(note=APPOINTMENT):  # the whole text is «sur rendez-vous»
                segment.days.extend(EVERY_DAY)
            self.check(segment)
            self.cut(segment)
            self.start_season(segment)
        return self.done

    def cut(self, segment: Segment) -> None:
        """«9h-18h, fermé de 12h à 14h» is «9h-12h, 14h-18h»."""
        pairs = tuple(itertools.starmap(Span, segment.pairs))
        for start, end in segment.cuts:
            left = cut(pairs, (Span(start, end),))
            if left == pairs or start >= end or any(one > other for one, other in pairs):
                raise self.fail(
                    f"« fermé {type_time(start)}-{type_time(end)} » n'est pas dans les heures.",
                    EACH_OPENING,
                )
            pairs = left
        segment.pairs[:] = pairs

    def start_season(self, segment: Segment) -> None:
        """A date of beginning without a rhythm: these days are open every week from then on."""
        if segment.anchor is None or segment.fortnight:
            return
        if segment.season:
            raise self.fail("une saison, et une date de début.", ONE_SEASON_A_LINE)
        segment.season, segment.anchor = since(segment.anchor), None

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
            days = f"{DAYS[segment.days[0]]}: " if segment.days else "mardi: "
            raise self.fail("il manque les heures.", f"par exemple « {days}9h-12h, 14h-17h30 »")
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

    # Exceptions

    def on_skip(self, word: Lexeme) -> None:
        """«sauf vacances scolaires, le jeudi et en août»."""
        if self.starts_cut(word):
            return
        self.hours_before_skip = self.segment.has_hours
        seasons_before = len(self.segment.seasons_off)
        link = True
        while link:
            self.take_if("for")
            if self.take_if("school_holiday"):
                self.qualify(word, term_only=True)
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
        if self.done or self.followed_by() not in AFTER_SEASON:
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
