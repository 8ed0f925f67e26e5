"""Headers as one would say them: «Leshorairesdemastructure» is «les horaires de ma structure».

Forms and exports glue words, or join them with underscores. A glued word is cut only where words
that we know make the whole of it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plugins.gazetteer import normalize
from plugins.intake.terms.term_table import terms

_LITTLE = frozenset(
    """a au aux avec ce ces comment d dans de des deux du elle en est et etes eux ex il ils j je l
    la le les leur leurs lors lui m ma mais mes moi mon n ne nom non nos notre nous on ou par pas
    plus pour qu que quel quelle quelles quels qui quoi s sa sans se ses si son sont sous sur t ta
    tes ton tous tout toute toutes tu un une vers vos votre vous y""".split()
)
_WORDS = frozenset(
    """accueil acces accessibilite accompagnement actions activite activites adresse adresses
    capacite certaines codes commentaire commentaires commune communes complement compte conditions
    contact coordonnees courriel courriels crivez decris decrire decrivez dates departement
    equipements etablissement exemple facebook fermeture fonction generale gratuit heures horaires
    identifiant insee internet itinerance jours labels latitude libre lieu ligne longitude mail
    materiel mise jour modalites mots nature noms numero numeros observations organisme
    ouverture payant permanence permanences personne personnes portable possible postal postale
    precisez prenom prenoms presentation principale prise professionnels propose proposes publics
    public quartier quelques referent referente rendez rendezvous reponse reseaux responsable
    service services seule seul site sites sociaux specifique specifiques structure structures tarif
    tarifs telephone territoire type types typologie ville villes voie rue web inscription
    individuellement collectivement souvent domicile""".split()
)
"""Words of headers that are no part of a value."""
_GLUED, _LONGEST = 11, 120
"""Letters from which a word may be several; beyond the other, nobody reads it either."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][A-Za-zà-ÿ]|[0-9])")
_REPEATED = re.compile(r"(?: \(\d+\)|__\d+)$")


def spoken(column: str) -> str:
    """A header as words apart, without accents when it had to be cut."""
    text = _CAMEL.sub(" ", _REPEATED.sub("", column)).replace("_", " ")
    return " ".join(" ".join(_apart(word)) or word for word in text.split())


@lru_cache(maxsize=4096)
def _apart(word: str) -> tuple[str, ...]:
    """The words that make a glued one; () when it is not one, or cannot be cut."""
    folded = normalize(word)
    if not _GLUED <= len(folded) <= _LONGEST or " " in folded or folded in _vocabulary():
        return ()
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(folded) + 1):
        ways = []
        for start in range(max(0, end - 25), end):
            before, part = best[start], folded[start:end]
            if before and (cost := _cost(part)):
                ways.append((before[0] + cost, (*before[1], part)))
        best.append(min(ways, default=None))
    whole = best[-1]
    return whole[1] if whole and _is_likely(whole[1]) else ()


def _is_likely(parts: tuple[str, ...]) -> bool:
    """Not «specifique m en t»: letters that are left over are no words."""
    short = "".join("s" if len(part) < 3 else " " for part in parts)
    return len(parts[-1]) > 2 and "sss" not in short and len("".join(parts)) > 3 * len(parts)


def _cost(part: str) -> float:
    """How unlikely a word is within another; 0 when it is none."""
    if part in _LITTLE:
        return 4 - min(len(part), 3)
    return 1.0 if len(part) > 3 and part in _vocabulary() else 0.0


@cache
def _vocabulary() -> frozenset[str]:
    """Words of headers and of the values that we know."""
    return _WORDS | {word for term in terms() for word in normalize(term.value).split()}
