"""What a resident reads is short: no sentence of the built site has more than fifteen words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sentences import sentences_in, words_in

MOST = 15
MANY = 200
"""Of so many pages of one template one in four is read."""
IMPOSED = frozenset({"blockquote", ".record", ".first-call", ".cited"})
"""Not ours: hours as a source typed them, how a place presents itself, the name of the place to
call first, which may have twelve words, titles of documents."""
NOT_SENTENCES = ("coordination", "page-")
"""For municipalities, what texts of the State say; and rows of a list, with their telephone."""
RESIDENT = (
    "index.html", "besoins/**/index.html", "facile/**/index.html", "lieux/**/index.html",
    "recherche/index.html", "cartes/index.html", "agenda/index.html",
    "labels/**/index.html", "comprendre/index.html", "comment-cette-liste-est-faite/index.html",
    "accessibilite/index.html", "charte/index.html", "ctin/index.html",
    "mentions-legales/index.html",
    "territoires/3[01]/*/index.html", "territoires/1?/*/index.html",
)  # fmt: skip


@pytest.mark.parametrize("pattern", RESIDENT)
def test_no_sentence_is_longer_than_fifteen_words(built_site: Path, pattern: str):
    pages = sorted(built_site.glob(pattern))
    assert pages or "/" in pattern
    if len(pages) > MANY:
        pages = pages[::4]
    long = {
        " ".join(sentence.split()): str(page.relative_to(built_site))
        for page in pages
        if not page.parent.name.startswith(NOT_SENTENCES)
        for sentence in sentences_in(page.read_text(), IMPOSED)
        if len(words_in(sentence)) > MOST
    }
    assert not long


def test_a_sentence_is_cut_where_a_reader_stops():
    html = (
        "<head><title>Non lu</title></head><p>Il est 8\u202fh\u202f30. <b>Ouvert</b> !</p>"
        "<ul><li>un<li>deux</ul><blockquote>tel quel</blockquote><p>a<br>b</p>"
    )
    said = sentences_in(html, frozenset({"blockquote"}))
    assert [one.strip() for one in said] == [
        "Il est 8\u202fh\u202f30.", "Ouvert !", "un", "deux", "a", "b",
    ]  # fmt: skip
    assert len(words_in(said[0])) == 3
