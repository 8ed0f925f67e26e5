"""The one table of kinds of records: where each lies, its model, its words.

A new kind is a model (`plugins/records/model/`), its rules (`CHECKS` in the module of its name in
`plugins/records/checks/`), a row here and the template of its page; a form that `annuaire new`
fills in is a file of its name in `plugins/records/blanks/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from plugins.records.model.identity import RecordKind
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.model.territory import Territory
from plugins.records.model.workshop import Workshop

Model = Place | Label | Territory | Network | Workshop | Route

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PARTS = {
    "departement": r"((?:[0-9]{2}|2[AB]|9[78][0-9]))",
    "slug": rf"({_SLUG})",
    "territory": rf"((?:epci|departement|region|commune)/[0-9AB]+|autre/{_SLUG})",
}
_FOLDERS = {"departement": _PARTS["departement"], "territory": r"(?:[a-z]+)", "slug": ""}
_BLANKS = Path(__file__).parent / "blanks"


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    `path`: its file within the folder of records, without ending; what stands between braces makes
    its id. `one`: with its article, for titles. `introduction`: what docs/records.md says of it.
    `word`: what people call it in `annuaire new`. `is_daily`: builds apply
    its rules again each day, since they compare with it. Those on places that do (lines that are
    past) wait for `annuaire check`, or for a change of the record: there are thousands.
    """

    path: str
    model: type[Model]
    title: str
    one: str
    introduction: str
    word: str = ""
    is_daily: bool = False

    @property
    def name(self) -> RecordKind:
        """What code calls the kind."""
        return self.model.kind

    @cached_property
    def file_pattern(self) -> re.Pattern[str]:
        """Matches the path of a file; its groups, joined by «/», are the id."""
        return re.compile(self.path.format(**_PARTS) + r"\.yaml")

    @cached_property
    def folder_pattern(self) -> re.Pattern[str]:
        """Matches a folder that holds such files and no other record."""
        folder = self.path.format(**_FOLDERS)
        return re.compile(folder.rpartition("/")[0] if "{slug}" in self.path else folder)

    def file(self, identity: str) -> str:
        """The file of a record within the folder of records: «31/ateliers/x.yaml»."""
        departement, _, slug = identity.rpartition("/")
        parts = {"departement": departement, "slug": slug, "territory": identity}
        return self.path.format(**parts) + ".yaml"

    @cached_property
    def blank(self) -> str:
        """The lines of a new record below its name; empty when there is no such form."""
        form = _BLANKS / f"{self.name}.yaml"
        return form.read_text(encoding="utf-8") if form.is_file() else ""


_ROWS = (
    Kind(
        "{departement}/{slug}", Place, "Lieu", "un lieu",
        "Un lieu : `places/<département>/<nom>.yaml`, par exemple "
        "`places/31/mediatheque-de-labege.yaml`. Le nom du fichier fait l'adresse de la page : il "
        "ne change plus.",
        word="lieu",
    ),
    Kind(
        "labels/{slug}", Label, "Label", "un label",
        "Un label, un programme ou un réseau national : `places/labels/<nom>.yaml`.",
        is_daily=True,
    ),
    Kind(
        "territoires/{territory}", Territory, "Territoire", "un territoire",
        "Ce qu'un territoire dit de lui-même : `places/territoires/<sorte>/<code>.yaml`, "
        "où la sorte est `epci`, `departement`, `region`, `commune` ou `autre`.",
        is_daily=True,
    ),
    Kind(
        "reseaux/{slug}", Network, "Réseau", "un réseau",
        "Un réseau d'acteurs : `places/reseaux/<nom>.yaml`.",
        is_daily=True,
    ),
    Kind(
        "{departement}/ateliers/{slug}", Workshop, "Atelier", "un atelier",
        "Un atelier, une suite de séances : `places/<département>/ateliers/<nom>.yaml`. "
        "Avec le nom de la fiche d'un lieu, l'atelier a lieu là. Ce nom ne change plus : les "
        "agendas des téléphones le suivent. Comment écrire les dates : "
        "[CONTRIBUTING](../CONTRIBUTING.md).",
        word="atelier",
        is_daily=True,
    ),
    Kind(
        "{departement}/tournees/{slug}", Route, "Tournée", "une tournée",
        "Une tournée, un véhicule ou une personne qui va d'arrêt en arrêt : "
        "`places/<département>/tournees/<nom>.yaml`.",
        word="tournee",
        is_daily=True,
    ),
)  # fmt: skip

KINDS: Mapping[RecordKind, Kind] = MappingProxyType({kind.name: kind for kind in _ROWS})
"""In the order in which documents describe them."""


def kind_of_folder(folder: str) -> Kind | None:
    """Which kind of record a folder (POSIX, within the folder of records) holds."""
    return next((kind for kind in _ROWS if kind.folder_pattern.fullmatch(folder)), None)
