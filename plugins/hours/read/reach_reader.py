"""How far a word reaches: in «lundi 16h-18h, jeudi 15h-18h, hors vacances scolaires», to both days.

A word that follows the hours of one day, or stands between two, may be of one day or of all: it is
refused, with both ways to write it. A semicolon or a full stop ends a list.
"""

from __future__ import annotations

from datetime import date, timedelta

from plugins.french.cursor import LINKS
from plugins.french.lexer import Lexeme
from plugins.hours.model import HoursError
from plugins.hours.read.days_reader import DaysReader
from plugins.hours.read.segment import APPOINTMENT, Segment
from plugins.hours.read.times_reader import EACH_OPENING

_STOPS = (";", ".")
_DAYS = ("day", "weekend", "every_day", "rank")
_EITHER = (
    "écrivez une ligne pour chacun, par exemple « vacances scolaires: mercredi 9h-12h » et "
    "« mercredi: 14h-17h sauf vacances scolaires »"
)


class ReachReader(DaysReader):
    """The words that say on which conditions hours hold."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.lead: dict[str, object] = {}  # said before the days of a list
        self.unsure_lead = ""  # it may be of the first of these days only
        self.list_start = 0  # the first segment of the list, in `done`
        self.firsts = [0]  # places in `words` of the first word of each segment
        self.governed: list[Segment] = []  # by the last word

    def new_segment(self) -> None:
        super().new_segment()
        self.firsts.append(self.next - 1)
        if self.unsure_lead:
            raise self.of_first_or_all(self.unsure_lead)
        self.segment.inherited = dict(self.lead)

    def on_comma(self, word: Lexeme) -> None:
        if word.text in _STOPS and self.segment.has_hours:
            self.lead, self.unsure_lead = {}, ""
            self.list_start = len(self.done) + 1

    def qualify(self, word: Lexeme, **said: object) -> None:
        """Put what `word` says on the segments that it governs."""
        if "term_only" in said and self.segment.school_holiday:
            text = word.text.strip()
            raise self.fail(f"« {text} » et « pendant les vacances scolaires » à la fois.", _EITHER)
        self.governed = self.reach(word, next(iter(said)), said.get("anchor"))
        for segment in self.governed:
            for name, value in said.items():
                setattr(segment, name, value)
        if not self.governed:
            self.lead |= said
            if not self.segment.has_hours:
                self.segment.inherited = dict(self.lead)

    def reach(self, word: Lexeme, name: str, start: object = None) -> list[Segment]:
        """The segments of which a word is; none when it leads those to come. `start` is a date
        that it says: one that is not of the last days is of all."""
        here, before = self.segment, self.before(word)
        goes_on = self.followed_by() in _DAYS and self.peek().text not in _STOPS
        is_after_stop = before.kind == "comma" and before.text in _STOPS
        if not here.has_hours and (here.has_days or here.ranks or here.fortnight):
            return [here]
        if not here.has_hours or (is_after_stop and goes_on and here.has_days):
            if goes_on and not self.is_set_apart(word):
                self.unsure_lead = self.said(word)
            return []
        if is_after_stop:
            return [*self.done, here]
        listed = [*self.done[self.list_start :], here]
        is_apart = before.kind == "comma"
        if len(listed) == 1 and not (is_apart and goes_on and here.has_days):
            return [here]
        if any(getattr(each, name) for each in listed[:-1]):  # it is said of each
            return [here]
        if isinstance(start, date) and start.weekday() not in here.days:
            is_apart = any(start.weekday() in each.days for each in listed)
        if goes_on and (is_apart or len(listed) > 1):
            raise self.of_those_before_or_after(word)
        if not is_apart:
            raise self.of_last_or_all(word)
        return listed

    def before(self, word: Lexeme) -> Lexeme:
        """The word before `word`, itself when it is the first."""
        return self.words[max(self.words.index(word) - 1, 0)]

    def followed_by(self) -> str:
        """The kind of the next word that is no link."""
        ahead = 0
        while self.peek(ahead).kind in LINKS:
            ahead += 1
        return self.peek(ahead).kind

    def is_set_apart(self, word: Lexeme) -> bool:
        """A comma or a colon follows: «sur rendez-vous : …»."""
        following = self.peek()
        gap = self.text[word.at + len(word.text) : following.at]
        return following.kind in LINKS or ":" in gap

    # Refusals, with each way to write the line

    def of_last_or_all(self, word: Lexeme) -> HoursError:
        said, items = self.said(word), self.items(self.words.index(word))
        last = f"{' ; '.join(items[:-1])} ; {items[-1]} {said}"
        return self.either(said, f"{said} : {', '.join(items)}", last)

    def of_first_or_all(self, said: str) -> HoursError:
        items = self.items(self.firsts[-1])
        rest = self.text[self.words[self.firsts[-1]].at :]
        first = items[-1].partition(said)[2].strip() if said in items[-1] else items[-1]
        return self.either(said, f"{said} : {first}, {rest}", f"{first} {said} ; {rest}")

    def of_those_before_or_after(self, word: Lexeme) -> HoursError:
        said, items = self.said(word), self.items(self.words.index(word))
        after = self.text[self.words[self.next - 1].at + len(self.words[self.next - 1].text) :]
        after = after.strip(" ,)")
        before = f"{items[0]} {said}" if len(items) == 1 else f"{said} : {', '.join(items)}"
        return self.either(said, f"{before} ; {after}", f"{', '.join(items)} ; {said} : {after}")

    def either(self, said: str, one: str, other: str) -> HoursError:
        """The error of a word that may be of one day or of several."""
        return self.fail(f"« {said} » : de quels jours ?", f"écrivez « {one} » ou « {other} »")

    def said(self, word: Lexeme) -> str:
        """The words from `word` to the one at hand."""
        last = self.words[self.next - 1]
        return self.text[word.at : last.at + len(last.text)].strip()

    def items(self, end: int) -> list[str]:
        """The text of each segment of the list, up to the word at `end`."""
        firsts = [first for first in self.firsts[self.list_start :] if first < end]
        return [
            self.between(one, other) for one, other in zip(firsts, [*firsts[1:], end], strict=True)
        ]

    def between(self, first: int, end: int) -> str:
        """The text of some words, without the links after them."""
        while end > first + 1 and self.words[end - 1].kind in LINKS:
            end -= 1
        last = self.words[end - 1]
        return self.text[self.words[first].at : last.at + len(last.text)].strip()

    # The words

    def starts_cut(self, word: Lexeme) -> bool:
        is_cut = super().starts_cut(word)
        if is_cut and len(self.done) > self.list_start:
            raise self.fail(f"« {word.text.strip()} » : de quels jours ?", EACH_OPENING)
        return is_cut

    def on_school_holiday(self, word: Lexeme) -> None:
        super().on_school_holiday(word)
        self.lead.pop("term_only", None)  # «période scolaire : …, vacances scolaires : …»
        self.segment.inherited.pop("term_only", None)

    def on_term(self, word: Lexeme) -> None:
        self.qualify(word, term_only=True)

    def on_with_holidays(self, word: Lexeme) -> None:
        if "feries" in word.normalized:  # those of pupils change nothing when nothing is said
            self.qualify(word, open_on_holidays=True)

    def on_appointment(self, word: Lexeme) -> None:
        self.qualify(word, note=APPOINTMENT)
        for segment in self.governed:
            segment.note_came_last = bool(segment.pairs)

    def on_without(self, word: Lexeme) -> None:
        self.qualify(word, note=word.normalized.replace("rdv", "rendez-vous"))

    def on_parity(self, word: Lexeme) -> None:
        self.qualify(word, fortnight=word.text.strip().lower())

    def start_each_on_its_day(self) -> None:
        """A date of beginning said of several days is that of the fortnight."""
        starts = [each.anchor for each in self.governed if each.anchor]
        days = [day for each in self.governed for day in each.days]
        if len(self.governed) > 1 and starts and starts[0].weekday() in days:
            for segment in filter(lambda each: each.fortnight, self.governed):
                segment.anchor = _same_fortnight(starts[0], segment.days)


def _same_fortnight(start: date, days: list[int]) -> date:
    """The first of `days`, not before `start`, in its week or two weeks later."""
    if not days or start.weekday() in days:
        return start
    monday = start - timedelta(days=start.weekday())
    coming = [monday + timedelta(days=n) for n in (*days, *(day + 14 for day in days))]
    return min(day for day in coming if day >= start)
