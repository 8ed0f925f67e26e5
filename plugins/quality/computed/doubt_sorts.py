"""What the checks say of one record → the sort of doubt, in words that stand alone in a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from plugins.common.diagnostic import Diagnostic
from plugins.french.days import DAYS

_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "nom": "le nom", "adresse": "l'adresse", "commune": "le nom de la commune",
        "code_postal": "le code postal", "telephone": "un numéro",
        "courriels": "une adresse électronique", "site_web": "un site internet",
        "labels": "un label", "frais_a_charge": "un label", "horaires": "un horaire",
        "permanence": "un horaire", "exceptions": "un horaire",
    }
)  # fmt: skip
"""Instead of the value that a message begins with."""
_TEXT = "un texte"
_HOURS = ("horaires", "permanence")
_ENDS_WITH_VALUES = re.compile(r" : .*")
_VALUE = re.compile(r"«[^»]*»")
_RECORDS = re.compile(r"\b(?:\d\d|2[AB]|9[78]\d)/[a-z0-9-]+(?:\.yaml)?\b(?: et à \d+ autres?)?")
_FELL = re.compile(r"\b(?:tombe près|est loin) d.*")
_DAY = re.compile(rf"\b(le|du) (?:{'|'.join(DAYS)})\b")
_ANY_DAY = {"le": "un jour", "du": "d'un jour"}
_DATES = re.compile(r" depuis le \d.*| \(\d{4}-.*\)")
_COUNT = re.compile(r"^\d+ ")


def sort_of(diagnostic: Diagnostic) -> str:
    """The message without what it says of one record alone: «une adresse électronique est chez un
    fournisseur grand public», «horaires : rien n'est dit pour certains jours»."""
    name = re.split(r"\W", diagnostic.field, maxsplit=1)[0]
    text = _RECORDS.sub("une autre fiche", diagnostic.message)
    text = _FELL.sub("tombe loin de sa commune", text)
    text = _COUNT.sub("plusieurs ", _DATES.sub("", text))
    text = _DAY.sub(lambda found: _ANY_DAY[found[1]], text)
    if found := _VALUE.match(text):
        rest = _VALUE.sub("…", text[found.end() :])
        return _SUBJECTS.get(name, _TEXT) + rest
    text = _VALUE.sub("…", _ENDS_WITH_VALUES.sub("", text))
    return f"{name} : {text}" if name in _HOURS else text
