"""What to do where nobody is sure: «Appelez avant de venir», and what is said beside it.

One thought, in the forms that sentences need: inside one, as one, with what is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plugins.i18n.gettext_functions import to_translate


class Advice(NamedTuple):
    """`call`: there is a telephone; `check`: there is none. Those in lower case stand inside a
    sentence, the others are one."""

    call: str = to_translate("appelez avant de venir")
    check: str = to_translate("renseignez-vous avant de venir")
    call_first: str = to_translate("Appelez avant de venir.")
    check_first: str = to_translate("Renseignez-vous avant de venir.")
    ask_town_hall: str = to_translate("Demandez à la mairie avant de venir.")
    check_leaving: str = to_translate("Renseignez-vous avant de vous déplacer.")
    """On paper, and on other people's sites: there the reader may be far away."""
    hours_unknown: str = to_translate("Horaires inconnus")
    hours_unknown_call: str = to_translate("Horaires inconnus : appelez avant de venir")
    address_unknown: str = to_translate("L'adresse exacte n'est pas connue")
    hours_unread: str = to_translate("Horaires à vérifier :")
    """Before the text of a source that could not be understood, as it was typed."""
    hours_unsure: str = to_translate("Horaires à vérifier")
    hours_unsure_call: str = to_translate("Horaires à vérifier : appelez avant de venir")
    """Instead of such a text, in a list, where it is longer than a sentence."""
    permanence: str = to_translate("Permanence :")
    """Before the hours of a person who helps, which are not those of the building."""
    date_unsure_call: str = to_translate("Date à vérifier : appelez avant de venir")
    call_or_print: str = to_translate("Appelez avant de venir. Vous pouvez aussi imprimer la page.")
    copy_may_be_old: str = "Les horaires ont pu changer. Appelez avant de venir."
    telephone_first: str = "Téléphonez avant de venir."
    """Easy to read: «appeler» has other meanings."""
    listed_help: str = to_translate(
        "Ces lieux disent qu'ils aident pour cela. Appelez avant de venir."
    )
    check_date: str = "Avant de venir, vérifiez la date"

    def said(self, say: Callable[[str], str]) -> Advice:
        """In another language, of which `say` is the gettext."""
        return Advice(*map(say, self))


ADVICE = Advice()
"""In French."""
