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
    r"|maison|mairie|mediatheque|locaux|permanence|point|service|site|structure)s?"
)
_SHUT = r"fermee?s?\b"


def _any(*patterns: str) -> re.Pattern[str]:
    """Any of the patterns. Those that begin where a word does make one group: `re` then tries them
    at the beginnings of words, by their first letter, and not at every letter of a text."""
    of_words = [pattern for pattern in patterns if pattern.startswith(r"\b")]
    others = [pattern for pattern in patterns if pattern not in of_words]
    return re.compile("|".join((f"(?:{'|'.join(of_words)})", *others)))


CLOSED = _any(
    rf"\b{_SHUT}\s+(?:au public\s+)?(?:depuis\b|definitivement|a titre definitif|pour de bon)",
    rf"\bdefinitivement\s+(?:close?s?|{_SHUT}|arrete|supprime)",
    r"\bfermeture\s+(?:est\s+|totale et\s+)?definitive|\bfermeture\s+depuis\b",
    rf"\b{_SHUT}\s+(?:en|fin|depuis|courant)\s+(?:[a-z]{{3,9}}\s+)?(?:19|20)\d\d\b",
    r"\bn'? ?existe plus\b|\bn'? ?est plus (?:en (?:activite|service|fonction)|ouvert|actif|activ)",
    r"\ba (?:definitivement )?ferme (?:ses|definitivement)|\b(?:ferme|a clos) ses portes",
    r"\bcess(?:e|ee|ation) (?:d'|de |l'|son |ses |toute )+ ?activite|\bfin d'activite",
    r"\bdissolution de l'association|\b(?:association|structure) (?:est |a ete )?(?:dissoute"
    r"|radiee|liquidee)\b",
    r"\bliquidation judiciaire\b|\bdesaffectee?\b|\ben cours de fermeture\b",
    r"\bn'? ?(?:accueille|assure|recoit|exerce|ouvre|repond|propose|fonctionne) plus\b",
    r"\bn(?:'|e )? ?(?:est|sont) plus (?:assure|propose|disponible|dispense|accessible"
    r"|ouvert|la\b)",
    r"\bplus d'accueil\b|\bplus (?:d'accueil|de (?:permanence|conseill(?:er|ere)|service|public)"
    r"(?: numerique)?) (?:depuis|a partir|ici|sur place)\b",
    r"^\s*plus de permanences?[\s.!]*$",
    r"\bn'y a plus (?:de|d'|aucun)|\bplus aucune? (?:permanence|accueil|service|conseill|aide)",
    r"\b(?:activite|permanence|accueil|service)s? (?:est |sont |a ete |ont ete )?"
    r"(?:arrete|supprime|cesse)e?s?\b",
    rf"\b{_SHUT} (?:administrativement|par (?:arrete|decision|mesure)|sur decision)"
    r"|\bfermeture administrative\b",
    r"\b(?:a|ont|avons) (?:ete )?definitivement (?:ferme|cesse|arrete)|\ba cesse\b(?! d)",
    r"\b(?:va|vont) (?:bientot )?(?:fermer|cesser)\b|\bfermera(?:ient|it|s|i|ont)? (?:ses"
    r"|definitiv|le \d)",
    r"\b(?:lieu|fiche|ligne|structure) a (?:supprimer|archiver|retirer)\b",
    r"^\s*a (?:supprimer|archiver|retirer|fermer|ne plus diffuser)\b"
    r"|^\s*doublon (?:de|d'|avec|du)\b",
    r"\bplus d'activite\b|\bne (?:plus|pas) (?:diffuser|publier|afficher|referencer|contacter)\b",
    r"\bmise? en sommeil\b|\bprojet abandonne\b|\b(?:lieu|site|espace) clos\b|\bvien(?:t"
    r"|nent) de fermer",
    r"\bdepart (?:du|de la|de notre) conseill|\bfin (?:de|du) (?:la )?(?:convention|contrat)\b",
    r"\bcontrat (?:est )?termine\b",
    r"^\s*doublon (?:ligne|n|\d)",
    r"^\s*plus (?:de |d')(?:cnfs|conum|conseill(?:er|ere)(?: numerique)?|accueil)[\s.!]*$",
    r"\b(?:pas|plus) de permanence (?:actuellement|pour (?:l'instant|le moment)|en ce moment)",
)
"""In any text: the place is no more."""

