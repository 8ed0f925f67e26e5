"""The territories and labels that have files, and whose places stand in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.label import Label
from plugins.vocabulary.licences import OPEN_LICENCE, Licence, licence_of, said_licence

FOLDER = "donnees/v1/"
"""Of all files: a contract, the next that breaks it is `v2`."""

AreaKind = Literal["directory", "region", "departement", "epci", "label"]
KINDS_OF_AREA: tuple[AreaKind, ...] = get_args(AreaKind)
LARGE: frozenset[AreaKind] = frozenset(("directory", "region", "departement"))
"""Those that have a file of every format."""


class ExportArea(NamedTuple):
    """Places that are published together. `code`: official, or the slug of a label; `licence`: that
    of each of them."""

    kind: AreaKind
    code: str
    name: str
    entries: tuple[Entry, ...]
    licence: Licence = OPEN_LICENCE

    @property
    def stem(self) -> str:
        """What the names of its files begin with: «lieux», «31», «epci-243100633-odbl»."""
        own = {"directory": "lieux", "departement": self.code}.get(self.kind)
        return "-".join(filter(None, (own or f"{self.kind}-{self.code}", self.licence.slug)))


def export_areas(
    entries: Iterable[Entry], gazetteer: Gazetteer, labels: Mapping[str, Label], name: str
) -> Iterator[ExportArea]:
    """The whole directory (called `name`), régions, départements, EPCI, then labels, by code; only
    those that have places, once for each licence. Entries are in the order of their ids."""
    found: dict[tuple[AreaKind, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for area in _areas_of(entry, gazetteer):
            found[area].append(entry)
    if not found:  # an empty directory has its files too
        yield ExportArea("directory", "", name, ())
    for kind, code in sorted(found, key=lambda area: (KINDS_OF_AREA.index(area[0]), area[1])):
        named = _named(kind, code, gazetteer, labels, name)
        licences: dict[str, Licence] = {}  # lists spell one in several ways
        by_licence: dict[str, list[Entry]] = defaultdict(list)
        for entry in found[kind, code]:
            licence = entry_licence(entry)
            licences[licence.slug] = min(licence, licences.get(licence.slug, licence))
            by_licence[licence.slug].append(entry)
        for slug in sorted(by_licence):
            yield ExportArea(kind, code, named, tuple(by_licence[slug]), licences[slug])


def entry_licence(entry: Entry) -> Licence:
    """The licence of the record, from those of the lists that it cites."""
    return licence_of(said_licence(name, licence) for name, _, licence in entry.sources)


def _areas_of(entry: Entry, gazetteer: Gazetteer) -> Iterator[tuple[AreaKind, str]]:
    yield "directory", ""
    departement = gazetteer.all_departements.get(entry.departement)
    if departement is not None:
        yield "region", departement.region
        yield "departement", departement.code
    commune = gazetteer.page_of(entry.code_insee)
    if commune is not None and commune.epci:
        yield "epci", commune.epci
    for slug in dict.fromkeys(entry.labels):
        yield "label", slug


def _named(
    kind: AreaKind, code: str, gazetteer: Gazetteer, labels: Mapping[str, Label], name: str
) -> str:
    if kind == "region":
        return gazetteer.all_regions[code].nom
    if kind == "departement":
        return gazetteer.all_departements[code].nom
    if kind == "epci":
        epci = gazetteer.epci(code)
        return epci.full_name if epci else code
    if kind == "label":
        return labels[code].nom if code in labels else code
    return name
