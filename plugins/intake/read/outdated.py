"""What a cell says of its own number or address, and not of the place: «(hors service)»."""

from __future__ import annotations

import re
from functools import lru_cache

_STATE = (
    r"(?:supprim[ée]e?|suspendue?|r[ée]sili[ée]e?|inacti(?:f|ve)|d[ée]sactiv[ée]e?|coup[ée]e?"
    r"|annul[ée]e?|obsol[eè]te|en panne|en d[ée]rangement|hs|h\.s\.|plus acti(?:f|ve)"
    r"|n'existe plus|non attribu[ée]e?|invalide|non valide|erron[ée]e?)"
)
_LINE = r"(?:num[ée]ro|n°|ligne|adresse|e-?mail|courriel|bo[iî]te(?: mail)?|messagerie)"
_THING = rf"(?:{_LINE}|t[ée]l(?:[ée]phone)?\.?|standard)"
_IS = r"(?:n'est |est |a [ée]t[ée] )?"
_OUTDATED = re.compile(
    r"\banciens?\s*(?:n°|num|t[ée]l|:|[0-9(+])|\bancienne ligne\b"
    r"|\b(?:n'est )?plus (?:en service|attribu|valable|utilis)[ée]?e?|\bhors[ -]service\b"
    r"|\b(?:(?:ce|le) num[ée]ro )?ne (?:r[ée]pond|fonctionne|marche) (?:plus|pas)\b"
    r"|\bobsol[eè]te\b|\b(?:faux|mauvais) num[ée]ro\b"
    # A switchboard may be shut on Wednesdays; a line that is shut is one no more.
    rf"|\b{_THING}\s+{_IS}{_STATE}(?!\w)|\b{_LINE}\s+{_IS}ferm[ée]e?(?!\w)"
    rf"|(?<=[0-9])\s*[-–—:/(\[]?\s*{_STATE}\s*[)\]]?\s*$"
    rf"|(?<=[a-z])\s*[(\[]\s*{_STATE}\s*[)\]]\s*$|(?<=[a-z])\s+[-–—:/]\s*{_STATE}\s*$",
    re.IGNORECASE,
)
_NOTHING = " .,;:-–—/()[]"


@lru_cache(maxsize=1 << 13)  # asked again of each cell
def is_outdated(text: str) -> bool:
    """Whether a cell of telephone numbers or of addresses says that one is no longer good."""
    return bool(_OUTDATED.search(_plain(text)))


def said_besides(text: str) -> str:
    """What the cell says when that is left out: it may be of the place, «Fermé - ligne coupée»."""
    return _OUTDATED.sub(" ", _plain(text)).strip(_NOTHING)


def _plain(text: str) -> str:
    """One space at a time: a cell of thousands of spaces is read as fast as another."""
    return " ".join(text.replace("’", "'").split())
