"""What every template knows of the site: the global `site`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from plugins.common.errors import BuildError


@dataclass(frozen=True, slots=True)
class Site:
    """`url`: public address without final slash, empty while developing. `forge`: web address of
    the repository, empty when there is none. `date`: the day for which the site is built.
    `publisher`: what the legal notice says of who publishes; values may be empty. `offline`: pages
    stay readable without a network (plugins/hosting)."""

    name: str
    url: str
    forge: str
    date: datetime.date
    publisher: Mapping[str, str]
    offline: bool = True

    @property
    def path(self) -> str:
        """Path part of the address («/aide»), empty at the root of a host."""
        return urlsplit(self.url).path


def make_site(settings: Mapping[str, Any]) -> Site:
    """The site that `settings` describe. Raises PressError when `BUILD_DATE` is not a date."""
    try:
        build_date = datetime.date.fromisoformat(settings["BUILD_DATE"])
    except ValueError as error:
        raise BuildError(
            f"« {settings['BUILD_DATE']} » n'est pas une date ; écrivez par exemple 2026-10-14."
        ) from error
    return Site(
        name=settings["SITENAME"],
        url=settings["SITEURL"].rstrip("/"),
        forge=settings.get("FORGE_URL", "").rstrip("/"),
        date=build_date,
        publisher=settings.get("PUBLISHER", {}),
        offline=settings.get("OFFLINE", True),
    )
