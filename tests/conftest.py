"""What several test folders share: the site built once, from the repository's own records."""

from pathlib import Path

import pytest

from tests.support.sites import BUILD_DATE, ROOT, built_once


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
