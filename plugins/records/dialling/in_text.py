"""Numbers in a cell or a line where people also wrote other things.

A number is taken only when it stands alone: every digit of the run where it is must be that of a
whole number that exists. What is left is told, and never searched for something smaller; a number
of four digits counts only where nothing else is in doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plugins.gazetteer import normalize
from plugins.records.dialling import numbering
from plugins.records.dialling.asides import GAP, without_asides
from plugins.records.dialling.fax_labels import faxes_of
from plugins.records.dialling.short_numbers import is_short
from plugins.records.phones import Phone, read_phone, written_with_code

_LONGEST_TEXT, _MOST_GROUPS = 1000, 60
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_RUN = re.compile(r"[+(]*[0-9](?:[-0-9+ .,:/()\u2010-\u2015]*[0-9])?")
_GROUP = re.compile(r"(\+?)[ (]*([0-9]+)")
# Between two numbers, and never inside one that is not written so from end to end.
_BETWEEN = re.compile(
    r" *[,()] *| +[-/\u2010-\u2015] *| *[-/\u2010-\u2015] +|[.:] +|(?<=[0-9]) *(?=\+)"
)
_SHORT_AS_WRITTEN = re.compile(r"[0-9]{4}|[0-9]{2}[ .][0-9]{2}|118[ .]?[0-9]{3}")
# A SIREN, by threes, is none.
_LOST_ZERO = re.compile(r"[1-9](?:[0-9]{8}|(?:[0-9]{2})?([ .-])[0-9]{2}(?:\1[0-9]{2}){2,3})")
# An asterisk after the last digit leads to a note.
_GLUE = re.compile(r"[^\W\d]+|[#=@%&]|[*](?=[0-9*])")
_GLUED = re.compile(r"(?:[^\W\d]+|[#*=@%&])$")
_MAY_TOUCH = frozenset("tel fax ou et poste".split())
_BESIDE_SHORT = frozenset(
    """accueil agence allo ameli appel appelez appeler assurance au caf carsat ce contact contacts
    cpam d de demandeur demandeurs depuis des du emploi employeur employeurs entreprise entreprises
    et france gratuit gratuite impots la le les local maladie msa n national no non numero ou par
    particuliers payant pole poste prix professionnels rapide retraite s service services standard
    surtaxe tel telephone telephonique travail un unique usagers""".split()
)


class PhonesInText(NamedTuple):
    """Whole numbers in their order, and what has digits and is none, as written. `faxes` are told
    apart: nobody answers there."""

    phones: tuple[Phone, ...]
    unread: tuple[str, ...]
    faxes: int = 0


@lru_cache(maxsize=1 << 14)  # a row asks several times, and lists repeat those of offices
def phones_in(text: str, departement: str) -> PhonesInText:
    """Every number that stands alone in `text`, as it is dialled from `departement` («971»)."""
    if len(text) > _LONGEST_TEXT:
        return PhonesInText((), (text[:_LONGEST_TEXT],))
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain = GAP.join(" ".join(line.split()) for line in plain.splitlines())
    plain = re.sub(r"((?:\+|00)[ 0-9]{1,6})\( ?0 ?\)", r"\1 ", plain)
    plain = without_asides(plain)
    found: list[Phone] = []
    short: list[tuple[Phone, str]] = []
    unread: list[str] = []
    faxes = 0
    runs = list(_RUN.finditer(plain))
    ends = [0, *(run.end() for run in runs)]
    nexts = [*(run.start() + 1 for run in runs), len(plain)]
    for number, run in enumerate(runs):
        before = plain[ends[number] : run.start()]
        after = plain[run.end() : nexts[number + 1]]
        if _is_glued(plain, run):
            unread.append(run[0])
            continue
        here: list[Phone] = []
        for piece, phones in _pieces(run[0], departement):
            brief = read_phone(piece) if _SHORT_AS_WRITTEN.fullmatch(piece) else None
            if phones:
                here += phones
            elif brief is not None and brief.is_short:
                short.append((brief, piece))
            else:
                unread.append(piece)
        answered = len(here) - faxes_of(len(here), before, after)
        found += here[:answered]
        faxes += len(here) - answered
    if short:
        words = normalize(re.sub(r"[0-9]+", " ", plain)).split()
        if unread or not _BESIDE_SHORT.issuperset(words):
            unread += [piece for _, piece in short]
        else:
            found += [phone for phone, _ in short]
    return PhonesInText(tuple(dict.fromkeys(found)), tuple(unread), faxes)


def _is_glued(text: str, run: re.Match[str]) -> bool:
    """«W0561000000», «0561000000x», «#3949»: digits of a code. «tél05…», «…ou05…» are not."""
    before, after = _GLUED.search(text[: run.start()]), _GLUE.match(text[run.end() :])
    return any(found and normalize(found[0]) not in _MAY_TOUCH for found in (before, after))


