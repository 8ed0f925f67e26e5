"""The times of a segment, read word by word: «9h-12h, 14h-17h30», «fermé», «sur rendez-vous»."""

from __future__ import annotations

import re

from plugins.french.clocks import read_time, type_time
from plugins.french.cursor import LINKS, Cursor
from plugins.french.day_parts import SaidPart, part_of
from plugins.french.days import EVERY_DAY
from plugins.french.lexer import Lexeme
from plugins.hours.model import WHOLE_DAY, HoursError, State
from plugins.hours.read.segment import Segment

EXAMPLE = "par exemple « mardi: 9h-12h, 14h-17h30 » ou « mardi: fermé »"
EACH_OPENING = "écrivez chaque moment d'ouverture, par exemple « mardi: 9h-12h, 14h-17h »"
ONE_SEASON_A_LINE = (
    "écrivez une ligne pour chaque saison, par exemple « de septembre à juin, mardi: 9h-12h »"
)
EACH_ON_ITS_LINE = (
    "écrivez une ligne pour chacun, par exemple « mardi: 9h-12h » et « le premier mardi du mois: "
    "fermé »"
)
SEASON_ALONE = "écrivez la saison sur sa ligne, par exemple « en août: fermé »"
_NOON = 12 * 60
_HOURS = ("time", "number")
_UNTIL = re.compile(r"(?:de )?(?:l'ouverture )?(?:jusqu'[àa]|jusque)\s+$|…\s*[-–]\s*$")
_FROM = re.compile(r"(?:\b(?:dès|de|à)\s+)+$")
_TO_SOMETHING = re.compile(r"\s*(?:[-–—àa]|jusqu)(?!\w)|\s*jusqu|\s*…")


