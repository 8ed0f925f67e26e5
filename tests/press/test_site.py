"""Where «Corriger cette fiche» leads, on any forge."""

import pytest

from plugins.press.site import make_site

SETTINGS = {
    "SITENAME": "Aide", "SITEURL": "", "BUILD_DATE": "2026-11-30", "PUBLISHER": {}, "OFFLINE": True,
}  # fmt: skip
GITHUB = "https://github.com/ville/annuaire"
GITLAB = "https://gitlab.com/ville/annuaire/-/edit/main"


@pytest.mark.parametrize(
    ("forge", "editor", "leads_to"),
    [
        ("", "", ""),
        (GITHUB, "", f"{GITHUB}/edit/main"),
        (f"{GITHUB}/", "", f"{GITHUB}/edit/main"),
        ("", f"{GITLAB}/", GITLAB),
        (GITHUB, f"{GITHUB}/edit/fiches", f"{GITHUB}/edit/fiches"),
    ],
)
def test_the_editor_of_a_forge(forge: str, editor: str, leads_to: str):
    site = make_site({**SETTINGS, "FORGE_URL": forge, "FORGE_EDITOR": editor})
    assert site.editor == leads_to
