"""What is kept of another directory, between the day when it was asked and the next.

One file a directory in `autres-annuaires/` (`OTHERS_DIR`), JSON, a place a line in the order of
their addresses, so that a change shows in a review. It is read as what a stranger wrote: it may
have been edited, and its texts go into our pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from plugins.common.errors import BuildError
from plugins.common.hidden_characters import without_hidden
from plugins.common.one_line import one_line
from plugins.records.phones import Phone, read_phone
from plugins.territories.others.coverage_said import codes_of, lies_below, page_address

_FORMAT = "autre-annuaire/1"
_LONGEST = 120
"""Letters of a name."""


class OtherPlace(NamedTuple):
    """A place of another directory. `url`: of its page there; `licence`: of its record; degrees;
    `position`: what its record says of them, where they are not those of its door."""

    url: str
    nom: str
    commune: str
    departement: str
    latitude: float
    longitude: float
    telephone: str
    licence: str
    position: str = ""

    @property
    def id(self) -> str:
        """Unique among all places, ours too."""
        return self.url

    @property
    def is_approximate(self) -> bool:
        """Its position is not that of its door."""
        return bool(self.position)

    @property
    def phone(self) -> Phone | None:
        """Its number, ready for a page."""
        return read_phone(self.telephone, self.departement)


class OtherDirectory(NamedTuple):
    """Another directory: its name, its address («https://…», no final slash), its places.

    `couvre`: codes of what it covers (`coverage_said`); `page_de_commune`: address
    of a commune's page there, with `{departement}` and `{commune}` for what differs; empty when it
    does not say.
    """

    nom: str
    adresse: str
    lieux: tuple[OtherPlace, ...]
    couvre: tuple[str, ...] = ()
    page_de_commune: str = ""


def file_name(address: str) -> str:
    """«https://aide.gers.example/annuaire» → «aide.gers.example-annuaire.json»."""
    parts = urlsplit(address)
    name = f"{parts.netloc}{parts.path}".strip("/")
    return f"{name.replace('/', '-').replace(':', '-')}.json"


def is_public_address(address: str) -> bool:
    """Whether this may be the address of a directory: https, a host, nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username or "\\" in address)
    return parts.scheme == "https" and bool(parts.hostname) and plain and address[-1] != "/"


def written(directory: OtherDirectory) -> str:
    """The text of the file."""
    head = {
        "format": _FORMAT,
        "nom": directory.nom,
        "adresse": directory.adresse,
        "couvre": directory.couvre,
        "page_de_commune": directory.page_de_commune,
    }
    lines = [json.dumps(list(one), ensure_ascii=False) for one in sorted(directory.lieux)]
    told = json.dumps(head | {"champs": OtherPlace._fields}, ensure_ascii=False)
    return told[:-1] + ', "lieux": [\n' + ",\n".join(lines) + "\n]}\n"


def kept_at(folder: Path, directory: OtherDirectory) -> None:
    """Write its file, at once. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / file_name(directory.adresse)
    beside = file.with_suffix(".new")
    beside.write_text(written(directory), "utf-8")
    beside.replace(file)


def read_kept(folder: Path, addresses: Iterable[str]) -> tuple[list[OtherDirectory], list[str]]:
    """What `folder` keeps of the directories at `addresses`, in their order; and, in French, what
    is wrong with files that are not there or none of ours: no neighbour stops a build.

    Raises BuildError: an address that is none.
    """
    found, wrong = [], []
    for address in addresses:
        if not is_public_address(address):
            raise BuildError(
                f"OTHER_DIRECTORIES : « {address} » n'est pas une adresse ; écrivez par exemple "
                "https://aide.exemple.fr, sans barre à la fin."
            )
        file = folder / file_name(address)
        try:
            kept = json.loads(file.read_text("utf-8"))
            rows = (dict(zip(kept["champs"], one, strict=True)) for one in kept["lieux"])
            own = (one for one in map(place_of, rows) if one)
            own = (one for one in own if lies_below(one.url, address))
            if kept["format"] != _FORMAT or kept["adresse"] != address:
                raise ValueError(address)
            found.append(
                OtherDirectory(
                    short(kept["nom"]),
                    address,
                    tuple(own),
                    codes_of(kept.get("couvre")),
                    page_address(kept.get("page_de_commune"), address),
                )
            )
        except FileNotFoundError:
            wrong.append(
                f"OTHER_DIRECTORIES : on n'a encore rien de « {address} » ; "
                "lancez « annuaire federate »."
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            wrong.append(
                f"OTHER_DIRECTORIES : « {file} » n'est pas lisible, rien n'en est montré ; "
                "relancez « annuaire federate »."
            )
    return found, wrong


def place_of(said: dict[str, Any]) -> OtherPlace | None:
    """The place that a stranger's words make; None when they name none, or not where it is."""
    try:
        latitude, longitude = float(said["latitude"]), float(said["longitude"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    names = ("nom", "commune", "departement", "telephone", "licence", "position")
    nom, commune, departement, *rest = (short(said.get(name) or "") for name in names)
    url = str(said.get("url", ""))
    if not (nom and isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    if any(not letter.isprintable() or letter in ' "<>\\' for letter in url):
        return None
    return OtherPlace(url, nom, commune, departement, latitude, longitude, *rest)


def short(text: object) -> str:
    """A text in one line, without what cannot be seen."""
    return one_line(without_hidden(str(text)), _LONGEST)
