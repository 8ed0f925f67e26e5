"""What a format of exports is: what it carries of a place, what it cannot, how a file is written.

A format adds one row to `plugins.opendata.formats.every_format.FORMATS`, and nothing else: files,
addresses, headers, the report of losses and the list on /donnees/ come from there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from pydantic_core import to_json

from plugins.common.one_line import one_line
from plugins.gazetteer import Gazetteer
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.vocabulary.licences import Licence

Made = TypeVar("Made")
_FIELDS = tuple(name for name in Place.model_fields if name != "id")
_PLAIN = (str, float)
_LISTS = (list, tuple)
KEPT_BACK = "non_repris"
"""The field whose words are in no file."""
_LONGEST = 200
_BAR = "Une barre sépare les valeurs : celle qui est dans une valeur est écrite « / »."


class Lost(NamedTuple):
    """What a format could not say of one place. `field`: of its record, «telephone»; `value`: what
    the record says, in one line; `why`: a French sentence, the same for all values lost so;
    `is_written`: the format says it all the same, though its official validation refuses it."""

    field: str
    value: str
    why: str
    is_written: bool = False


class Carried(NamedTuple):
    """A place in a format: its rows (most formats have one a place; services, one each; none when
    the format has no room for it), and what they do not say."""

    rows: tuple[Any, ...]
    lost: tuple[Lost, ...] = ()


class Surroundings(NamedTuple):
    """What the record of a place leads to. `site_url`: public address of the site, may be empty."""

    labels: Mapping[str, Label]
    gazetteer: Gazetteer
    site_url: str = ""


class About(NamedTuple):
    """What a file says of itself. `name`: «Haute-Garonne»; `address`: of the file, complete where
    the site has one; `publisher`: the name of the site."""

    name: str
    address: str
    licence: Licence
    publisher: str


@dataclass(frozen=True)
class ExportFormat:
    """A format, pure: same places, same bytes; no day of the build in them.

    `name`: its own name, for the cache and for fragments («geojson»); `file`: what its files are
    called after their territory («.geojson»: «31.geojson»); `media_type`: value of `Content-Type`;
    `title`, `purpose`: French, for /donnees/ («GeoJSON», «Pour les cartes : uMap, QGIS.»).

    `carry`: rows of one place. `encode`: one row as bytes, without what stands between two.
    `around`: what stands before the first row and after the last. `reads_back`: `annuaire import`
    reads it. `everywhere`: false for formats whose files are for large territories only (the
    directory, régions, départements), true for those that EPCI and labels have too. `most_places`:
    a file of more is not written, its parts are: hosts take files of 25 MiB.
    """

    name: str
    file: str
    media_type: str
    title: str
    purpose: str
    carry: Callable[[Place, Surroundings], Carried]
    encode: Callable[[Any], bytes]
    around: Callable[[About], tuple[bytes, bytes]]
    between: bytes = b",\n"
    reads_back: bool = False
    everywhere: bool = False
    most_places: int = 10_000
    is_news: bool = False
    """It tells what changed, and is no copy of the records: it has no losses."""

    def piece(self, carried: Carried) -> bytes:
        """The rows of one place, as they stand in each of its files; empty when there is none."""
        return self.between.join(map(self.encode, carried.rows))

    def write(self, pieces: Iterable[bytes], about: About) -> Iterator[bytes]:
        """A file, in parts. `pieces`: of its places, in the order of the file, none of them empty;
        one may be of many places."""
        head, foot = self.around(about)
        yield head
        for number, piece in enumerate(pieces):
            if number and self.between:
                yield self.between
            yield piece
        yield foot


def once_a_place(
    make: Callable[[Place, Surroundings], Made],
) -> Callable[[Place, Surroundings], Made]:
    """What several formats need of one place, made once: that of the last place is kept."""
    kept: list[tuple[Place, Surroundings, Made]] = []

    def made(place: Place, around: Surroundings) -> Made:
        if not (kept and kept[0][0] is place and kept[0][1] is around):
            kept[:] = [(place, around, make(place, around))]
        return kept[0][2]

    return made


def once_a_row(encode: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """The same for a row that two formats write alike."""
    kept: list[tuple[Any, bytes]] = []

    def encoded(row: Any) -> bytes:
        if not (kept and kept[0][0] is row):
            kept[:] = [(row, encode(row))]
        return kept[0][1]

    return encoded


@once_a_place
def fields_said(place: Place, around: Surroundings) -> Mapping[str, Any]:
    """What the record says, as JSON, in the order of its fields; what it does not say is absent.

    As `place.model_dump(mode="json", exclude_defaults=True)`, four times quicker.
    """
    found: dict[str, Any] = {}
    stated = vars(place)
    for name in _FIELDS:
        value = stated[name]
        if value is not None and value != ():
            found[name] = value if isinstance(value, _PLAIN) else _as_json(value)
    return found


def _as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value) if isinstance(value[0], str) else list(map(_as_json, value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return dict(value)
    return value.model_dump(mode="json", exclude_defaults=True)


def losses_among(
    said: Mapping[str, Any], known: Collection[str], why: Callable[[str], str]
) -> Iterator[Lost]:
    """All that a record says in other fields than the `known` ones."""
    for name, value in said.items():
        if name not in known:
            yield Lost(name, lost_line(name, value), why(name))


def lost_line(name: str, value: Any) -> str:
    """What was lost of a field. Of the words of a list that an import kept for whoever keeps the
    record, the report names the fields: nobody has read these words, they may be personal."""
    return value_line(list(value) if name == KEPT_BACK else value)


def bars_in(place: Place, around: Surroundings, fields: Collection[str]) -> list[Lost]:
    """Values of these lists that hold the sign that sets values apart. `fields`: what the format
    carries, «labels», «source.nom»."""
    return [lost for lost in _barred(place, around) if lost.field in fields]


@once_a_place
def _barred(place: Place, around: Surroundings) -> tuple[Lost, ...]:
    said: list[tuple[str, object]] = [
        (name, value)
        for name, value in fields_said(place, around).items()
        if isinstance(value, list) and isinstance(value[0], str) and "|" in "".join(value)
    ]
    for source in place.source:
        parts = (("nom", source.nom), ("id", source.id), ("licence", source.licence))
        said += [(f"source.{name}", text) for name, text in parts if text and "|" in text]
    return tuple(Lost(name, value_line(value), _BAR, is_written=True) for name, value in said)


def value_line(value: object) -> str:
    """A value of a record in one line, cut where it is a long text."""
    if isinstance(value, str):
        if len(value) <= _LONGEST and value.isprintable():
            return value  # nearly all are: a line already
        text = value
    elif isinstance(value, dict):
        text = " ; ".join([f"{name} : {value_line(each)}" for name, each in value.items()])
    elif isinstance(value, _LISTS):
        text = " | ".join(map(value_line, value))
    else:
        text = str(value)
    is_line = len(text) <= _LONGEST and text.isprintable() and "  " not in text
    return text if is_line and text == text.strip() else one_line(text, _LONGEST)


def around_list(_about: About) -> tuple[bytes, bytes]:
    """What stands around the rows of a JSON list, which has no room for what a file says of
    itself."""
    return b"[\n", b"\n]\n"


def around_features(about: About) -> tuple[bytes, bytes]:
    """The same of a GeoJSON file: foreign members (RFC 7946, section 6.1) say whose data it is."""
    said = {"name": about.name, "licence": about.licence.title, "source": about.publisher}
    head = json_bytes({"type": "FeatureCollection", **said})[:-1]
    return head + b',"features":[\n', b"\n]}\n"


def json_bytes(value: Any) -> bytes:
    """Compact JSON of one value, letters as they are."""
    return to_json(value)
