"""For whom a place is, and what is spoken there, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

PUBLICS: Mapping[str, str] = {
    "Jeunes": to_translate("Jeunes"),
    "Étudiants": to_translate("Étudiants"),
    "Familles et/ou enfants": to_translate("Familles et enfants"),
    "Seniors": to_translate("Personnes âgées"),
    "Femmes": to_translate("Femmes"),
}
"""Those for whom it is meant in the first place."""

SPECIAL_CARE: Mapping[str, str] = {
    "Surdité": to_translate("Personnes sourdes ou malentendantes"),
    "Handicaps moteurs": to_translate("Personnes qui ont du mal à bouger ou à marcher"),
    "Handicaps mentaux": to_translate("Personnes avec un handicap mental"),
    "Illettrisme": to_translate("Personnes qui ont du mal à lire ou à écrire"),
    "Langues étrangères (anglais)": to_translate("Personnes qui parlent anglais"),
    "Langues étrangères (autres)": to_translate("Personnes qui parlent une autre langue"),
    "Déficience visuelle": to_translate("Personnes aveugles ou malvoyantes"),
}
"""Those whom it is used to help."""

LANGUAGES: Mapping[str, str] = {
    "fr": to_translate("français"),
    "en": to_translate("anglais"),
    "ar": to_translate("arabe"),
    "es": to_translate("espagnol"),
    "pt": to_translate("portugais"),
    "tr": to_translate("turc"),
    "uk": to_translate("ukrainien"),
    "ru": to_translate("russe"),
    "de": to_translate("allemand"),
    "it": to_translate("italien"),
    "zh": to_translate("chinois"),
    "fa": to_translate("persan"),
    "ps": to_translate("pachto"),
    "ro": to_translate("roumain"),
    "oc": to_translate("occitan"),
    "fsl": to_translate("langue des signes française"),
}
"""By code (ISO 639-1), and French sign language."""
IN_FRENCH = to_translate("en français")
"""After a link, where its page is in French and the reader's is not."""
