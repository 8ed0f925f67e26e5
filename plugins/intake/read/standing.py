"""Whether a row says, in any of its cells, that its place is closed, moved, or not open yet.

Lists have no column for it: people add «(fermée depuis avril 2021)» to the name, the address, the
hours, or a column «Observations». Such a place is never published as open: a person looks, or,
where the row says until when, its record says that too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from plugins.french.normalization import normalize as plain
from plugins.gazetteer import normalize
from plugins.intake.read.fillers import is_filler
from plugins.intake.read.outdated import said_besides
from plugins.records.standing import standing_words as words
from plugins.records.standing.iso_dates import read_date
from plugins.records.standing.told import TextKind, may_tell, told_by

_CONTACTS = ("telephone", "telephone_brut", "courriels")
_WHERE = {
    **dict.fromkeys(("nom", "adresse", "complement_adresse", "commune"), TextKind.NAME),
    **dict.fromkeys(_CONTACTS, TextKind.REMARK),
    **dict.fromkeys(("presentation_resume", "presentation_detail"), TextKind.TEXT),
    **dict.fromkeys(("horaires", "horaires_brut", "permanence"), TextKind.HOURS),
}
_ONLY_A_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?")
_OF_A_PROJECT = re.compile(
    r"\b(?:avancement|chantier|deploiement|dossier|installation|instruction|recrutement|travaux)\b"
)
"""Columns whose «Terminé» says that the place is ready."""
_A_YEAR = re.compile(r"\D{0,20}(?:\d{1,2}\D)?(?:19|20)\d\d\W*")


class Standing(NamedTuple):
    """What a row says of the life of its place."""

    halt: str = ""
    """Why the place cannot be published as open (French); "" when nothing says so."""
    is_home: bool = False
    message: str = ""
    """What is said of a time that ends, as typed."""
    until: str = ""
    """ISO day when `message` ends."""
    is_shut: bool = False
    """The place is closed until then; else it may be open."""


def read_standing(fields: Mapping[str, str], others: Mapping[str, str], day: str) -> Standing:
    """What `fields` (of the layout, as text) and `others` (column → cell of columns that no rule
    reads) say. `day` (ISO, or "") is the date of the row: «jusqu'au 3 mars» comes after it."""
    texts: list[tuple[str, TextKind]] = [
        (said_besides(text) if name in _CONTACTS else text, _WHERE.get(name, TextKind.CELL))
        for name, text in fields.items()
        if may_tell(text)
    ]
    texts += [
        (text, _where(normalize(column))) for column, text in others.items() if may_tell(text)
    ]
    for text, where in texts:
        if where is TextKind.NAME and words.HOME.search(plain(text)):
            return Standing(is_home=True)
    found = Standing()
    for text, where in texts:
        told = told_by(text, where, day)
        if told.halt:
            return Standing(halt=told.halt)
        if told.message and not found.message:
            found = Standing("", False, told.message, told.until, told.is_shut)
    for column, text in others.items():
        if text and (reason := _of_column(column, text, day)):
            return Standing(halt=reason)
    return found


@lru_cache(maxsize=1024)
def _where(column: str) -> TextKind:
    """How the cells of a column that nothing reads are understood, by its folded name."""
    if words.REMARK_COLUMN.search(column):
        return TextKind.REMARK
    return TextKind.HOURS if words.HOURS_COLUMN.search(column) else TextKind.TEXT


@lru_cache(maxsize=1 << 13)
def _of_column(column: str, text: str, day: str) -> str:
    """Why the name of a column and its cell say that the place is closed; "" otherwise."""
    folded = normalize(column)
    told = f"la colonne « {column} » dit « {text[:60]} » : ce lieu"
    cell = plain(text).strip()
    if words.REMARK_COLUMN.search(folded) or words.STATE_COLUMN.search(folded):
        if words.CLOSED_STATE.fullmatch(cell) and not _OF_A_PROJECT.search(folded):
            return f"{told} est fermé"
        if words.NOT_YET_STATE.fullmatch(cell):
            return f"{told} n'est pas encore ouvert"
    if words.OPEN_COLUMN.fullmatch(folded) and cell in words.NO:
        return f"{told} est fermé"
    if words.SHUT_COLUMN.fullmatch(folded) and cell in words.YES:
        return f"{told} est fermé"
    if folded == "remplace par" and not is_filler(text):
        return f"{told} est remplacé par un autre"
    when = read_date(text) if _ONLY_A_DATE.fullmatch(text.strip()) else ""
    if words.CLOSING_COLUMN.search(folded):
        is_ours = folded.startswith("ferme") and folded.endswith(("le", "depuis"))
        is_no = cell in words.NO or is_filler(text) or words.HOURS_COLUMN.search(cell)
        any_text = is_ours and not is_no
        if when or any_text or _A_YEAR.fullmatch(cell):
            return f"{told} est fermé, ou va l'être"
    elif words.OPENING_COLUMN.search(folded) and when and day and when > day:
        return f"{told} n'est pas encore ouvert"
    return ""
