"""Names of communes, départements and régions that the site does not cover, by their first letter.

A page asks only when nothing else answers: `x-v.txt` has a name a line, folded, and a reader who
typed one of them is told where the directory ends, never one who typed «piscine». `cities.txt` has
the large ones: who types «Paris» made no slip.
"""

from __future__ import annotations

from string import ascii_lowercase

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.names import without_article
from plugins.search.word_rules import fold_name

CITY = 20_000
"""Inhabitants of a name that everybody knows."""


def outside_files(gazetteer: Gazetteer) -> dict[str, str]:
    """The file of each letter, by name, and that of cities; all are there, so that no page asks in
    vain. None where nothing is covered, since nobody searches there."""
    if not gazetteer.communes:
        return {}
    everything = Gazetteer.load(["*"])
    names = {
        each.nom for code, each in everything.communes.items() if code not in gazetteer.communes
    }
    for all_of, mine in (
        (everything.departements, gazetteer.departements),
        (everything.regions, gazetteer.regions),
    ):
        names |= {each.nom for code, each in all_of.items() if code not in mine}
    names -= {each.nom for each in gazetteer.communes.values()}
    found: dict[str, set[str]] = {letter: set() for letter in ascii_lowercase}
    for name in names:
        folded = without_article(fold_name(name))
        found.setdefault(folded[:1], set()).add(folded)
    cities = {
        without_article(fold_name(each.nom))
        for code, each in everything.communes.items()
        if code not in gazetteer.communes and (each.population or 0) >= CITY
    } & set().union(*found.values())
    return {
        "cities.txt": "\n".join(sorted(cities)),
        **{f"x-{letter}.txt": "\n".join(sorted(found[letter])) for letter in ascii_lowercase},
    }
