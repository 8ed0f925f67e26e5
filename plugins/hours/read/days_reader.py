"""The days of a segment, read word by word: «du lundi au vendredi», «le premier mardi du mois»."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.french.cursor import LINKS
from plugins.french.days import DAYS, EVERY_DAY, from_to, weekday
from plugins.french.lexer import NUMBERS, Lexeme
from plugins.french.ranks import rank
from plugins.hours.model import HoursError, State
from plugins.hours.read.times_reader import EXAMPLE, ONE_SEASON_A_LINE, TimesReader
from plugins.hours.seasons import DATED

_LISTED = ("day", "weekend", "every_day", "rank", "monthly", "vague")
_HAVE_HOURS = ("time", "number", "between", "all_day", "appointment", "without", "dotted_time")
RARER = "un rythme plus rare s'écrit comme un atelier, dans ses « dates »"


class DaysReader(TimesReader):
    """Which days the times are of."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.key_days: frozenset[int] = frozenset()
        self.ranged = False  # the last day ended a range

    def before_days(self) -> None:
        if not self.segment.has_hours:
            if self.segment.is_without_days:
                raise self.another_line()
            return
        if not self.segment.has_days or self.is_said_after():  # «fermé le jeudi»
            self.segment.days_came_last = bool(self.segment.pairs or self.segment.state)
        elif self.segment.days_came_last and self.segment.state is State.CLOSED:
            if self.begins_hours():
                self.new_segment()
        elif self.segment.season_came_last and not self.segment.days:  # «fermé en août le jeudi»
            self.segment.days_came_last = True
        elif not self.segment.days_came_last:
            self.check_season_ends()
            self.new_segment()

    def is_said_after(self) -> bool:
        """«vacances scolaires : fermé le lundi», «10h-12h le mardi»: the day says when."""
        if self.segment.days or self.last not in ("closed", "time", "number"):
            return False
        if self.segment.public_holiday and self.last == "closed":
            raise self.fail(
                "« jours fériés » et un jour de la semaine : fermé quand ?",
                "écrivez une ligne pour chacun, « jours fériés: fermé » et « lundi: fermé »",
            )
        return self.segment.has_occasion and not self.segment.season_came_last

    def begins_hours(self) -> bool:
        """After «fermé le lundi», whether this day has hours: «fermé le lundi, mardi 9h-12h».
        Of two days, «fermé le lundi, mardi, jeudi 9h-12h», the first may be closed or open."""
        first = self.next - 1
        at, is_one = first, True
        while self.words[at : at + 1] and self.words[at].kind in (*_LISTED, *LINKS, "to"):
            is_one = is_one and self.words[at].kind not in LINKS
            at += 1
        follows = self.words[at].kind if at < len(self.words) else ""
        if follows not in _HAVE_HOURS:
            return False
        before = self.words[first - 1]
        gap = self.text[before.at + len(before.text) : self.words[first].at].lower()
        if before.text in (";", ".") or "ouvert" in gap:
            return True
        if not is_one or before.kind == "and":
            raise self.fail(
                f"« {self.words[first].text.strip()} » : fermé, ou ouvert à ces heures ?",
                "écrivez une ligne pour chacun, par exemple « lundi: fermé » et « mardi: 9h-12h »",
            )
        return True

    def check_season_ends(self) -> None:
        """In «en juillet: mardi 9h-12h, jeudi 9h-12h» on one line, is Thursday of July too?"""
        if self.segment.season and not self.segment.season_came_last and not self.key_season:
            raise self.fail("on ne sait pas où finit la saison.", ONE_SEASON_A_LINE)

    def add_days(self, days: Iterable[int], word: Lexeme) -> None:
        for day in days:
            if self.key_days and day not in self.key_days:
                raise self.fail(
                    f"« {word.text.strip()} » ne va pas dans cette ligne.",
                    f"écrivez une ligne à part : « {DAYS[day]}: … »",
                )
            if day not in self.segment.days:
                self.segment.days.append(day)

    def on_day(self, word: Lexeme) -> None:
        day = weekday(word.normalized)
        if day is None:  # the lexer knows only these words
            return
        if self.peek().kind == "number" and self.peek(1).kind == "month" and self.is_glued(word):
            raise self.fail(f"« {word.text.strip()} {self.peek().text} … » : un seul jour.", DATED)
        if self.linked and self.last == "vague" and not self.segment.pairs:
            raise self.fail(
                f"« {word.text.strip()} » : d'un jour à un autre, ou seulement ces jours-là ?",
                "écrivez les jours puis les heures, par exemple « du lundi au vendredi: 9h-12h »",
            )
        if self.linked and self.last == "day" and self.segment.days:
            if self.ranged:  # «lundi-mardi-jeudi» does not mean Wednesday
                raise self.fail(
                    f"« {word.text.strip()} » : d'un jour à un autre, ou seulement ces jours-là ?",
                    "séparez les jours par des virgules, par exemple « lundi, mardi, jeudi »",
                )
            self.ranged = True
            self.add_days(from_to(self.segment.days[-1], day), word)
        else:
            self.ranged = False
            self.before_days()
            self.check_one_rhythm(word)
            self.add_days([day], word)

    def is_glued(self, word: Lexeme) -> bool:
        """«mardi 6 octobre», and not «les mardis, 6 octobre»."""
        return self.peek().at == word.at + len(word.text) + 1

    def on_weekend(self, word: Lexeme) -> None:
        self.before_days()
        self.add_days([5, 6], word)

    def on_every_day(self, word: Lexeme) -> None:
        if self.last != "all_day":  # «24h/24 7j/7»
            self.before_days()
        self.add_days(EVERY_DAY, word)

    def on_weekly(self, _word: Lexeme) -> None:
        pass

    def on_public_holiday(self, word: Lexeme) -> None:
        self.before_dates(word)
        self.segment.public_holiday = True

    def on_school_holiday(self, word: Lexeme) -> None:
        self.before_dates(word)
        self.segment.school_holiday = True

    def before_dates(self, word: Lexeme) -> None:
        """Some dates come: «mardi : fermé le 1er mardi du mois, 9h-12h» closes these, while «mardi
        : fermé, le 1er mardi du mois 9h-12h» opens them."""
        self.before_days()
        at = self.words.index(word) - 1
        while at > 0 and self.words[at].kind == "for":
            at -= 1
        if at >= 0 and self.words[at].kind == "closed" and not self.segment.has_hours:
            last = word.at + len(word.text)
            self.segment.closed_said = self.text[self.words[at].at : last].strip()

    def check_one_rhythm(self, word: Lexeme) -> None:
        """«le 1er samedi du mois et le mercredi», «un mardi sur deux et le jeudi»."""
        segment = self.segment
        if not segment.days or segment.has_hours or set(segment.days) <= self.key_days:
            return
        last = self.words[self.next - 2]
        is_named_apart = self.text[last.at : word.at].split()[-1:] in (["le"], ["les"])
        ranked = segment.ranks and (segment.is_monthly or is_named_apart)
        if not (ranked or weekday(segment.fortnight) is not None):
            return
        if last.text in (";", "."):
            raise self.fail("il manque les heures.", EXAMPLE)
        raise self.two_rhythms(word)

    def two_rhythms(self, word: Lexeme) -> HoursError:
        """Proposes a line for each, with the hours that follow."""
        at = next((w.at for w in self.words if w.kind == "time" and w.at > word.at), None)
        hours = self.text[at:] if at is not None else "9h-12h"
        before = self.without_links(self.text[: word.at], self.words.index(word))
        after = self.text[word.at : at].strip(" ,;:")
        start = next((w for w in self.words if w.kind == "start" and w.at > word.at), None)
        begins = self.text[start.at : at].strip(" ,;:") if start else "à partir du …"
        if self.segment.fortnight:
            before, after = f"{before} {begins}", after.removesuffix(begins).strip(" ,;:")
        elif word.kind == "fraction" and not start:
            after = f"{after} {begins}"
        return self.fail(
            "il y a deux rythmes.",
            f"écrivez une ligne pour chaque rythme : « {before} {hours} » et « {after} {hours} »",
        )

    def without_links(self, text: str, start: int) -> str:
        """The text before the word at `start`, without what joins it to the word."""
        while start and self.words[start - 1].kind in ("and", "comma"):
            start -= 1
        last = self.words[start - 1]
        return text[: last.at + len(last.text)].strip()

    def on_rank(self, word: Lexeme) -> None:
        self.before_dates(word)
        ahead = 0
        while self.peek(ahead).kind in ("rank", "and", "comma"):
            ahead += 1
        ranked = {weekday(self.peek(ahead).normalized)} if self.peek(ahead).kind == "day" else set()
        if ranked - set(self.segment.days) and not set(self.segment.days) <= self.key_days:
            raise self.two_rhythms(word)
        if ranked and len(self.segment.days) > 1:
            raise self.two_rhythms(word)
        self.segment.ranks.append(rank(word.normalized))

    def on_monthly(self, _word: Lexeme) -> None:
        if not self.segment.ranks:
            raise self.fail(
                "on ne sait pas lequel du mois.", "par exemple « le premier lundi du mois: 9h-12h »"
            )
        self.segment.is_monthly = True

    # Rhythms

    def on_fraction(self, word: Lexeme) -> None:
        count = next(
            NUMBERS.get(part) or int(part)
            for part in reversed(word.normalized.split())
            if part in NUMBERS or part.isdigit()
        )
        if count not in (2, 15):
            raise self.fail(
                f"« {word.text.strip()} » : les horaires ne comptent qu'une semaine sur deux.",
                RARER,
            )
        day = weekday(word.normalized)
        if day is None:
            self.on_rhythm(word)
            return
        if day not in self.segment.days:
            self.before_days()
            if self.segment.days and not set(self.segment.days) <= self.key_days:
                raise self.two_rhythms(word)
        self.add_days([day], word)
        if "paire" not in self.segment.fortnight:
            self.segment.fortnight = word.text.strip()

    def on_rhythm(self, word: Lexeme) -> None:
        """«une semaine sur deux»: a rhythm that names no day."""
        raise NotImplementedError

    def on_other_fraction(self, word: Lexeme) -> None:
        raise self.fail(
            f"« {word.text} » n'est pas un rythme que l'on sait compter.",
            RARER,
        )

    def another_line(self) -> HoursError:
        day = (self.segment.days_off or [day for day, _ in self.segment.parts_off])[-1]
        return self.fail(
            f"« sauf le {DAYS[day]} » : ce qui suit est-il dit du {DAYS[day]} ?",
            f"écrivez une ligne à part : « {DAYS[day]}: … »",
        )
