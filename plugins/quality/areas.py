"""The territories that have a desk: every covered département, every covered EPCI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from plugins.gazetteer import Departement, Epci, Gazetteer


class DeskArea(NamedTuple):
    """A territory with a desk. `communes`: codes of its covered communes; `total`: how many it has,
    covered or not; `territory_url`: of its page for residents."""

    kind: Literal["departement", "epci"]
    code: str
    name: str
    communes: tuple[str, ...]
    total: int
    territory_url: str

    @property
    def id(self) -> str:
        """That of its record: «epci/243100633»."""
        return f"{self.kind}/{self.code}"

    @property
    def url(self) -> str:
        """«/qualite/31/», «/qualite/epci/243100633/»."""
        return f"{self.stem}/"

    @property
    def call_url(self) -> str:
        """Of the sheet «à appeler ce mois-ci»."""
        return f"{self.url}a-appeler/"

    @property
    def communes_csv(self) -> str:
        """Of the table with a line for every commune."""
        return f"{self.stem}.csv"

    @property
    def places_csv(self) -> str:
        """Of the table with a line for every place."""
        return f"{self.stem}-lieux.csv"

    @property
    def answers_csv(self) -> str:
        """Of the table to fill in after the calls."""
        return f"{self.stem}-a-appeler.csv"

    @property
    def stem(self) -> str:
        """What all its addresses begin with."""
        return f"/qualite/{self.code}" if self.kind == "departement" else f"/qualite/{self.id}"


def desk_areas(gazetteer: Gazetteer) -> Iterator[DeskArea]:
    """Départements, then EPCI, by code."""
    members: dict[str, list[str]] = {code: [] for code in gazetteer.departements}
    for commune in gazetteer.communes.values():
        members[commune.departement].append(commune.code)
    for code, departement in gazetteer.departements.items():
        yield _of_departement(departement, tuple(members[code]))
    for epci in gazetteer.epcis.values():
        yield _of_epci(epci)


def area_of(gazetteer: Gazetteer, code: str) -> DeskArea | None:
    """The covered territory of an official code: «31», «243100633»."""
    return next((area for area in desk_areas(gazetteer) if area.code == code), None)


def _of_departement(departement: Departement, communes: tuple[str, ...]) -> DeskArea:
    name, url = departement.nom, departement.url
    return DeskArea("departement", departement.code, name, communes, len(communes), url)


def _of_epci(epci: Epci) -> DeskArea:
    return DeskArea(
        "epci", epci.siren, epci.full_name, epci.communes, epci.communes_total, epci.url
    )
