"""What takes several pages: anchors of other pages, titles that two pages share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, quote
from plugins.hosting.audited.fault import fault
from plugins.hosting.audited.page_checks import is_here
from plugins.hosting.audited.page_reader import ReadPage
from plugins.hosting.audited.site_files import Addresses, PageTarget, SiteFiles


class FarAnchor(NamedTuple):
    """A link from a line of a page to a place in another file."""

    path: str
    line: int
    file: str
    anchor: str


class PageSummary(NamedTuple):
    """What is kept of a page to compare it with the others. `title` is "" when it is not compared:
    pages that search engines do not list, or that only lead elsewhere."""

    path: str
    title: str
    language: str
    ids: tuple[str, ...]
    reads_hash: bool
    anchors: tuple[FarAnchor, ...]


def summary_of(path: str, page: ReadPage, files: SiteFiles) -> PageSummary:
    """The summary of a page that was read."""
    addresses = Addresses(path, page.base, page.canonical)
    anchors = []
    for address in page.led:
        if "#" in address.url and not address.url.startswith("#"):
            target = addresses.resolve(address.url)
            if isinstance(target, PageTarget) and target.anchor:
                file = files.find(target.path)
                if file and file != path:
                    anchors.append(FarAnchor(path, address.line, file, target.anchor))
    is_compared = page.is_indexed and not page.is_moved and bool(page.titles)
    title = page.titles[0] if is_compared else ""
    return PageSummary(path, title, page.language, tuple(page.ids), page.reads_hash, tuple(anchors))


def faults_between(pages: Iterable[PageSummary]) -> Iterator[Diagnostic]:
    """All that is seen between pages."""
    known = list(pages)
    ids: Mapping[str, Collection[str]] = {
        page.path: frozenset(page.ids) for page in known if not page.reads_hash
    }
    for page in known:
        for anchor in page.anchors:
            if anchor.file in ids and not is_here(anchor.anchor, ids[anchor.file]):
                told = f"rien dans {quote(anchor.file)} ne s'appelle {quote('#' + anchor.anchor)}"
                yield fault(
                    anchor.path, anchor.line, told, "corrigez le lien, ou donnez cet id là-bas"
                )
    titles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in known:
        if page.title:
            titles[page.language, page.title].append(page.path)
    for (_, title), paths in titles.items():
        for path in sorted(paths)[1:]:
            told = f"la page a le même titre que {quote(min(paths))} : {quote(title)}"
            yield fault(path, 1, told, "dites dans chaque titre ce qui est à cette page", "warning")
