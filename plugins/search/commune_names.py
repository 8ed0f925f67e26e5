"""Every name under which a reader may look for a covered commune."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.gazetteer import Commune, Gazetteer, normalize, slugify
from plugins.search.word_rules import first_words, fold_name

FIELDS = 5
"""Of a line, before what a kind of file adds."""
USUAL = "*"
"""Stands for the year where a name was never that of a commune: a hamlet, a quarter, an island."""
_ISLAND = re.compile(r"CC de l'[IÎ]le (.+)")


class CommuneName(NamedTuple):
    """One name: that of a commune, of one that it was, of a part of it, of an arrondissement."""

    nom: str
    folded: str
    """The form that is compared (`fold_name`)."""
    commune: Commune
    """The covered commune whose page it leads to."""
    present: str
    """Name of that commune when `nom` is another, else empty."""
    year: str
    """Of the end of a former name where it is known, or `USUAL`, else empty."""

    @property
    def line(self) -> str:
        """What the index says of it: name, département, slug, present name, year, separated by
        tabs.

        The slug stands only where it is not that of the present name; empty ends are left out.
        """
        slug = self.commune.slug
        usual = slug == slugify(self.present or self.nom)
        parts = (self.nom, self.commune.departement, "" if usual else slug, self.present, self.year)
        return "\t".join(parts).rstrip("\t")

    def line_with(self, *more: object) -> str:
        """The line and what stands behind its fields."""
        padded = self.line + "\t" * (FIELDS - 1 - self.line.count("\t"))
        return "\t".join((padded, *map(str, more)))

    def line_in(self, key: str) -> str:
        """The line, and in the shard of a postcode those in question, separated by commas."""
        if not key.isdigit():
            return self.line
        codes = (code for code in self.commune.postcodes if code.startswith(key))
        return self.line_with(",".join(codes))

    def words(self) -> Iterator[str]:
        """Under which it is filed; the postcodes of a commune under its own name alone, which
        would else show twice."""
        yield from first_words(self.folded)
        if self.nom == self.commune.nom:
            yield from self.commune.postcodes


def names_of(gazetteer: Gazetteer) -> list[CommuneName]:
    """The names of all covered communes, the most populated first, then in the order of codes.
    Others come after them all, so that a cut shard leaves no commune out for one that was."""
    found = {(name.commune.code, name.folded): name for name in reversed(list(_names(gazetteer)))}
    return sorted(
        found.values(),
        key=lambda name: (
            bool(name.present),
            -(name.commune.population or 0),
            name.commune.code,
            name.nom != name.commune.nom,
            name.folded,
        ),
    )


def _names(gazetteer: Gazetteer) -> Iterator[CommuneName]:
    """All of them; of two alike, the first is the one that counts."""
    communes = gazetteer.communes
    for commune in communes.values():
        yield CommuneName(commune.nom, fold_name(commune.nom), commune, "", "")
    for part in gazetteer.arrondissements():
        yield CommuneName(part.nom, fold_name(part.nom), communes[part.page_code], "", "")
    for nom, code, year in _others(gazetteer):
        present = communes.get(code)
        if present is not None and normalize(nom) != normalize(present.nom):
            yield CommuneName(nom, fold_name(nom), present, present.nom, year)


def _others(gazetteer: Gazetteer) -> Iterable[tuple[str, str, str]]:
    """Names that are no present commune's, with the code of the commune and the year."""
    for former in gazetteer.former_names:
        yield former.nom, former.present, str(former.year or "")
    for nom, code in gazetteer.usual_names:
        yield nom, code, USUAL
    for epci in gazetteer.epcis.values():
        if island := _ISLAND.fullmatch(epci.nom):
            for code in epci.communes:
                yield f"Île {island[1]}", code, USUAL
