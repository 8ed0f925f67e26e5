"""What the gazetteer knows of each territory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from plugins.gazetteer.area_status import DepartementKind, status_of

_EPCI_KINDS = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
    "METRO": "métropole",
    "MET69": "métropole",
}


class Commune(NamedTuple):
    """A commune, or an arrondissement of Paris, Lyon or Marseille; or what the official codes put
    in the place of communes where there are none (Saint-Martin, Wallis).

    A named tuple, because 35,000 of them are made at once: four times quicker than a frozen class.
    """

    code: str
    """INSEE code, five characters: "31254", "2A004"."""
    nom: str
    slug: str
    """Unique in its département. An arrondissement has the slug (so the page) of its commune."""
    postcodes: tuple[str, ...]
    departement: str
    region: str
    epci: str | None
    """SIREN of its EPCI; a few islands and the overseas collectivities have none."""
    population: int | None
    latitude: float | None
    """Centre in degrees (WGS84); absent for the communes of some overseas collectivities."""
    longitude: float | None
    radius_km: float | None
    """A point farther than this from the centre is hardly in the commune (see data/README.md)."""
    parent: str | None
    """Code of the commune, for an arrondissement."""

    @property
    def url(self) -> str:
        """Address of its page: "/territoires/31/labege/"."""
        return f"/territoires/{self.departement}/{self.slug}/"

    @property
    def is_commune(self) -> bool:
        """Whether it is one, with a town hall."""
        return status_of(self.departement).has_communes

    @property
    def centre(self) -> tuple[float, float] | None:
        """Latitude and longitude, where they are known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @property
    def page_code(self) -> str:
        """Code of the commune that has the page: its own, or the parent's for an arrondissement."""
        return self.parent or self.code


class FormerCommune(NamedTuple):
    """A name or a code that a commune had before it merged, was renamed, left its département."""

    code: str
    """INSEE code of that time; that of a present commune when only the name changed."""
    nom: str
    present: str
    """INSEE code of the present commune."""
    year: int | None
    """When it stopped being a commune of that name; None when no source says it."""


@dataclass(frozen=True, slots=True)
class Epci:
    """A group of communes with its own taxation (communauté de communes, métropole…)."""

    siren: str
    nom: str
    """As the official list prints it: «CA du Sicoval»."""
    kind: str
    """CC, CA, CU, METRO or MET69."""
    departements: tuple[str, ...]
    communes: tuple[str, ...]
    """Codes of its covered communes, sorted."""
    communes_total: int
    """How many communes it has, covered or not."""

    @property
    def url(self) -> str:
        """Address of its page: "/territoires/epci/243100633/"."""
        return f"/territoires/epci/{self.siren}/"

    @property
    def full_name(self) -> str:
        """Its name without an abbreviation: «Communauté d'agglomération du Sicoval»."""
        kind, _, rest = self.nom.partition(" ")
        words = _EPCI_KINDS.get(kind)
        return f"{words[0].upper()}{words[1:]} {rest}" if words and rest else self.nom


@dataclass(frozen=True, slots=True)
class Departement:
    """A département, or a collectivity that stands for one in lists (972, 975, 987…)."""

    code: str
    nom: str
    slug: str
    region: str
    school_zone: str
    """A, B, C or "Corse"; empty where the school calendar is set on the spot (overseas)."""
    timezone: str
    """IANA name: "Europe/Paris", "America/Martinique"."""
    bounds: tuple[float, float, float, float] | None
    """South, west, north, east of its communes' centres, in degrees; absent when none is known."""

    @property
    def kind(self) -> DepartementKind:
        """What it is: «département», «collectivité», «territoire»."""
        return status_of(self.code).kind

    @property
    def has_communes(self) -> bool:
        """Whether it is made of communes."""
        return status_of(self.code).has_communes

    @property
    def url(self) -> str:
        """Address of its page: "/territoires/31/"."""
        return f"/territoires/{self.code}/"


@dataclass(frozen=True, slots=True)
class Region:
    """A région, or an overseas collectivity that stands for one in lists."""

    code: str
    nom: str
    slug: str

    @property
    def is_region(self) -> bool:
        """Whether it is one: a collectivity has its own code here too («988»)."""
        return len(self.code) == 2


AnyTerritory = Commune | Epci | Departement
"""A territory that has pages."""
