"""How lists write that a place is closed, moved, not open yet, or shut for a while.

Patterns are matched with text in small letters without accents, its signs kept. «Ferme» is a farm
as often as a place that has closed: alone it tells only in brackets, after a dash, or with its
accent (`EVIDENT`), and never in «rue de la Fermée».
"""

from __future__ import annotations

import re

_DAY = r"(?:\d{1,2}(?:er)?[\s/.-]+(?:\d{1,2}|[a-z]{3,9})[\s/.-]+\d{4}|\d{4}-\d\d-\d\d)"
_PLACE = (
    r"(?:agence|antenne|association|bibliotheque|bureau|centre|espace|etablissement|lieu|local"
    r"|maison|mediatheque|permanence|point|service|site|structure)"
)
_SHUT = r"fermee?s?\b"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


CLOSED = _any(
    rf"\b{_SHUT}\s+(?:au public\s+)?(?:depuis\b|definitivement|a titre definitif|pour de bon)",
    rf"\bdefinitivement\s+(?:close?s?|{_SHUT}|arrete|supprime)",
    r"\bfermeture\s+(?:est\s+|totale et\s+)?definitive|\bfermeture\s+depuis\b",
    rf"\b{_SHUT}\s+(?:en|fin|depuis|courant)\s+(?:[a-z]{{3,9}}\s+)?(?:19|20)\d\d\b",
    r"\bn'? ?existe plus\b|\bn'? ?est plus (?:en (?:activite|service|fonction)|ouvert|actif|activ)",
    r"\ba (?:definitivement )?ferme (?:ses|definitivement)|\b(?:ferme|a clos) ses portes",
    r"\bcess(?:e|ee|ation) (?:d'|de |l'|son |ses |toute )+ ?activite|\bfin d'activite",
    r"\bdissolution de l'association|\b(?:association|structure) dissoute",
    r"\bliquidation judiciaire\b|\bdesaffectee?\b|\ben cours de fermeture\b",
    r"\bn'? ?accueille plus\b|\bplus d'accueil\b|\b(?:activite|permanence)s? (?:arretee|supprimee)",
)
"""In any text: the place is no more."""

CLOSED_ON = _any(
    rf"\b{_SHUT}\s+(?:le|au|du)?\s*{_DAY}",
    rf"\bfermeture (?:prevue )?(?:le |au |en |fin |depuis )?(?:{_DAY}|[a-z]{{3,9}} 20\d\d)",
)
"""A day of closing. Among hours it is a day off."""

_STATE = (
    r"(?:fermee?s?|inacti(?:f|ve)s?|supprimee?|archivee?|desactivee?|obsolete|hors service"
    r"|plus en service|abandonnee?|dissoute?|doublon)"
)
CLOSED_NAME = _any(
    rf"[(\[]\s*(?:actuellement\s+|site\s+|lieu\s+)?{_STATE}\s*[)\]]",
    rf"(?:\s[-–—/:]|[:;,])\s*{_STATE}\s*$",
    rf"^\s*{_STATE}\s*[-–—/:]\s",
    r"\b(?:supprimee?|archivee?|desactivee?|dissoute?)\s*$",
    r"\b(?:nouvelle|ancienne) adresse\b|\bdeplacee? (?:au|a la|rue|dans)\b",
    r"\binacti(?:f|ve)s?\b",
    r"\bne (?:plus|pas) utiliser\b",
)
"""In a name or an address: a state beside it."""

WHOLE = re.compile(
    rf"\s*(?:ce |cette |le |la )?(?:{_PLACE} )?(?:est )?(?:actuellement |desormais )?{_SHUT}[\s.!]*"
)
"""All that a text says. Among hours, «fermé» is a day."""

EVIDENT = re.compile(
    r"(?<![Ll]a )(?<!LA )(?<![Dd]e )(?<!DE )(?<![Rr]ue )(?<!RUE )(?<!chemin )(?<!impasse )"
    r"\b(?:fermée?s?|FERM(?:ÉE|É|EE)S?|Fermée?s?)\s*[)\]]?\s*$"
)
"""A name that ends with «fermé», as typed: with its accent, or the feminine of capitals."""

CLOSED_STATE = re.compile(
    rf"\s*(?:{_STATE}|close?|(?:{_PLACE}|batiment) {_SHUT}|{_SHUT} definitivement|cessee?"
    r"|radiee?)\s*"
)
"""All that a column «statut» or «état» says."""

