"""A text without whom it names: «lundi 9h-12h, demander Mme Dupont» → «lundi 9h-12h».

Only where the words around stay true: of «lundi 9h-12h sauf Mme Dupont» nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from plugins.french.days import DAYS
from plugins.french.normalization import normalize
from plugins.records.persons.cited import contacts_in, may_cite, names_in, persons_in

_DAY = rf"(?:{'|'.join(DAYS)})s?"
_CALLED = (
    r"(?:contact(?:ez|er)?|demande[rz]|appele[rz]|joindre|joignez|voir|aupr[eè]s d[e']|chez|c/o)"
)
"""Words that begin what is said of a person: what stands before them stays true without."""
_LEAD = rf"(?:\b(?P<called>{_CALLED})|\b(?:avec|par|au|à|ou|tel|tél|téléphone|mobile|mail)\b)"
_BETWEEN = (
    r"(?:[\s,:;/.()–-]|\b(?:au|à|ou|et|par|son|tel|tél|téléphone|portable|port|mobile|e-?mail|mail"
    r"|courriel)\b)*"
)
_MORE = rf"(?:\s+(?!(?i:{_DAY})\b)[A-ZÀ-Ý][\w'’-]+)?"
"""The second word of «Mme Marie Dupont»."""
_LANDLINE = re.compile(
    r"[\s,:(–-]*(?:(?:au|à|tel|tél|téléphone)\b[\s.:]*)?(?=0[1-589](?:[ .]?\d){8})", re.I
)
_GOES_ON = re.compile(rf"\s*(?:$|[,;|)\n]|\d|(?:le |les |du |de |et )?{_DAY}\b)")
_STANDS_ALONE = re.compile(
    rf"(?:^|[,;:|(/\n–-]|\d|\dh|\b(?:{_DAY}|rdv|rendez-vous|inscription|reservation))\s*$"
)
_NOT_SAID = re.compile(r"\b(?:pas|sans|sauf|hors|de|pour|a|faut|veuillez|et|ou|ni)\s*$")
_STREET = re.compile(
    r"\b(?:rue|avenue|place|boulevard|impasse|allees?|chemin|cours|quai|square|route)\s+de\s+$"
)
_EDGES = " ,;:|/.–-\n"


def without_persons(
    text: str, own: Collection[str] = (), *, mobiles: bool = True, is_place: bool = False
) -> str:
    """The text as it was when it tells of nobody; else what is left of it that is sound, or "".

    `own`, `mobiles`: those of `cited.contacts_in`. `is_place`: it is an address, where a name alone
    may be that of a street."""
    if not may_cite(text):
        return text
    rest = text
    for _ in range(8):  # one by one: what is left may be read otherwise
        told = _told(rest, own, mobiles, is_place)
        if not told:
            return rest
        rest = _cut(rest, told)
    return ""


def _told(text: str, own: Collection[str], mobiles: bool, is_place: bool) -> list[str]:
    contacts = list(contacts_in(text, own, mobiles=mobiles))
    read = persons_in if is_place and not contacts else names_in
    names = list(read(text))
    if is_place:  # «rue de Madame de Sévigné»
        names = [name for name in names if name != text and not _is_of_a_street(text, name)]
    return [*contacts, *names]


def _is_of_a_street(text: str, name: str) -> bool:
    return bool(_STREET.search(normalize(text[: text.index(name)])))


def _cut(text: str, told: Iterable[str]) -> str:
    """The text without the first of those it tells of; "" when what is left would not be sound."""
    any_of = "|".join(re.escape(one) + _MORE for one in sorted(set(told), key=len, reverse=True))
    found = re.search(
        rf"(?i:(?:{_LEAD}[\s.:,(-]*)*)(?:{any_of})(?:(?i:{_BETWEEN})(?:{any_of}))*", text
    )
    if found is None:
        return ""
    before, after = text[: found.start()], text[found.end() :]
    if before.rstrip().endswith("(") and after.lstrip().startswith(")"):
        before, after = before.rstrip()[:-1], after.lstrip()[1:]
    plain = normalize(before)
    is_called = found["called"] is not None and not _NOT_SAID.search(plain)
    if not is_called and not _STANDS_ALONE.search(plain):
        return ""
    if landline := _LANDLINE.match(after):
        before = before.rstrip(_EDGES)
        return f"{before}{', ' if before else ''}tél. {after[landline.end() :]}".strip(_EDGES)
    if not _GOES_ON.match(normalize(after)):
        return ""
    before, after = before.rstrip(_EDGES + "("), after.lstrip(_EDGES)
    if after.startswith(")"):
        after = after[1:].lstrip(_EDGES)
    joint = "" if not before or not after else " "
    left = f"{before}{joint}{after}".strip(_EDGES)
    return left if re.search(r"\w", left) else ""
