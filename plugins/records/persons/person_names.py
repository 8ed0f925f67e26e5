"""A name that is a person's: somebody's own, or that of a place called after a writer.

«Marie Dupont», «DUPONT Marie», «Fatima El Amrani», «Melle Lefèvre», «Conseiller numérique - Julien
Petit». A name with a word of places («Espace Marie Curie») is a place's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plugins.gazetteer import normalize
from plugins.records.persons.family_names import FAMILY_NAMES
from plugins.records.persons.given_names import GIVEN_NAMES
from plugins.records.persons.honoured_names import HONOURED
from plugins.records.persons.place_words import PLACE_WORDS

# Not «S.F.M. CLICHY»: the M of initials. Nor «Madame la Présidente».
TITLE = re.compile(
    r"(?<![\w.])(?:M\.|MM\.|Mr\.?|Mmes?\.?|Mlle\.?|Melle\.?|MR|MME|MLLE|MELLE|Monsieur|Madame|Mademoiselle)"
    r"\s+(?!(?:le|la|l')\b|(?:Le |La )?(?:Maire|Préfète?|Président))[A-ZÀ-Ý][\w'’-]+"
)
"""A title before a name: somebody is cited."""
_TITLE_FIRST = re.compile(
    r"(?:(?:M|Dr|DR|Me|Pr|Mr|MR|Mme|MME|Mlle|MLLE|Melle|MELLE|mme|mlle|mr)(?:\.\s*|\s+)"
    r"|(?:Docteur|Docteure|Maître|Professeure?|Monsieur|Madame)\s+)(?=[\w])"
)
"""A title of which some tell only before a name alone: «Centre du Docteur Roux» is a place."""

_ROLE = re.compile(
    r"(?:(?:la|le|un|une|votre)\s+)?(?:(?:permanences?|ateliers?|bureau)\b\s*(?:de\b\s*)?)?"
    r"(?:|conseill\w+(?:\s+(?:en\s+)?numeriques?)?|cnfs|conum|mediat(?:eur|rice)s?|anim(?:ateur|atrice)s?"
    r"|format(?:eur|rice)s?|aidante?s?|referente?s?|coach|charge\w*\s+de\s+mission"
    r"|responsable|benevole|secretaire|directeur|directrice|auto\s?entrepreneur\w*|micro\s?entreprise"
    r"|entreprise\s+individuelle|ei|eirl|contact)"
    r"(?:\s+(?:connect|numeriques?|multimedia|france\s+services|de\s+mairie|a\s+domicile))*\s*"
)
_SEPARATOR = re.compile(r"\s+[-–—/|]\s*|\s*[-–—/|]\s+|\s*[,:;()\[\]]\s*")
_PARTICLES = frozenset(
    """abd abdel ait al bel ben bent da das de del della den der di do dos du d el la le l mac mc o
    ould saint sainte st van von""".split()
)
_NO_NAME = re.compile(r".*\d.*|[ivxlc]+")
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,2}")
_HELD_BY_PEOPLE = frozenset({"ASSO"})
"""Types that a single person may have in a list: they do not tell that a name is a building's."""


def person_in_name(
    name: str, types: Sequence[str], confirmed: Collection[str] = ()
) -> tuple[bool, bool]:
    """(The name seems to be a person's and no place's, it does but the place is kept).

    `types`: national codes of the place: a library may be called «Louis Aragon», but a list of
    libraries has readers' names too. `confirmed`: folded names that somebody says are those of
    places.
    """
    if confirmed and normalize(name) in confirmed:
        return False, False
    if TITLE.search(name):
        return True, False
    if not is_a_person(name):
        return False, False
    kept = normalize(name) in HONOURED and bool(set(types) - _HELD_BY_PEOPLE)
    return not kept, kept


def is_a_person(text: str) -> bool:
    """Whether nothing but somebody's name, or their role and their name, is said."""
    if len(text) > 90:
        return False
    parts = [part for part in _SEPARATOR.split(text) if part]
    others = [part for part in parts if not _ROLE.fullmatch(normalize(part))]
    if len(others) == len(parts):  # no role: the name is all that is said
        return len(others) == 1 and _is_name(_without_role(others[0].strip()))
    return any(_is_name(_without_role(part.strip())) for part in others)


def _without_role(text: str) -> str:
    """«Julien Petit» of «Conseiller numérique Julien Petit»."""
    words = text.split()
    for count in range(min(len(words) - 2, 5), 0, -1):
        if _ROLE.fullmatch(normalize(" ".join(words[:count]))):
            return " ".join(words[count:])
    return text


def _is_name(text: str) -> bool:
    title = _TITLE_FIRST.match(text)
    words = text[title.end() if title else 0 :].replace("’", "'").split()
    folded = [normalize(word).split() for word in words]
    if not words or len(words) > 6 or not all(folded):
        return False
    if any(_NO_NAME.fullmatch(part) for parts in folded for part in parts if part not in "lc"):
        return False
    if title and _is_family(folded):
        return True
    if len(words) == 2 and any(_INITIALS.fullmatch(word) for word in words):
        return bool(FAMILY_NAMES.intersection(folded[0] + folded[1]))
    return len(words) > 1 and (_given_first(words, folded) or _family_first(words, folded))


def _given_first(words: list[str], folded: list[list[str]]) -> bool:
    """«Marie Dupont», «Jean-Marc Durand», «Fatima Zahra El Amrani», «Marie D.»."""
    if words[0][0].isupper() and words[-1].islower():
        return False  # «Pierre blanche»
    if folded[0] == ["marie"] and (folded[1] in (["de"], ["du"]) or words[1].startswith("d'")):
        return False  # «Mairie de …», misspelt
    return any(
        _are_given(folded[:count]) and _is_family(folded[count:])
        for count in range(1, min(4, len(words)))
    )


def _family_first(words: list[str], folded: list[list[str]]) -> bool:
    """«DUPONT Marie», «DA SILVA Kevin», «Durand Jean-Pierre», «BENALI MOHAMMED»."""
    for count in (1, 2):
        family, given = folded[:-count], folded[-count:]
        if not family or not _are_given(given) or not _is_family(family):
            continue
        if " ".join(words[:-count]).isupper() and not words[-1].isupper():
            return len(family[-1][-1]) > 4 or count == 1
        # «Le Petit Paul» is a shop.
        known = not FAMILY_NAMES.isdisjoint((family[-1][-1], "".join(family[-1]))) or any(
            len(parts) > 1 for parts in given
        )
        if known and folded[0][0] not in ("le", "la", "l"):
            return True
    return False


def _are_given(words: list[list[str]]) -> bool:
    return all(GIVEN_NAMES.issuperset(parts) for parts in words)


def _is_family(words: list[list[str]]) -> bool:
    """Particles, then one word, or two when one of them is known; never a word of places."""
    while len(words) > 1 and _PARTICLES.issuperset(words[0]):
        words = words[1:]
    own = [part for parts in words for part in parts]
    if PLACE_WORDS.intersection(own):
        return False
    return len(words) == 1 or (len(words) == 2 and bool(FAMILY_NAMES.intersection(own)))