CLOSED_ON = _any(
    rf"\b{_SHUT}\s+(?:le|au|du)?\s*{_DAY}",
    rf"\bfermeture (?:prevue )?(?:le |au |en |fin |depuis )?(?:{_DAY}|[a-z]{{3,9}} 20\d\d)",
)
"""A day of closing. Among hours it is a day off."""

_STATE = (
    r"(?:fermee?s?|inacti(?:f|ve)s?|supprimee?|archivee?|desactivee?|obsolete|hors service"
    r"|plus en service|abandonnee?|dissou(?:s|te?)|liquidee?|radiee?|doublon|suspendue?|arretee?"
    r"|en sommeil|en pause"
    r"|a l'arret|en veille|plus acti(?:f|ve)|n'existe plus|annulee?|close?)"
)
CLOSED_NAME = _any(
    rf"[(\[]\s*(?:actuellement\s+|site\s+|lieu\s+)?{_STATE}\s*[)\]]",
    rf"(?:\s[-–—/:]|[:;,])\s*{_STATE}\s*$",
    rf"^\s*{_STATE}\s*[-–—/:]\s",
    r"\b(?:supprimee?|archivee?|desactivee?|dissou(?:s|te?)|liquidee?|radiee?|arretee|suspendue)"
    r"\s*$",
    r"\b(?:fusionnee?s? (?:avec|dans)|absorbee?s? par)\b",
    r"\b(?:nouvelle|ancienne) adresse\b|\bdeplacee? (?:au|a la|rue|dans)\b",
    r"\bdesormais (?:au|aux|a la|a l'|rue|place|situe|install|dans|\d)",
    r"\binacti(?:f|ve)s?\b",
    r"\bne (?:plus|pas) utiliser\b",
    r"(?<=\s)a supprimer\s*[)\]]?\s*$|[(\[/:]\s*a (?:archiver|retirer)\s*[)\]]?\s*$"
    r"|\s-\s*a (?:archiver|retirer)\s*$",
    r"^closed\b|[(\[]\s*closed\s*[)\]]|\s[-/]\s*closed\s*$",
)
"""In a name or an address: a state beside it."""

FOR_A_TIME = re.compile(
    r"[(\[]\s*(?:uniquement |seulement |ouverte? )?jusqu(?:'a|'en| a"
    r"| en)[^()\[\]]*\d[^()\[\]]*[)\]]"
)
"""In a name or an address: not for ever."""

WHOLE = re.compile(
    rf"\s*[(\[]?\s*(?:(?:(?:ce |cette |le |la |l'|les |nos |notre )?{_PLACE} )(?:(?:est|sont) )?"
    rf"(?:actuellement |desormais )?{_SHUT}(?: au public)?|(?:actuellement |desormais ){_SHUT}"
    rf"|(?:ce |cette )?(?:est )?{_SHUT}(?: au public)?)\s*[)\]]?[\s.!]*"
)
"""All that a text says, with a word of places or not: «Lieu fermé». Alone, «ferme» needs its accent
(`SHUT_TYPED`), and among hours «fermé» is a day."""

SHUT_TYPED = re.compile(r"(?:[Ff]ermée?s?|FERM(?:ÉE|É|EE)S?)\b|(?i:au public)")
"""«Fermé» as typed, with its accent or the feminine of capitals: no farm."""

SHUT_TO_PUBLIC = re.compile(rf"\s*{_SHUT} (?:au public|tous les jours)[\s.!]*")
"""All that the hours say."""

EVIDENT = re.compile(
    r"(?<![Ll]a )(?<!LA )(?<![Dd]e )(?<!DE )(?<![Rr]ue )(?<!RUE )(?<!chemin )(?<!impasse )"
    r"\b(?:fermée?s?|FERM(?:ÉE|É|EE)S?|Fermée?s?|ARRÊTÉE?S?|arrêtée?s?|Arrêtée?s?"
    r"|(?<=[a-zà-ÿ] )FERMES?|CLOSED)[\s)\]*!.]*$"
)
"""A name that ends with «fermé», as typed: with its accent, or the feminine of capitals."""

