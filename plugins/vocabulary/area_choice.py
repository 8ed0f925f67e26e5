"""How a page asks to choose among the covered territories, by what they are
(`plugins/gazetteer/areas_covered.py`): only départements are called so."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

CHOOSE_AREA: Mapping[str, str] = {
    "one": to_translate("Ouvrez la liste."),
    "departement": to_translate("Choisissez votre département."),
    "territory": to_translate("Choisissez votre territoire."),
    "mixed": to_translate("Choisissez votre département ou votre territoire."),
}
CHOOSE_COMMUNE: Mapping[str, str] = {
    "one": to_translate("Ouvrez la liste, puis choisissez votre commune."),
    "departement": to_translate("Choisissez votre département, puis votre commune."),
    "territory": to_translate("Choisissez votre territoire, puis votre commune."),
    "mixed": to_translate("Choisissez votre département ou votre territoire, puis votre commune."),
}
SAID_AREA: Mapping[str, str] = {
    "one": "({code})",
    "departement": to_translate("département ({code})"),
    "territory": to_translate("territoire ({code})"),
    "mixed": "({code})",
}
"""What js/find.js says behind the name of one."""
WHICH_AREA: Mapping[str, str] = {
    "one": to_translate("Dans quel territoire ?"),
    "departement": to_translate("Dans quel département ?"),
    "territory": to_translate("Dans quel territoire ?"),
    "mixed": to_translate("Dans quel département ou territoire ?"),
}