class TimesReader(Cursor):
    """What is said of the days of the segment at hand."""

    def __init__(self, where: str) -> None:
        super().__init__(())
        self.where = where
        self.text = ""
        self.done: list[Segment] = []
        self.segment = Segment()
        self.start: int | None = None  # an hour that waits for its end
        self.bare = False  # that hour was a number without « h »
        self.linked = False  # the last word was « à » or a dash
        self.is_between = False  # « entre » was said: « et » then ends a span
        self.last = ""  # kind of the last word other than a link
        self.hours_before_skip = False  # they stand before « sauf »
        self.is_cutting = False  # the hours that come are taken out

    def fail(self, message: str, hint: str = EXAMPLE) -> HoursError:
        """The error to raise, which names the entry."""
        return HoursError(self.where, message, hint)

    def new_segment(self) -> None:
        """The words that follow are of other days, or of other times."""
        self.close_time()
        self.is_cutting = False
        self.done.append(self.segment)
        first = self.done[0] if self.where else Segment()  # a key holds for all of its entry
        self.segment = Segment(
            public_holiday=first.public_holiday,
            school_holiday=first.school_holiday,
            season=self.key_season,
        )

    key_season = ""

    def before_hours(self) -> None:
        """Hours come: are they of the days before them?"""
        if self.segment.is_without_days and self.hours_before_skip:
            raise self.another_line()
        if self.segment.season_came_last:
            raise self.fail(
                "on ne sait pas de quelle saison sont les heures qui suivent.", ONE_SEASON_A_LINE
            )
        if self.segment.closed_said and not self.segment.pairs:
            said = self.segment.closed_said
            raise self.fail(f"« {said} » : fermé, ou ouvert à ces heures ?", EACH_ON_ITS_LINE)
        if self.segment.days_came_last:
            self.new_segment()
            self.segment.follows_last_days = True

    def another_line(self) -> HoursError:
        """Hours after «sauf le jeudi» are perhaps those of that day."""
        raise NotImplementedError

    def on_time(self, word: Lexeme) -> None:
        value = read_time(word.normalized)
        if value is None:
            raise self.fail(f"« {word.text.strip()} » n'est pas une heure.", "par exemple « 9h30 »")
        is_end = self.linked and word.normalized == "minuit"
        self.take_hour(1440 if is_end else value, bare=False)

    def on_number(self, word: Lexeme) -> None:
        if (not self.linked and self.start is not None) or int(word.normalized) > 24:
            raise self.fail(f"« {word.text} » n'est pas compris.")
        self.take_hour(int(word.normalized) * 60, bare=True)

    def on_dotted_time(self, word: Lexeme) -> None:
        typed, line = self.without_dots(self.next - 1)
        raise self.fail(f"« {typed} » : une heure s'écrit avec un « h ».", f"écrivez « {line} »")

    def take_hour(self, value: int, *, bare: bool) -> None:
        """One end of a span of hours."""
        if self.start is None:
            if self.linked and self.last in ("time", "number"):
                raise self.lonely(value)
            self.before_hours()
            if self.segment.state is State.CLOSED:
                raise self.fail("« fermé » et des heures sont dits pour le même jour.")
            if self.segment.cuts and (not self.is_cutting or self.last != "and"):
                raise self.fail("ces heures sont-elles ouvertes, ou fermées ?", EACH_OPENING)
            self.start, self.bare = value, bare
        elif self.linked:
            if bare and self.bare:
                raise self.fail("une heure s'écrit avec « h ».", f"écrivez « {self.with_hours()} »")
            (self.segment.cuts if self.is_cutting else self.segment.pairs).append(
                (self.start, value)
            )
            self.start = None
            self.is_between = False
        else:
            raise self.lonely(self.start)

    def with_hours(self) -> str:
        """The text with «9h-12h» in the place of each «9 à 12», «de 9 à 12»."""
        made, done, at = "", 0, 0
        while at < len(self.words) - 2:
            first, link, last = self.words[at : at + 3]
            at += 1
            if (first.kind, last.kind) == ("number", "number") and link.kind in (*LINKS, "to"):
                start, end = (type_time(int(word.normalized) * 60) for word in (first, last))
                before = re.sub(r"(?i)\bde\s*$", "", self.text[done : first.at])
                made += f"{before}{start}-{end}"
                done = last.at + len(last.text)
                at += 2
        return (made + self.text[done:]).strip()

    def close_time(self) -> None:
        """No hour may wait for its end any more."""
        if self.start is not None:
            raise self.lonely(self.start)

    def lonely(self, value: int) -> HoursError:
        """Proposes spans when all the hours that stand together make some."""
        message, hint = f"« {type_time(value)} » est une heure seule : de quand à quand ?", EXAMPLE
        first = next((n for n, word in enumerate(self.words) if word.kind in _HOURS), None)
        if first is None or self.done or self.segment.note:
            return self.fail(message, EXAMPLE)
        end = first
        while end < len(self.words) and self.words[end].kind in (*_HOURS, *LINKS, "to"):
            end += 1
        said = [word for word in self.words[first:end] if word.kind in _HOURS]
        hours = [read_time(word.normalized) or 0 for word in said]
        pairs = list(zip(hours[::2], hours[1::2], strict=False))
        if len(hours) % 2 == 0 and all(start < end for start, end in pairs):
            spans = ", ".join(f"{type_time(a)}-{type_time(b)}" for a, b in pairs)
            before, last = self.text[: self.words[first].at], said[-1]
            hint = f"écrivez « {before}{spans}{self.text[last.at + len(last.text) :]} »"
        elif len(hours) == 2 * len(self.segment.pairs) + 1 and hours[-1] == value:
            hint = self.other_end(said, value)
        return self.fail(message, hint)

    def other_end(self, hours: list[Lexeme], value: int) -> str:
        """What to write where the last of the hours is alone: the other one is left open."""
        until = self.text[: hours[-1].at]
        rest = self.text[hours[-1].at + len(hours[-1].text) :]
        rest = "" if _TO_SOMETHING.match(rest) else rest
        before = self.text[: hours[0].at]
        if found := _UNTIL.search(until):
            said = f"{until[: found.start()]}…-{type_time(value)}"
            return f"écrivez aussi l'heure du début : « {said}{rest} »"
        spans = [f"{type_time(a)}-{type_time(b)}" for a, b in self.segment.pairs]
        said = ", ".join([*spans, f"{type_time(value)}-…"])
        return f"écrivez aussi l'heure de fin : « {_FROM.sub('', before)}{said}{rest} »"

    def on_minutes(self, word: Lexeme) -> None:
        raise self.fail(f"« {word.text.strip()} » n'est pas compris.")

    def on_for(self, word: Lexeme) -> None:
        """«à 14h pendant 2h», «pendant les vacances scolaires»."""
        length = self.take_if("time", "minutes")
        if length is None:
            if self.peek().kind in ("school_holiday", "public_holiday", "month"):
                return
            raise self.fail(f"« {word.text.strip()} » : quand ?")
        if self.start is None:
            raise self.fail(f"« {word.text.strip()} {length.text} » : à partir de quelle heure ?")
        is_hours = length.kind == "time"
        text = length.normalized
        minutes = read_time(text) if is_hours else int(text.rstrip("minutes. "))
        self.segment.pairs.append((self.start, self.start + (minutes or 0)))
        self.start = None

    def on_between(self, _word: Lexeme) -> None:
        self.is_between = True

    def on_all_day(self, _word: Lexeme) -> None:
        self.before_hours()
        self.segment.pairs.append((WHOLE_DAY.start, WHOLE_DAY.end))
        if not self.segment.has_days:  # «24h/24», «24h/24 7j/7», «7j/7 24h/24»: holidays too
            self.segment.days.extend(EVERY_DAY)
            self.segment.open_on_holidays = True
        elif self.last == "every_day":
            self.segment.open_on_holidays = not self.segment.has_occasion

    def starts_cut(self, word: Lexeme) -> bool:
        """«9h-18h, fermé de 12h à 14h», «9h-18h sauf de 12h à 14h»."""
        kind = self.peek().kind
        is_hour = kind in ("time", "between") or (
            kind == "number" and self.peek(1).kind == "to" and self.peek(2).kind == "time"
        )
        if not (is_hour and self.segment.pairs and self.segment.has_days):
            return False
        self.close_time()
        self.is_cutting = True
        return True

    def on_closed(self, word: Lexeme) -> None:
        self.close_time()
        if self.starts_cut(word):
            return
        if self.segment.pairs or self.segment.days_came_last or self.segment.season_came_last:
            self.new_segment()
        self.segment.state = State.CLOSED

    def on_unsaid(self, _word: Lexeme) -> None:
        self.segment.state = State.UNKNOWN

    def on_vague(self, word: Lexeme) -> None:
        self.segment.parts.append(SaidPart(part_of(word.text), len(self.segment.days)))

    def on_to(self, _word: Lexeme) -> None:
        self.linked = True

    def on_and(self, _word: Lexeme) -> None:
        self.linked = self.is_between and self.start is not None
