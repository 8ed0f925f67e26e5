"""French opening hours, cut into segments: which days, when on these days."""

from __future__ import annotations

import itertools
from datetime import date

from plugins.french.clocks import type_time
from plugins.french.days import EVERY_DAY
from plugins.french.errors import FrenchTimeError
from plugins.french.lexer import Lexeme, tokens
from plugins.french.spelling import corrected, nearest
from plugins.hours.fortnights import Fortnight, check_fortnight
from plugins.hours.model import HoursError, Span
from plugins.hours.read.hints import hint_for
from plugins.hours.read.lead_reader import EACH_ITS_LINE
from plugins.hours.read.precedence import cut
from plugins.hours.read.segment import APPOINTMENT, Segment, as_formatted
from plugins.hours.read.segment_checks import fault_of, split_parts_off
from plugins.hours.read.skip_reader import SkipReader
from plugins.hours.read.spans import typed_spans
from plugins.hours.read.times_reader import EACH_OPENING, EXAMPLE, ONE_SEASON_A_LINE
from plugins.hours.rewording import reworded
from plugins.hours.seasons import since

_SEASON_STARTS = ("month", "rank", "number")


def read_segments(
    where: str, key: str, value: str, today: date | None = None, *, is_correction: bool = False
) -> list[Segment]:
    """The segments of one entry (`key` names days) or of a whole line of text (`key` is "").

    `today` serves only to propose dates; a correction of another text is not itself corrected.
    Raises HoursError, naming `where`.
    """
    if usual := as_formatted(key, value):
        return [usual]
    reader = _WeekReader(where)
    try:
        reader.read(key)
        reader.key_days = frozenset(reader.segment.days)
        reader.key_season = reader.segment.season
        reader.is_key_lead = bool(reader.lead)
        reader.unsure_lead = ""
        reader.read(value)
        segments = reader.finish()
    except (FrenchTimeError, HoursError) as error:
        hint, at_key = error.hint, False
        if reader.near and not is_correction and _is_read(corrected(key), corrected(value)):
            at_key = corrected(key) != key
            hint = f"vouliez-vous dire « {corrected(key if at_key else value)} » ?"
        if not is_correction and not all(_is_read("", way) for way in reader.ways):
            hint = EACH_ITS_LINE  # there is more to write otherwise
        message = error.message
        if not is_correction and (other := reworded(key, value, _is_read)):
            hint = "écrivez " + " ou ".join(f"« {text} »" for text in other.instead)
            message = f"« {other.dropped} » n'est pas compris." if other.dropped else message
            at_key = False
        raise HoursError(where, message, hint, at_key=at_key) from error
    for segment in segments:
        hours = typed_spans([Span(*pair) for pair in segment.pairs])
        rhythm = Fortnight(segment.days, segment.fortnight, segment.anchor, hours)
        check_fortnight(where, rhythm, today)
    return segments


def _is_read(key: str, value: str) -> bool:
    try:
        return bool(read_segments("", key, value, is_correction=True))
    except HoursError:
        return False


class _WeekReader(SkipReader):
    """Goes through the words, then checks what they say together."""

    near = ""

    def read(self, text: str) -> None:
        self.text, self.words, self.next, self.firsts = text, tokens(text), 0, [0]
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
        self.start_each_led()
        for segment in self.done:
            segment.inherit()
            if segment == Segment(note=APPOINTMENT):  # the whole text is «sur rendez-vous»
                segment.days.extend(EVERY_DAY)
            self.check(segment)
            self.cut(segment)
            self.start_season(segment)
        return [part for segment in self.done for part in self.split(segment)]

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
        self.check_covers(segment)
        if fault := fault_of(segment, len(self.key_days)):
            raise self.fail(*fault)

    def split(self, segment: Segment) -> list[Segment]:
        """Each segment as many as its exceptions make."""
        if not segment.parts_off:
            return [segment]
        split = split_parts_off(segment)
        if isinstance(split, tuple):
            raise self.fail(*split)
        return split

    def on_unknown(self, word: Lexeme) -> None:
        hint = hint_for(word, self.text)
        near = nearest(word.normalized)
        if not hint and near not in ("", word.text):
            self.near = near
        raise self.fail(f"« {word.text} » n'est pas compris.", hint or EXAMPLE)
