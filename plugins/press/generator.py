"""The press inside Pelican: settings, its writer, its Markdown reader, and `build`."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pelican.log
from jinja2 import ChoiceLoader, DictLoader
from pelican import Pelican
from pelican.generators import Generator
from pelican.readers import MarkdownReader, Readers
from pelican.settings import DEFAULT_CONFIG, read_settings
from pelican.writers import Writer

from plugins.common.diagnostic import report
from plugins.common.errors import BuildError, blame, stop
from plugins.common.program import given_beside
from plugins.contracts.collected import all_globals, all_settings, contexts_by_template
from plugins.contracts.settings import complete
from plugins.contracts.shown import names_of
from plugins.i18n.kept_templates import folder_of_templates
from plugins.i18n.typography import FRENCH_SIGNS
from plugins.press.assets import INLINE, TOKENS
from plugins.press.build_key import build_fingerprint, code_fingerprint, theme_fingerprint
from plugins.press.contract import ProseContext
from plugins.press.delivery import Delivery
from plugins.press.design_tokens import merged_tokens
from plugins.press.overlaid import overlaid
from plugins.press.press import Press
from plugins.press.publish.division import Division
from plugins.press.publish.progress import say
from plugins.press.site import make_site
from plugins.press.text.content_pages import check_pages
from plugins.press.text.late_texts import LateText
from plugins.press.text.prose import EXTENSIONS, NoRawHtml, clean
from plugins.press.text.stacked_tables import label_cells

_PLUGINS = Path(__file__).parent.parent
_INTERRUPTED = "Construction interrompue : le site publié n'a pas changé."
_UNUSED_LISTINGS = ("archives", "author", "category", "period_archives", "tag")
"""Pelican asks for the templates of its blog listings even when it has none to write."""
_NOT_FOUND = "404.html"


def set_up(pelican: Pelican) -> None:
    """At `initialized`: the press of this build, as `settings["press"]`, hence in the context."""
    settings = pelican.settings
    if faults := complete(settings, all_settings(), DEFAULT_CONFIG):
        stop([*faults, "Le site publié n'a pas changé."])
    if settings["PRESS_WORKERS"] is None:
        settings["PRESS_WORKERS"] = len(os.sched_getaffinity(0))
    names = {plugin.__name__ for plugin in pelican.plugins}
    missing = [name for name in settings["PRESS_REQUIRES"] if name not in names]
    if missing:
        stop([f"Extension qui ne démarre pas : {', '.join(missing)}. Le site n'a pas changé."])
    _refuse_among_sources(Path(pelican.output_path), settings)
    content = Path(settings["PATH"])
    try:
        _complete_folders(pelican)
    except BuildError as error:
        stop([str(error), "Le site publié n'a pas changé."])
    gc.disable()  # everything a build loads lives until its end: looking for garbage is lost time
    theme = Path(pelican.theme)
    try:
        site = make_site(settings)
        program = code_fingerprint(_PLUGINS)
        drawn = theme_fingerprint(program, theme)
        build_key = build_fingerprint(drawn, settings)
        inline = INLINE if settings["STYLE_IN_PAGES"] else ()
        settings["press"] = Press(
            output=Path(pelican.output_path),
            templates=[theme / "templates"],
            static=theme / "static",
            site=site,
            program=program,
            build_key=build_key,
            workers=settings["PRESS_WORKERS"],
            swap_above=settings["PRESS_SWAP_ABOVE"],
            languages=settings["I18N_LANGUAGES"],
            gives=all_globals(),
            inline=inline,
            catalogues=theme / "i18n",
            first=settings["PRESS_FIRST"],
            alone=settings["PRESS_ALONE"],
            division=Division(
                settings["PRESS_PART"],
                [Path(folder) for folder in settings["PRESS_JOINED"]],
                keep_former=settings["PRESS_KEEP_FORMER"],
                is_plan=settings["PRESS_PLAN"],
            ),
            compiled=folder_of_templates(Path(settings["PRESS_CACHE"]), f"{drawn}-{len(inline)}"),
        )
    except BuildError as error:
        stop([str(error)])
    settings["press"].texts.own = content
    if wrong := check_pages(content):
        settings["press"].faults += report(wrong, content.name)
        settings["PAGE_PATHS"] = []  # records are read all the same: all faults are told at once
    environment = settings["press"].environment  # the French one: Pelican knows no other
    empty = DictLoader({f"{name}.html": "" for name in _UNUSED_LISTINGS})
    environment.loader = ChoiceLoader([environment.loader, empty])
    settings["press_started"] = time.monotonic()


def _complete_folders(pelican: Pelican) -> None:
    """The folders of content and theme: the directory's own with what the program gives."""
    settings = pelican.settings
    content, cache = Path(settings["PATH"]), Path(settings["PRESS_CACHE"])
    if given := given_beside(content, "content"):
        pelican.path = settings["PATH"] = str(overlaid(given, content, cache, "content"))
    if settings["OWN_THEME"]:
        merge = {f"static/{TOKENS}": merged_tokens}
        theme = overlaid(Path(pelican.theme), Path(settings["OWN_THEME"]), cache, "theme", merge)
        pelican.theme = settings["THEME"] = str(theme)


