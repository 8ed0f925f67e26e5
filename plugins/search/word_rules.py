"""The words under which a name is filed; js/lookup.js does the same to what somebody types.

And the words under which nothing is filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.gazetteer import normalize

SMALL_WORDS = frozenset(
    "agglomeration ai aide aider aides aidez apres as au aux avec avez avoir besoin bonjour ce "
    "cela ces cet cette cherche chercher chez comme comment communaute communes creer dans de "
    "des divertir donner du effectuer elle en est et etre eu eviter faire fait il je la le les "
    "leur leurs ligne lui ma me merci mes moi moins mon ne nos notre nous on ou par pas peut "
    "peux place plus pour pouvez pouvoir pres proche proteger puis qu que quel quelle quelqu "
    "quelque qui quoi repondre sa sais savoir se servir ses si son suis suivre sur svp te toi "
    "tous tout tres trouver un une urbaine urgent utiliser verifier veux vos votre voudrais "
    "vouloir vous y".split()
)
"""The one list of words that say nothing of a place, without accents: no index holds them, and
the page, which is given the list, never asks for them."""

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_SPACED = re.compile(r"\b[^\W\d_](?: [^\W\d_]\b){2,}")
_ELISION = re.compile(r"\b([cdjlmnt]|qu) (?=[a-z]{2})")
_LEAST_END = 4
"""Letters of a word that is filed by its end: a slip in a shorter one leaves nothing to find."""
_NEVER_ALONE = frozenset({"saint", "sainte", *"a au aux d de des du en et l la le les sur".split()})


def join_sigles(text: str) -> str:
    """«C.C.A.S.», «C C A S» → «CCAS»."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", text)
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def fold_name(nom: str) -> str:
    """The form under which a name is compared: that of the gazetteer, sigles joined."""
    return normalize(join_sigles(nom))


def glue(folded: str) -> str:
    """As people write without an apostrophe: "centre d action" → "centre daction"."""
    return _ELISION.sub(r"\1", folded)


def first_words(folded: str) -> Iterator[str]:
    """Words by whose beginning the name is found. A figure («Paris 11») would be taken for the
    beginning of a postcode."""
    words = dict.fromkeys((*folded.split(), *glue(folded).split()))
    return (word for word in words if not word.isdigit())


def last_words(folded: str) -> Iterator[str]:
    """Words by whose end the name is found when a slip spoils their beginning, read backwards."""
    words = dict.fromkeys((*folded.split(), *glue(folded).split()))
    for word in words:
        if len(word) >= _LEAST_END and word not in _NEVER_ALONE and not word.isdigit():
            yield word[::-1]
