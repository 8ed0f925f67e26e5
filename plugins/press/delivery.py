"""What the pages of a page set are for those who give them out: hosts and search engines."""

from __future__ import annotations

from typing import Literal, NamedTuple

PolicyKind = Literal["site", "search", "frame"]
"""The policies of `plugins.press.policy`."""


class Delivery(NamedTuple):
    """How files are to be given out; `plugins.hosting` turns it into headers and sitemaps.

    `policy`: what a browser may do on them, None for files that it shows in a page of its own (a
    PDF), which ours would break. `is_listed`: whether search engines are told of its pages; only
    pages (`.html`) ever are; where they are not, files of `types` say «noindex» in a header.
    `is_shared`: other sites may take them too; frames always are. `cache`: value of
    `Cache-Control`, empty for what the host does by itself. `types`: value of `Content-Type` by
    ending, for what hosts may not know, or serve without saying how letters are written.

    Hosts read rules by folder: files of one folder that differ here, but for `is_listed` and
    `types`, cost it a rule for each.
    """

    policy: PolicyKind | None = "site"
    is_listed: bool = True
    is_shared: bool = False
    cache: str = ""
    types: tuple[tuple[str, str], ...] = ()


PAGES = Delivery()
"""What most are."""
UNLISTED = Delivery(is_listed=False)
"""Pages that are there for those who are led to them."""
