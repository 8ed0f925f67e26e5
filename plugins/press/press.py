"""The press: every page of every plugin goes through it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Template
from markupsafe import Markup

from plugins.common.errors import BuildError, reason
from plugins.common.fingerprint import fingerprint_of
from plugins.contracts.shown import TemplateContext, TemplateGlobals, defaults_of, variables_of
from plugins.i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from plugins.press.assets import INLINE, Assets
from plugins.press.contract import SiteGlobals
from plugins.press.delivery import PAGES, Delivery
from plugins.press.localized_environments import LocalizedEnvironments, under
from plugins.press.page_set import Page, PageSet, given
from plugins.press.policy import Policies, early_target
from plugins.press.publish.comparison import choose, compare
from plugins.press.publish.division import Division, Taken
from plugins.press.publish.hosts import weigh
from plugins.press.publish.looked_at import LookedAt
from plugins.press.publish.manifest import Manifest, read_manifest
from plugins.press.publish.progress import BuildReport
from plugins.press.publish.publication import (
    exchange,
    fixed_modes,
    locked,
    needs_exchange,
    refuse_foreign,
    replace,
    staged,
)
from plugins.press.publish.workers import render_all
from plugins.press.rendering import ContextT, MadeOnce, renderer
from plugins.press.site import Site
from plugins.press.text.late_texts import LateTexts
from plugins.press.text.prose import Prose
from plugins.vocabulary.spoken import Vocabulary

_WAIT = "Une autre construction du même site est en cours : j'attends qu'elle finisse."


class Press:
    """Collects page_sets, makes the pages that changed, publishes them.

    `templates`: folders of templates, the first that has a name wins; `static`: files to publish
    under a hashed name; `program`: hex fingerprint of our code, for plugins that keep something
    between builds; `build_key`: that of all that pages share; `swap_above`: with more changed files
    than this the site is exchanged as a whole; `first`: paths of the only pages to make, None for
    all that changed; `compiled`: folder where compiled templates are
    kept between builds of one key; `languages`: French, then others that have a catalogue in
    `catalogues`; `gives`: what plugins may `provide`, their defaults are there at once;
    `inline`: style sheets that stand in the pages.
    """

    def __init__(
        self,
        *,
        output: Path,
        templates: list[Path],
        static: Path,
        site: Site,
        program: str,
        build_key: str,
        workers: int,
        swap_above: int,
        compiled: Path | None = None,
        languages: Sequence[str] = (SOURCE_LANGUAGE,),
        catalogues: Path | None = None,
        gives: Sequence[type[TemplateGlobals]] = (),
        inline: Collection[str] = INLINE,
        first: Collection[str] | None = None,
        alone: bool = False,
        division: Division | None = None,
    ) -> None:
        self.site = site
        self.program = program
        self.looked_at = LookedAt(first)
        self._alone = alone
        self.division = division or Division()
        self._output = output
        self._build_key = build_key
        self._workers = workers
        self._swap_above = swap_above
        self._assets = Assets(static, inline)
        self.policies = Policies(self._assets.inline_texts())
        folded: dict[str, Callable[..., Any]] = {
            "asset": self.asset,
            "style": self._assets.style,
            "theme_token": self._assets.token,
            "icon": self.icon,
            "early_target": early_target,
        }
        self._interfaces = LocalizedEnvironments(languages, templates, folded, compiled, catalogues)
        self.languages = tuple(languages)
        self.environment = self._interfaces.source
        self.environment.filters["prose"] = Prose()
        self._icons: dict[str, Markup] = {}
        self._made_once = MadeOnce()
        self._gives = tuple(gives)
        for kind in gives:
            self._interfaces.give(defaults_of(kind))
        for code, environment in self._interfaces.environments.items():
            given = SiteGlobals(
                site=site,
                languages=tuple(LANGUAGES[each] for each in languages),
                vocabulary=cast("Vocabulary", environment.globals["vocabulary"]),
                **folded,
                policy=self.policies.policy,
                once=partial(self._made_once, code),
            )
            environment.globals.update(variables_of(given))
        self.remarks: list[str] = []
        self.faults: list[str] = []
        """What is wrong with the pages of prose; told with the faults of records, before any page
        is made."""
        self.texts = LateTexts(site.path)
        self._page_sets: list[PageSet] = []
        self._shared: list[str] = []

    def begin(self) -> None:
        """Forget the pages of an earlier run of the same process."""
        self.texts.forget()
        self._page_sets.clear()
        self._shared.clear()
        self._made_once.forget()
        self._interfaces.forget()

    def remark(self, lines: Iterable[str]) -> None:
        """Say on stderr what the build has to say of the records; a build that has nothing to do
        says it again."""
        for line in lines:
            self.remarks.append(line)
            print(line, file=sys.stderr)

    def add(self, page_set: PageSet, language: str = SOURCE_LANGUAGE) -> None:
        """Take the pages of `page_set`; they are made at the end, those that changed.

        `language`: that of the template which renders them; their paths are those of the French
        pages, and get the prefix of the language here.
        """
        page_set = self._interfaces.place(page_set, language)._replace(language=language)
        path = self.site.path
        if path:
            render = page_set.render
            page_set = page_set._replace(render=lambda key: under(path, render(key)))
        self._page_sets.append(page_set)

    def put(
        self,
        path: str,
        content: str | bytes,
        language: str = SOURCE_LANGUAGE,
        delivery: Delivery = PAGES,
    ) -> None:
        """Take one page that is made already."""
        page = Page(path, fingerprint_of(content), content)
        self.add(PageSet(path, [page], given, delivery=delivery), language)

    def repeat(self, page_set: PageSet, pages: Sequence[Page]) -> None:
        """Take more `pages` of one of the `page_sets`, at other paths: the same files."""
        self._page_sets.append(page_set._replace(pages=pages))

    def depend_on(self, fingerprint: str) -> None:
        """Make all pages again when `fingerprint` is another: it stands for something that any page
        may show and that is in neither the theme, the code nor the settings."""
        self._shared.append(fingerprint)

    def share(self, addresses: Mapping[str, str]) -> None:
        """Pages that exist in French only, though others of their kind are translated: address →
        address and fragment of the page that says it in the other languages, before any is taken.
        """
        self._interfaces.share(addresses)

    def page_sets(self) -> Sequence[PageSet]:
        """All that was taken so far, with the paths that are published, and the files of the theme:
        for the plugin that comes last and says what each is."""
        assets = self._assets.page_set()
        published = self._output if self.looked_at.paths is not None else None
        return [*self._page_sets, *self.texts.among([*self._page_sets, assets], published), assets]

    def provide(self, given: TemplateGlobals) -> None:
        """Give names to all templates, in every language, before any page is made.

        Raises TypeError when no plugin declares them (its module `contract`).
        """
        if type(given) not in self._gives:
            raise TypeError(f"{type(given).__name__} is in no contract")
        self._interfaces.give(variables_of(given))

    def languages_of(self, kind: type[TemplateContext]) -> tuple[str, ...]:
        """The languages in which the page of a context exists, French first."""
        return self.languages if kind.TRANSLATED else (SOURCE_LANGUAGE,)

    def renderer(
        self, kind: type[ContextT], language: str = SOURCE_LANGUAGE
    ) -> Callable[[ContextT], str]:
        """A function that makes the page of a context of `kind`, from its template."""
        return renderer(self.template(kind.TEMPLATE, language), kind)

    def keyed(
        self,
        kind: type[ContextT],
        find: Callable[[Any], ContextT],
        language: str = SOURCE_LANGUAGE,
    ) -> Callable[[object], str]:
        """For `PageSet.render`: makes the page of the context that `find` gives for a key."""
        render = self.renderer(kind, language)
        return lambda key: render(find(key))

    def template(self, name: str, language: str = SOURCE_LANGUAGE) -> Template:
        """The compiled template `name`, words and asset addresses folded, `site` at hand."""
        return self._interfaces.template(name, language)

    def asset(self, name: str) -> str:
        """Public address of a file of the theme, with a hash of its content."""
        return self._assets.url(name)

    def icon(self, name: str) -> Markup:
        """A drawing of `theme/static/icons.svg`: decoration, the words stand beside it."""
        drawing = self._icons.get(name)
        if drawing is None:
            sprite = self._assets.url("icons.svg")
            svg = Markup('<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>')
            drawing = self._icons[name] = svg.format(sprite, name)
        return drawing

    def finish(self) -> BuildReport:
        """Make what changed and publish it. Raises PressError: the published site is untouched."""
        output = Path(os.path.realpath(self._output))
        stage = Path(f"{output}.press")
        page_sets = self.page_sets()
        self.remark(self.texts.remarks())
        try:
            with fixed_modes(), locked(output, _WAIT):
                old = read_manifest(output)
                if old is None:
                    refuse_foreign(output)
                shutil.rmtree(stage, ignore_errors=True)
                try:
                    return self._publish(page_sets, output, stage, old)
                finally:
                    shutil.rmtree(stage, ignore_errors=True)
        except OSError as error:
            name = os.path.basename(error.filename or str(output))
            raise BuildError(
                f"Impossible d'écrire dans « {output} » ({name}) : {reason(error)}. "
                "Le site publié n'a pas changé."
            ) from error

    def _publish(
        self, page_sets: Sequence[PageSet], output: Path, stage: Path, old: Manifest | None
    ) -> BuildReport:
        key = fingerprint_of(" ".join([self._build_key, *self._shared])).hex()
        if self.looked_at.paths is None:
            own = self.division.own(page_sets, old)
            jobs, change = compare(own, output, old, key)
            if self.division.is_plan:
                self.division.count(jobs)
                return BuildReport(len(change.new.files), 0, 0)
        elif old is not None and old.build_key == key:
            jobs, change = choose(page_sets, self.looked_at.paths, old)
        elif old is None and self._alone:
            assets = (page.path for page in self._assets.page_set().pages)
            wanted = self.looked_at.paths.union(assets)
            jobs, change = choose(page_sets, wanted, Manifest(key, {}))
        else:  # every page changes: those of a build that makes all of them are as soon there
            return BuildReport(0, 0, 0)
        made = len(change.created) + len(change.changed)
        found = Taken(jobs, change)
        if made or change.removed or old is None or old.build_key != change.new.build_key:
            stage.mkdir(0o755)
            found = self.division.take(jobs, change, output, stage)
            known = frozenset(change.changed)
            render_all(found.jobs, stage, self._workers, output, known)
            change = staged(found.change, stage)
            if (
                old is None
                or (change.size > self._swap_above and change.is_whole)
                or needs_exchange(change.created, change.removed)
            ):
                exchange(output, stage, change)
            else:
                replace(output, stage, change)
        weight = weigh(output, change.new.files) if made and change.is_whole else None
        return BuildReport(
            len(change.new.files), made, len(change.removed), weight, found.taken, found.late
        )
