"""Every word of the translated pages has its words in each language, with the same placeholders."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message

from plugins.i18n.catalogues import is_of_a_label, messages, read_catalogue, templates
from plugins.i18n.gettext_functions import gettext_functions, load_catalogue
from plugins.i18n.languages import LANGUAGES

FOREIGN = [language for language in LANGUAGES.values() if not language.is_source]
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}|&nbsp;")
each_language = pytest.mark.parametrize("language", FOREIGN, ids=lambda language: language.code)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


@each_language
def test_every_word_of_the_translated_pages_is_translated(language):
    known = {
        message.id: message
        for message in read_catalogue(language)
        if message.id and not is_of_a_label(message)
    }
    wanted = set(messages())
    parts = {"base.html", "components/card.html", "components/filters.html", "map_shell.html"}
    assert parts <= templates()
    assert wanted == set(known), "run `make words`"
    for message in known.values():
        assert all(forms(message)), message.id
        assert not message.fuzzy, message.id


@each_language
def test_a_translation_keeps_its_placeholders_and_its_spaces(language):
    for message in read_catalogue(language):
        if not message.id:
            continue
        source = message.id if isinstance(message.id, str) else message.id[-1]
        wanted = set(PLACEHOLDER.findall(source)) - {"&nbsp;"}
        for form in forms(message):
            found = set(PLACEHOLDER.findall(form)) - {"&nbsp;"}
            assert found <= wanted, form
            if isinstance(message.id, str):
                assert found == wanted, form
            if source.strip()[0] not in ":;":  # only French has a space before these
                assert form[:1].isspace() == source[:1].isspace(), form
            assert form[-1:].isspace() == source[-1:].isspace(), form
        assert set(PLACEHOLDER.findall(forms(message)[-1])) - {"&nbsp;"} == wanted


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", {0: "0 places", 1: "1 place", 2: "2 places"}),
        ("tr", {0: "0 yer", 1: "1 yer", 5: "5 yer"}),
        ("uk", {1: "1 місце", 2: "2 місця", 5: "5 місць", 11: "11 місць", 22: "22 місця"}),
        (
            "ar",
            {
                0: "لا يوجد مكان",
                1: "مكان واحد",
                2: "مكانان",
                3: "3 أماكن",
                11: "11 مكانًا",
                100: "100 مكان",
                103: "103 أماكن",
            },
        ),
    ],
)
def test_plurals_follow_the_rules_of_the_language(code, said):
    from plugins.i18n.catalogues import CATALOGUES

    known = load_catalogue(CATALOGUES / f"{code}.po")
    for number, expected in said.items():
        found = known.ngettext("%(n)s lieu", "%(n)s lieux", number) % {"n": number}
        assert found == expected


def test_a_language_without_catalogue_is_refused_in_french(tmp_path):
    with pytest.raises(ValueError, match="Il manque les mots de la langue « en »"):
        gettext_functions(LANGUAGES["en"], tmp_path)
