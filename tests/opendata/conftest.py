"""The labels of the repository itself: exports write their words."""

from collections.abc import Mapping
from datetime import date

import pytest

from plugins.gazetteer import Gazetteer
from plugins.records.model.label import Label
from plugins.records.repository import Repository, read_repository
from tests.support.sites import ROOT


@pytest.fixture(scope="session")
def repository() -> Repository:
    """All the records of the repository, read once."""
    return read_repository(ROOT / "places", Gazetteer.load(()), date(2026, 11, 30))


@pytest.fixture(scope="session")
def labels(repository: Repository) -> Mapping[str, Label]:
    """By slug."""
    return repository.of(Label)
