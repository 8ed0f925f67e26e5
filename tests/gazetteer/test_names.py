"""Slugs and folded names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import normalize, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("L'Île-d'Yeu", "l-ile-d-yeu"),
        ("L’Haÿ-les-Roses", "l-hay-les-roses"),
        ("Crèvecœur", "crevecoeur"),
        ("Œuilly", "oeuilly"),
        ("Y", "y"),
        ("  ", ""),
    ],
)
def test_slug(name, slug):
    assert slugify(name) == slug


@given(st.text(max_size=40))
def test_a_slug_is_safe_in_a_path(name):
    slug = slugify(name)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name):
    assert normalize(normalize(name)) == normalize(name)


@given(st.text(alphabet="abcdeéèêçœ' -STste", max_size=30))
def test_capitals_do_not_count(name):
    assert normalize(name.upper()) == normalize(name)
