"""Where a route, a workshop, a label stands in its life: tried, paused, over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from plugins.i18n.gettext_functions import to_translate

PAUSED = to_translate("En pause pour le moment.")
"""Of a label, and of a workshop in a list."""
ENDED_SINCE = to_translate("Terminé depuis :")


class LifeStatus(NamedTuple):
    """`words`: in a list. On its own page a status that matters has a notice: `notice` is its kind
    (components/notice.html), `title` its first words, `more` the others; empty when it has none."""

    words: str
    title: str = ""
    more: str = ""
    notice: Literal["info", "ask", "stop"] = "ask"

    def said(self, say: Callable[[str], str]) -> LifeStatus:
        """In another language, of which `say` is the gettext."""
        return self._replace(words=say(self.words), title=say(self.title), more=say(self.more))


ROUTE_STATUS: Mapping[str, LifeStatus] = {
    "étude": LifeStatus(
        to_translate("À l'étude : nous ne savons pas si ce service existe"),
        to_translate("Nous ne savons pas si ce service existe."),
        to_translate("Il a seulement été étudié."),
    ),
    "expérimentation": LifeStatus(
        to_translate("À l'essai"),
        to_translate("Cette tournée est à l'essai."),
        to_translate("Elle peut changer ou s'arrêter."),
        "info",
    ),
    "en service": LifeStatus(to_translate("En service")),
    "arrêté": LifeStatus(
        to_translate("Cette tournée s'est arrêtée"),
        to_translate("Cette tournée s'est arrêtée."),
        notice="stop",
    ),
}
ROUTE_ON_TRIAL = "Ce service est à l'essai."
"""On a poster, which says «un service vient ici» and never «tournée»."""

WORKSHOP_STATUS: Mapping[str, LifeStatus] = {
    "annoncé": LifeStatus(""),
    "en cours": LifeStatus(""),
    "suspendu": LifeStatus(PAUSED, to_translate("Cet atelier est en pause pour le moment.")),
    "terminé": LifeStatus("", to_translate("Cet atelier est terminé."), notice="stop"),
}

SAID_BY: Mapping[str, str] = {
    "label": to_translate("selon le label"),
    "programme": to_translate("selon le programme"),
    "réseau": to_translate("selon le réseau"),
    "dispositif": to_translate("selon le dispositif"),
}
"""Before the name of a label that states a fact of its places, by its nature."""

LABEL_STATUS: Mapping[str, LifeStatus] = {
    "active": LifeStatus(""),
    "suspended": LifeStatus("", PAUSED),
    "ended": LifeStatus("", to_translate("Ce programme est terminé."), notice="stop"),
}
"""By `Label.status`; with a date, `ENDED_SINCE` and the day take the place of the last one."""
