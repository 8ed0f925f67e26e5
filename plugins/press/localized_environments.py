"""The site in several languages: an environment each, addresses, and links between their pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from jinja2 import Template
from markupsafe import escape

from plugins.common.errors import BuildError
from plugins.common.fingerprint import fingerprint_of
from plugins.i18n.constant_folding import FoldingEnvironment
from plugins.i18n.environment import make_environment
from plugins.i18n.languages import LANGUAGES, SOURCE_LANGUAGE, Language
from plugins.press.page_set import Page, PageSet
from plugins.vocabulary.spoken import Vocabulary

_LINK = re.compile(
    r'(?P<before><(?:a|form)\b[^>]*? (?:href|action)=")(?P<address>/(?!/)[^"?#]*)'
    r'(?P<rest>[^"]*")(?P<marked> hreflang=)?'
    r"(?:(?P<tag>[^>]*>)(?P<words>[^<]*(?:<(?!/?a[\s>])[^<]*)*)</a>)?"
)
_READ_IN_FRENCH = ("/", ".pdf")
_FROM_ROOT = re.compile(r'( (?:href|src|action)=")/(?!/)')


class LocalizedEnvironments:
    """Pages of another language stand under its prefix («en/territoires/…»).

    `codes`: languages, French among them. Raises PressError when a language is not known or has no
    words.
    """

    def __init__(
        self,
        codes: Sequence[str],
        templates: Sequence[Path],
        constants: Mapping[str, Callable[..., str]],
        compiled: Path | None,
        catalogues: Path | None,
    ) -> None:
        if SOURCE_LANGUAGE not in codes:
            raise BuildError("I18N_LANGUAGES : il manque « fr », la langue des fiches.")
        try:
            self.environments: dict[str, FoldingEnvironment] = {
                code: make_environment(templates, code, constants, compiled, catalogues)
                for code in codes
            }
        except ValueError as error:
            raise BuildError(str(error)) from error
        for environment in self.environments.values():
            gettext = cast("Callable[[str], str]", environment.globals["gettext"])
            environment.globals["vocabulary"] = Vocabulary.of(gettext)
        self.source = self.environments[SOURCE_LANGUAGE]
        self._translated: set[str] = set()
        self._shared: Mapping[str, str] = {}
        self._shared_mark = b""

    def forget(self) -> None:
        """Forget the pages of an earlier run."""
        self._translated.clear()
        self.share({})

    def share(self, addresses: Mapping[str, str]) -> None:
        """French pages that have none of their own in the other languages: where theirs is, an
        address of a page that has, with its fragment. A change makes all those languages again."""
        self._shared = addresses
        self._shared_mark = fingerprint_of(repr(sorted(addresses.items()))) if addresses else b""

    def give(self, variables: Mapping[str, Any]) -> None:
        """Names that all templates know, the same in every language."""
        for environment in self.environments.values():
            environment.globals.update(variables)

    def template(self, name: str, language: str) -> Template:
        """Compiled in `language`, with the filters of the French templates."""
        environment = self.environments[language]
        own = environment.filters
        own.update((key, value) for key, value in self.source.filters.items() if key not in own)
        return environment.get_template(name)

    def place(self, page_set: PageSet, code: str) -> PageSet:
        """The same page_set in a language, under its prefix, links included; what is not a page (a
        contact card) is there once for all languages."""
        language = LANGUAGES[code]
        if language.is_source:
            return page_set
        pages = [page for page in page_set.pages if page.path.endswith("index.html")]
        self._translated.update(address_of(page.path) for page in pages)
        folder = language.prefix.removeprefix("/")
        render = page_set.render

        def localised(key: object) -> str | bytes | Iterator[bytes]:
            content = render(key)
            return self.links(content, language) if isinstance(content, str) else content

        return page_set._replace(
            name=f"{page_set.name} ({code})",
            pages=[
                Page(f"{folder}/{path}", fingerprint_of(fingerprint + self._shared_mark), key)
                for path, fingerprint, key in pages
            ],
            render=localised,
        )

    def links(self, html: str, language: Language) -> str:
        """Links from the root lead to the page in the same language, or say that it is French."""

        vocabulary = cast("Vocabulary", self.environments[language.code].globals["vocabulary"])
        told = f' <span class="quiet in-french">({escape(vocabulary.in_french)})</span>'

        def lead(found: re.Match[str]) -> str:
            before, address, rest, marked, tag, words = found.groups()
            if marked:
                return found[0]
            if address in self._shared and tag is not None:
                return f'{before}{language.prefix}{self._shared[address]}"{tag}{words}</a>'
            if address in self._translated:
                end = "" if tag is None else f"{tag}{words}</a>"
                return f"{before}{language.prefix}{address}{rest}{end}"
            if tag is None or not address.endswith(_READ_IN_FRENCH):
                return found[0]
            return f'{before}{address}{rest} hreflang="{SOURCE_LANGUAGE}"{tag}{words}{told}</a>'

        return _LINK.sub(lead, html)


def address_of(path: str) -> str:
    """«lieux/31/x/index.html» → «/lieux/31/x/»."""
    return "/" + path.removesuffix("index.html")


def under(path: str, content: str | bytes | Iterator[bytes]) -> str | bytes | Iterator[bytes]:
    """A page of a site that lies under `path` («/aide») of its host: links from the root get it."""
    if not isinstance(content, str):
        return content
    return _FROM_ROOT.sub(rf"\1{path}/", content)
