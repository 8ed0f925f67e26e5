"""The line of a commune in the table of the desk: who lives there, how far help is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.quality.computed.reach import NEED_SLUGS, Reach
from plugins.territories.neighbourhood import Neighbourhood

LIMITS_KM = (5, 10, 20)
"""People who live farther than this from help are counted."""


class DeskCommune(NamedTuple):
    """One commune. `population`: of the official table, None when it has none; `places`: how many
    open places it has; `km`: to the nearest help for each of `plugins.vocabulary.needs.NEEDS`, in
    their order, as `plugins.quality.computed.reach.Reach` says it."""

    code: str
    nom: str
    url: str
    epci: str
    population: int | None
    places: int
    km: tuple[float | None, ...]

    def weight(self, rank: int) -> tuple[float, str]:
        """Sorts communes by people times kilometres to the need of this rank, the most first."""
        km = self.km[rank]
        far = 0.0 if km is None else 1000.0 if km == inf else km
        return -(self.population or 0) * far, self.code


def commune_lines(
    codes: Iterable[str], gazetteer: Gazetteer, neighbourhood: Neighbourhood, reach: Reach
) -> Iterator[DeskCommune]:
    """The lines of covered communes, in the order of `codes`."""
    for code in codes:
        commune = gazetteer.communes[code]
        epci = gazetteer.epcis.get(commune.epci or "")
        yield DeskCommune(
            code,
            commune.nom,
            commune.url,
            epci.full_name if epci else "",
            commune.population,
            neighbourhood.count(code),
            tuple(reach.km(code, need) for need in NEED_SLUGS),
        )
