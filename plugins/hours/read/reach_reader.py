"""How far a word reaches: in «lundi 16h-18h, jeudi 15h-18h, hors vacances scolaires», to both days.

A word that follows the hours of one day, or stands between two, may be of one day or of all: it is
refused, with both ways to write it. A semicolon or a full stop ends a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from plugins.french.cursor import LINKS
from plugins.french.days import EVERY_DAY, say_days
from plugins.french.lexer import Lexeme
from plugins.hours.model import HoursError, Span
from plugins.hours.read.days_reader import RARER
from plugins.hours.read.lead_reader import EACH_ITS_LINE, STOPS, LeadReader
from plugins.hours.read.segment import APPOINTMENT, PARTLY, Segment
from plugins.hours.read.spans import typed_spans
from plugins.hours.read.times_reader import EACH_OPENING

_DAYS = ("day", "weekend", "every_day", "rank")
_EITHER = (
    "écrivez une ligne pour chacun, par exemple « vacances scolaires: mercredi 9h-12h » et "
    "« mercredi: 14h-17h sauf vacances scolaires »"
)


class ReachReader(LeadReader):
    """The words that say on which conditions hours hold."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.list_start = 0  # the first segment of the list, in `done`
        self.governed: list[Segment] = []  # by the last word

    def on_comma(self, word: Lexeme) -> None:
        if word.text in STOPS and self.segment.has_hours:
            self.list_start = len(self.done) + 1

    def qualify(self, word: Lexeme, **said: object) -> None:
        """Put what `word` says on the segments that it governs."""
        if "term_only" in said and self.segment.school_holiday:
            text = word.text.strip()
            raise self.fail(f"« {text} » et « pendant les vacances scolaires » à la fois.", _EITHER)
        self.governed = self.reach(word, said)
        for segment in self.governed:
            self.check_is_of_all_hours(segment, word, said)
            for name, value in said.items():
                setattr(segment, name, value)
        if not self.governed:
            self.set_lead(word, said)
            if not self.segment.has_hours:
                self.segment.inherited = dict(self.lead)

    def check_is_of_all_hours(
        self, segment: Segment, word: Lexeme, said: dict[str, object]
    ) -> None:
        """In «mardi 9h-12h (17h-19h sur rendez-vous)», «mardi 9h-12h sur rendez-vous, 14h-17h sans
        rendez-vous», a condition is of some hours only."""
        name, note = next(iter(said)), said.get("note")
        count, _ = segment.covered.get(name, (0, ""))
        others = (covered for each, (covered, _) in segment.covered.items() if each != name)
        of_some = any(covered < len(segment.pairs) for covered in others)
        if segment is self.segment and count:
            of_some = of_some or count < len(segment.pairs) - 1
        elif segment is self.segment and len(segment.pairs) > 1:
            of_some = of_some or self.is_new_sentence(word.at, self.firsts[-1])
        if of_some or (note and segment.note not in ("", note)):
            segment.mixed = self.said(word)
        if segment.pairs:
            segment.covered[name] = len(segment.pairs), self.said(word)

    def check_covers(self, segment: Segment) -> None:
        """Refuse hours that follow a condition, and have none: «9h-12h (hors vacances), 14h-17h»;
        a part of them is «sur rendez-vous», as it can be written."""
        if segment.mixed:
            raise self.of_some_hours(segment, segment.mixed)
        for name, (count, said) in segment.covered.items():
            if count == len(segment.pairs):
                continue
            if name != "note" or segment.note != APPOINTMENT:
                raise self.of_some_hours(segment, said)
            segment.note = PARTLY

    def is_new_sentence(self, at: int, first: int = 0) -> bool:
        """Whether something stops the sentence between two hours before `at`, from the word at
        `first` on."""
        raise NotImplementedError

    def of_some_hours(self, segment: Segment, said: str) -> HoursError:
        """Proposes the ways to say what is of a part of the hours, when there is one."""
        hours = typed_spans([Span(*pair) for pair in segment.pairs])
        line = f"{_names(segment.days or EVERY_DAY)}: {hours}"
        message = f"« {said} » : pour toutes ces heures ?"
        if re.search("rendez|rdv", said, re.I):
            notes = " ou ".join(f"« {line} {note} »" for note in (APPOINTMENT, PARTLY))
            return self.fail(message, f"écrivez {notes}")
        if segment.fortnight or segment.anchor:
            return self.fail(
                message, f"si oui, écrivez « {said} » avant les jours ; sinon, {RARER}"
            )
        example = (
            "jours fériés: 14h-17h"
            if "féri" in said.lower() or "feri" in said.lower()
            else "vacances scolaires: mardi 14h-17h"
        )
        return self.fail(
            message,
            f"si oui, écrivez « {line} {said} » ; sinon « {line} », et sur sa ligne ce qui change, "
            f"par exemple « {example} »",
        )

    def reach(self, word: Lexeme, said: dict[str, object]) -> list[Segment]:
        """The segments of which a word is; none when it leads those to come. A date that it says
        and that is not of the last days is of all."""
        name, start = next(iter(said)), said.get("anchor")
        here, before = self.segment, self.before(word)
        goes_on = self.followed_by() in _DAYS and self.peek().text not in STOPS
        is_after_stop = before.kind == "comma" and before.text in STOPS
        if not here.has_hours and (here.has_days or here.ranks or here.fortnight):
            return [here]
        if not here.has_hours or (is_after_stop and goes_on and here.has_days):
            if goes_on and not self.is_set_apart():
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
        if name in here.inherited:  # «sur rendez-vous : lundi 9h-12h, mardi 9h-12h sans rdv»
            if is_apart and here.inherited[name] != said[name]:
                raise self.fail(f"« {self.said(word)} » : de quels jours ?", EACH_ITS_LINE)
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

    def is_set_apart(self) -> bool:
        """A comma or a colon follows the word at hand: «sur rendez-vous : …»."""
        last, following = self.words[self.next - 1], self.peek()
        gap = self.text[last.at + len(last.text) : following.at]
        return following.kind in LINKS or ":" in gap

    # Refusals, with each way to write the line

    def of_last_or_all(self, word: Lexeme) -> HoursError:
        said, items = self.said(word), self.items(self.words.index(word))
        last_word = self.words[self.next - 1]
        rest = self.text[last_word.at + len(last_word.text) :].strip(" ).")
        if self.lead or rest:
            return self.fail(f"« {said} » : de quels jours ?", EACH_ITS_LINE)
        last = f"{' ; '.join(items[:-1])} ; {items[-1]} {said}"
        return self.either(said, f"{said} : {', '.join(items)}", last)

    def of_those_before_or_after(self, word: Lexeme) -> HoursError:
        said, items = self.said(word), self.items(self.words.index(word))
        after = self.text[self.words[self.next - 1].at + len(self.words[self.next - 1].text) :]
        after = after.strip(" ,)")
        if self.lead:
            return self.fail(f"« {said} » : de quels jours ?", EACH_ITS_LINE)
        of_before = f"{items[0]} {said} ; {after}"
        if len(items) > 1:
            of_before = f"{after} ; {said} : {', '.join(items)}"
        return self.either(said, of_before, f"{', '.join(items)} ; {said} : {after}")

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
        self.drop("term_only")  # «période scolaire : …, vacances scolaires : …»
        self.segment.inherited.pop("term_only", None)
        if self.key_days and not self.segment.days:  # «mardi: 9h-12h, vacances scolaires 10h-12h»
            self.segment.days = sorted(self.key_days)
        if not (self.segment.days or self.segment.has_hours):
            self.set_lead(word, {"school_holiday": True})
            is_apart = self.is_set_apart()
            self.unsure_lead = "" if is_apart else self.said(word)

    def on_term(self, word: Lexeme) -> None:
        self.qualify(word, term_only=True)

    def on_with_holidays(self, word: Lexeme) -> None:
        if "feries" in word.normalized:  # those of pupils change nothing when nothing is said
            self.qualify(word, open_on_holidays=True)

    def on_appointment(self, word: Lexeme) -> None:
        if self.segment.pairs and self.before(word).kind == "and":  # «9h-12h et sur rendez-vous»
            self.segment.mixed = f"et {word.text.strip()}"
            return
        self.qualify(word, note=APPOINTMENT)

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

    def start_each_led(self) -> None:
        """So is the date of a fortnight said before a list."""
        led = [each for each in self.done if {"fortnight", "anchor"} <= each.inherited.keys()]
        for segment in led:
            start = segment.inherited["anchor"]
            same = [each for each in led if each.inherited["anchor"] == start]
            if isinstance(start, date) and any(start.weekday() in each.days for each in same):
                segment.inherited["anchor"] = _same_fortnight(start, segment.days)


def _names(days: Sequence[int]) -> str:
    """«mardi», «du lundi au vendredi»: as the key of a line."""
    return say_days(sorted(set(days))).removeprefix("le ")


def _same_fortnight(start: date, days: list[int]) -> date:
    """The first of `days`, not before `start`, in its week or two weeks later."""
    if not days or start.weekday() in days:
        return start
    monday = start - timedelta(days=start.weekday())
    coming = [monday + timedelta(days=n) for n in (*days, *(day + 14 for day in days))]
    return min(day for day in coming if day >= start)
