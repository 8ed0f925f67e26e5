"""The style sheet of choices, the drawings, the line to paste, the oEmbed answer."""

import json
import re
from html import unescape

import pytest

from plugins.embed.communes import communes_file
from plugins.embed.frame_stylesheet import theme_rules
from plugins.embed.snippet import iframe, oembed
from plugins.embed.symbols import inline_symbols
from plugins.vocabulary.facets import filter_rules
from tests.support.sheets import GAZETTEER, LABEGE, MURET, SICOVAL
from tests.support.theme import THEME

TOKENS = (THEME / "static" / "tokens.css").read_text("utf-8")
HOSTILE = "Mairie \"><script>alert(1)</script> & l'été"


def test_a_word_hides_the_places_and_the_sections_that_do_not_have_it():
    rules = filter_rules(["gratuit", "label-x"])
    for token in ("gratuit", "label-x"):
        assert (
            f'#{token}:not(.absent):target~[data-any] [data-facets]:not([data-facets~="{token}"])'
            in rules
        )
        assert f'#{token}:not(.absent):target~[data-any]:not([data-any~="{token}"])' in rules
    assert rules.endswith("{display:none}\n")
    assert ",\n{" not in rules


def test_a_theme_that_is_asked_for_has_the_colours_of_the_site():
    light, dark = theme_rules(TOKENS).splitlines()
    assert light.startswith(':root[data-theme="clair"]{color-scheme:light;')
    assert dark.startswith(':root[data-theme="sombre"]{color-scheme:dark;')
    names = [set(re.findall(r"(--[\w-]+):", rule)) for rule in (light, dark)]
    assert names[0] == names[1]
    assert {"--accent", "--paper", "--ink", "--unknown-soft"} <= names[0]
    assert "--paper:#faf6ee" in light
    assert "--paper:#14191a" in dark


def test_a_theme_without_dark_colours_is_refused():
    with pytest.raises(ValueError, match="dark"):
        theme_rules(":root {\n  --ink: #000;\n}\n")


def test_drawings_are_taken_out_of_the_sprite_and_a_missing_one_is_noticed():
    sprite = '<svg><symbol id="a" viewBox="0"><path d="M0"/></symbol><symbol id="b"></symbol></svg>'
    assert str(inline_symbols(sprite, ["a"])) == (
        '<svg class="hidden" aria-hidden="true">'
        '<symbol id="i-a" viewBox="0"><path d="M0"/></symbol></svg>'
    )
    with pytest.raises(KeyError):
        inline_symbols(sprite, ["c"])


def test_the_line_has_all_that_makes_it_safe_and_accessible_and_nothing_gets_out_of_it():
    line = iframe("https://aide.exemple.fr/integrer/31/labege/#gratuit", HOSTILE, 700)
    (tag,) = re.findall(r"<[^>]+>", line.removesuffix("</iframe>"))
    assert "\n" not in line
    fields = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', tag)}
    assert fields == {
        "src": "https://aide.exemple.fr/integrer/31/labege/#gratuit",
        "title": HOSTILE,
        "width": "100%",
        "height": "700",
        "loading": "lazy",
        "referrerpolicy": "no-referrer",
        "allow": "geolocation",
        "sandbox": ("allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"),
        "style": "border:0",
    }


def test_the_oembed_answer_is_a_rich_one_with_the_same_line():
    answer = json.loads(
        oembed(
            "https://x.fr/aide",
            "Coup de main",
            "/integrer/31/labege/",
            "Labège",
            "/territoires/31/labege/",
        )
    )
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == "Labège : où se faire aider avec internet"
    quoted, frame = answer["html"].split("</blockquote>")
    assert quoted == (
        '<blockquote><a href="https://x.fr/aide/territoires/31/labege/">'
        "Labège : où se faire aider avec internet</a>"
    )
    assert frame == iframe("https://x.fr/aide/integrer/31/labege/", answer["title"])
    assert answer["provider_url"] == "https://x.fr/aide/"
    assert isinstance(answer["width"], int)
    assert isinstance(answer["height"], int)


def test_the_file_of_communes_leads_from_codes_to_frames_and_epci():
    communes = GAZETTEER.communes.values()
    data = json.loads(communes_file("Haute-Garonne", communes, GAZETTEER.epcis, {LABEGE: 3}))
    assert data["nom"] == "Haute-Garonne"
    assert data["communes"][LABEGE] == ["labege", "Labège", SICOVAL, 2]
    assert data["communes"][MURET][-1] == 0
    assert data["epcis"][SICOVAL] == "Communauté d'agglomération du Sicoval"
