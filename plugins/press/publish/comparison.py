"""What must be made, and what becomes of each file of the output."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from plugins.common.errors import BuildError
from plugins.press.page_set import Page, PageSet, is_safe_path
from plugins.press.publish.manifest import Manifest
from plugins.press.publish.publication import Change
from plugins.press.publish.workers import Job


def compare(
    page_sets: Sequence[PageSet], output: Path, old: Manifest | None, build_key: str
) -> tuple[list[Job], Change]:
    """What must be made, and what becomes of each file of the output."""
    known = old.files if old else {}
    is_same_build = old is not None and old.build_key == build_key
    files: dict[str, str] = {}
    created: list[str] = []
    changed: list[str] = []
    kept: list[str] = []
    jobs: list[Job] = []
    exists, base = os.access, f"{output}/"
    count = 0
    for page_set in page_sets:
        todo: list[Page] = []
        same = is_same_build or page_set.is_apart
        for page in page_set.pages:
            path, fingerprint, _ = page
            files[path] = text = fingerprint.hex()
            if known.get(path) == text and same and exists(base + path, os.F_OK):
                kept.append(path)
            else:
                (changed if path in known else created).append(path)
                todo.append(page)
        count += len(page_set.pages)
        if todo:
            jobs.append(Job(page_set, todo))
    if len(files) != count:
        raise BuildError(f"Deux pages veulent la même adresse : « {_repeated(page_sets)} ».")
    removed = [path for path in known if path not in files]
    for path in (*created, *changed, *removed):
        if not is_safe_path(path):
            raise BuildError(f"Adresse de page refusée : {path!r}.")
    new = Manifest(build_key, files)
    return jobs, Change(old, new, created, changed, removed, kept)


def choose(
    page_sets: Sequence[PageSet], paths: Collection[str], old: Manifest
) -> tuple[list[Job], Change]:
    """The pages of `paths` alone, all others as they are in `old`."""
    jobs = []
    for page_set in page_sets:
        wanted = [page for page in page_set.pages if page.path in paths]
        todo = [page for page in wanted if old.files.get(page.path) != page.fingerprint.hex()]
        if todo:
            jobs.append(Job(page_set, todo))
    files = {page.path: page.fingerprint.hex() for job in jobs for page in job.pages}
    created = [path for path in files if path not in old.files]
    changed = [path for path in files if path in old.files]
    new = Manifest(old.build_key, {**old.files, **files})
    return jobs, Change(old, new, created, changed, [], [], is_whole=False)


def _repeated(page_sets: Sequence[PageSet]) -> str:
    seen: set[str] = set()
    for page_set in page_sets:
        for page in page_set.pages:
            if page.path in seen:
                return page.path
            seen.add(page.path)
    return "?"
