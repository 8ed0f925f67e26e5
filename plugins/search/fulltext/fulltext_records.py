"""What the full-text search knows of a place, a label, a page: text with weights, filters, a line.

Streets and house numbers are left out: who types «31» means a département, not a door. The *line*
stands where Pagefind keeps an address: it is what a page shows of a result without opening it, tab
separated: path of its page from the root without first slash; its name; then for a place the name
of its commune, its needs (their numbers in `NEEDS`), its telephone for people, the same for
machines, its hours (`plugins.hours.encoding`, or after "=" the text of a source that could not be
understood); for anything else one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from plugins.gazetteer import Commune, normalize
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.search.word_rules import SMALL_WORDS, join_sigles
from plugins.vocabulary.facets import FACETS
from plugins.vocabulary.needs import NEEDS
from plugins.vocabulary.spoken import FRENCH

_WORD = re.compile(r"[^\W_]+")
_SAINT = re.compile(r"\bst(e?)\b", re.IGNORECASE)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_NEED_NUMBERS = {need.slug: number for number, need in enumerate(NEEDS)}

NAME_WEIGHT = 7
COMMUNE_WEIGHT = 9
KIND_WEIGHT = 4
HELP_WEIGHT = 2
REST_WEIGHT = 0.5


class SearchDocument(NamedTuple):
    """One document. `terms`: what a reader may have meant when a typed word is unknown."""

    line: str
    html: str
    terms: Sequence[str]


def place_record(
    place: Place,
    commune: Commune,
    other_names: Iterable[str],
    labels: Mapping[str, Label],
    hours: str,
    is_reachable: bool = False,
) -> SearchDocument:
    """A place that is open. `other_names` of its commune; `hours`: coded, or as typed
    after "=", empty when unknown; `is_reachable`: it comes first where all are as good."""
    kinds = [FRENCH.kinds[code] for code in place.typologie if code in FRENCH.kinds]
    known = [labels[slug] for slug in place.labels if slug in labels]
    needs = [need.title for need in place.needs]
    help_words = [
        *needs,
        *_worded(place.all_services, FRENCH.services),
        *(label.nom for label in known),
        *place.autres_formations_labels,
        *place.equipements,
        *_worded(place.equipements, FRENCH.equipment),
        *_worded(place.prices, FRENCH.fees),
        *_worded(place.publics_specifiquement_adresses, FRENCH.publics),
        *_worded(place.langues, FRENCH.languages),
    ]
    phone = place.phones[0] if place.phones else None
    line = (
        place.url.removeprefix("/"),
        place.nom,
        commune.nom,
        "".join(str(_NEED_NUMBERS[need.slug]) for need in place.needs),
        phone.display if phone else "",
        phone.uri.removeprefix("tel:") if phone else "",
        hours,
    )
    filters = {
        "besoin": [need.slug for need in place.needs],
        "label": [label.slug for label in known],
        "public": place.publics_specifiquement_adresses,
        **{
            facet.word: ["oui"] if facet.word in place.facets else []
            for facet in FACETS
            if facet.in_search
        },
        "langue": [code for code in place.langues if code in FRENCH.languages],
        "utile": ["oui"] if is_reachable else [],
        "departement": [place.departement],
    }
    html = _document(
        (HELP_WEIGHT, help_words),
        (KIND_WEIGHT, kinds),
        (COMMUNE_WEIGHT, [commune.nom, place.code_postal]),
        (NAME_WEIGHT, [place.nom]),
        (REST_WEIGHT, [*other_names, place.presentation_resume or ""]),
        filters=filters,
    )
    return SearchDocument("\t".join(line), html, [place.nom, commune.nom, *kinds, *help_words])


def text_record(
    path: str, title: str, sentence: str, also: Sequence[str], html: str
) -> SearchDocument:
    """A label or a page of prose: its `sentence` shows in results, `also` are its other names. Of
    its text the headings and bold words count: every question would fetch the rest."""
    from bs4 import BeautifulSoup  # here: builds that change no text need none

    soup = BeautifulSoup(html, "html.parser")
    marked = [element.get_text() for element in soup.find_all(["h2", "h3", "strong"])]
    body = _document(
        (NAME_WEIGHT, [title]),
        (KIND_WEIGHT, also),
        (HELP_WEIGHT, [sentence]),
        (1, marked),
        filters={"sorte": ["page"]},
    )
    return SearchDocument(f"{path}\t{title}\t{' '.join(sentence.split())}", body, [title, *also])


def dated_record(
    url: str,
    title: str,
    sentence: str,
    departement: str,
    *,
    communes: Sequence[str],
    kinds: Sequence[str],
    help_words: Sequence[str],
    rest: Sequence[str],
) -> SearchDocument:
    """A workshop or a route: its `sentence` shows in results."""
    body = _document(
        (HELP_WEIGHT, help_words),
        (KIND_WEIGHT, kinds),
        (COMMUNE_WEIGHT, communes),
        (NAME_WEIGHT, [title]),
        (REST_WEIGHT, rest),
        filters={"sorte": ["agenda"], "departement": [departement]},
    )
    line = f"{url.removeprefix('/')}\t{title}\t{' '.join(sentence.split())}"
    return SearchDocument(line, body, [title, *communes, *kinds, *help_words])


def _telling(texts: Iterable[str]) -> list[str]:
    """The different words that say something, plurals apart: Pagefind's files weigh by the word."""
    words = (word for text in texts for word in _WORD.findall(join_sigles(text)))
    said = (word for word in words if word[1:] and normalize(word) not in SMALL_WORDS)
    return list({word.lower().rstrip("sx"): word for word in said}.values())


def _worded(codes: Iterable[str], words: Mapping[str, str]) -> list[str]:
    return [words[code] for code in codes if code in words]


def _document(
    *parts: tuple[float, Sequence[str]],
    filters: Mapping[str, Iterable[str]] | None = None,
) -> str:
    """HTML as Pagefind reads it; no heading, which it would index twice."""
    paragraphs = "".join(
        f'<p data-pagefind-weight="{weight}">{_text(" ".join(_telling(texts)))}</p>'
        for weight, texts in parts
    )
    marks = "".join(
        f'<i data-pagefind-filter="{name}:{escape(value)}"></i>'
        for name, values in (filters or {}).items()
        for value in values
    )
    return (
        f'<!doctype html><html lang="fr"><body data-pagefind-body>{paragraphs}{marks}</body></html>'
    )


def _text(text: str) -> str:
    """Escaped; «œ» as people type it on any keyboard, «St» written out."""
    return escape(_SAINT.sub(r"saint\1", text.translate(_LIGATURES)))