CELL_STATE = re.compile(
    r"\s*[(\[]?\s*(?:inacti(?:f|ve)s?|supprimee?s?|archivee?s?|desactivee?s?|obsolete|abandonnee?s?"
    r"|dissou(?:s|tes?)|liquidee?s?|radiee?s?|doublon|suspendue?s?|en sommeil|plus en service"
    r"|n'existe plus|plus active?"
    r"|definitivement close?|cessation|en liquidation)\s*[)\]]?[\s.!]*"
)
"""All that a cell of any column says."""

CLOSED_STATE = re.compile(
    rf"\s*(?:{_STATE}|close?|(?:{_PLACE}|batiment) {_SHUT}|{_SHUT} (?:definitivement|au public)"
    r"|cessee?|radiee?|terminee?|resiliee?|annulee?|inexistante?|liquidation|en liquidation"
    r"|demenagee?|transferee?|closed|non (?:actif|active|ouverte?))\s*"
)
"""All that a column «statut» or «état» says."""

NOT_YET_STATE = re.compile(
    r"\s*(?:en |au stade de )?(?:projet|a venir|future?|construction|creation|prochainement|bientot"
    r"|attente(?: d'ouverture)?|preparation|pas (?:encore )?ouverte?|planned|prevue?"
    r"|non ouverte?|ouverture prochaine)\s*"
)
"""The same, of what is not open yet."""

REMARK_COLUMN = re.compile(
    r"\b(?:statut|status|etat|situation|activite|observations?|remarques?|commentaires?|notes?"
    r"|divers|memo|precisions?|a savoir|infos?|informations?|comment|remark)\b"
)
"""Folded names of columns about the place itself."""
STATE_COLUMN = re.compile(r"\b(?:statut|status|etat|situation|activite|actif|ouvert)\b")
HOURS_COLUMN = re.compile(
    r"\b(?:horaires?|heures?|jours?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi"
    r"|soir|vacances|feries?|ete|hiver|saison|ouvertures?|fermetures?|permanences?|noel"
    r"|aout|juillet"
    r"|am|pm|annuelle|hebdomadaire|exceptionnelle?s?)\b"
)
"""Those in which «fermé» is a day."""
OPENING_COLUMN = re.compile(r"\b(?:ouverture|opening date|mise en service)\b")
"""One that may hold the day of an opening."""
OPEN_COLUMN = re.compile(
    r"(?:(?:est|is|lieu|site|structure|service|encore|toujours|actuellement) )*"
    r"(?:acti(?:f|ve)|ouverte?|en activite|en service|en fonctionnement|en fonction|operationnel"
    r"|existe|existant|valide|publie|visible|open|enabled|accueil du public|accueil public"
    r"|accueille du public|recoit du public)"
    r"(?: (?:au public|encore|toujours|actuellement|aujourd hui|oui non))*"
)
"""A column that is yes when the place is open."""
SHUT_COLUMN = re.compile(
    r"(?:(?:est|is|lieu|site|structure|definitivement|a) )*"
    r"(?:ferme|fermee|inacti(?:f|ve)|supprimee?|archivee?|desactivee?|close?|closed"
    r"|disabled|deleted"
    r"|archived|doublon|obsolete|cessee?|supprimer|fermeture definitive|a ferme|fermeture)"
    r"(?: (?:definitivement|au public|oui non))*"
)
"""A column that is yes when the place is closed."""
CLOSING_COLUMN = re.compile(
    r"^fermee? (?:le|depuis)(?: le)?$|\b(?:closed (?:on|at|date)|closing date"
    r"|date (?:de )?cessation"
    r"|date (?:de )?fin|fin d activite)\b"
    r"|\bfermeture\b(?!.*\b(?:annuelle|exceptionnelle|hebdo|heure|horaire|jour|matin|midi|soir)\w*)"
)
"""A column that holds the day of a closing."""
YES = frozenset("oui|o|yes|y|vrai|true|1|x".split("|"))
NO = frozenset("non|no|n|faux|false|0".split("|"))

