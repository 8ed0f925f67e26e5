"""`make words`: collect the words of the translated pages and of the vocabulary for the catalogues.

A word that is new stands in every `theme/i18n/<code>.po` with an empty translation; one that no
page says any more is dropped. Translations are written there by hand, or with any gettext editor.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, meta

from plugins.contracts.collected import contexts_by_template
from plugins.i18n.languages import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "theme" / "templates"
CATALOGUES = ROOT / "theme" / "i18n"
CODE = (
    *sorted(
        path.relative_to(ROOT).as_posix() for path in (ROOT / "plugins/vocabulary").glob("*.py")
    ),
    "plugins/hours/say/translated_wording.py",
)
"""Modules with words of theirs, marked by `to_translate`."""
_KEYWORDS = {**DEFAULT_KEYWORDS, "to_translate": None}
_READ_AS_SITE = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
"""Where Babel's order of forms is not that of other gettext tools."""
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""Catalogues carry no date of their own: git knows it."""

_LABELS = ROOT / "places" / "labels"
_LABEL_NOTE = "label"
"""Marks, in a catalogue, the sentence of a record: whoever changes the record owes no translation,
pages then show it in French, and say so."""

Message = str | tuple[str, ...]


def templates() -> set[str]:
    """The templates of the translated pages, with all that they extend and import."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    todo = [name for name, kind in contexts_by_template().items() if kind.TRANSLATED]
    found = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            tree = environment.parse((TEMPLATES / name).read_text("utf-8"))
            todo += [other for other in meta.find_referenced_templates(tree) if other]
    return found


def messages() -> Iterator[Message]:
    """Every text to translate; a pair where there is a plural."""
    for name in sorted(templates()):
        yield from _words("jinja2", TEMPLATES / name)
    for path in CODE:
        yield from _words("python", ROOT / path)


def label_sentences() -> Iterator[str]:
    """What the records of labels say in one sentence."""
    for path in sorted(_LABELS.glob("*.yaml")):
        record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (texts only)
        if sentence := record.get("resume"):
            yield sentence


def is_of_a_label(message: CatalogMessage) -> bool:
    """Whether a message of a catalogue comes from a record."""
    return _LABEL_NOTE in message.auto_comments


def _words(method: str, path: Path) -> Iterator[Message]:
    for _, message, *_ in extract_from_file(
        method, path, keywords=_KEYWORDS, options=_READ_AS_SITE
    ):
        yield message


def read_catalogue(language: Language) -> Catalog:
    """The catalogue of a language as it is; a new one where there is none."""
    path = CATALOGUES / f"{language.code}.po"
    if not path.is_file():
        return Catalog(locale=language.locale, header_comment=f"# {language.name}")
    with path.open("rb") as file:
        return read_po(file, locale=language.locale)


def updated(language: Language) -> Catalog:
    """The catalogue with the words of today, and the translations that it had."""
    old = read_catalogue(language)
    new = Catalog(
        locale=language.locale,
        project="annuaire",
        version="1",
        copyright_holder="",
        header_comment=f"# {language.name}",
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        last_translator="-",
        language_team="-",
        msgid_bugs_address="-",
        fuzzy=False,
    )
    if language.code in _PLURALS:
        headers = [(name, value) for name, value in new.mime_headers if name != "Plural-Forms"]
        new.mime_headers = [*headers, ("Plural-Forms", _PLURALS[language.code])]
    for message in messages():
        key = message if isinstance(message, str) else message[0]
        known = old.get(key)
        new.add(message, known.string if known else "")
    for sentence in label_sentences():
        known = old.get(sentence)
        new.add(sentence, known.string if known else "", auto_comments=[_LABEL_NOTE])
    return new


def main() -> int:
    """Write all catalogues; tell how many words have no translation."""
    CATALOGUES.mkdir(exist_ok=True)
    for language in LANGUAGES.values():
        if language.is_source:
            continue
        catalogue = updated(language)
        with (CATALOGUES / f"{language.code}.po").open("wb") as file:
            write_po(file, catalogue, width=100, sort_output=True, no_location=True)
        missing = [message.id for message in catalogue if message.id and not message.string]
        print(f"{language.name} : {len(catalogue)} textes, {len(missing)} à traduire.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
