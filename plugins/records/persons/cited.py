"""Whether a text cites somebody, or how to reach them: one rule for imports and checks.

A name counts where a text says that somebody is there («contactez Marie Dupont», «Mme Dupont»,
«Marie Dupont vous accueille»); that of a street, of a building or of a writer does not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache

from plugins.french.normalization import normalize
from plugins.gazetteer import normalize as folded
from plugins.records.persons.given_names import GIVEN_NAMES
from plugins.records.persons.honoured_names import HONOURED
from plugins.records.persons.office_addresses import is_somebodys
from plugins.records.persons.person_names import TITLE, is_a_person

# It begins where a word does: trying every letter of a long cell as a beginning takes hours.
EMAIL_IN_TEXT = re.compile(r"(?<![\w.%+'-])[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
_MOBILE_IN_TEXT = re.compile(
    r"(?<![0-9])(?:0|(?:\+|00)33 ?(?:\(0\) ?)?)[67](?:[ ./-]?[0-9]{2}){4}(?![0-9])"
)
_WORD = r"[A-ZÀ-Ý][\w'’]*(?:-[A-ZÀ-Ý][\w'’]*)*"
_PAIR = re.compile(
    rf"(?<![\w'’-])(?=({_WORD}(?:\s+(?:d[aeu]|dos|el|ben|l[ae]|van|von))?\s+(?:[dD]['’])?{_WORD}))"
)
# Each capitalised word may be the first of a name: «Contactez Marie Dupont».
_NAMED_AFTER = re.compile(
    r"\b(?:rue|avenue|av\.?|place|boulevard|bd\.?|impasse|allees?|chemin|cours|quai|square|passage"
    r"|esplanade|mail|rond-point|route|pont|espace|salle|mediatheque|bibliotheque|ecole|lycee"
    r"|college|groupe scolaire|creche|centre(?: (?:social|culturel|socio-?culturel))?|residence"
    r"|batiment|bat\.?|immeuble|maison|parc|stade|gymnase|hopital|clinique|fondation|foyer"
    r"|domaine|chateau|villa|musee|theatre|cinema|cite|quartier|arret|metro|station|port|halle"
    r"|pavillon|amphitheatre|association|prix|fonds|mjc|ehpad)\s+(?:(?:du|de la)\s+)?$"
)
_BEFORE = re.compile(
    r"\b(?:contact(?:ez|er)?|demande[rz]|appele[rz]|joindre|joignez|voir|rencontre[rz]|ecrire a"
    r"|ecrivez a|aupres de|avec|par|chez|accueil|absence de|depart de|arrivee de|remplace"
    r"|conges? de|permanence de|conseill(?:er|ere)|mediat(?:eur|rice)|animat(?:eur|rice)"
    r"|format(?:eur|rice)|directeur|directrice|secretaire|referente?|responsable|agente?|benevole"
    r"|numeriques?|france services)\s*[,:(-]?\s*$"
)
_AFTER = re.compile(
    r"\s*[,:(-]?\s*(?:vous\b|est (?:la\b|votre|present|absent|en conge|a votre|joignable)|sera\b"
    r"|accueille|accompagne|anime|assure|recoit|repond|intervient|remplace|conseill|mediat"
    r"|animat|secretaire|referent|responsable|directeur|directrice|au 0[1-9]|tel\b|0[1-9][ .])"
)

_HINT = re.compile(
    r"@|\b[A-Z]\.|[0-9](?:[ ./-]?[0-9]){8}|\bFR[0-9]{2}"
    r"|\b(?:M|MM|Mr|MR|mr|Mmes?|MME|mme|Mlle|MLLE|mlle|Melle|MELLE|Dr|DR|Me|Pr|Docteure?|Maître"
    r"|Professeure?|Monsieur|Madame|Mademoiselle)\b"
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_NEAR = 60
"""Letters before a name that may say whose it is."""
_SHORT = 90
"""Letters of a text that may be a name and nothing else."""


@lru_cache(maxsize=1 << 15)  # most cells of a list are those of other rows
def may_cite(text: str) -> bool:
    """False for most texts: no name, title, address or long number is in them."""
    return bool(_HINT.search(text)) or any(map(_is_given, _WORDS.findall(text)))


def persons_in(text: str) -> Iterator[str]:
    """Names of persons that a text cites, as typed, each once."""
    if len(text) <= _SHORT and _has_given_name(text) and is_a_person(text):
        if folded(text) not in HONOURED:
            yield text
        return
    yield from dict.fromkeys(_cited(text))


def _cited(text: str) -> Iterator[str]:
    plain = normalize(text)
    told: list[re.Match[str]] = []
    for found in TITLE.finditer(text):
        if not _is_of_a_place(plain, found):
            yield found[0]
            told.append(found)
    starts = [one.start() for one in told]
    for found in _PAIR.finditer(text):
        last = bisect_left(starts, found.end(1)) - 1  # of those that begin before its end
        is_told = last >= 0 and found.start() < told[last].end()
        if not is_told and _is_cited(plain, found):
            yield found[1]


def names_in(text: str) -> Iterator[str]:
    """`persons_in`, and every other name that is somebody's in a text where nobody but somebody is
    named, as hours and lists of services are: «ordinateurs de Jean Petit»."""
    found = list(persons_in(text))
    yield from found
    if found == [text]:
        return
    plain = normalize(text)
    for pair in _PAIR.finditer(text):
        name = pair[1]
        is_told = any(name in one or one in name for one in found)
        if not is_told and _is_name_of_one(name) and not _is_of_a_place(plain, pair):
            yield name


@lru_cache(maxsize=1 << 13)
def tells_of_somebody(text: str) -> bool:
    """Whether a value of a list names a person, or how to reach one: no record keeps it as typed,
    no report quotes it."""
    return may_cite(text) and (hides_contact(text) or any(names_in(text)))


def contacts_in(text: str, own: Collection[str] = (), *, mobiles: bool = True) -> Iterator[str]:
    """Mobile numbers, and addresses that are somebody's, in a text. `own`: folded words that stand
    in addresses of the office (`office_addresses.is_somebodys`)."""
    if mobiles:
        yield from (found[0] for found in _MOBILE_IN_TEXT.finditer(text))
    if "@" in text:
        yield from (a for a in EMAIL_IN_TEXT.findall(text) if is_somebodys(a, own))


def hides_contact(text: str) -> bool:
    """A free text that carries an e-mail address, of whomever, or a French mobile number."""
    return bool(EMAIL_IN_TEXT.search(text) or _MOBILE_IN_TEXT.search(text))


def _is_cited(plain: str, found: re.Match[str]) -> bool:
    if not _is_name_of_one(found[1]) or _is_of_a_place(plain, found):
        return False
    return bool(_BEFORE.search(_before(plain, found)) or _AFTER.match(plain, found.end(1)))


def _is_name_of_one(name: str) -> bool:
    return _has_given_name(name) and folded(name) not in HONOURED and is_a_person(name)


def _is_of_a_place(plain: str, found: re.Match[str]) -> bool:
    return bool(_NAMED_AFTER.search(_before(plain, found)))


def _before(plain: str, found: re.Match[str]) -> str:
    """The words before a name; more of a long text would be read again for each name."""
    return plain[max(0, found.start() - _NEAR) : found.start()]


@lru_cache(maxsize=16384)
def _is_given(word: str) -> bool:
    return normalize(word) in GIVEN_NAMES


def _has_given_name(text: str) -> bool:
    return not GIVEN_NAMES.isdisjoint(re.findall(r"[a-z]+", normalize(text)))
