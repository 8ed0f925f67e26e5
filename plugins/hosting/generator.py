"""Pelican side: when all other plugins have given their pages, what hosts need to the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.hosting.contract import MovedContext
from plugins.hosting.header_rules import headers_file
from plugins.hosting.moved import former_addresses, notices_page_set
from plugins.hosting.moves import all_moves
from plugins.hosting.offline import offline_page_sets
from plugins.hosting.redirects import redirects_file
from plugins.hosting.security_contact import PATH, security_txt
from plugins.hosting.sitemap import robots
from plugins.hosting.sitemaps import sitemaps_page_set
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press


class HostingGenerator(PluginGenerator):
    """Hands `_headers`, `_redirects`, the sitemaps, `robots.txt`, the worker, and what is at former
    addresses, to the press."""

    FOLDERS = ("/hors-ligne/",)

    def generate_output(self, writer: object) -> None:
        """The sitemaps and `_headers` last: they read what was given before."""
        press: Press = self.context["press"]
        for page_set in offline_page_sets(press):
            press.add(page_set)
        self._lead_from_former_addresses(press)
        press.put("robots.txt", robots(press.site.url))
        mail = press.site.publisher.get("courriel", "")
        if text := security_txt(press.site.url, mail, press.site.date):
            press.put(PATH, text)
        if press.site.url:
            covered = self.context["gazetteer"].departements
            press.add(sitemaps_page_set(press, self.context["places"], covered))
        press.put("_headers", headers_file(press.page_sets(), press.policies, press.site.path))

    def _lead_from_former_addresses(self, press: Press) -> None:
        moves = all_moves(self.context["repository"], self.context["gazetteer"])
        former = former_addresses(press.page_sets(), moves)
        for page_set, copies in former.copies:
            press.repeat(page_set, copies)
        for language in press.languages:
            notices = [one for one in former.notices if one.language == language]
            if notices:
                show = press.renderer(MovedContext, language)
                press.add(notices_page_set(notices, show), language)
        if former.notices:
            press.put("_redirects", redirects_file(former.notices, press.site.path))
