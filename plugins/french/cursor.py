"""Goes through the words of a line, and takes the dates that stand where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.french.clocks import read_time, type_time
from plugins.french.days import weekday
from plugins.french.lexer import Lexeme
from plugins.french.months import read_month
from plugins.french.ranks import rank
from plugins.french.typed_dates import TypedDate, read_numeric

LINKS = ("comma", "and")
_END = Lexeme("end", "", "", 0)


class Cursor:
    """A place in a list of words; `take` goes on."""

    text = ""
    """The line that the words stand in, as typed."""

    def __init__(self, words: Sequence[Lexeme]) -> None:
        self.words = words
        self.next = 0

    def peek(self, ahead: int = 0) -> Lexeme:
        place = self.next + ahead
        return self.words[place] if place < len(self.words) else _END

    def take(self) -> Lexeme:
        self.next += 1
        return self.words[self.next - 1]

    def take_if(self, *kinds: str) -> Lexeme | None:
        return self.take() if self.peek().kind in kinds else None

    def correct_dotted(self, at: int) -> tuple[int, str]:
        """«9.30 à 12», whose first hour is the word `at`: where it ends in the text, and how it
        should be typed, "9h30-12h"."""
        typed = [self.words[at]]
        link, end = [*self.words[at + 1 : at + 3], _END, _END][:2]
        is_slash = link.text.strip() == "/" and end.kind == "dotted_time"
        if is_slash or (link.kind == "to" and end.kind in ("dotted_time", "time", "number")):
            typed.append(end)
        hours = [
            re.sub(r"[.,]?(\d\d)$", r":\1", each.normalized)
            if each.kind == "dotted_time"
            else each.normalized
            for each in typed
        ]
        times = [read_time(f"{each}h" if each.isdigit() else each) for each in hours]
        right = "-".join(type_time(570 if minutes is None else minutes) for minutes in times)
        return typed[-1].at + len(typed[-1].text), right

    def without_dots(self, at: int) -> tuple[str, str]:
        """What is typed with a dot at the word `at`, and the whole line without any."""
        typed, line, before = "", "", 0
        for number, word in enumerate(self.words):
            if word.kind != "dotted_time" or word.at < before:
                continue
            end, right = self.correct_dotted(number)
            line += self.text[before : word.at] + right
            typed = self.text[word.at : end] if number == at else typed
            before = end
        return typed, line + self.text[before:]

    def take_dates(self) -> list[tuple[str, TypedDate]]:
        """The dates, or the months, that stand here, each with the kind of word before it."""
        found: list[tuple[str, TypedDate]] = []
        link = ""
        is_between = self.next > 0 and self.words[self.next - 1].kind == "between"
        while typed := self.take_date() or self.take_month():
            if found and typed.is_month != found[0][1].is_month:
                break
            found.append((link, typed))
            before = self.next
            link = ""
            while word := self.take_if("to", "until", *LINKS):
                link = "to" if word.kind == "until" else word.kind
                if link == "to":
                    break
            if is_between and len(found) == 1 and link == "and":
                link = "to"
            if not link and self.is_list_of_months(found):
                link = "and"
            if not link:
                return found
        if found:
            self.next = before
        return found

    def is_list_of_months(self, found: Sequence[tuple[str, TypedDate]]) -> bool:
        """«juillet août» are both months, when a space alone is between them."""
        last = found[-1][1]
        if not last.is_month or last.year or any(link == "to" for link, _ in found):
            return False
        return self.peek().kind == "month" and self.peek().at == last.at + len(last.text) + 1

    def take_date(self) -> TypedDate | None:
        before = self.next
        named = self.take_if("day") if self.is_joined() else None
        first = self.peek()
        if first.kind == "numeric":
            self.take()
            typed = read_numeric(first.text, first.at)
            month, year = typed.month, typed.year
        elif first.kind == "number" or self.is_first_of_month():
            self.take()
            month_word = self.take_if("month")
            year_word = self.take_if("year") if month_word else None
            month = read_month(month_word.normalized) if month_word else 0
            year = int(year_word.normalized) if year_word else 0
            typed = TypedDate(0, "", int(first.normalized) if first.kind == "number" else 1)
        else:
            self.next = before
            return None
        at = (named or first).at
        text = " ".join(word.text.strip() for word in self.words[before : self.next])
        day = weekday(named.normalized) if named else None
        return TypedDate(at, text, typed.day, month, year, day)

    def is_joined(self) -> bool:
        """«mardi 6 octobre» names one day, «tous les mardis du 6 octobre» does not."""
        word, following = self.peek(), self.peek(1)
        return following.at == word.at + len(word.text) + 1 and not word.normalized.endswith("s")

    def is_first_of_month(self) -> bool:
        """«1er» begins a date: «du 1er au 8 mai», and not «le 1er et le 3e jeudi»."""
        if self.peek().kind != "rank" or rank(self.peek().normalized) != 1:
            return False
        ahead = 1
        while self.peek(ahead).kind in LINKS:
            ahead += 1
        following = self.peek(ahead).kind
        return following in ("to", "month") if ahead == 1 else following == "number"

    def take_month(self) -> TypedDate | None:
        word = self.take_if("month")
        if word is None:
            return None
        year = self.take_if("year")
        text = f"{word.text} {year.text}" if year else word.text
        number = int(year.normalized) if year else 0
        return TypedDate(word.at, text, 1, read_month(word.normalized), number, is_month=True)
