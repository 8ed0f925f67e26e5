"""The setting of the covered territories."""

from __future__ import annotations

from plugins.contracts.settings import TEXTS, Setting, one_of

SETTINGS = (
    Setting(
        "TERRITORIES_COVERED",
        one_of(TEXTS, None),
        None,
        'Codes of what the directory covers: départements ("31"), EPCI (SIREN), régions ("R76") '
        'or "*"; `None`: the départements that have a folder among the records.',
        ("cli", "gazetteer", "opendata", "search"),
    ),
)
