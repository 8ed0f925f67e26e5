"""What every template knows of the site: the global `site`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Site:
    """`url`: public address without final slash, empty while developing. `editor`: what the path of
    a record follows to be the address of its editor, empty when there is none. `date`: the day for
    which the site is built. `publisher`: what the legal notice says of who publishes; values may be
    empty. `offline`: pages stay readable without a network (plugins/hosting)."""

    name: str
    url: str
    editor: str
    date: datetime.date
    publisher: Mapping[str, str]
    offline: bool = True

    @property
    def path(self) -> str:
        """Path part of the address («/aide»), empty at the root of a host."""
        return urlsplit(self.url).path


def make_site(settings: Mapping[str, Any]) -> Site:
    """The site that `settings`, complete, describe."""
    forge = settings["FORGE_URL"].rstrip("/")
    return Site(
        name=settings["SITENAME"],
        url=settings["SITEURL"].rstrip("/"),
        editor=settings["FORGE_EDITOR"].rstrip("/") or (f"{forge}/edit/main" if forge else ""),
        date=datetime.date.fromisoformat(settings["BUILD_DATE"]),
        publisher=settings["PUBLISHER"],
        offline=settings["OFFLINE"],
    )