def _pieces(run: str, departement: str) -> Iterator[tuple[str, list[Phone]]]:
    """The run whole if its numbers are read to the last digit, else part by part."""
    phones = _split(run, departement)
    if phones:
        yield run, phones
        return
    cuts = [0, *(cut for found in _BETWEEN.finditer(run) for cut in found.span()), len(run)]
    parts = [run[start:stop] for start, stop in list(pairwise(cuts))[::2]]
    for part in (part for part in parts if any(char.isdigit() for char in part)):
        piece = part.strip(" .,:/-()")
        yield piece, _split(piece, departement)


def _split(text: str, departement: str) -> list[Phone]:
    """The numbers that use every digit of `text`, if there is one way only; else nothing."""
    lone = _lone(text, departement)
    if lone is not None:
        return [lone]
    groups = [
        group
        for plus, digits in _GROUP.findall(text)
        for group in ([plus + digits] if plus else _unglue(digits, departement))
    ]
    if len(groups) > _MOST_GROUPS:
        return []
    ways: list[list[list[Phone]]] = [[[]]]
    for stop in range(1, len(groups) + 1):
        ways.append([])
        for start in range(max(0, stop - 12), stop):
            if ways[start] and not any("+" in group for group in groups[start + 1 : stop]):
                phone = _whole("".join(groups[start:stop]), departement)
                ways[stop] += [[*way, phone] for way in ways[start][:2] if phone]
    return ways[-1][0] if len(ways[-1]) == 1 else []


def _unglue(digits: str, departement: str) -> list[str]:
    """Several numbers without anything between them."""
    for size in (10, 8, 6):
        chunks = [digits[at : at + size] for at in range(0, len(digits), size)]
        if 1 < len(chunks) <= _MOST_GROUPS and all(_whole(chunk, departement) for chunk in chunks):
            return chunks
    return [digits]


def _whole(digits: str, departement: str) -> Phone | None:
    """One whole number that exists, without anything between its digits."""
    if not 6 <= len(digits.lstrip("+")) <= 17 or is_short(digits):
        return None
    number = numbering.number_as_dialled_there(digits, departement)
    if number:
        return written_with_code(number)
    phone = read_phone(digits, departement)
    return phone if phone and not phone.is_short and numbering.exists(phone.number) else None


def _lone(text: str, departement: str) -> Phone | None:
    """Alone, a number may have lost its first zero to a spreadsheet, or the «+» of its country."""
    text = re.sub(r"(?<=[0-9]{9})\.0$", "", text)
    digits = re.sub("[^0-9+]", "", text)
    if "+" in digits or not 9 <= len(digits) <= 12:
        return None
    if numbering.number_as_dialled_there(digits, departement):
        return _whole(digits, departement)
    ways = ["0" + digits] if _LOST_ZERO.fullmatch(text) else []
    codes = {numbering.plan_of(departement), numbering.MAINLAND}
    ways += ["+" + digits for code in codes if digits.startswith(code)]
    found = {phone for phone in (_whole(way, departement) for way in ways) if phone}
    return found.pop() if len(found) == 1 else None
