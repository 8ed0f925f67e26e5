"""Put staged pages in the place of the published ones, so that a site stays whole at every moment.

Two ways. *Exchange*: the staged folder is completed with hard links to the files that did not
change, and takes the place of the published one in a single call. *Replace*: each changed file is
renamed over the published one, in an order such that at every moment all that a reader can reach is
there: what is new before what leads to it, what pages load before pages, removals last. Files that
many pages load have their content in their name, or are good with the pages of both builds
(docs/adr/0049-a-day-changes-nothing.md). Before the first, the manifest says which files are about
to change; after the last, what they are. A build that is killed in between leaves a whole site, and
the next one sees what to redo.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from plugins.common.errors import BuildError
from plugins.press.publish.manifest import DIRTY, FILE_NAME, Manifest, write_manifest
from plugins.press.publish.workers import write_new

try:
    import fcntl
except ImportError:  # no such locks on Windows
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_LINKS = {errno.EPERM, errno.EMLINK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EXDEV}


class Change(NamedTuple):
    """What a build changes: paths in the output. `old` is None when there was no site."""

    old: Manifest | None
    new: Manifest
    created: Sequence[str]
    changed: Sequence[str]
    removed: Sequence[str]
    kept: Sequence[str]
    is_whole: bool = True
    """Whether these are all the files of the output."""

    @property
    def size(self) -> int:
        """How many files of the output become others."""
        return len(self.created) + len(self.changed) + len(self.removed)


def staged(change: Change, stage: Path) -> Change:
    """The same without the pages that were made again and are as they were: they are not staged."""
    changed: list[str] = []
    kept = list(change.kept)
    for path in change.changed:
        (changed if os.access(f"{stage}/{path}", os.F_OK) else kept).append(path)
    return change._replace(changed=changed, kept=kept)


@contextmanager
def locked(output: Path, on_wait: str) -> Iterator[None]:
    """Hold the lock of `output`; print `on_wait` when another build has it, and wait."""
    if fcntl is None:
        yield
        return
    file = Path(f"{output}.lock")
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(on_wait, flush=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        # The build that had the lock has removed its file: ours may be one that nobody sees.
        if file.exists() and os.fstat(descriptor).st_ino == file.stat().st_ino:
            break
        os.close(descriptor)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(descriptor)


def exchange(output: Path, stage: Path, change: Change) -> None:
    """Publish `stage`, which has the changed files, as the whole of `output`. Raises OSError."""
    for path in change.kept:
        link(f"{output}/{path}", f"{stage}/{path}")
    write_manifest(stage / FILE_NAME, change.new)
    if not output.exists():
        stage.rename(output)
        return
    if not _swap(output, stage):
        aside = Path(f"{stage}.old")
        output.rename(aside)
        stage.rename(output)
        shutil.rmtree(aside)


def replace(output: Path, stage: Path, change: Change) -> None:
    """Publish the changed files of `stage` one by one. Raises OSError."""
    write_manifest(stage / "after", change.new)
    if change.size:
        touched = dict.fromkeys((*change.created, *change.changed, *change.removed), DIRTY)
        old_files = change.old.files if change.old else {}
        old_house = change.old.build_key if change.old else DIRTY
        write_manifest(stage / "before", Manifest(old_house, {**old_files, **touched}))
        os.replace(stage / "before", output / FILE_NAME)
    for path in (*_in_order(change.created), *_in_order(change.changed)):
        target = f"{output}/{path}"
        try:
            os.replace(f"{stage}/{path}", target)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(f"{stage}/{path}", target)
    for path in reversed(_in_order(change.removed)):
        (output / path).unlink(missing_ok=True)
        _remove_empty_folders(output, path)
    os.replace(stage / "after", output / FILE_NAME)


def _in_order(paths: Iterable[str]) -> list[str]:
    """What pages load, then pages."""
    return sorted(paths, key=lambda path: (path.endswith(".html"), path))


def needs_exchange(created: Collection[str], removed: Collection[str]) -> bool:
    """True when a file must become a folder or a folder a file: renames one by one cannot do it."""
    return _any_inside(created, set(removed)) or _any_inside(removed, set(created))


def _any_inside(paths: Collection[str], folders: Collection[str]) -> bool:
    if not folders:
        return False
    return any(
        path[:index] in folders
        for path in paths
        for index, letter in enumerate(path)
        if letter == "/"
    )


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where that cannot be; make its folders.

    Raises OSError."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        _link_or_copy(source, target)
    except OSError:
        _link_or_copy(source, target)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        write_new(target, Path(source).read_bytes())


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one call; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = rename(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
    )
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL}:
        return False
    raise OSError(code, os.strerror(code), str(one))


def _remove_empty_folders(output: Path, path: str) -> None:
    folder = os.path.dirname(path)
    while folder:
        try:
            os.rmdir(output / folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def refuse_foreign(output: Path) -> None:
    """Never write over a folder that has files and no manifest of ours."""
    if output.exists() and not output.is_dir():
        raise BuildError(f"« {output} » n'est pas un dossier.")
    if output.is_dir() and any(output.iterdir()):
        raise BuildError(
            f"Le dossier « {output} » contient des fichiers que cette construction n'a pas faits. "
            "Videz-le, ou donnez un autre dossier."
        )


@contextmanager
def fixed_modes() -> Iterator[None]:
    """Files 644 and folders 755, whatever the umask of who builds."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
