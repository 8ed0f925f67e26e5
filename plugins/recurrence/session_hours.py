"""The hours of a line of dates, read word by word: «de 9h à 12h», «à 14h pendant 2h»."""

from __future__ import annotations

from plugins.french.clocks import read_time, type_time
from plugins.french.cursor import Cursor
from plugins.french.day_parts import SaidPart, part_of
from plugins.french.lexer import Lexeme, tokens
from plugins.recurrence.draft import Draft, TypedTime
from plugins.recurrence.model import DatesError
from plugins.recurrence.resolve import TWO_LINES


class SessionHours(Cursor):
    """Puts hours in the draft; days are read by the class that extends it."""

    def __init__(self, text: str) -> None:
        super().__init__(tokens(text))
        self.text = text
        self.draft = Draft()
        self.days_before_hours = False
        self.months_after_hours = False
        self.is_between = False
        self.has_condition_of_hours = False

    def on_dotted_time(self, word: Lexeme) -> None:
        typed, line = self.without_dots(self.next - 1)
        raise DatesError(
            f"« {typed} » : une heure s'écrit avec un « h ».", f"écrivez « {line} »", word.at
        )

    def on_time(self, word: Lexeme) -> None:
        if self.has_condition_of_hours:
            raise DatesError(
                f"« {word.text.strip()} » : est-ce l'heure d'autres jours ?", TWO_LINES, word.at
            )
        if self.months_after_hours:
            raise DatesError(
                f"« {word.text.strip()} » : est-ce l'heure de tous ces mois ?", TWO_LINES, word.at
            )
        start = _time(word)
        self.days_before_hours = bool(self.draft.groups)
        links = ("to", "until", "and") if self.is_between else ("to", "until")
        if self.peek().kind in links and (self.peek(1).kind == "time" or self.is_bare_hour()):
            self.take()
            self.draft.times.append((start, _time(self.take())))
        else:
            self.draft.times.append((start, None))

    def is_bare_hour(self) -> bool:
        """«9h-12»: the number after the next word is an hour, and not the day of a month."""
        follows = self.peek(2).kind not in ("month", "rank", "number", "to", "and", "comma")
        return self.peek(1).kind == "number" and follows and self.peek().kind == "to"

    def on_between(self, _word: Lexeme) -> None:
        self.is_between = True

    def on_for(self, word: Lexeme) -> None:
        found = self.take_if("time", "minutes")
        if found is None:
            if self.peek().kind == "school_holiday":
                return
            raise DatesError(
                f"« {word.text} » : combien de temps ?", "par exemple « pendant 2h »", word.at
            )
        if found.kind == "minutes":
            length = int(found.normalized.rstrip("minutes. "))
            self.draft.duration = TypedTime(length, found.text, found.at)
        else:
            self.draft.duration = _time(found)

    def without_end(self, word: Lexeme, hour: Lexeme) -> DatesError:
        """The error of «lundi à partir de 14h», whose end nobody but the organiser knows."""
        start = read_time(hour.normalized) or 0
        span = f"de {type_time(start)} à …"
        return DatesError(
            f"« {self.text[word.at : hour.at]}{hour.text} » : jusqu'à quelle heure ?",
            f"écrivez l'heure de fin : « {self.text[: word.at]}{span} »",
            word.at,
        )

    def on_vague(self, word: Lexeme) -> None:
        self.draft.parts.append(SaidPart(part_of(word.text), len(self.draft.days)))
        self.draft.part_at = word.at


def _time(word: Lexeme) -> TypedTime:
    typed = word.normalized
    value = read_time(f"{typed}h" if word.kind == "number" else typed)
    if value is None or value > 24 * 60:
        raise DatesError(f"« {word.text} » n'est pas une heure.", "par exemple « 9h30 »", word.at)
    return TypedTime(value, word.text, word.at)