MOVED = _any(
    r"\btransferee?s?\b(?!\s+(?:de|d'|les|des|vos|leurs))|\btransfert (?:a|au|aux|vers|en cours)\b",
    r"\b(?:a|ont|avons) demenage|\bdemenagee?s?\b|\bdemenage\s+(?:au|a la|le|en)\b",
    r"\bdemenagement (?:en cours|prevu|au|a|vers)\b|\ben cours de (?:demenagement|transfert)\b",
    r"\bdemenage(?:ons|ra|rons|ront|rait)\b|\bnotre demenagement\b"
    r"|\bnouveaux locaux (?:a partir|des le)|\bchange(?:ons|nt|ra|rons)? d'adresse\b",
    r"^\s*nouvelle adresse\b",
    r"\b(?:provisoirement|temporairement|momentanement) (?:install|log|relog|heberg"
    r"|accueilli|situ|transfer"
    r"|deplac|dans|au \d)|\b(?:install|log|heberg|accueilli|situ|deplac)ee?s? (?:provisoirement"
    r"|temporairement|momentanement)\b",
    r"\b(?:relogee?|delocalisee?|relocalisee?)\s+(?:au|a|dans|rue|provisoirement|temporairement)\b",
)
"""The address may be the old one."""

NOT_YET = _any(
    r"\bouverture (?:est |sera )?(?:tres )?(?:prochaine|imminente|prevue|programmee|bientot)",
    r"(?<!horaires d')\bouverture (?:a venir|reportee)\b|\bprojet d'ouverture\b",
    r"\bouverture (?:(?:prevue )?(?:en|au|debut|fin|courant|pour) )?(?:[a-z]{3,9} )?20\d\d\b",
    rf"\bouverture (?:prevue )?(?:le |au |du )?{_DAY}",
    r"\bouvre (?:ses portes )?(?:en|debut|fin|courant) (?:[a-z]{3,9} )?20\d\d\b",
    r"\breouvertures? (?:est |sera )?(?:prevue|prochaine|imminente|le \d|au \d|en [a-z]{3,9}\b"
    r"|debut|fin|courant)[^.;()]{0,30}|\breouvrira\b",
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
    rf"\b{_SHUT}\s+(?:au public\s+)?(?:temporairement|provisoirement|momentanement|jusqu"
    rf"|actuellement"
    r"|pour (?:l'instant|le moment)|en ce moment|jusque|suite a|a la suite|apres (?:un|une"
    r"|le|la|l')"
    r"|en raison (?:d'un|de tra|du d|de la d|d'u)|a cause d)",
    rf"\b{_SHUT}\s+(?:pour|cause)\s+(?:de\s+)?(?:travaux|renovation|rehabilitation|demenagement"
    r"|maintenance|raison|une duree|sinistre|incendie|degat)",
    r"\bfermeture (?:temporaire|provisoire|momentanee|jusqu)|\bjusqu'a nouvel ordre\b",
    r"\bfermeture (?:pour|cause) (?:de )?(?:travaux|renovation|rehabilitation)",
    r"\b(?:provisoirement|temporairement) (?:indisponible|inaccessible)"
    r"|\bindisponible (?:jusqu|pour)",
    r"\b(?:activites?|accueil|permanences?|service) (?:est |sont |a ete |ont ete )?"
    r"(?:suspendue?|interrompue?)s?\b",
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
    r"a(?:bandon|bsorb|ccueill|dresse|fficher|nnul|rchiv|rret)"
    r"|bientot"
    r"|c(?:ess|hange|hez|los|onstru|reation)"
    r"|d(?:emenag|epart|eplace|esa|esormais|iffuser|issolu|issou|omicile|oublon)"
    r"|e(?:ncore|xist)"
    r"|f(?:erme|in d|usion|utur)"
    r"|h(?:eberg|ors serv)"
    r"|i(?:nacti|ndispo|nstall|nterrompu)"
    r"|jusqu"
    r"|l(?:iquid|ocalis)"
    r"|m(?:is fin|omentane|ontage)"
    r"|nouveaux"
    r"|o(?:bsolet|rdre|uver|uvr)"
    r"|p(?:as de perm|ause|lus|rochain|rojet|rovisoire|ublier)"
    r"|r(?:adie|econstr|eferencer|ehab|elog|enov|esili|etir)"
    r"|s(?:itu|ommeil|upprim|uspend)"
    r"|t(?:emporaire|ermin|ransf|ravaux)"
    r"|utilis"
    r"|v(?:eille|enir)"
)
"""Of the thousands of texts of a table hardly one has any of these: the rest need no other look."""
