"""The territories and labels that have files, and whose places stand in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Literal, NamedTuple, get_args

from plugins.gazetteer import Gazetteer
from plugins.opendata.formats.every_format import FORMATS
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
    of each of them; `mark`: what ends a slug that would else be read as another and what follows
    it."""

    kind: AreaKind
    code: str
    name: str
    entries: tuple[Entry, ...]
    licence: Licence = OPEN_LICENCE
    mark: str = ""

    @property
    def stem(self) -> str:
        """What the names of its files begin with: «lieux», «31», «epci-243100633-odbl»."""
        own = {"directory": "lieux", "departement": self.code}.get(self.kind)
        area = own or f"{self.kind}-{self.code}{self.mark}"
        return "-".join(filter(None, (area, self.licence.slug)))


def export_areas(
    entries: Iterable[Entry], gazetteer: Gazetteer, labels: Mapping[str, Label], name: str
) -> Iterator[ExportArea]:
    """The whole directory (called `name`), régions, départements, EPCI, then labels, by code; only
    those that have places, once for each licence. Entries are in the order of their ids."""
    found: dict[tuple[AreaKind, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for area in _areas_of(entry, gazetteer):
            found[area].append(entry)
    endings = _endings(map(entry_licence, found["directory", ""])) if found else frozenset()
    if not found:  # an empty directory has its files too
        yield ExportArea("directory", "", name, ())
    for kind, code in sorted(found, key=lambda area: (KINDS_OF_AREA.index(area[0]), area[1])):
        named = _named(kind, code, gazetteer, labels, name)
        mark = "-" if kind == "label" and code.endswith(tuple(endings)) else ""
        licences: dict[str, Licence] = {}  # lists spell one in several ways
        by_licence: dict[str, list[Entry]] = defaultdict(list)
        for entry in found[kind, code]:
            licence = entry_licence(entry)
            licences[licence.slug] = min(licence, licences.get(licence.slug, licence))
            by_licence[licence.slug].append(entry)
        for slug in sorted(by_licence):
            yield ExportArea(kind, code, named, tuple(by_licence[slug]), licences[slug], mark)


def _endings(licences: Iterable[Licence]) -> frozenset[str]:
    """What follows the slug of a label in names of files: of a format, of a licence, or the
    beginning of a licence. The slug of another label may end so: «aide», «aide-tableur»."""
    slugs = {licence.slug for licence in licences}
    formats = {form.file.rpartition(".")[0] for form in FORMATS if form.everywhere}
    begun = {tuple(accumulate(slug.split("-"), "{}-{}".format)) for slug in slugs}
    return frozenset(filter(None, formats)) | {f"-{one}" for each in begun for one in each if one}


def entry_licence(entry: Entry) -> Licence:
    """The licence of the record, from those of the lists that it cites."""
    return licence_of(said_licence(name, licence) for name, _, licence in entry.sources)


def _areas_of(entry: Entry, gazetteer: Gazetteer) -> Iterator[tuple[AreaKind, str]]:
    yield "directory", ""
    departement = gazetteer.all_departements.get(entry.departement)
    if departement is not None:
        if gazetteer.all_regions[departement.region].is_region:
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
