"""Which record somebody means: by the address of its page, by its file, by its name and commune."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.gazetteer import normalize
from plugins.records.doubts.look_alikes import is_one_name
from plugins.records.free_names import renamed_records
from plugins.records.kinds import KINDS
from plugins.records.listing import list_records
from plugins.records.model.identity import RecordKind
from plugins.records.reading.reader import parse_record

_DEPARTEMENT = r"([0-9]{2}|2[AB]|9[78][0-9])"
_SLUG = r"([a-z0-9]+(?:-[a-z0-9]+)*)"
_ID = re.compile(rf"(?:^|[\s(/]){_DEPARTEMENT}/(?:(?:ateliers|tournees)/)?{_SLUG}(?![\w-])")
_PLACE_PAGE = re.compile(rf"/(?:lieux|facile/lieux)/{_DEPARTEMENT}/{_SLUG}(?![\w-])")
_WORKSHOP_PAGE = re.compile(rf"/agenda/ateliers/{_DEPARTEMENT}/{_SLUG}(?![\w-])")
_PAGES = {"place": _PLACE_PAGE, "workshop": _WORKSHOP_PAGE}
MOST_NAMED = 5


class UnknownRecordError(Exception):
    """No record is meant, or several; the message is French, and names those that may be."""


class _NamedRecord(NamedTuple):
    id: str
    name: str
    commune: str


def find_record(text: str, places_dir: Path, kind: RecordKind = "place") -> str:
    """The id of the one record of a kind that a text means.

    Raises:
        UnknownRecordError: there is none, or nobody can tell which.
    """
    ids = list_records(places_dir).ids(kind)
    for pattern in (_PAGES[kind], _ID):
        if found := pattern.search(text):
            identity = "/".join(found.groups())
            if identity in ids:
                return identity
            if present := renamed_records(places_dir, kind).get(identity):
                return present
            raise UnknownRecordError(f"il n'y a pas de fiche « {identity} »")
    if kind != "place":
        raise UnknownRecordError("copiez l'adresse de la page, par exemple celle du navigateur")
    return _by_name(text, list(_named(places_dir, ids)))


def _named(places_dir: Path, ids: set[str]) -> Iterator[_NamedRecord]:
    for identity in sorted(ids):
        name = KINDS["place"].file(identity)
        tree = parse_record((places_dir / name).read_bytes(), name)
        if not isinstance(tree, list):
            nom, commune = tree.get("nom"), tree.get("commune")
            if isinstance(nom, str) and isinstance(commune, str):
                yield _NamedRecord(identity, nom, commune)


def _by_name(text: str, records: list[_NamedRecord]) -> str:
    """The record whose name, with or without its commune, is the text."""
    wanted = _bare(text)
    if not wanted:
        raise UnknownRecordError("rien n'est écrit")
    exact = [
        each for each in records
        if wanted in (_bare(each.name), _bare(f"{each.name} {each.commune}"))
    ]  # fmt: skip
    if len(exact) == 1:
        return exact[0].id
    if exact:
        raise UnknownRecordError(f"plusieurs lieux s'appellent ainsi : {_told(exact)}")
    near = [
        each for each in records
        if is_one_name(wanted, f"{each.name} {each.commune}") or is_one_name(wanted, each.name)
    ]  # fmt: skip
    if near:
        raise UnknownRecordError(f"aucun lieu ne s'appelle ainsi. Peut-être : {_told(near)}")
    raise UnknownRecordError("aucun lieu ne s'appelle ainsi ; donnez l'adresse de sa page")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", normalize(text)))


def _told(records: list[_NamedRecord]) -> str:
    named = [f"« {each.id} »" for each in records[:MOST_NAMED]]
    more = ["…"] if len(records) > MOST_NAMED else []
    return ", ".join([*named, *more])
