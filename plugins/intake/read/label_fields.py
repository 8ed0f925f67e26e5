"""The fields of labels of the national schema, and what some lists write in them, or leave out."""

from __future__ import annotations

import re

LABEL_FIELDS = (
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
)
"""Fields of the national schema that hold labels."""

OF_LAYOUT = {"labels": "dispositif_programmes_nationaux"}
"""Field of the tables of terms → that of a layout, where the two are not called the same."""
LEAVES_DAYS_BLANK = ("rhinocc-occitanie",)
"""Lists whose hours leave blank the days of which they say nothing: in the national schema, these
are days that the OSM string does not name, which would mean closed."""
FORTNIGHT = re.compile(r"semaines? (im)?paires?")
"""Found among the labels of a list of bus stops: it belongs to the hours."""


def split_list(value: str | list[str]) -> list[str]:
    """Cut a cell into labels at the first of "|", ";" and the end of a line that it has."""
    if isinstance(value, list):
        return value
    for sign in ("|", ";", "\n"):
        if sign in value:
            return [part.strip() for part in value.split(sign) if part.strip()]
    return [value.strip()] if value.strip() else []
