"""Places written in a format, as the build writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.coverage import default_coverage
from plugins.opendata.formats.export_format import (
    About,
    Carried,
    ExportFormat,
    Surroundings,
)
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.repository import Repository, read_repository
from plugins.vocabulary.licences import OPEN_LICENCE
from tests.support.places import gazetteer

PLACES = Path(__file__).resolve().parents[2] / "places"
SITE_URL = "https://aide.exemple.fr"
ABOUT = About("Haute-Garonne", f"{SITE_URL}/donnees/v1/31.x", OPEN_LICENCE, "Coup de main")


def surroundings(
    labels: Mapping[str, Label] | None = None, known: Gazetteer | None = None
) -> Surroundings:
    """Those of a place of the Haute-Garonne."""
    return Surroundings(labels or {}, known or gazetteer(), SITE_URL)


def carried(form: ExportFormat, place: Place, around: Surroundings | None = None) -> Carried:
    """One place in a format."""
    return form.carry(place, around or surroundings())


def written(
    form: ExportFormat,
    places: Sequence[Place],
    around: Surroundings | None = None,
    about: About = ABOUT,
) -> bytes:
    """A whole file."""
    pieces = [form.piece(carried(form, place, around)) for place in places]
    return b"".join(form.write(filter(None, pieces), about))


def losses(form: ExportFormat, place: Place, around: Surroundings | None = None) -> dict[str, str]:
    """What the format lost of a place: field → value."""
    return {lost.field: lost.value for lost in carried(form, place, around).lost}


def put(folder: Path, name: str, content: bytes) -> Path:
    """A file to be read by a command."""
    path = folder / name
    path.write_bytes(content)
    return path


@cache
def real_repository() -> Repository:
    """The repository's own records, read once."""
    known = Gazetteer.load(default_coverage(PLACES))
    return read_repository(PLACES, known, date(2026, 11, 30))


@cache
def real_surroundings() -> Surroundings:
    """Those of the repository's own places."""
    return Surroundings(real_repository().of(Label), real_repository().context.gazetteer, SITE_URL)


@cache
def real_places() -> tuple[Place, ...]:
    """The repository's own places, in their order."""
    return tuple(map(real_repository().places.load, real_repository().places.entries))
