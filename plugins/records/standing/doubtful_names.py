"""Names that may be those of no place of today: «EX Cyberbase», «Espace du Lac (HS)», «TEST».

«Ancienne gare» may well be the name of a place: a person looks, nothing is refused.
"""

from __future__ import annotations

import re

from plugins.french.normalization import normalize

_TRIAL = r"(?:tests?|essais?|exemples?|demo|demonstration|dummy|fictif|fictive|bac a sable)"
_THING = r"(?:(?:un |une |le |la )?(?:lieu|espace|fiche|structure|site|nom|commune|mairie) )"
_MANY_TRIALS = rf"{_TRIAL}(?:[\s_-]*(?:{_TRIAL}|\d+))*"
_IS_TRIAL = re.compile(
    rf"{_THING}?(?:de |d')?{_MANY_TRIALS}"
    # A dash between spaces: «Demo-TIC» is a name.
    rf"|(?:ceci est un )?{_TRIAL}(?:\s+[-/]\s|\s*[:_]).*"
    rf"|.*[(\[]\s*{_TRIAL}\s*[)\]].*|.*(?:\s[-:/]\s*|_){_TRIAL}"
)
# What lives on in the names of places: in an old station people repair computers.
_BUILDING = (
    r"(?:abattoirs?|abbaye|asile|auberge|banque|bains|carmel|caserne|chapelle|chateau|cinema"
    r"|clinique|conserverie|couvent|cure|distillerie|douane|eglise|eveche|ferme|filature|forges?"
    r"|gare|garage|gendarmerie|grange|halles?|haras|hopital|hospice|hotel|imprimerie|laiterie"
    r"|lavoir|manufacture|marche|mine|monastere|moulin|octroi|palais|papeterie|piscine|presbytere"
    r"|prison|relais de poste|sanatorium|seminaire|sucrerie|tannerie|temple|theatre|tissage"
    r"|tribunal|usine|verrerie)\b"
)
_PERSONS = r"(?:combattants?|eleves?|etudiants?|salaries?|resistants?|deportes?|mineurs)\b"
_LATIN = r"(?:aequo|cathedra|libris|machina|nihilo|situ|tempore|voto)\b"
_IS_FORMER = re.compile(
    rf"(?:l')?(?:ex\b\s?[.:]?[\s-]+(?!{_LATIN})|ancien(?:s|ne|nes)?[\s-]+(?!{_BUILDING}|{_PERSONS}))\S.*"
)
_IS_OUT = re.compile(
    r".*[(\[]\s*(?:hs|h\.s\.?|old|ancien(?:ne)?|perimee?)\s*[)\]].*|.*\s[-:/]\s*(?:hs|old)"
)
_SHOUTED = re.compile(r"\S\s+(?:HS|OLD)\s*$")
_SHOUTED_TRIAL = re.compile(r"^TEST\s+\S|\S\s+TEST\s*$")


def doubt_of_name(name: str) -> str:
    """Why nobody knows whether the place is there today (French); "" for most names."""
    folded = normalize(name).strip()
    if _IS_TRIAL.fullmatch(folded) or _SHOUTED_TRIAL.search(name.strip()):
        return "semble être un essai, pas un lieu"
    if _IS_FORMER.fullmatch(folded):
        return "est-ce le nom d'aujourd'hui ? un lieu qui n'existe plus ?"
    if _IS_OUT.fullmatch(folded) or _SHOUTED.search(name):
        return "semble dire que ce lieu ne sert plus"
    return ""
