"""What a host, a search engine and a reader without network need (Pelican plugin, the last one).

Adds nothing to the context. Reads what every page set says of itself (`plugins.press.delivery`),
and the former ids of records. Writes:

- `/_headers`, HTTP headers for hosts that read that file (`header_rules`);
- `/sitemap.xml`, `/sitemaps/`, `/robots.txt`, what search engines read (`sitemap`, `sitemaps`);
- `/.well-known/security.txt`, whom to tell of a fault, on a host of its own (`security_contact`);
- at each former address of a record, what leads to the present one, and `/_redirects` for hosts
  that read it (`moves`, `moved`, `redirects`; docs/adr/0027-former-addresses.md);
- `/hors-ligne.js`, the worker that keeps the pages a person has opened, and `/hors-ligne/`, what is
  kept on this device and the switch that stops it (`offline`).

Setting: `OFFLINE` (default True), which templates know as `site.offline`: when it is off the worker
that is published removes itself and all that it kept, on the next visit of those who have one.
Nothing is fetched ahead but `/hors-ligne/` and the files that all pages share. A kept page is shown
only when the network does not answer, and says of which day it is (docs/adr/0015-offline.md).
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.hosting.generator import HostingGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(HostingGenerator)
