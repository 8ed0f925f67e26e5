"""What `annuaire new` does: the first lines of a new record, to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from plugins.records.reading.checking import MODELS
from plugins.records.reading.paths import RecordKind, RecordPath, record_path
from plugins.records.reading.repairs import slug_of
from plugins.records.writing.layout import dump_record, modeline

# What each kind asks for first; a field left blank counts as absent.
_PLACE = """typologie:
  -
adresse:
code_postal:
code_insee:
commune:
telephone:
  -
courriels:
  -
site_web:
  -
horaires:
  lundi:
  mardi:
  mercredi:
  jeudi:
  vendredi:
  samedi:
  dimanche:
services:
  -
frais_a_charge:
  -
verifie_le:
verifie_par:
"""
_WORKSHOP = """theme:
nature:
niveau:
frais_a_charge:
  -
nombre_de_places:
a_apporter:
  -
inscription:
telephone:
  -
lieu:
adresse:
commune:
code_insee:
dates:
  -
verifie_le:
verifie_par:
"""
_ROUTE = """nature:
statut: en service
operateur:
services:
  -
telephone:
  -
arrets:
  - commune:
    code_insee:
    point:
    adresse:
    passages:
      -
verifie_le:
verifie_par:
"""
_BLANKS: Mapping[RecordKind, str] = MappingProxyType(
    {"place": _PLACE, "workshop": _WORKSHOP, "route": _ROUTE}
)
_FOLDERS: Mapping[RecordKind, str] = MappingProxyType(
    {"place": "", "workshop": "ateliers/", "route": "tournees/"}
)


class RecordExistsError(FileExistsError):
    """A new record would replace another; the message is French."""


class BadNameError(ValueError):
    """No file name can be made of what was given; the message is French."""


def new_record(places_dir: Path, departement: str, name: str, kind: RecordKind = "place") -> Path:
    """Write the first lines of the record of a place, a workshop or a route called `name`; its
    path.

    Raises:
        BadNameError: the département or the name gives no file name.
        RecordExistsError: there is such a record already.
    """
    slug = slug_of(name)[:100].strip("-")
    file = f"{departement.upper()}/{_FOLDERS[kind]}{slug}.yaml"
    where = record_path(file)
    if where is None or where.kind != kind:
        raise BadNameError(
            f"« {departement} » et « {name} » ne donnent pas de nom de fichier ; "
            'écrivez par exemple : annuaire new 31 "Médiathèque de Labège"'
        )
    path = places_dir / file
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(_first_lines(where, name.strip()) + _BLANKS[kind])
    except FileExistsError:
        raise RecordExistsError(f"{path} existe déjà ; choisissez un nom plus précis") from None
    return path


def _first_lines(where: RecordPath, name: str) -> str:
    title = "titre" if "titre" in MODELS[where.kind].model_fields else "nom"
    return dump_record({title: name}, (title,), modeline(where))
