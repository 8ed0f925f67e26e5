"""A site that several machines make: each one some départements, then one machine the rest.

A part is made by the program that makes the whole site, from all the records: it knows the
fingerprint of every page, and makes those of its départements. Who joins knows them too: it takes
from the parts each file that was made from what it would make it from, and makes what no part has.
So the joined site is the one that a single machine would have made, whatever the parts are
(docs/adr/0055-a-site-in-parts.md).
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from filecmp import cmp
from pathlib import Path
from typing import NamedTuple

from plugins.common.errors import BuildError
from plugins.press.page_set import Page, PageSet
from plugins.press.publish.manifest import FORMER, Manifest, read_manifest
from plugins.press.publish.publication import Change, link
from plugins.press.publish.workers import Job

_HOME = "index.html"
"""What only a whole site has."""


class Taken(NamedTuple):
    """What needs no making: `jobs` is what is left to make, `change` knows what stays out of date;
    `taken`: how many files came from parts; `late`: by part, how many pages stay former ones."""

    jobs: list[Job]
    change: Change
    taken: int = 0
    late: Mapping[str, int] = {}


class Division:
    """How a site is divided, and what this build has to do with its parts.

    `only`: the parts whose pages are made, and no other; None: all pages. `folders`: parts that are
    made already. `keep_former`: the parts whose pages stay as they were, when they were, where the
    folder is lost or late; the pages of others are made here. `is_plan`: nothing is made, `to_make`
    says what would be.
    `part_of`: from the path of a page, the part to which it belongs, "" for none.
    """

    def __init__(
        self,
        only: Iterable[str] | None = None,
        folders: Sequence[Path] = (),
        *,
        keep_former: Iterable[str] = (),
        is_plan: bool = False,
    ) -> None:
        self.only = None if only is None else frozenset(only)
        self.is_plan = is_plan
        self.part_of: Callable[[str], str] = _none
        self.to_make: Counter[str] = Counter()
        """How many pages of each part a build would make."""
        self.remarks: list[str] = []
        """What is wrong with the parts, in French."""
        self._folders = folders
        self._keep_former = frozenset(keep_former)

    @property
    def makes_the_rest(self) -> bool:
        """Whether what belongs to no part is made; otherwise no index of the whole is needed."""
        return self.only is None and not self.is_plan

    def own(self, page_sets: Sequence[PageSet], old: Manifest | None) -> Sequence[PageSet]:
        """The page sets with the pages of this build alone. Raises PressError when a part would
        take the place of a whole site."""
        if self.only is None:
            return page_sets
        if old is not None and _HOME in old.files:
            raise BuildError(
                "Ce dossier contient un site entier : une partie ne le remplace pas. "
                "Donnez un autre dossier."
            )
        return [
            page_set._replace(
                pages=[page for page in page_set.pages if self.part_of(page.path) in self.only]
            )
            for page_set in page_sets
        ]

    def count(self, jobs: Iterable[Job]) -> None:
        """Say in `to_make` what these jobs are."""
        self.to_make = Counter(self.part_of(page.path) for job in jobs for page in job.pages)

    def take(self, jobs: list[Job], change: Change, output: Path, stage: Path) -> Taken:
        """Put in `stage` what parts have of these jobs. Raises OSError when it cannot be written.

        `output`: the site as it is published; what stays as it was there is not put in `stage`.
        """
        if not self._folders and not self._keep_former:
            return Taken(jobs, change)
        parts = _Parts(self._folders, change.new.build_key, self.remarks)
        # A page of another program may ask for styles and scripts that are no more.
        is_alike = change.old is not None and change.old.build_key == change.new.build_key
        changed = frozenset(change.changed)
        late: dict[str, str] = {}
        taken = 0

        def is_made(page: Page) -> bool:
            nonlocal taken
            path, target = page.path, f"{stage}/{page.path}"
            published = f"{output}/{path}" if path in changed else ""
            if parts.give(path, page.fingerprint.hex(), target, published):
                taken += 1
                return True
            part = self.part_of(path) if self._keep_former else ""
            if part not in self._keep_former:
                return False
            if not (published and is_alike) and not parts.give_former(path, target):
                return False
            late[path] = part
            return True

        left = [
            job._replace(pages=[page for page in job.pages if not is_made(page)]) for job in jobs
        ]
        files = {**change.new.files, **dict.fromkeys(late, FORMER)}
        change = change._replace(new=change.new._replace(files=files))
        return Taken([job for job in left if job.pages], change, taken, Counter(late.values()))


class _Parts:
    """The files of folders of parts, those that were made with `build_key`."""

    def __init__(self, folders: Iterable[Path], build_key: str, remarks: list[str]) -> None:
        self._exact: dict[tuple[str, str], str] = {}
        self._any: dict[str, str] = {}
        for folder in folders:
            manifest = read_manifest(folder)
            if manifest is None:
                remarks.append(f"La partie « {folder} » manque.")
                continue
            if manifest.build_key != build_key:
                remarks.append(
                    f"La partie « {folder} » vient d'un autre programme ou d'autres réglages : "
                    "rien n'en est pris."
                )
                continue
            for path, fingerprint in manifest.files.items():
                self._exact.setdefault((path, fingerprint), f"{folder}/{path}")
                self._any.setdefault(path, f"{folder}/{path}")

    def give(self, path: str, fingerprint: str, target: str, published: str) -> bool:
        """Put the file at `target`, unless it is what is `published`; False when no part has it."""
        source = self._exact.get((path, fingerprint))
        if source is None or not _is_file(source):
            return False
        if not (published and _is_file(published) and cmp(source, published, shallow=False)):
            link(source, target)
        return True

    def give_former(self, path: str, target: str) -> bool:
        """Put at `target` the file of another time; False when no part has any."""
        source = self._any.get(path)
        if source is None or not _is_file(source):
            return False
        link(source, target)
        return True


def _is_file(path: str) -> bool:
    """Whether a file is there, and no link that leads elsewhere. An empty one is what a full disk
    or a transfer that was cut leaves: it is made again."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size > 0


def _none(path: str) -> str:
    """No page belongs to a part."""
    return ""
