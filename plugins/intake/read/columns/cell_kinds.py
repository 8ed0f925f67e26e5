"""What the cells of a column look like: telephone numbers, postcodes, days, degrees…"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from stdnum.fr import siret

from plugins.intake.read.fillers import is_filler

MOST_CELLS = 200
"""Cells of a column that are looked at."""
_LOOKED_AT = 500
"""Letters of each: a kind shows at once, or not at all."""
_PHONE = re.compile(r"(?:\(?\+?\d[\d\s./()-]{7,}\d|\b3\d ?\d\d)\b")
_MOST_DIGITS = 13
"""«0033 1…»; a SIRET that a spreadsheet rounded has fourteen."""
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:fr|com|org|net|eu|info|nc|re)"
    r"(?:/\S*)?",
    re.I,
)
_POSTCODE = re.compile(r"(?:F-)?\d{4,5}(?:\.0)?")
_INSEE = re.compile(r"(?:\d{4,5}|\d[ABab]\d{3})(?:\.0)?")
_DATE = re.compile(
    r"\d{4}[-/]\d\d[-/]\d\d.*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*|(?:\d{1,2}(?:er)? )?[a-zéû]+ \d{4}"
    r"|\d{4}",
    re.I,
)
_DAY = re.compile(r"(?:\d{4}[-/]\d\d[-/]\d\d|\d{1,2}/\d{1,2}/\d{4})(?:[T ].*)?")
"""As programs write it: its eight digits are those of no telephone."""
_DEGREES = re.compile(r"[-+]?\d{1,3}[.,]\d{2,}")
_HOURS = re.compile(
    r"\b\d{1,2} ?(?:h|:|heures?)|\b(?:lun|mar|mer|jeu|ven|sam|dim)|\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b"
    r"|ferm|rendez|rdv|ouvert|permanence|24/7",
    re.I,
)
_STREET = re.compile(
    r"\b(?:rue|avenue|av|boulevard|bd|bld|place|pl|chemin|ch|route|rte|impasse|all[ée]es?|quai"
    r"|cours|square|esplanade|rond[- ]point|za|zi|zac|lotissement|faubourg|fbg|passage|mail"
    r"|promenade|voie|lieu[- ]dit|tribu|hameau|r[ée]sidence|immeuble|b[âa]timent"
    r"|centre commercial)\b|^\d+\s",
    re.I,
)


def _is_siret(text: str) -> bool:
    return bool(siret.is_valid(re.sub(r"[\s.]", "", text))) or not text.strip("0. ")


def _is_phone(text: str) -> bool:
    found = _PHONE.search(text)
    return (
        found is not None
        and not _DAY.fullmatch(text)
        and (" " in found[0] or sum(map(str.isdigit, found[0])) <= _MOST_DIGITS)
    )


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "telephone": _is_phone,
    "courriels": lambda text: bool(_EMAIL.search(text)),
    "site_web": lambda text: bool(_WEB.search(text)) and not _EMAIL.fullmatch(text),
    "prise_rdv": lambda text: bool(_WEB.search(text)),
    "fiche_acces_libre": lambda text: bool(_WEB.search(text)),
    "code_postal": lambda text: bool(_POSTCODE.search(text)),
    "code_insee": lambda text: bool(_INSEE.fullmatch(text)),
    "pivot": _is_siret,
    "date_maj": lambda text: bool(_DATE.fullmatch(text)),
    "latitude": lambda text: bool(_DEGREES.search(text)),
    "longitude": lambda text: bool(_DEGREES.search(text)),
    "horaires": lambda text: bool(_HOURS.search(text)),
    "permanence": lambda text: bool(_HOURS.search(text)),
    "adresse": lambda text: bool(_STREET.search(text)),
}
CHECKED = frozenset(_KINDS) - {"adresse"}
"""Fields whose cells have a look of their own; a street may be «Le bourg»."""
_WORDS = {
    "telephone": "des numéros de téléphone",
    "courriels": "des adresses électroniques",
    "site_web": "des adresses de sites",
    "prise_rdv": "des adresses de sites",
    "fiche_acces_libre": "des adresses de sites",
    "code_postal": "des codes postaux",
    "code_insee": "des codes INSEE",
    "pivot": "des numéros SIRET",
    "date_maj": "des dates",
    "latitude": "des degrés",
    "longitude": "des degrés",
    "horaires": "des jours ou des heures",
    "permanence": "des jours ou des heures",
    "adresse": "des rues",
}


def share_of(field: str, cells: Sequence[str]) -> float | None:
    """Part of the cells that look like a field, 0 to 1; None when the field has no look, or when
    no cell says anything."""
    looks = _KINDS.get(field)
    told = [cell for cell in cells[:MOST_CELLS] if not is_filler(cell, field)]
    if looks is None or not told:
        return None
    return sum(looks(cell[:_LOOKED_AT]) for cell in told) / len(told)


def described(field: str) -> str:
    """«des numéros de téléphone»."""
    return _WORDS[field]
