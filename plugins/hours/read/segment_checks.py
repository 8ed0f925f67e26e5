"""A segment that is whole: does it say all that it must, and only what its rule can keep?"""

from __future__ import annotations

from dataclasses import replace

from plugins.french.day_parts import MORNING, are_told, is_in, without
from plugins.french.days import DAYS, say_days
from plugins.hours.model import Span, State
from plugins.hours.read.segment import PARTLY, Segment
from plugins.hours.read.spans import typed_spans
from plugins.hours.read.times_reader import EXAMPLE

IN_HOLIDAYS = "écrivez une ligne à part, par exemple « vacances scolaires: mardi 9h-12h »"


def fault_of(segment: Segment, key_days: int) -> tuple[str, str] | None:
    """What is wrong, and what to write instead. `key_days`: how many days the key names."""
    days = segment.days
    if not segment.has_days or (segment.ranks and not days):
        return "on ne sait pas de quel jour il s'agit.", EXAMPLE
    if segment.follows_last_days and not days:
        return "on ne sait pas de quels jours sont ces heures.", "nommez-les, " + EXAMPLE
    if segment.parts and (not segment.pairs or segment.note):
        hint = "écrivez les heures, " + EXAMPLE
        if segment.state is State.CLOSED and days:
            hint = "écrivez les heures qui restent sur la ligne de ce jour, par exemple « "
            hint += (
                f"{DAYS[days[0]]}: {'14h-17h' if segment.parts[0].part == MORNING else '9h-12h'} »"
            )
        return "« matin » ou « après-midi » ne suffit pas.", hint
    if not are_told(segment.parts, len(days), segment.pairs, first=key_days):
        said = " » et « ".join(dict.fromkeys(each.part for each in segment.parts))
        return f"« {said} » : quelles heures, quel jour ?", _each_day(segment)
    if segment.school_holiday and not segment.has_hours:
        return "« vacances scolaires » : quelles heures ?", IN_HOLIDAYS
    if not segment.has_hours:
        day = DAYS[days[0]] if days else "mardi"
        if segment.ranks:
            hint = (
                f"écrivez le jour avant ses heures, par exemple « le premier {day} du mois 9h-12h »"
            )
            return f"il manque les heures de ce {day} du mois.", hint
        return "il manque les heures.", f"par exemple « {day}: 9h-12h, 14h-17h30 »"
    return _fault_of_exceptions(segment)


def _fault_of_exceptions(segment: Segment) -> tuple[str, str] | None:
    off = {*segment.days_off, *(day for day, _ in segment.parts_off)}
    skips = off or segment.seasons_off or segment.closed_on_holidays
    in_holidays = "vacances scolaires: " if segment.school_holiday else ""
    if skips and segment.state is State.CLOSED:
        line = f"{DAYS[min(off)]}: 9h-12h" if off else "de juillet à août, mardi: 9h-12h"
        if in_holidays and off:
            line = f"{in_holidays}{DAYS[min(off)]} 9h-12h"
        elif segment.closed_on_holidays:
            line = "jours fériés: 9h-12h"
        hint = f"écrivez les heures de ces jours sur leur ligne, par exemple « {line} »"
        return "« fermé sauf … » : quelles heures, ces jours-là ?", hint
    odd = off - set(segment.days)
    if odd:
        day = DAYS[min(odd)]
        hint = f"écrivez une ligne à part : « {in_holidays}{day} fermé »"
        if not in_holidays:
            hint = f"écrivez une ligne à part : « {day}: fermé »"
        return f"« sauf le {day} » : ce jour n'est pas dans la ligne.", hint
    if off and segment.note:
        day = DAYS[min(off)]
        hint = f"écrivez ce jour sur sa ligne : « {day}: fermé », ou « {day}: 9h-12h » si ouvert"
        return f"« sauf le {day} » : fermé, ou sans la condition ?", hint
    if (segment.public_holiday or segment.school_holiday) and (
        segment.season or segment.seasons_off or segment.days_off
    ):
        return (
            "des jours fériés ou des vacances, et une saison ou une exception à la fois.",
            "écrivez une ligne pour chacun, par exemple « vacances scolaires: fermé » et "
            "« en août: fermé »",
        )
    return None


def _each_day(segment: Segment) -> str:
    """«mardi matin et jeudi après-midi 9h-12h, 14h-17h», the hours of each part on its days."""
    lines: list[str] = []
    before = 0
    for end in sorted({each.after_days for each in segment.parts} | {len(segment.days)}):
        names = say_days(sorted(set(segment.days[before:end]))) if before < end else ""
        parts = [each.part for each in segment.parts if each.after_days == end]
        hours = [pair for pair in segment.pairs if not parts or any(is_in(p, *pair) for p in parts)]
        if names and not hours:
            lines = []
            break
        if names:
            lines.append(f"{names} {typed_spans([Span(*pair) for pair in hours])}")
        before = max(before, end)
    if not lines or segment.has_occasion or segment.ranks or segment.fortnight:
        return "écrivez les heures de chaque jour sur sa ligne, " + EXAMPLE
    return f"si c'est ainsi, écrivez « {' ; '.join(lines)} »"


def split_parts_off(segment: Segment) -> list[Segment] | tuple[str, str]:
    """«du lundi au vendredi 9h-12h, 14h-17h sauf mercredi après-midi»: Wednesday has a segment of
    its own. What is wrong, and what to write, when its hours cannot be told."""
    days = {day for day, _ in segment.parts_off}
    rest = [day for day in segment.days if day not in days]
    found = [replace(segment, days=rest, parts_off=[])] if rest else []
    is_weekly = not (segment.fortnight or segment.anchor)
    for day in sorted(days):
        pairs: list[tuple[int, int]] | None = segment.pairs
        for part in [part for each, part in segment.parts_off if each == day]:
            pairs = without(part, pairs) if pairs else None
        if pairs is None or segment.note == PARTLY or not is_weekly:
            names = say_days(sorted(set(rest))) if rest else ""
            hours = typed_spans([Span(*pair) for pair in segment.pairs])
            part = next(part for each, part in segment.parts_off if each == day)
            kept = f"« {names} {hours} », et " if rest and is_weekly and hours else ""
            return (
                f"« sauf {DAYS[day]} {part} » : quelles heures ce jour-là ?",
                f"écrivez {kept}les heures du {DAYS[day]} sur leur ligne",
            )
        found.append(replace(segment, days=[day], pairs=pairs, parts_off=[]))
    return found
