"""HTTP headers, ready made for hosts that read a `_headers` file (Pelican plugin, the last one).

Adds nothing to the context. Writes `/_headers` (Netlify, Cloudflare Pages, and others that took
their format). Reads the paths of all the pages that the press was given: `plugins.headers.rules`.
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.headers.generator import connect

    connect()
