"""Pelican side: frames, the page that writes the line to paste, and their files to the press."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from plugins.common.fingerprint import content_name, fingerprint_of
from plugins.embed.choice_words import LABEL, all_tokens
from plugins.embed.communes import communes_file
from plugins.embed.contract import (
    ElementContext,
    FrameCommunesContext,
    FramePlacesContext,
    IntegrateContext,
)
from plugins.embed.frame_stylesheet import theme_rules
from plugins.embed.pages import (
    FOLDER,
    Frame,
    frame_pages,
    frame_url,
    territory_of,
)
from plugins.embed.snippet import HEIGHT, SANDBOX, line, oembed
from plugins.embed.symbols import inline_symbols
from plugins.embed.views import FrameLook, FrameViews
from plugins.gazetteer import Commune, Epci, Gazetteer
from plugins.press import Delivery, Page, PageSet
from plugins.press.plugin import PluginGenerator
from plugins.vocabulary.facets import filter_rules
from plugins.vocabulary.needs import NEEDS

if TYPE_CHECKING:
    from plugins.press.press import Press

_DRAWINGS = (
    *("phone", "clock", "coin", "yes", "no", "calendar", "pin", "wheelchair", "bus", "unknown"),
    *(need.slug for need in NEEDS),
)
"""What the cards of frames and the map show."""
_FILES = Delivery("frame")
_FRAMES = Delivery("frame", is_listed=False)
"""A frame shows what the page of its territory shows."""


class EmbedGenerator(PluginGenerator):
    """Hands `/integrer/` to the press."""

    FOLDERS = ("/integrer/",)

    def generate_output(self, writer: object) -> None:
        """Frames of all territories, then what goes with them."""
        press: Press = self.context["press"]
        gazetteer: Gazetteer = self.context["gazetteer"]
        labels = self.context["labels"]
        static = Path(self.settings["THEME"]) / "static"
        theme = theme_rules((static / "tokens.css").read_text("utf-8"))
        sheet = _hashed("choix", "css", filter_rules(all_tokens(labels)) + theme)
        drawings = inline_symbols((static / "icons.svg").read_text("utf-8"), _DRAWINGS)
        named = [(f"{LABEL}{slug}", label.nom) for slug, label in labels.items()]
        neighbourhood = self.context["territories"].neighbourhood
        pages = list(frame_pages(gazetteer, neighbourhood, repr(named).encode()))
        press.add(self._frames(press, pages, FrameLook(named, f"/{sheet[0]}", drawings)))
        press.add(_given("intégrer : communes", _communes(gazetteer, neighbourhood.recorded)))
        press.add(_given("intégrer : feuille", [sheet]))
        press.add(self._builder(press))
        if press.site.url:
            press.add(self._oembed(press, pages))

    def _frames(self, press: Press, pages: list[Page], look: FrameLook) -> PageSet:
        views = FrameViews(
            self.context["gazetteer"],
            self.context["territories"].neighbourhood,
            self.context["places"],
            self.context["labels"],
            look,
        )
        show_places = press.renderer(FramePlacesContext)
        show_communes = press.renderer(FrameCommunesContext)
        sprite = press.asset("icons.svg")

        def render(key: object) -> str:
            shown = views.show(cast(Frame, key))
            if isinstance(shown, FrameCommunesContext):
                html = show_communes(shown)
            else:
                html = show_places(shown)
            return html.replace(f"{sprite}#", "#i-")

        return PageSet("intégrer : cadres", pages, render, delivery=_FRAMES, owner=self._owner)

    def _owner(self, key: object) -> str:
        return territory_of(cast(Frame, key), self.context["gazetteer"]).url

    def _builder(self, press: Press) -> PageSet:
        """`/integrer/` and the script of the element, whose address never changes."""
        gazetteer, places = self.context["gazetteer"], self.context["places"]
        show, show_element = press.renderer(IntegrateContext), press.renderer(ElementContext)
        open_places = [entry for entry in places.entries if not entry.is_closed]
        used = {slug for entry in open_places for slug in entry.labels}
        labels = [label for slug, label in self.context["labels"].items() if slug in used]
        epcis = sorted(gazetteer.epcis.values(), key=lambda epci: (epci.full_name, epci.siren))
        fingerprint = fingerprint_of(
            repr((labels, self.context["commune_index"], list(gazetteer.departements)))
            + repr([(epci.siren, epci.full_name) for epci in epcis])
        )

        def render(key: object) -> str:
            if key is None:
                return show_element(ElementContext(HEIGHT, SANDBOX))
            return show(
                IntegrateContext(
                    labels=labels,
                    departements=list(gazetteer.departements.values()),
                    epcis=epcis,
                    commune_index=self.context["commune_index"],
                    line=line,
                    height=HEIGHT,
                )
            )

        files = [
            Page("integrer/index.html", fingerprint, "page"),
            Page("integrer/element.js", b"", None),
        ]
        return PageSet("intégrer", files, render, delivery=_FILES)

    def _oembed(self, press: Press, frames: list[Page]) -> PageSet:
        gazetteer, site = self.context["gazetteer"], press.site

        def render(key: object) -> str:
            territory = territory_of(cast(Frame, key), gazetteer)
            name = territory.full_name if isinstance(territory, Epci) else territory.nom
            return oembed(site.url, site.name, frame_url(territory), name, territory.url)

        pages = [
            Page(
                page.path.replace("index.html", "oembed.json"),
                fingerprint_of(f"{territory_of(cast(Frame, page.key), gazetteer).nom}"),
                page.key,
            )
            for page in frames
        ]
        return PageSet("intégrer : oEmbed", pages, render, delivery=_FILES, owner=self._owner)


def _communes(gazetteer: Gazetteer, records: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    by_departement: dict[str, list[Commune]] = defaultdict(list)
    for commune in gazetteer.communes.values():
        by_departement[commune.departement].append(commune)
    for code, communes in by_departement.items():
        name = gazetteer.departements[code].nom
        text = communes_file(name, communes, gazetteer.epcis, records)
        yield f"{FOLDER[1:]}communes/{code}.json", text


def _hashed(stem: str, suffix: str, text: str) -> tuple[str, str]:
    """A file whose name changes with its content, as those of `/assets/`."""
    return f"{FOLDER[1:]}{stem}.{content_name(text.encode())}.{suffix}", text


def _given(name: str, texts: Iterable[tuple[str, str]]) -> PageSet:
    """A page set of texts that are made already."""
    pages = [Page(path, fingerprint_of(text), text) for path, text in texts]
    return PageSet(name, pages, lambda text: cast(str, text), delivery=_FILES)
