"""Opening hours: French typing and OSM in, dated intervals and plain French out.

A library, not a Pelican plugin. It adds nothing to the context and writes nothing. `read_hours` and
`read_exception` read a record, `OpeningHours` answers for a place, `Evaluator` for many places,
`encode` for a page's script, `to_french` for an import. docs/adr/0004-hours.md says why.

What no interval covers is closed, what is not known is an interval of its own. Whoever says hours
to a reader takes them from `OpeningHours`, in the locale of a language that is not French.
"""

from plugins.hours.encoding import decode, encode
from plugins.hours.evaluator import Evaluator
from plugins.hours.holidays import Calendar
from plugins.hours.model import (
    UNKNOWN_WEEK,
    Closure,
    DatesAhead,
    ExceptionalHours,
    HoursError,
    Interval,
    Span,
    State,
    Week,
)
from plugins.hours.opening import OpeningHours
from plugins.hours.read.reading import read_exception, read_hours
from plugins.hours.say.notes import say_comments
from plugins.hours.say.typing_french import to_french

__all__ = [
    "UNKNOWN_WEEK",
    "Calendar",
    "Closure",
    "DatesAhead",
    "Evaluator",
    "ExceptionalHours",
    "HoursError",
    "Interval",
    "OpeningHours",
    "Span",
    "State",
    "Week",
    "decode",
    "encode",
    "read_exception",
    "read_hours",
    "say_comments",
    "to_french",
]