MOVED = _any(
    r"\btransferee?s?\b(?!\s+(?:de|d'|les|des|vos|leurs))|\btransfert (?:a|au|aux|vers|en cours)\b",
    r"\b(?:a|ont|avons) demenage|\bdemenagee?s?\b|\bdemenage\s+(?:au|a la|le|en)\b",
    r"\bdemenagement (?:en cours|prevu|au|a|vers)\b|\ben cours de (?:demenagement|transfert)\b",
    r"\b(?:relogee?|delocalisee?|relocalisee?)\s+(?:au|a|dans|rue|provisoirement|temporairement)\b",
)
"""The address may be the old one."""

NOT_YET = _any(
    r"\bouverture (?:est |sera )?(?:tres )?(?:prochaine|imminente|prevue|programmee|bientot)",
    r"(?<!horaires d')\bouverture (?:a venir|reportee)\b|\bprojet d'ouverture\b",
    r"\bouverture (?:en|au|debut|fin|courant) (?:[a-z]{3,9} )?20\d\d\b",
    r"\bouvre (?:ses portes )?(?:en|debut|fin|courant) (?:[a-z]{3,9} )?20\d\d\b",
    r"\bouvrira\b|\bouvre (?:bientot|prochainement)\b|\bprochaine ouverture\b",
    r"\ben cours (?:d'ouverture|de (?:creation|construction|montage|installation))\b",
    r"\bbientot (?:ouvert|disponible|en service)|\bprochainement ouvert",
    r"\bpas encore (?:ouvert|en service|en activite|operationnel)",
    r"[(\[]\s*(?:en )?(?:projet|a venir|prochainement|bientot|construction|creation)\s*[)\]]",
    r"^future? (?:agence|bibliotheque|espace|france services|maison|mediatheque|tiers)",
)
"""Not open yet."""

SHUT_FOR_NOW = _any(
    rf"\b(?:temporairement|provisoirement|momentanement|actuellement)\s+(?:close?s?|{_SHUT})",
    rf"\b{_SHUT}\s+(?:au public\s+)?(?:temporairement|provisoirement|momentanement|jusqu)",
    rf"\b{_SHUT}\s+(?:pour|cause)\s+(?:de\s+)?(?:travaux|renovation|rehabilitation|demenagement"
    r"|maintenance|raison|une duree|sinistre|incendie|degat)",
    r"\bfermeture (?:temporaire|provisoire|momentanee|jusqu)|\bjusqu'a nouvel ordre\b",
    r"\bfermeture (?:pour|cause) (?:de )?(?:travaux|renovation|rehabilitation)",
    r"\b(?:activites?|accueil|permanences?|service) (?:est |sont )?(?:suspendue?|interrompue?)s?\b",
)
"""Closed, but not for good."""

WORKS = _any(
    r"\btravaux (?:en cours|jusqu|depuis|prevus|de (?:renovation|rehabilitation)|du \d)",
    r"\b(?:en|cause(?: de)?|pour|suite a des) travaux\b(?! (?:pratiques|manuels|diriges|publics))",
    r"\ben cours de (?:renovation|rehabilitation|reconstruction)\b",
)
"""Something goes on there; whether it is open nobody says."""

HOME = _any(
    r"(?<!a )\bdomicile (?:de|d'|du|prive|personnel|particulier)\b",
    r"\b(?:mon|son|leur|au) domicile (?:de|d'|du|prive|personnel|particulier)?\b",
    r"\bchez (?:l'habitant|m\.|mr|mme|mlle|monsieur|madame)|[(\[]\s*(?:au )?domicile\s*[)\]]",
    r"^\s*(?:domicile|domicile (?:prive|personnel))\s*$",
)
"""Somebody's home."""

HINT = re.compile(
    r"abandon|archiv|bientot|cess|chez|clos|constru|creation|demenag|desa|dissou|dissolu|domicile"
    r"|doublon|exist|ferme|fin d|futur|hors serv|inacti|install|interrompu|liquid|localis|montage"
    r"|obsolet|ordre|ouver|ouvr|plus|prochain|projet|reconstr|rehab|relog|renov|supprim|suspend|adresse|deplace"
    r"|transf|travaux|utilis|venir|encore|arret|mis fin"
)
"""Of the thousands of texts of a table hardly one has any of these: the rest need no other look."""
