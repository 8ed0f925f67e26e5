"""What the templates of former addresses and of reading without a network receive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from plugins.contracts.shown import TemplateContext


@dataclass(frozen=True, slots=True)
class MovedContext(TemplateContext):
    """A former address: it leads to the present one."""

    TEMPLATE: ClassVar[str] = "moved.html"
    TRANSLATED: ClassVar[bool] = True

    name: str
    """Of the record."""
    url: str
    """Address of its page, from the root of the site."""


@dataclass(frozen=True, slots=True)
class OfflineContext(TemplateContext):
    """`/hors-ligne/`: what is kept on this device, and the switch that stops it."""

    TEMPLATE: ClassVar[str] = "offline.html"


@dataclass(frozen=True, slots=True)
class WorkerContext(TemplateContext):
    """The service worker."""

    TEMPLATE: ClassVar[str] = "offline_worker.js"


@dataclass(frozen=True, slots=True)
class WorkerEndContext(TemplateContext):
    """The worker of a site that has `OFFLINE` off: it removes itself and all that it kept."""

    TEMPLATE: ClassVar[str] = "offline_worker_end.js"
