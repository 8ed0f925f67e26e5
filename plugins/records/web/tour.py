"""All addresses of the records, visited host by host, and what to say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from plugins.common.diagnostic import Diagnostic
from plugins.records.reading.checking import locate
from plugins.records.web.findings import finding_of
from plugins.records.web.stated import StatedAddress, stated_in
from plugins.records.web.visit import NO_NETWORK, NO_SUCH_NAME, Visit, Visitor
from plugins.records.web.visited import Seen, load_seen, save_seen, seen_again

_HOSTS = 8
"""Hosts asked at the same time."""
_ENOUGH = 3
"""When so many names, all of them, cannot be found, it is our own network that is down."""


class NoNetworkError(OSError):
    """Nothing can be reached from here; nothing is remembered."""


class TourReport(NamedTuple):
    """`unknown`: addresses whose host lets no program know. `visited`: asked today."""

    diagnostics: list[Diagnostic]
    addresses: int
    visited: int
    unknown: int


def check_links(
    places_dir: Path,
    names: Iterable[str],
    visitor: Visitor,
    cache: Path,
    today: date,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> TourReport:
    """Visit the addresses of the records called `names` that nobody visited within a month.

    `cache`: the file where visits are remembered. `progress`: how many of how many are done. Raises
    NoNetworkError. Records are only read.
    """
    stated = list(stated_in(places_dir, names))
    seen = load_seen(cache)
    urls = dict.fromkeys(each.url for each in stated)
    stale = [url for url in urls if url not in seen or not seen[url].is_fresh(today)]
    visits: dict[str, Visit] = {}
    for url, visit in _visits(visitor, stale):
        visits[url] = visit
        progress(len(visits), len(stale))
    lost = sum(visit.reason in (NO_NETWORK, NO_SUCH_NAME) for visit in visits.values())
    if lost == len(visits) >= _ENOUGH:
        raise NoNetworkError
    seen |= {url: seen_again(seen.get(url), visit, today) for url, visit in visits.items()}
    save_seen(cache, seen)
    unknown = sum(seen[url].visit.answer == "unknown" for url in urls)
    return TourReport(_findings(places_dir, stated, seen), len(urls), len(visits), unknown)


def _visits(visitor: Visitor, urls: Sequence[str]) -> Iterator[tuple[str, Visit]]:
    """Each address with its visit, as they come: one thread a host."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc.lower()].append(url)

    def visit_all(of_host: Sequence[str]) -> list[tuple[str, Visit]]:
        return [(url, visitor.visit(url)) for url in of_host]

    with ThreadPoolExecutor(_HOSTS) as pool:
        for done in as_completed([pool.submit(visit_all, each) for each in hosts.values()]):
            yield from done.result()


def _findings(
    places_dir: Path, stated: Iterable[StatedAddress], seen: Mapping[str, Seen]
) -> list[Diagnostic]:
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for file, where, url in stated:
        if (finding := finding_of(where, url, seen[url])) is not None:
            found[file].append(finding)
    return [one for file in sorted(found) for one in locate(places_dir, file, found[file])]
