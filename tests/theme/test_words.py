"""Words and drawings: none is missing; colours can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.vocabulary.needs import NEEDS
from tests.support.theme import THEME

ROOT = THEME.parent
SPRITE = (THEME / "static/icons.svg").read_text("utf-8")
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
CONTENT = sorted((ROOT / "content/pages").glob("*.md"))


def test_every_drawing_that_a_template_names_is_in_the_sprite():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', SPRITE))
    named = {need.slug for need in NEEDS} | {"info", "unknown", "no"}
    named |= {idea.icon for need in NEEDS for idea in (*need.examples, *need.bring)}
    for template in TEMPLATES:
        named |= set(re.findall(r'icon\("([\w-]+)"\)', template.read_text("utf-8")))
    assert named <= drawn


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_template_begins_by_saying_what_it_is_for(path: Path):
    text = path.read_text("utf-8")
    assert text.startswith("{#")
    if path.parent.name == "components":
        assert "{{" in text[: text.index("#}")] or "{%" in text[: text.index("#}")]


def test_only_cleaned_prose_is_marked_safe():
    safe = [path.name for path in TEMPLATES if "|safe" in path.read_text("utf-8")]
    assert safe == ["page.html"]


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_links_between_content_pages_lead_somewhere(path: Path):
    pages = (
        {page.stem for page in CONTENT}
        | {"territoires", "lieux", "labels"}
        | {"integrer", "qualite"}
    )
    labels = {label.stem for label in (ROOT / "places/labels").glob("*.yaml")}
    for target in re.findall(r"\]\((/[^)]*)\)", path.read_text("utf-8")):
        first, *rest = target.strip("/").split("/")
        assert target.endswith("/")
        assert first in pages
        if first == "labels" and rest:
            assert rest[0] in labels


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_a_content_page_has_a_title_a_description_and_short_sentences(path: Path):
    head, _, body = path.read_text("utf-8").partition("\n\n")
    assert re.search(r"^Title: \S", head, re.M)
    assert re.search(r"^Description: \S", head, re.M)
    prose = re.sub(r"(?m)^(\||    |#).*$|\(https?:[^)]*\)|\(/[^)]*\)", "", body)
    sentences = [
        len(s.split()) for s in re.split(r"(?<=[.!?:;])\s+|\n\n|\n[-\d]", prose) if s.strip()
    ]
    assert sum(sentences) / len(sentences) <= 13
    assert max(sentences) <= 30


def tokens(dark: bool) -> dict[str, str]:
    text = (THEME / "static/tokens.css").read_text("utf-8")
    light, _, night = text.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", night)) if dark else found


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read_on_every_surface_and_borders_seen(dark):
    colours = tokens(dark)
    for ink in ("ink", "ink-soft", "accent"):
        for surface in ("paper", "card", "sunk", "accent-soft"):
            assert contrast(colours[ink], colours[surface]) >= 4.5, (ink, surface)
    for ink, surface in [
        ("on-accent", "accent"),
        ("on-accent", "accent-strong"),
        ("yes", "yes-soft"),
        ("no", "no-soft"),
        ("unknown", "unknown-soft"),
        ("ink", "no-soft"),
        ("ink", "unknown-soft"),
    ]:
        assert contrast(colours[ink], colours[surface]) >= 4.5, (ink, surface)
    assert contrast(colours["line-strong"], colours["card"]) >= 3
