"""Whether to register for a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

REGISTRATION: Mapping[str, str] = {
    "obligatoire": to_translate("inscription obligatoire"),
    "conseillée": to_translate("inscription conseillée"),
    "sans inscription": to_translate("sans inscription"),
}
"""In lists, on pages and on paper, after what it costs."""

REGISTRATION_TOLD: Mapping[str, str] = {
    "obligatoire": "Il faut s'inscrire.",
    "conseillée": "Mieux vaut s'inscrire.",
    "sans inscription": "Venez sans inscription.",
}
"""In a calendar: a note on a telephone, read alone, says what to do."""

REGISTRATION_UNKNOWN = to_translate("Faut-il s'inscrire ? On ne sait pas. Posez la question.")
