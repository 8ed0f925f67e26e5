"""Communes by what people call them, or by a postcode: an index for each département, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from plugins.gazetteer import tables
from plugins.gazetteer.model import Commune
from plugins.gazetteer.names import normalize, without_article


class CommuneFinder:
    """`communes_of`: every commune and arrondissement of a département, by code; `codes`: of all
    départements; `other_names` reads a mark, a name that is no commune's any more ("-") or never
    was ("~"), and the code of the present commune; `elsewhere`: postcodes used in another
    département than theirs, with its code."""

    def __init__(
        self,
        communes_of: Callable[[str], Mapping[str, Commune]],
        codes: Sequence[str],
        other_names: Callable[[], Iterable[tuple[str, str, str]]],
        elsewhere: Iterable[Sequence[str]],
    ) -> None:
        self._communes_of = communes_of
        self._codes = codes
        self._names: dict[str, dict[str, list[Commune]]] = {}
        self._postcodes: dict[str, dict[str, list[Commune]]] = {}
        self._read_other_names = other_names
        self._elsewhere: dict[str, list[str]] = {}
        for postcode, departement in elsewhere:
            self._elsewhere.setdefault(postcode, []).append(departement)

    @cached_property
    def _other_names(self) -> dict[str, list[tuple[str, str, str]]]:
        """By département of the present commune; not read for a postcode."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for other in self._read_other_names():
            found.setdefault(tables.departement_of(other[2]), []).append(other)
        return found

    def named(self, nom: str, departement: str | None = None) -> list[Commune]:
        """Communes called `nom`, in a département or in all of France, sorted by code.

        Accents, hyphens, apostrophes, «St» do not count (`names.normalize`). When no name is the
        same, names without their article are compared, then names that communes had, then names of
        hamlets and quarters: both give the present commune.
        """
        folded = normalize(nom)
        if not folded:
            return []
        searched = [departement] if departement else self._codes
        for key in (folded, "*" + without_article(folded), "-" + folded, "~" + folded):
            found = {c.code: c for d in searched for c in self._by_name(d).get(key, ())}
            if found:
                return [found[code] for code in sorted(found)]
        return []

    def _by_name(self, departement: str) -> dict[str, list[Commune]]:
        """Communes by folded name; "*name" without article; "-name" for names that they had;
        "~name" for names in use that are no commune's."""
        if departement not in self._names:
            index: dict[str, list[Commune]] = {}
            for commune in self._communes_of(departement).values():
                folded = normalize(commune.nom)
                index.setdefault(folded, []).append(commune)
                index.setdefault("*" + without_article(folded), []).append(commune)
            for mark, nom, present in self._other_names.get(departement, ()):
                current = self._communes_of(departement).get(present)
                if current is not None:
                    index.setdefault(mark + normalize(nom), []).append(current)
            self._names[departement] = index
        return self._names[departement]

    def by_postcode(self, postcode: str) -> list[Commune]:
        """Communes of a postcode, sorted by code; an arrondissement rather than its whole city."""
        departements = {*tables.usual_departements(postcode), *self._elsewhere.get(postcode, ())}
        found = [
            commune
            for departement in sorted(departements)
            for commune in self._by_code(departement).get(postcode, ())
        ]
        parents = {commune.parent for commune in found}
        return [commune for commune in found if commune.code not in parents]

    def _by_code(self, departement: str) -> dict[str, list[Commune]]:
        """Communes of a département by postcode, arrondissements too."""
        if departement not in self._postcodes:
            index: dict[str, list[Commune]] = {}
            for commune in self._communes_of(departement).values():
                for postcode in dict.fromkeys(commune.postcodes):
                    index.setdefault(postcode, []).append(commune)
            self._postcodes[departement] = index
        return self._postcodes[departement]
