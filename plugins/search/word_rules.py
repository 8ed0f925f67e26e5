"""The words under which a name is filed; js/lookup.js does the same to what somebody types.

And the words under which nothing is filed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.gazetteer import normalize

SMALL_WORDS = frozenset(
    "agglomeration ai aide aider aides aidez aimerais aller alors apres arrive arriver arrivons "
    "as au aussi autre autres aux avant avec avez avoir beaucoup besoin besoins bien bonjour "
    "bonsoir ca car ce cela celle celui ces cet cette ceux chaque cherche chercher chez comme "
    "comment communaute communes compagne compagnon conjoint connais connaitre copain copine "
    "cousin cousine creer dans de deja demander depuis des divertir dois doit donc donner dont du "
    "effectuer elle elles en encore entre epouse epoux est et etre eu eux eviter faire fais fait "
    "falloir faut femme fille fils font frere gens help ici il ils jamais je la laquelle le "
    "lequel les lesquels leur leurs ligne lui ma mal maman mamie mari me meme merci mere mes moi "
    "moins mon ne neveu ni niece non nos notre nous on oncle ou oui papa papi papy par pas "
    "pendant pere peut peuvent peux place plus pour pouvez pouvoir pouvons pres proche proteger "
    "puis puisse qu quand que quel quelle quelqu quelque qui quoi repondre rien sa sais sait "
    "salut sans savent savez savoir se servir ses si soeur sommes son sont souhaite souhaiterais "
    "sous suis suivre sur svp ta tante te tes toi ton toujours tous tout toute toutes tres trop "
    "trouver un une urbaine urgent utiliser va vais verifier vers veulent veut veux voisin "
    "voisine voisins vont vos votre voudrais voudrait voudrions vouloir vous vraiment y".split()
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
