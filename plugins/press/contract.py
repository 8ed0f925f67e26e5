"""What every template knows of the site, Pelican's own pages, the settings of a build."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from plugins.contracts.settings import (
    ADDRESS,
    COUNT,
    DAY,
    FLAG,
    FOLDER,
    LANGUAGE_CODES,
    NAMED_TEXTS,
    REQUIRED,
    TEXT,
    TEXTS,
    Setting,
    one_of,
)
from plugins.contracts.shown import TemplateContext, TemplateGlobals

if TYPE_CHECKING:
    from markupsafe import Markup

    from plugins.i18n.languages import Language
    from plugins.press.site import Site
    from plugins.vocabulary.spoken import Vocabulary


@dataclass(frozen=True, slots=True)
class SiteGlobals(TemplateGlobals):
    """The site, and the tools of every page."""

    site: Site
    """The site: `name`, `url` (empty in development), `editor`, `date`, `publisher`, `offline`."""
    languages: tuple[Language, ...]
    """The languages of the site, French first."""
    asset: Callable[[str], str]
    """Public address of a file of `theme/static`, with a hash of its content; folded."""
    style: Callable[[str], Markup]
    """A style sheet of the theme that stands in the page, as its `<style>`; folded."""
    icon: Callable[[str], Markup]
    """A drawing of `icons.svg`, decoration beside words; folded."""
    theme_token: Callable[[str], str]
    """Value of a design token of `tokens.css`, «#0f5563»; folded."""
    vocabulary: Vocabulary
    """Every table of `plugins/vocabulary` in the language of the page: `vocabulary.fees[value]`."""
    policy: Callable[..., str]
    """The security policy of a kind of page (`site`, `search`, `frame`)."""
    early_target: Callable[[], Markup]
    """The one script of a page itself: `:target` holds from the first paint on; folded."""
    once: Callable[..., Markup]
    """`once(macro, thing)`: what the macro shows of a thing, made once a worker; the macro looks at
    nothing else."""


@dataclass(frozen=True, slots=True)
class ProseContext(TemplateContext):
    """A page of `content/pages`; Pelican renders it."""

    TEMPLATE: ClassVar[str] = "page.html"

    page: Any
    """Pelican's page: `title`, `slug`, `url`, `metadata`."""
    text: str
    """Its HTML, cleaned, without the links that lead nowhere."""


@dataclass(frozen=True, slots=True)
class NotFoundContext(TemplateContext):
    """The page of an address that is none; Pelican renders it."""

    TEMPLATE: ClassVar[str] = "404.html"


SETTINGS = (
    Setting("SITENAME", TEXT, REQUIRED, "Name of the site, at the top of every page.", ("press",)),
    Setting(
        "SITEURL",
        ADDRESS,
        "",
        "Public address, without final slash; empty while developing.",
        ("press",),
    ),
    Setting(
        "FORGE_URL",
        ADDRESS,
        "",
        "Address of the repository on GitHub, where «Corriger cette fiche» leads; empty: none.",
        ("press",),
    ),
    Setting(
        "FORGE_EDITOR",
        ADDRESS,
        "",
        "Elsewhere, or on another branch: what stands before the path of a record in the address "
        "of its editor, like `https://gitlab.com/ville/annuaire/-/edit/main`.",
        ("press",),
    ),
    Setting(
        "PUBLISHER",
        NAMED_TEXTS,
        {},
        "Who publishes the site, for the legal notice: `nom`, `adresse`, `courriel`, `telephone`, "
        "`responsable`, `hebergeur`; what is empty is shown as still to be filled in.",
        ("press",),
    ),
    Setting(
        "I18N_LANGUAGES",
        LANGUAGE_CODES,
        ["fr"],
        "Languages of all pages that lead to a place, French among them; records stay French. A "
        'large directory keeps `["fr"]`: each language makes all those pages once more.',
        ("press",),
    ),
    Setting(
        "OFFLINE",
        FLAG,
        True,
        "Whether the pages that a person has opened stay readable on their device without a "
        "network. When it is off, the worker that was published removes itself.",
        ("press",),
    ),
    Setting(
        "STYLE_IN_PAGES",
        FLAG,
        True,
        "Whether the style of the first screen stands in the pages that readers come to first (in "
        "French, and home in each language): they are painted one round trip earlier, and weigh "
        "27 kB more on the host's disk. A directory of more than 10,000 places turns it off "
        "(docs/performance.md).",
        ("press",),
    ),
    Setting(
        "BUILD_DATE",
        DAY,
        REQUIRED,
        "The day for which the site is built; `pelicanconf.py` takes that of `SOURCE_DATE_EPOCH`, "
        "or today in Paris.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "OWN_THEME",
        FOLDER,
        "",
        "The folder `theme` of a directory that uses the program from a package: its files stand "
        "for the program's; its `static/tokens.css` says only the colours that change.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_REQUIRES",
        TEXTS,
        [],
        "Plugins without which nothing is built: Pelican leaves out one that does not start.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_CACHE",
        FOLDER,
        ".cache",
        "Folder where compiled templates are kept between builds.",
        ("press",),
    ),
    Setting(
        "PRESS_WORKERS",
        one_of(COUNT, None),
        None,
        "Processes that make pages, read records and write the index of texts; `None`: one a core.",
        ("opendata", "places", "press", "search"),
    ),
    Setting(
        "PRESS_SWAP_ABOVE",
        COUNT,
        500,
        "With more changed pages than this the whole site is exchanged at once "
        "(docs/adr/0003-pages-rendered-in-parallel.md).",
        ("press",),
    ),
    Setting(
        "PRESS_FIRST",
        one_of(TEXTS, None),
        None,
        "Paths of the only pages to make, in a site that is built already: those that are looked "
        "at, before all others; `None`: all that changed. `annuaire serve` gives it.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_ALONE",
        FLAG,
        False,
        "With `PRESS_FIRST`: whether these pages are made where there is no site yet, with what "
        "they are styled with and no other. `annuaire preview` gives it.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_PART",
        one_of(TEXTS, None),
        None,
        "Codes of the départements whose pages are made, and no other; `None`: all pages. "
        "`annuaire build --part` gives it (docs/adr/0055-a-site-in-parts.md).",
        ("gazetteer", "press"),
        is_territorial=False,
    ),
    Setting(
        "PRESS_JOINED",
        TEXTS,
        [],
        "Folders of parts that are made already, to take pages from. `annuaire join` gives it.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_KEEP_FORMER",
        TEXTS,
        [],
        "Codes of départements whose pages stay as they were when no folder of `PRESS_JOINED` has "
        "them as they should be: their part is lost or late. Those of others are made.",
        ("press",),
        is_territorial=False,
    ),
    Setting(
        "PRESS_PLAN",
        FLAG,
        False,
        "Whether pages are only counted, by part. `annuaire parts` gives it.",
        ("press",),
        is_territorial=False,
    ),
)
