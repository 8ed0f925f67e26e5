"""What to say of hours of every year or of every week among those of one date: «août: fermé» below
`exceptions`."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.hours import HoursError, read_hours


def where_hours_go(entries: Mapping[object, object] | str) -> str:
    """Where entries of hours go, with them; "" when they are none. `entries`: a season or days →
    hours, or a sentence."""
    if isinstance(entries, str):
        typed: str | dict[str, str] = entries
        shown = "par exemple « août: fermé »"
    else:
        typed = {str(name): "fermé" for name in entries}  # what the name is, whatever it says
        shown = ", ".join(f"« {name}: {text} »" for name, text in entries.items())
    try:
        is_nothing = read_hours(typed).is_unknown
    except HoursError:
        return ""
    return "" if is_nothing else f"les saisons et les jours vont sous « horaires » : {shown}"
