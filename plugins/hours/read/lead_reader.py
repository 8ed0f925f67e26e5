"""What is said once, before a list of days: «sur rendez-vous : mardi 9h-12h ; jeudi 14h-17h».

It is of all the list when one kind of link is between its days. «Sur rendez-vous : lundi 9h-12h,
mardi 9h-12h ; jeudi 14h-17h» may end at the semicolon, as any list may at a full stop: refused,
with both ways to write it.
"""

from __future__ import annotations

import re

from plugins.french.cursor import LINKS
from plugins.french.lexer import Lexeme
from plugins.hours.model import HoursError
from plugins.hours.read.days_reader import DaysReader
from plugins.hours.read.times_reader import SEASON_ALONE

STOPS = (";", ".")
_OPPOSITES = ("term_only", "school_holiday")
_STOP = re.compile(r"\s*[;.]\s+")


class LeadReader(DaysReader):
    """The words that lead a list, and the list they lead."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.lead: dict[str, object] = {}
        self.ways: tuple[str, ...] = ()  # proposed instead of the text: each must be read
        self.lead_said = ""
        self.lead_at = 0  # where the lead begins, in the text
        self.lead_end = 0  # where the words after the lead begin, in the text
        self.unsure_lead = ""  # it may be of the first of these days only
        self.is_key_lead = False  # a key: it is of all its entry
        self.season_lead = False  # «sauf en août : …»
        self.seps: set[str] = set()  # the links between the days of the list
        self.firsts = [0]  # places in `words` of the first word of each segment

    def set_lead(self, word: Lexeme, said: dict[str, object]) -> None:
        """`said` is of the days to come."""
        is_inner = self.segment.has_hours
        if is_inner and set(self.lead) - set(said) - set(_OPPOSITES):
            raise self.fail(f"« {self.said(word)} » : de quels jours ?", EACH_ITS_LINE)
        if is_inner or set(_OPPOSITES).intersection(said):
            self.drop(*_OPPOSITES)
        if is_inner or not self.lead:
            self.lead_at = word.at
        self.lead |= said
        self.end_lead(is_inner=is_inner)

    def end_lead(self, *, is_inner: bool = False) -> None:
        """The lead goes as far as the word at hand; `is_inner`: days were said before it."""
        last = self.words[self.next - 1]
        self.lead_end = last.at + len(last.text)
        self.lead_said = self.text[self.lead_at : self.lead_end].strip(" ;.")
        gap = self.text[self.lead_end : self.peek().at or None]
        self.seps = {","} if (self.peek().kind in LINKS and ":" not in gap) or is_inner else set()

    def drop(self, *names: str) -> None:
        """The days to come are said apart."""
        left = {name: said for name, said in self.lead.items() if name not in names}
        if self.lead and not left:
            self.unsure_lead, self.seps = "", set()
        self.lead = left

    def new_segment(self) -> None:
        before = self.segment
        super().new_segment()
        self.firsts.append(self.next - 1)
        if self.season_lead and not self.is_key_lead:
            raise self.fail("« sauf … » : pour tous ces jours ?", SEASON_ALONE)
        if not self.lead or self.is_key_lead:
            self.segment.inherited = dict(self.lead)
            return
        kind, sep = self.words[self.next - 1].kind, self.separator()
        if kind in ("school_holiday", "public_holiday"):
            self.drop(*_OPPOSITES)
            if not self.lead or self.peek().kind == "closed":
                return
        names_no_day = not (before.days or before.ranks or before.fortnight)
        if "school_holiday" in self.lead and names_no_day:
            if sep not in STOPS and kind != "closed":
                start, led, rest = self.around_lead()
                own = f"{self.lead_said} : {rest}"
                apart = f"{start}{rest} ; {self.lead_said} : {led}"
                raise self.either(self.lead_said, apart, f"{start}{own}")
            self.drop(*self.lead)
        elif self.unsure_lead:
            raise self.of_first_or_all()
        else:
            self.seps.add(sep)
            if sep == "." or self.seps >= {";", ","} or (
                sep == ";" and "school_holiday" in self.lead
            ):  # fmt: skip
                raise self.of_lead_or_not()
        self.segment.inherited = dict(self.lead)

    def separator(self) -> str:
        """The link before the word at hand: a stop, "," for any other, "" for none."""
        place, found = self.next - 2, ""
        while place >= 0 and self.words[place].kind in LINKS:
            text = self.words[place].text
            found = text if text in STOPS else found or ","
            place -= 1
        return found or ","

    def of_lead_or_not(self) -> HoursError:
        """Proposes the list led as a whole, and the days at hand said before it."""
        before, led, rest = self.around_lead()
        led, said = _STOP.sub(", ", led), self.lead_said
        all_of_them = f"{before}{said} : {led}, {_STOP.sub(', ', rest)}"
        return self.either(said, all_of_them, f"{before}{rest} ; {said} : {led}")

    def of_first_or_all(self) -> HoursError:
        """The error of a lead that nothing sets apart from its first day."""
        before, first, rest = self.around_lead()
        said = self.lead_said
        alone = f"{first} {said} ; {rest}"
        if "school_holiday" in self.lead:
            alone = f"{rest} ; {said} : {first}"
        together = f"{before}{said} : {first}, {_STOP.sub(', ', rest)}"
        return self.either(said, together, f"{before}{alone}")

    def around_lead(self) -> tuple[str, str, str]:
        """The text before the lead, between it and the words at hand, and from these on."""
        here = self.words[self.next - 1].at
        texts = (self.text[: self.lead_at], self.text[self.lead_end : here], self.text[here:])
        before, led, rest = (text.strip(" :,;.()") for text in texts)
        return f"{before} ; " if before else "", led, rest

    def either(self, said: str, one: str, other: str) -> HoursError:
        """The error of a word that may be of one day or of several."""
        self.ways = (one, other)
        return self.fail(f"« {said} » : de quels jours ?", f"écrivez « {one} » ou « {other} »")

    def said(self, word: Lexeme) -> str:
        """The words from `word` to the one at hand."""
        last = self.words[self.next - 1]
        return self.text[word.at : last.at + len(last.text)].strip()


EACH_ITS_LINE = (
    "écrivez une ligne pour chacun, par exemple « mardi: 9h-12h sur rendez-vous » et "
    "« jeudi: 14h-17h hors vacances scolaires »"
)
