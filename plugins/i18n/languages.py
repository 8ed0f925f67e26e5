"""The languages in which the interface may be read."""

from __future__ import annotations

from typing import Literal, NamedTuple

SOURCE_LANGUAGE = "fr"


class Language(NamedTuple):
    """`code` as in HTML; `name` as its own readers write it; `locale`: its CLDR data."""

    code: str
    name: str
    locale: str
    direction: Literal["ltr", "rtl"] = "ltr"

    @property
    def is_source(self) -> bool:
        """The language in which templates and records are written."""
        return self.code == SOURCE_LANGUAGE

    @property
    def prefix(self) -> str:
        """What stands before the addresses of its pages: «/en», nothing for French."""
        return "" if self.is_source else f"/{self.code}"

    @property
    def up(self) -> str:
        """The way for scripts from the root of its pages to that of the site."""
        return "" if self.is_source else ".."


LANGUAGES = {
    language.code: language
    for language in (
        Language("fr", "Français", "fr_FR"),
        Language("en", "English", "en_GB"),
        Language("ar", "العربية", "ar", "rtl"),
        Language("uk", "Українська", "uk_UA"),
        Language("pt", "Português", "pt_PT"),
        Language("tr", "Türkçe", "tr_TR"),
    )
}


def language_of(code: str) -> Language:
    """Raises ValueError, in French, when there are no words for the language."""
    if code not in LANGUAGES:
        raise ValueError(
            f"Il n'y a pas de mots d'interface pour la langue « {code} » ; "
            f"langues possibles : {', '.join(LANGUAGES)}."
        )
    return LANGUAGES[code]
