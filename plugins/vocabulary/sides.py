"""Where something stands, seen from the middle of a picture."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

SIDES: Mapping[str, str] = {
    "n": to_translate("au nord"),
    "ne": to_translate("au nord-est"),
    "e": to_translate("à l'est"),
    "se": to_translate("au sud-est"),
    "s": to_translate("au sud"),
    "sw": to_translate("au sud-ouest"),
    "w": to_translate("à l'ouest"),
    "nw": to_translate("au nord-ouest"),
}
"""Eight directions, clockwise from the north."""
