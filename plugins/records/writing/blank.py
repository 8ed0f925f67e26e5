"""What `annuaire new` does: the first lines of a new record, to be filled in."""

from __future__ import annotations

from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.reading.paths import RecordPath, is_reserved, record_path
from plugins.records.reading.repairs import slug_of
from plugins.records.writing.record_layout import dump_record, modeline


class RecordExistsError(FileExistsError):
    """A new record would replace another; the message is French."""


class BadNameError(ValueError):
    """No file name can be made of what was given; the message is French."""


def new_record(places_dir: Path, departement: str, name: str, kind: RecordKind = "place") -> Path:
    """Write the first lines of the record called `name` of a kind that has a form; its path.

    Raises:
        BadNameError: the département or the name gives no file name.
        RecordExistsError: there is such a record already.
    """
    known = Gazetteer.load(()).all_departements
    if departement.upper() not in known:
        code = next(
            (d.code for d in known.values() if slug_of(d.nom) == slug_of(departement)), "31"
        )
        raise BadNameError(
            f"« {departement} » n'est pas le code d'un département ; "
            f'écrivez par exemple : annuaire new {code} "{name}"'
        )
    slug = slug_of(name)[:100].strip("-")
    slug = f"lieu-{slug}" if is_reserved(slug) else slug
    file = KINDS[kind].file(f"{departement.upper()}/{slug}")
    where = record_path(file)
    if where is None or where.kind != kind:
        raise BadNameError(
            f"« {name} » n'a pas de lettre dont on puisse faire un nom de fichier ; "
            f'écrivez par exemple : annuaire new {departement} "Médiathèque de Labège"'
        )
    path = places_dir / file
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(_first_lines(where, name.strip()) + KINDS[kind].blank)
    except FileExistsError:
        raise RecordExistsError(f"{path} existe déjà ; choisissez un nom plus précis") from None
    return path


def _first_lines(where: RecordPath, name: str) -> str:
    title = KINDS[where.kind].model.NAME_FIELD
    return dump_record({title: name}, (title,), modeline(where))