def _refuse_among_sources(output: Path, settings: dict[str, Any]) -> None:
    """A site built among the records would be taken for records by the next build."""
    for name in ("PLACES_DIR", "PATH", "THEME"):
        source = Path(settings[name] or _PLUGINS).resolve()
        if output.resolve().is_relative_to(source):
            stop(
                [f"Le site ne peut pas être construit dans « {source} ». Donnez un autre dossier."]
            )


def begin(pelican: Pelican) -> None:
    """At `get_generators`, the beginning of each run."""
    gc.unfreeze()
    pelican.settings["press"].begin()


def share_environment(generator: Generator) -> None:
    """At `generator_init`: Pelican's own pages use the same templates as ours, compiled once."""
    generator.env = generator.settings["press"].environment


def make_writer(pelican: Pelican) -> type[Writer]:
    """At `get_writer`: a writer that hands everything to the press."""
    press: Press = pelican.settings["press"]
    declared = contexts_by_template()

    class PressWriter(Writer):  # type: ignore[misc]  # Pelican ships no types
        """Render now, publish at the end with all other pages."""

        def write_file(
            self, name: str, template: Any, context: dict[str, Any], *_: Any, **more: Any
        ) -> None:
            if not name or not press.looked_at.needs(f"/{name}"):
                return
            for option in ("relative_urls", "paginated", "template_name", "override_output", "url"):
                more.pop(option, None)
            kind = declared[template.name]
            known = context | more
            if kind is ProseContext:
                page, show = known["page"], press.renderer(ProseContext)
                press.texts.add(
                    LateText(
                        name,
                        Path(page.source_path),
                        page.content,
                        cache(lambda text: show(ProseContext(page, text))),
                    )
                )
                return
            shown = kind(**{each: known[each] for each in names_of(kind)})
            for language in press.languages_of(kind):
                page = press.renderer(kind, language)(shown)
                press.put(name, page, language, Delivery(is_listed=name != _NOT_FOUND))

    return PressWriter


def use_safe_markdown(readers: Readers) -> None:
    """At `readers_init`: Markdown only, and only in its safe form."""
    for extension in list(readers.reader_classes):
        readers.reader_classes[extension] = None
    readers.reader_classes["md"] = SafeMarkdownReader


class SafeMarkdownReader(MarkdownReader):  # type: ignore[misc]
    """Pelican's Markdown reader without raw HTML, cleaned."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        self.settings["MARKDOWN"] = {
            "extensions": [NoRawHtml(), *EXTENSIONS, "markdown.extensions.meta"]
        }
        content, metadata = super().read(source_path)
        return label_cells(FRENCH_SIGNS.html(clean(content))), metadata


def publish(pelican: Pelican) -> None:
    """At `finalized`: make what changed and publish it."""
    press: Press = pelican.settings["press"]
    try:
        report = press.finish()
    except BuildError as error:
        stop([str(error)])
    except KeyboardInterrupt:
        stop([_INTERRUPTED])
    finally:
        gc.freeze()  # or enabling it would look at every object of the build
        gc.enable()
    for line in press.division.remarks:
        print(line, file=sys.stderr)
    if not press.division.is_plan:
        say(report, time.monotonic() - pelican.settings["press_started"])


@contextmanager
def _terminated_tidily() -> Iterator[None]:
    """A build that is told to end (SIGTERM) ends as by Ctrl+C: with a word, leaving nothing."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not ours to hear
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def build(
    places_dir: Path | None = None,
    output_dir: Path | None = None,
    settings: Path = Path("pelicanconf.py"),
    date: str | None = None,
    first: Sequence[str] | None = None,
    on_done: Callable[[Press], None] | None = None,
    *,
    alone: bool = False,
    site_url: str = "",
    division: Mapping[str, Any] | None = None,
) -> int:
    """Build the site as plain `pelican` does; returns the exit code, prints French lines only.

    `date` («2026-10-14»): the day for which the site is built; by default that of the settings.
    `first`: paths of the only pages to make (`PRESS_FIRST`), `alone`: without a site around them
    (`PRESS_ALONE`). `site_url`: the public address, when it is to be published. `division`:
    settings that say which part is made, or what is joined. `on_done` is called when all is well.
    """
    override: dict[str, Any] = dict(division or {})
    if places_dir is not None:
        override["PLACES_DIR"] = str(places_dir.absolute())
    if output_dir is not None:
        override["OUTPUT_PATH"] = str(output_dir.absolute())
    if date is not None:
        override["BUILD_DATE"] = date
    if site_url:
        override["SITEURL"] = site_url
    if first is not None:
        override["PRESS_FIRST"] = list(first)
        override["PRESS_ALONE"] = alone
    pelican.log.console.quiet = True  # «Done: Processed 0 articles, 0 drafts…»
    pelican.log.init(level=logging.ERROR, handler=None, name="pelican")
    try:
        with _terminated_tidily():
            site = Pelican(read_settings(str(settings), override=override))
            site.run()
            if on_done:
                on_done(site.settings["press"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except KeyboardInterrupt:
        print(_INTERRUPTED, file=sys.stderr)
        return 130
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        # A fault of the program, not of a record: those have been said and have left by SystemExit.
        print(
            f"Le programme a une faute, le site publié n'a pas changé. {blame(error)}.",
            file=sys.stderr,
        )
        return 1
    finally:
        gc.enable()  # one that a fault has stopped did not come to that
    return 0
