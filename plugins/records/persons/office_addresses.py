"""Whether an e-mail address is that of an office or of somebody."""

from __future__ import annotations

import re
from collections.abc import Collection

from plugins.records.persons.family_names import FAMILY_NAMES
from plugins.records.persons.given_names import GIVEN_NAMES
from plugins.records.persons.office_words import OFFICE_WORDS

PUBLIC_PROVIDERS = frozenset(
    """gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net yahoo.fr
    yahoo.com hotmail.com hotmail.fr outlook.com outlook.fr live.fr msn.com icloud.com me.com
    bbox.fr numericable.fr aol.com protonmail.com proton.me gmx.fr""".split()
)
"""Where people have their own address, and small associations theirs."""
_SHORTEST_FAMILY = 5
_INSTITUTIONS = frozenset(
    """amis bar cafe chateau cinema clinique club college comite domaine ecole eglise epicerie
    fab ferme fondation garage groupe gymnase hopital les librairie lycee maternelle musee mutuelle
    parc paroisse primaire residence restaurant salle stade theatre villa""".split()
)
"""First words of addresses of what is called after somebody: «lycee.jean.moulin@»."""


def is_somebodys(address: str, own: Collection[str] = ()) -> bool:
    """«marie.dupont@», «dupont.marie31@», «m.dupont@», «mdupont@», «marie@»: nothing but names, or
    an initial and a name. `own`: folded words of the place, its commune, its organisation; an
    address that has one of them, or a word of offices, is that of an office."""
    local = address.lower().partition("@")[0]
    parts = [part for part in re.split(r"[^a-zà-ÿ]+", local) if part]
    if not parts or len(parts) > 4:
        return False
    known = OFFICE_WORDS.union(own)
    if parts[0] in _INSTITUTIONS or any(part in known for part in parts):
        return False
    if len(parts) == 1:
        return parts[0] in GIVEN_NAMES or (
            parts[0][1:] in FAMILY_NAMES and len(parts[0]) > _SHORTEST_FAMILY
        )
    initials = [part for part in parts if len(part) == 1]
    others = [part for part in parts if len(part) > 1]
    if any(part in GIVEN_NAMES for part in others):
        return True
    return len(initials) == 1 and len(others) == 1 and len(others[0]) > 3
