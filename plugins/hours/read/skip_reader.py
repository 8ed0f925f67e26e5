"""What is left out, word by word: «sauf le mercredi après-midi», «sauf vacances scolaires»."""

from __future__ import annotations

from plugins.french.cursor import LINKS
from plugins.french.day_parts import part_of
from plugins.french.days import DAYS, weekday
from plugins.french.joins import join
from plugins.french.lexer import Lexeme
from plugins.french.ranks import rank
from plugins.hours.model import HoursError, Span
from plugins.hours.read.season_reader import AFTER_SEASON, SeasonReader
from plugins.hours.read.segment_checks import IN_HOLIDAYS
from plugins.hours.read.spans import typed_spans
from plugins.hours.read.times_reader import EACH_OPENING, SEASON_ALONE
from plugins.hours.seasons import DATED, season_of

_HOLIDAYS_OF_A_SEASON = (
    "écrivez seulement « sauf vacances scolaires », ou la saison d'abord, par exemple "
    "« de septembre à juin, mardi: 9h-12h sauf vacances scolaires »"
)


class SkipReader(SeasonReader):
    """The exceptions of a segment."""

    def on_skip(self, word: Lexeme) -> None:
        """«sauf vacances scolaires, le jeudi et en août»."""
        if self.starts_cut(word):
            return
        self.hours_before_skip = self.segment.has_hours
        is_lead = not (self.segment.has_days or self.segment.has_hours)
        seasons_before = len(self.segment.seasons_off)
        link = True
        while link:
            self.take_if("for")
            if self.take_if("school_holiday"):
                self.qualify(word, term_only=True)
            elif self.take_if("public_holiday"):
                self.segment.closed_on_holidays = True
                if self.segment.pairs:
                    covered = len(self.segment.pairs), self.said(word)
                    self.segment.covered["closed_on_holidays"] = covered
            elif self.is_season():
                self.segment.seasons_off.append(season_of(self.take_dates()))
            elif self.peek().kind in ("day", "weekend", "vague"):
                self.take_days_off(word)
            else:
                raise self.skip_what(word)
            link = self.is_skip_going_on()
            self.next += link
        if is_lead and self.lead:
            self.end_lead()
            self.unsure_lead = "" if self.is_set_apart() else self.said(word)
        has_season = len(self.segment.seasons_off) > seasons_before
        self.season_lead = self.season_lead or (is_lead and has_season)
        self.check_skip_ends(has_season=has_season)

    def take_days_off(self, word: Lexeme) -> None:
        """«le mercredi», «le mercredi après-midi», «l'après-midi du mercredi»."""
        part = self.take_if("vague")
        if part and self.peek().kind not in ("day", "weekend"):
            raise self.fail(f"« {self.said(word)} » : de quels jours ?", EACH_OPENING)
        off = self.take()
        part = part or self.take_if("vague")
        day = weekday(off.normalized)
        days = (5, 6) if day is None else (day,)
        if part:
            self.segment.parts_off += [(each, part_of(part.text)) for each in days]
        else:
            self.segment.days_off += days
        if self.segment.parts_off and self.segment.days_off:
            raise self.fail(
                f"« {self.said(word)} » : toute la journée, ou une partie ?",
                "écrivez les heures de ces jours sur leur ligne, par exemple "
                f"« {DAYS[days[0]]}: 9h-12h »",
            )

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
            hint = self.other_ranks()
        elif after.kind in ("numeric", "number"):
            hint = DATED
        elif after.kind == "term":
            hint = IN_HOLIDAYS
        elif after.normalized.startswith("conge"):
            hint = "écrivez « sauf vacances scolaires », ou les dates dans « exceptions »"
        return self.fail(f"« {word.text.strip()} » : sauf quand ?", hint)

    def other_ranks(self) -> str:
        """In «mardi 9h-12h sauf le 1er mardi du mois», the line of the ranks that are left."""
        ranks, ahead = set(), 0
        while self.peek(ahead).kind in ("rank", *LINKS):
            if self.peek(ahead).kind == "rank":
                ranks.add(rank(self.peek(ahead).normalized))
            ahead += 1
        segment, day = self.segment, weekday(self.peek(ahead).normalized)
        is_alone = day is not None and segment.days == [day] and not self.done
        if not is_alone or min(ranks) < 0 or segment.ranks or not segment.pairs:
            return (
                "nommez ceux qui restent, par exemple « le premier et le troisième mardi du mois »"
            )
        left = [f"le {number}e" if number > 1 else "le 1er" for number in range(1, 6)
                if number not in ranks]  # fmt: skip
        hours = typed_spans([Span(*pair) for pair in segment.pairs])
        return (
            f"écrivez plutôt ceux qui restent : « {join(left)} {DAYS[day or 0]} du mois {hours} »"
        )
