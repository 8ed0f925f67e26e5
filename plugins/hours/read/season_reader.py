"""The dates of a segment, word by word: «de septembre à juin», «à partir du 6 octobre 2026»."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from plugins.french.clocks import read_time, type_time
from plugins.french.cursor import LINKS
from plugins.french.lexer import Lexeme
from plugins.french.typed_dates import TypedDate, real
from plugins.hours.model import HoursError, State
from plugins.hours.read.reach_reader import ReachReader
from plugins.hours.read.times_reader import ONE_SEASON_A_LINE, SEASON_ALONE
from plugins.hours.seasons import DATED, season_of

AFTER_SEASON = (
    "end", "with_holidays", "skip", "term", "start", "fraction", "parity", "year", "numeric",
)  # fmt: skip
"""What may follow a season that stands after hours: nothing that has hours of its own."""
_NOT_AFTER_CLOSED = ("appointment", "without", "unsaid", "all_day", "closed")
_TWO_SPANS = re.compile(r"(\d\d?)h? ?[-à] ?(\d\d?) ?/ ?(\d\d?) ?[-à] ?(\d\d?)h?")
_STOPS = re.compile(r"[;.:(]")


class SeasonReader(ReachReader):
    """When of the year the times hold."""

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
        if self.done or self.is_new_sentence(at) or self.followed_by() not in AFTER_SEASON:
            raise self.fail("on ne sait pas de quelles heures est la saison.", SEASON_ALONE)
        first = next(n for n, word in enumerate(self.words) if word.at == at)
        if len(self.segment.pairs) > 1 and self.words[first - 1].kind != "comma":
            raise self.of_which_hours(first)

    def of_which_hours(self, first: int) -> HoursError:
        """In «mardi 9h-12h, 14h-17h en août», are the first hours of August too? `first`: the
        place of the season's first word."""
        times = [n for n, word in enumerate(self.words[:first]) if word.kind in ("time", "number")]
        before, last = self.words[first - 1], self.words[self.next - 1]
        all_of_them = self.text[: before.at + len(before.text)].strip()
        season = self.text[before.at + len(before.text) : last.at + len(last.text)].strip(" ()")
        usual = self.between(0, times[-2])
        return self.fail(
            f"« {season} » : pour toutes ces heures ?",
            f"si oui, écrivez « {season}, {all_of_them} » ; sinon, deux lignes : « {usual} » et "
            f"« {season}, {all_of_them} »",
        )

    def is_new_sentence(self, at: int, first: int = 0) -> bool:
        """In «mardi 9h-12h (14h-17h en août)» the season is of the last hours only."""
        words = enumerate(self.words)
        places = [n for n, word in words if word.kind == "time" and n >= first and word.at < at]
        if not places:
            return False
        said = self.words[places[0] : places[-1] + 1]
        between = (self.text[one.at + len(one.text) : two.at] for one, two in pairwise(said))
        links = (word.text for word in said if word.kind == "comma")
        return any(_STOPS.search(text) for text in (*between, *links))

    def on_numeric(self, word: Lexeme) -> None:
        first, _, last = word.normalized.partition("/")
        if spans := self.around_slash(word):
            raise self.fail(f"« {word.text} » : une date, ou des heures ?", f"écrivez « {spans} »")
        is_hours = last.isdigit() and int(first) < int(last) <= 24
        if is_hours and self.segment.state is not State.CLOSED:
            hours = "h-".join(word.normalized.split("/"))
            raise self.fail(
                f"« {word.text} » : une date, ou des heures ?",
                f"des heures s'écrivent « {self.text.replace(word.text, hours + 'h')} »",
            )
        raise self.fail(f"« {word.text} » : une date d'une seule année.", DATED)

    def around_slash(self, word: Lexeme) -> str:
        """«9h-12h, 14h-17h» for «9-12/14-17», all that was typed; "" for another text."""
        found = _TWO_SPANS.fullmatch(self.text.strip())
        hours = [int(hour) for hour in found.groups()] if found else []
        if sorted({*hours}) != hours or max(hours, default=0) > 24:
            return ""
        return "{}h-{}h, {}h-{}h".format(*hours) if hours else ""

    def on_year(self, word: Lexeme) -> None:
        raise self.fail(f"« {word.text} » : les horaires sont de chaque année.", DATED)

    # Dates

    def on_start(self, word: Lexeme) -> None:
        if self.peek().kind == "time":  # «lundi à partir de 14h»
            hour = self.take()
            raise self.fail(
                f"« {self.said(word)} » : jusqu'à quelle heure ?",
                f"écrivez aussi l'heure de fin : « {self.until(word, hour)} »",
            )
        self.qualify(word, anchor=self.take_start(word))
        self.start_each_on_its_day()

    def until(self, word: Lexeme, hour: Lexeme) -> str:
        """The text to the end of the hours, which nobody but the place knows."""
        start = type_time(read_time(hour.normalized) or 0)
        return f"{self.text[: word.at]}{start}-…".strip()

    def on_rhythm(self, word: Lexeme) -> None:
        if "paire" in self.segment.fortnight:
            return
        said: dict[str, object] = {"fortnight": word.text.strip()}
        if start := self.take_if("start"):
            said["anchor"] = self.take_start(start, has_rhythm=True)
        self.qualify(word, **said)
        self.start_each_on_its_day()

    def take_start(self, word: Lexeme, *, has_rhythm: bool = False) -> date:
        """The date after «à partir du»."""
        typed = self.take_dates()
        if len(typed) != 1 or typed[0][1].is_month or not typed[0][1].year:
            has_rhythm = has_rhythm or bool(self.segment.fortnight)
            if typed and not typed[0][1].year and not has_rhythm:
                raise self.fail(f"« {word.text.strip()} » : jusqu'à quand ?", ONE_SEASON_A_LINE)
            raise self.fail(
                f"« {word.text.strip()} » : il faut une date, avec son année.",
                "par exemple « un mardi sur deux à partir du 6 octobre 2026 »",
            )
        return real(typed[0][1])

    def on_until(self, word: Lexeme) -> None:
        if self.peek().kind not in ("time", "number") or self.peek(1).kind == "month":
            raise self.fail(f"« {word.text} » : une date de fin.", DATED)
        self.linked = True
