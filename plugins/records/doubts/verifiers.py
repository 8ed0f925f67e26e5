"""Who verified a record: a function that others can find again, never «moi»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.common.diagnostic import Diagnostic, quote, warning
from plugins.common.phrase_list import phrase_list
from plugins.gazetteer import normalize
from plugins.records.checks.context import Context

_NOBODY = phrase_list(
    "elle|je|lui|moi|moi meme|nous|nous meme|nous memes|ok|on|oui|perso|personne|quelqu un|x"
)
_HINT = "écrivez une fonction, par exemple « mairie » ou « bénévole »"


def tells_a_function(text: str) -> bool:
    """Whether a text may say who verified."""
    return normalize(text) not in _NOBODY


def verifier_is_told(record: Any, _context: Context) -> Iterator[Diagnostic]:
    """«verifie_par: moi» tells nothing to whoever reads the record next year."""
    who = record.verifie_par
    if who and not tells_a_function(who):
        yield warning(("verifie_par",), f"{quote(who)} ne dit pas qui a vérifié", _HINT)
