"""The full-text index, cut into bundles that are made again only when what they hold changed.

A bundle is an index of Pagefind and a list of its words, in its own folder. The first holds labels,
pages of prose, workshops and routes, Pagefind's program, and all places: each bundle more costs a
reader three requests. When places are many they have a bundle each département: a page then fetches
what one département weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
from plugins.common.fingerprint import content_name, fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.gazetteer import normalize
from plugins.press import Delivery, Page, PageSet
from plugins.search.fulltext.fulltext_files import ENGINE, ENTRY, PACKS, made_steady
from plugins.search.fulltext.fulltext_records import SearchDocument
from plugins.search.fulltext.fulltext_service import Pagefind

FOLDER = "recherche/texte"
FIRST = "pages"
"""Name of the bundle of all that is no place, and of places where one is enough."""
WORDS = "mots.txt"
"""In each bundle, its words, one a line, the most frequent first: what a typed word may mean."""
_TAGGED = (ENTRY, WORDS)

SEARCH = Delivery("search")
"""Pagefind, which the page of the search loads, is WebAssembly."""
_SHORTEST_WORD = 4
_MOST_WORDS = 3000

BundleFiles = Mapping[str, bytes]


class Bundle(NamedTuple):
    """`fingerprint`: hex, changes with anything that `records` would answer."""

    name: str
    fingerprint: str
    records: Callable[[], Iterable[SearchDocument]]


class FullText(NamedTuple):
    """`tags`: of each bundle, changes with its content; `made`: the bundles that had to be made;
    `start`: what a page needs before its first word, as it asks for it, from `FOLDER`."""

    page_set: PageSet
    tags: Mapping[str, str]
    made: Sequence[str]
    start: Sequence[str]


def make_full_text(bundles: Sequence[Bundle], cache: Path, workers: int) -> FullText:
    """The files of all `bundles`; those whose mark is known come from the folder `cache`.

    Raises PressError when Pagefind fails.
    """
    found: dict[str, BundleFiles] = {}
    for bundle in bundles:
        known = disk_cache.load(cache / bundle.name, bundle.fingerprint)
        if known is not None:
            found[bundle.name] = known
    stale = [bundle for bundle in bundles if bundle.name not in found]

    def keep(made: tuple[Bundle, BundleFiles]) -> None:
        found[made[0].name] = made[1]
        disk_cache.save(cache / made[0].name, made[0].fingerprint, made[1])

    if workers < 2 or len(stale) < 2 or not can_fork():
        for bundle in stale:
            keep((bundle, _make(bundle)))
    else:
        numbers = range(len(stale))  # bundles hold functions, which no pipe can carry
        shares = [numbers[worker::workers] for worker in range(workers)]
        run_pool(
            shares,
            lambda number: (number, _make(stale[number])),
            lambda made: keep((stale[made[0]], made[1])),
        )
    _forget_others(cache, found)
    tags = {name: content_name(files[ENTRY] + files[WORDS]) for name, files in found.items()}
    pages = [
        Page(f"{FOLDER}/{name}/{_tagged(path, tags[name])}", fingerprint_of(data), data)
        for name in sorted(found)
        for path, data in found[name].items()
    ]
    page_set = PageSet("recherche : texte", pages, _given, delivery=SEARCH)
    made = [bundle.name for bundle in stale]
    first = found.get(FIRST, {})
    start = [
        f"{FIRST}/{_tagged(path, tags[FIRST])}" + (f"?ts={tags[FIRST]}" if path == ENTRY else "")
        for path in first
        if path in (ENTRY, *ENGINE[1:]) or path.endswith(".pf_meta")
    ]
    return FullText(page_set, dict(sorted(tags.items())), made, start)


def _tagged(path: str, tag: str) -> str:
    """The name under which a file is published, so that pages of two builds never share one whose
    content differs: «mots.1a2b3c4d.txt»."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{tag}.{ending}" if path in _TAGGED or path.startswith(PACKS) else path


def _make(bundle: Bundle) -> BundleFiles:
    terms: list[str] = []

    def documents() -> Iterable[tuple[str, str]]:
        for record in bundle.records():
            terms.extend(record.terms)
            yield record.line, record.html

    with Pagefind() as pagefind:
        files = pagefind.index(documents())
    steady = made_steady(files, engine=bundle.name == FIRST)
    return {**steady, WORDS: words_text(terms).encode()}


def words_text(terms: Iterable[str]) -> str:
    """The different words of `terms`, the most frequent first, each in its most frequent spelling;
    short ones and figures are left out."""
    spellings: dict[str, Counter[str]] = {}
    for term in terms:
        for word in term.replace("’", "'").replace("'", " ").replace("-", " ").split():
            word = word.strip('.,;:!?()«»"/')
            if len(word) >= _SHORTEST_WORD and word.isalpha():
                spellings.setdefault(normalize(word), Counter())[word.lower()] += 1
    ranked = sorted(spellings.items(), key=lambda item: (-item[1].total(), item[0]))
    best = (min(found, key=lambda word: (-found[word], word)) for _, found in ranked[:_MOST_WORDS])
    return "\n".join(best)


def _forget_others(cache: Path, kept: Iterable[str]) -> None:
    """Remove what an earlier build has left of bundles that are no more."""
    for file in cache.iterdir() if cache.is_dir() else ():
        if file.name not in kept:
            file.unlink(missing_ok=True)


def _given(key: object) -> bytes:
    if isinstance(key, bytes):
        return key
    raise TypeError(type(key))
