"""A build that is killed at any step of its publication leaves a whole site, and the next one does
what is left to do."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.support.press import MakePress, content, publish

# Pages say «see PATH»; a name with a number holds what is in it, as that of an index of texts.
BEFORE = {
    "index.html": "see liste.html see recherche.html",
    "liste.html": "see lieux/un/index.html see lieux/parti/index.html",
    "recherche.html": "see texte/entree.1.json",
    "lieux/un/index.html": "see liste.html",
    "lieux/parti/index.html": "see liste.html",
    "texte/entree.1.json": "see texte/partie.1.bin see lieux/un/index.html",
    "texte/partie.1.bin": "",
    "fiches/31.json": "parti un",
}
AFTER = {
    "index.html": "see liste.html see recherche.html see agenda/index.html",
    "liste.html": "see lieux/un/index.html see lieux/nouveau/index.html",
    "recherche.html": "see texte/entree.2.json",
    "lieux/un/index.html": "see liste.html",
    "lieux/nouveau/index.html": "see liste.html see agenda/index.html",
    "agenda/index.html": "see lieux/nouveau/index.html see assets/agenda.2.js",
    "assets/agenda.2.js": "",
    "texte/entree.2.json": "see texte/partie.2.bin see lieux/nouveau/index.html",
    "texte/partie.2.bin": "",
    "fiches/31.json": "nouveau un",
}
MOST_STEPS = 60


def links(folder: Path, path: str) -> list[str]:
    return re.findall(r"see (\S+)", (folder / path).read_text("utf-8"))


def reachable(folder: Path) -> set[str]:
    """What a reader comes to from the home page. Raises FileNotFoundError at a dead link."""
    found, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += links(folder, path)
    return found


def killed_at(step: int, make_press: MakePress, output: Path, **options: object) -> bool:
    """Whether a build of AFTER was killed at its step of that number: the calls of the system that
    change names. Nothing of it runs after that, as when a machine loses its power."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in (
                "os.rename",
                "os.remove",
                "os.rmdir",
                "os.link",
                "os.mkdir",
                "shutil.rmtree",
            ):
                seen += 1
                if seen == step:
                    os._exit(9)

        sys.addaudithook(count)
        publish(make_press(output, **options), AFTER)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("swap_above", [0, 500])
def test_every_step_leaves_a_whole_site_that_the_next_build_completes(
    make_press: MakePress, tmp_path: Path, swap_above: int
):
    fresh = [tmp_path / "before", tmp_path / "after"]
    for folder, texts in zip(fresh, (BEFORE, AFTER), strict=True):
        publish(make_press(folder), texts)
    before, after = map(content, fresh)
    steps = 0
    for step in range(1, MOST_STEPS):
        site = tmp_path / f"{step}"
        publish(make_press(site), BEFORE)
        if not killed_at(step, make_press, site, swap_above=swap_above):
            break
        steps += 1
        whole = reachable(site)
        versions = {path: content(site)[path] for path in whole}
        if swap_above == 0:  # at once
            assert content(site) in (before, after)
        for path in whole:  # pages of one build have the index of that build
            assert versions[path] in (before.get(path), after.get(path)), path
        texts = AFTER if step % 2 else BEFORE
        publish(make_press(site), texts)
        assert content(site) == (after if step % 2 else before)
        assert not (tmp_path / f"{step}.press").exists()
    assert steps > (20 if swap_above else 10)
