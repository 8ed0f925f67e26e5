"""Pages of prose, held until all pages are named: a link to one that is not there is not made.

A text that the program gives speaks of pages that most directories have. One that has no label of
the nation, or makes no easy pages, shows the same words without the link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from plugins.common.fingerprint import fingerprint_of
from plugins.press.localized_environments import under
from plugins.press.page_set import Page, PageSet, given
from plugins.press.publish.manifest import read_manifest

_LINK = re.compile(r'<a href="(/(?!/)[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
"""Of HTML that was cleaned (`prose.clean`): no link is in another."""


class LateText(NamedTuple):
    """A page at `path`, from a text in the file `source`; `html`: what Markdown made of it; `show`:
    from that, the page."""

    path: str
    source: Path
    html: str
    show: Callable[[str], str]


class LateTexts:
    """The pages of prose of a build. `root`: where the site lies on its host («/aide»)."""

    def __init__(self, root: str) -> None:
        self.own = Path("content")
        """The folder of the texts that somebody wrote here; the others are the program's."""
        self._root = root
        self._texts: list[LateText] = []
        self._paths: set[str] | None = None

    def forget(self) -> None:
        """Forget those of an earlier run."""
        self._texts.clear()

    def add(self, text: LateText) -> None:
        """Take a page."""
        self._texts.append(text)

    def among(self, others: Iterable[PageSet], published: Path | None) -> Iterator[PageSet]:
        """All of them, for a site that has the pages of `others` too; `published`: the folder of
        the whole site, where others are only those that somebody looks at."""
        self._paths = {page.path for each in others for page in each.pages}
        self._paths.update(text.path for text in self._texts)
        if published is not None:
            manifest = read_manifest(published)
            self._paths = {*self._paths, *manifest.files} if manifest else None
        for text in self._texts:
            shown = text.show(_unlinked(text.html, self._lost(text)))
            page = Page(text.path, fingerprint_of(shown), shown)
            yield PageSet(text.path, [page], self._render)

    def remarks(self) -> Iterator[str]:
        """What to say of links that lead nowhere, in texts that somebody wrote here (French)."""
        for text in self._texts:
            name = f"{text.source.parent.name}/{text.source.name}"
            for address in self._lost(text) if (self.own / name).is_file() else ():
                yield (
                    f"{self.own.name}/{name} : aucune page du site n'est à l'adresse "
                    f"« {address} » ; le texte est publié sans ce lien."
                )

    def _render(self, key: object) -> str | bytes | Iterator[bytes]:
        return under(self._root, given(key)) if self._root else given(key)

    def _lost(self, text: LateText) -> list[str]:
        """Addresses of the links that lead to no file; none where nobody knows."""
        if self._paths is None:
            return []
        led = dict.fromkeys(address for address, _ in _LINK.findall(text.html))
        return [one for one in led if self._paths.isdisjoint(_files(one))]


def _files(address: str) -> tuple[str, ...]:
    """The files that a host may give for an address from the root."""
    path = unquote(re.split("[?#]", address)[0]).removeprefix("/")
    folder = path if path.endswith("/") or not path else f"{path}/"
    return path, f"{folder}index.html"


def _unlinked(html: str, lost: Collection[str]) -> str:
    return _LINK.sub(lambda found: found[2] if found[1] in lost else found[0], html)
