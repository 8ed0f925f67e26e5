"""What several test folders share: the site built once, from the repository's own records."""

import locale
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.sites import BUILD_DATE, ROOT, built_once

# The same examples in each run, however slow the machine: a proposal never fails for what chance or
# a busy neighbour found. `pytest --hypothesis-profile=explore` tries others.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("steady")

FIRST = ("browser/test_pages.py", "site/test_build.py", "browser/test_agenda.py", "browser/")
"""Files, or beginnings of them, that the workers begin with. The first needs the site, which it
builds; the next two build their own, so that nobody waits for another."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is long at the beginning: what is short fills the end of all workers evenly."""

    def rank(item: pytest.Item) -> int:
        path = item.path.relative_to(ROOT / "tests").as_posix()
        return next((n for n, name in enumerate(FIRST) if path.startswith(name)), len(FIRST))

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def same_locale() -> Iterator[None]:
    """Pelican, reading settings, sets the locale of the process, which files are written in."""
    before = locale.setlocale(locale.LC_ALL)
    yield
    locale.setlocale(locale.LC_ALL, before)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built_site(shared: Path) -> Path:
    """The folder of a complete site; read only. Built once, whatever the number of workers."""
    settings = ROOT / "tests" / "support" / "site_settings.py"
    return built_once(shared, "site", settings, records=ROOT / "places", day=BUILD_DATE)
