"""A build that is killed, or meets a full disk, leaves a whole site; the next one repairs."""

import errno
import fcntl
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.common.errors import BuildError
from plugins.press.publish import publication
from tests.support.press import MakePress, content, publish

OLD = {"a/index.html": "vieux", "b/index.html": "vieux", "c.html": "vieux", "same.html": "pareil"}
NEW = {"a/index.html": "neuf", "d/index.html": "neuf", "c.html": "neuf", "same.html": "pareil"}
CALLS = ("open", "mkdir", "replace", "rename", "link", "unlink", "rmdir")


def killed_at(call: int, action: Callable[[], object]) -> bool:
    """Run `action` in a child that kills itself before its `call`-th change of the disk."""
    child = os.fork()
    if child == 0:
        left = call

        def deadly(change: Callable[..., Any]) -> Callable[..., Any]:
            def count(*arguments: Any, **keywords: Any) -> Any:
                nonlocal left
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)
                return change(*arguments, **keywords)

            return count

        for name in CALLS:
            setattr(os, name, deadly(getattr(os, name)))
        try:
            action()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("swap_above", [0, 500])
def test_killed_at_any_moment_leaves_a_whole_site(
    make_press: MakePress, tmp_path: Path, swap_above: int
):
    publish(make_press(tmp_path / "old"), OLD)
    publish(make_press(tmp_path / "new"), NEW)
    old, new = content(tmp_path / "old"), content(tmp_path / "new")
    call = 0
    while True:
        call += 1
        site = tmp_path / str(call) / "site"
        site.parent.mkdir()
        publish(make_press(site), OLD)
        killed = killed_at(call, lambda: publish(make_press(site, swap_above=swap_above), NEW))  # noqa: B023
        assert site.is_dir()
        if swap_above == 0:
            assert content(site) in (old, new)
        for path, data in content(site).items():
            assert data in (old.get(path), new.get(path)) or path == ".manifeste"
        # Back to the old records: nothing that the killed build wrote may remain.
        publish(make_press(site), OLD)
        assert content(site) == old
        assert [path.name for path in site.parent.iterdir()] == ["site"]
        if not killed:
            break
    assert call > 10


def test_a_first_build_that_is_killed_leaves_nothing_in_place(
    make_press: MakePress, tmp_path: Path
):
    site = tmp_path / "site"
    assert killed_at(4, lambda: publish(make_press(site), NEW))
    assert not site.exists()
    publish(make_press(site), NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_refuses_leaves_the_site(
    make_press: MakePress, tmp_path: Path, monkeypatch, code: int, workers: int
):
    publish(make_press(tmp_path / "site"), OLD)
    before = content(tmp_path / "site")
    opened = os.open

    def refuse(path: Any, flags: int, *more: Any, **keywords: Any) -> int:
        if flags & os.O_EXCL and "site.press" in str(path):
            raise OSError(code, "refused", path)
        return opened(path, flags, *more, **keywords)

    monkeypatch.setattr(os, "open", refuse)
    press = make_press(tmp_path / "site", workers=workers)
    with pytest.raises(BuildError, match=r"(plein|lecture seule|permise).*n'a pas changé"):
        publish(press, {f"{number}.html": "neuf" for number in range(450)})
    monkeypatch.undo()
    assert content(tmp_path / "site") == before


def test_an_output_in_a_place_that_does_not_exist(make_press: MakePress, tmp_path: Path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(BuildError, match="n'est pas un dossier"):
        publish(make_press(tmp_path / "file"), NEW)
    with pytest.raises(BuildError, match="n'est pas un dossier"):
        publish(make_press(tmp_path / "file" / "site"), NEW)


def test_two_builds_at_once_wait_for_each_other(
    make_press: MakePress, tmp_path: Path, monkeypatch, capsys
):
    asked: list[int] = []
    real = fcntl.flock

    def busy_once(descriptor: int, how: int) -> None:
        asked.append(how)
        if len(asked) == 1:
            raise BlockingIOError
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", busy_once)
    publish(make_press(tmp_path / "site"), NEW)
    assert "Une autre construction" in "".join(capsys.readouterr())
    assert asked == [fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_EX]


def test_without_exchange_two_renames_do(make_press: MakePress, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(publication, "_swap", lambda one, other: False)
    for texts in (OLD, NEW):
        publish(make_press(tmp_path / "site", swap_above=0), texts)
    publish(make_press(tmp_path / "new"), NEW)
    assert content(tmp_path / "site") == content(tmp_path / "new")
