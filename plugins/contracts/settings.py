"""Settings: declared once, checked at the start of a build, with their defaults."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, MutableMapping
from difflib import get_close_matches
from typing import Any, Final, NamedTuple, cast

FILE = "pelicanconf.py"
_LIST = "la liste est dans docs/settings.md"
_ALIKE = 0.85
"""«MAP_TILES» and «MAPS_TILES» are; a setting of somebody else's rarely is."""


class Required:
    """Stands for the default of a setting that has none."""


REQUIRED: Final = Required()


class SettingKind(NamedTuple):
    """What a setting may be. `words`: in English, for the documentation; `write`: in French, what
    to write instead of a wrong value; `accepts`: whether a value is right."""

    words: str
    write: str
    accepts: Callable[[object], bool]


class Setting(NamedTuple):
    """One setting. `default`: its value where the settings file does not name it; `readers`:
    packages that read it («agenda»); `is_territorial`: a territory may change it, the others
    belong to those who change the code."""

    name: str
    kind: SettingKind
    default: object
    meaning: str
    readers: tuple[str, ...]
    is_territorial: bool = True


def complete(
    settings: MutableMapping[str, Any], declared: Collection[Setting], foreign: Collection[str]
) -> list[str]:
    """Give the settings that are not named their defaults; what is wrong, in French, all of it.

    `foreign`: names of other people's settings (Pelican's).
    """
    faults = [*_unknown(settings, declared, foreign)]
    for setting in declared:
        if setting.name not in settings:
            if isinstance(setting.default, Required):
                faults.append(f"{FILE} : {setting.name} manque ; écrivez {setting.kind.write}.")
            else:
                settings[setting.name] = setting.default
        elif not setting.kind.accepts(settings[setting.name]):
            value = settings[setting.name]
            faults.append(
                f"{FILE} : {setting.name} ne peut pas être {value!r} ; "
                f"écrivez {setting.kind.write}."
            )
    return faults


def _unknown(
    settings: Iterable[str], declared: Iterable[Setting], foreign: Collection[str]
) -> Iterable[str]:
    """Names that look like ours and are not: a slip of the keyboard would go unseen."""
    names = [setting.name for setting in declared]
    prefixes = tuple({f"{name.partition('_')[0]}_" for name in names if "_" in name})
    for name in settings:
        if not name.isupper() or name in names or name in foreign:
            continue
        alike = get_close_matches(name, names, n=1, cutoff=_ALIKE)
        if not alike and name.startswith(prefixes):
            alike = get_close_matches(name, names, n=1)
            if not alike:
                yield f"{FILE} : le réglage {name} n'existe pas ; enlevez-le ({_LIST})."
        if alike:
            yield (
                f"{FILE} : le réglage {name} n'existe pas ; "
                f"vouliez-vous dire {alike[0]} ? ({_LIST})"
            )


def _is_address(value: object) -> bool:
    return isinstance(value, str) and (not value or value.startswith(("https://", "http://")))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_distance(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def _are_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


def _is_dict(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value)


def _are_named_texts(value: object) -> bool:
    return _is_dict(value) and _are_texts(list(cast("dict[str, object]", value).values()))


def one_of(*kinds: SettingKind | None) -> SettingKind:
    """A setting that may be of several kinds; None for the value None."""
    known = [kind for kind in kinds if kind is not None]
    free = len(known) < len(kinds)
    return SettingKind(
        " or ".join([*(kind.words for kind in known), *(["`None`"] if free else [])]),
        " ou ".join([*(kind.write for kind in known), *(["None"] if free else [])]),
        lambda value: (free and value is None) or any(kind.accepts(value) for kind in known),
    )


TEXT = SettingKind("text", "un texte entre guillemets", _is_text)
FLAG = SettingKind("`True` or `False`", "True ou False", _is_flag)
COUNT = SettingKind("whole number", "un nombre entier, 0 ou plus", _is_count)
DISTANCE = SettingKind("km", "un nombre de kilomètres, par exemple 20", _is_distance)
DAY = SettingKind("day, «2026-10-14»", 'un jour, par exemple "2026-10-14"', _is_day)
ADDRESS = SettingKind(
    "web address, or nothing",
    'une adresse entière, par exemple "https://aide.exemple.fr", ou ""',
    _is_address,
)
TEXTS = SettingKind("list of texts", 'une liste de textes, par exemple ["31", "81"]', _are_texts)
LANGUAGE_CODES = SettingKind(
    "list of texts", 'une liste de codes de langue, par exemple ["fr", "en"]', _are_texts
)
FOLDER = SettingKind("path", 'le chemin d\'un dossier, par exemple ".cache"', _is_text)
TABLE = SettingKind("names and values", 'des noms et des valeurs, par exemple {"a": 1}', _is_dict)
NAMED_TEXTS = SettingKind(
    "names and texts", 'des noms et des textes, par exemple {"nom": "Mairie"}', _are_named_texts
)
