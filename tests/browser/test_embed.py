"""A list in a frame on a town hall's page: another origin, every sandbox, scripts or none."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from plugins.embed.snippet import iframe, oembed
from tests.support.axe import violations
from tests.support.contexts import Contexts
from tests.support.hosts import our_host, town_hall

SANDBOXES = {
    "no sandbox": None,
    "our own line": "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    "scripts, an origin of its own": "allow-scripts",
    "scripts and origin": "allow-scripts allow-same-origin",
    "nothing": "",
}
MOST = 25_000
"""Bytes of all that is loaded before the map is opened, compressed by `gzip -9`."""
GREY = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
CONTRAST = """(selector) => {
  const weights = [0.2126, 0.7152, 0.0722];
  const linear = (one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
  const light = (text) => text.match(/[\\d.]+/g).slice(0, 3)
    .reduce((sum, one, i) => sum + linear(one / 255) * weights[i], 0);
  const groundOf = (element) => getComputedStyle(element).backgroundColor;
  const element = document.querySelector(selector);
  let below = element;
  while (groundOf(below) === "rgba(0, 0, 0, 0)") below = below.parentElement;
  const [low, high] = [getComputedStyle(element).color, groundOf(below)]
    .map(light).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@dataclass
class Hosts:
    """Our site and a town hall's; `asked`: of our site; `pages`: of the town hall.

    `heard`: the tabs that already tell `console` and `requests`.
    """

    ours: str
    theirs: str
    asked: list[str]
    pages: dict[str, str]
    contexts: Contexts
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    heard: list[Page] = field(default_factory=list)

    def page(self, *, width: int = 1280, javascript: bool = True, dark: bool = False) -> Page:
        """An empty page; what it asks for and complains of is remembered."""
        page = self.contexts.lend_page(java_script_enabled=javascript)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if dark else "light")
        if page in self.heard:
            return page
        self.heard.append(page)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.console.append(str(error)))
        page.on(
            "console",
            lambda message: self.console.append(message.text) if message.type == "error" else None,
        )
        return page

    def show(self, html: str, **how: Any) -> Page:
        """A page of the town hall that holds `html`."""
        self.pages["/"] = (
            '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>Mairie</title><style>body {{ margin: 0 }}</style><h1>Mairie</h1>{html}"
        )
        page = self.page(**how)
        page.goto(self.theirs)
        return page

    def frame(self, address: str, sandbox: str | None = None, **how: Any) -> Frame:
        """The frame of `address` («31/labege/#gratuit») on the town hall's page."""
        return self.show(self.line(address, sandbox), **how).frames[1]

    def line(self, address: str, sandbox: str | None = None) -> str:
        """A frame as somebody else would write it."""
        rules = "" if sandbox is None else f' sandbox="{sandbox}"'
        source = escape(f"{self.ours}/integrer/{address}")
        return f'<iframe src="{source}" title="Lieux" width="100%" height="700"{rules}></iframe>'


@pytest.fixture(scope="module")
def servers(every_context: Contexts, built_site: Path) -> Iterator[Hosts]:
    asked: list[str] = []
    pages: dict[str, str] = {}
    with our_host(built_site, asked) as ours, town_hall(pages) as theirs:
        yield Hosts(ours, theirs, asked, pages, every_context)


@pytest.fixture
def hosts(servers: Hosts) -> Iterator[Hosts]:
    for memory in (servers.asked, servers.console, servers.requests):
        memory.clear()
    yield servers
    servers.contexts.take_back()


def cards(frame: Frame) -> list[str]:
    """Places that are shown."""
    return [card.get_attribute("data-place") or "" for card in frame.locator(".card").all()
            if card.is_visible()]  # fmt: skip


@pytest.mark.parametrize("width", [320, 1280])
def test_the_list_is_there_and_narrowed_in_every_sandbox(width: int, hosts: Hosts):
    lines = [hosts.line("31/labege/#besoin-demarches", sandbox) for sandbox in SANDBOXES.values()]
    page = hosts.show("".join(lines), width=width)
    for frame in page.frames[1:]:
        shown = frame.locator("[data-facets~='besoin-demarches']").count()
        assert 0 < shown < frame.locator(".card").count()
        assert len(cards(frame)) == shown
        assert frame.evaluate("document.documentElement.scrollWidth") <= width
    assert len(page.frames) == 1 + len(SANDBOXES)
    # What is not allowed to run complains of that alone.
    assert [line for line in hosts.console if "the 'allow-scripts' permission" not in line] == []
    known = (hosts.ours, hosts.theirs, "data:")
    assert not [url for url in hosts.requests if not url.startswith(known)]


def test_without_scripts_one_word_narrows_and_links_open_beside(hosts: Hosts):
    # Not as a setting of the browser: a frame of another origin may begin before it is heard.
    frame = hosts.frame("31/labege/", "allow-popups allow-popups-to-escape-sandbox")
    whole = cards(frame)
    frame.get_by_role("link", name="Gratuit", exact=True).click()
    expect(frame.get_by_text("Seulement : Gratuit")).to_be_visible()
    assert 0 < len(cards(frame)) < len(whole)
    expect(frame.locator("[data-map-open]")).to_be_hidden()
    frame.get_by_role("link", name="Tout montrer").first.click()
    expect(frame.get_by_text("Seulement : Gratuit")).to_be_hidden()
    assert cards(frame) == whole
    with frame.page.context.expect_page() as beside:
        frame.get_by_role("link", name="Imprimer ou envoyer cette liste").click()
    assert beside.value.url == f"{hosts.ours}/territoires/31/labege/"


FAULTS = {
    "besoin-demarche": "« besoin-demarche » n'existe pas. Écrivez plutôt « besoin-demarches ».",
    "demarches": "Écrivez plutôt « besoin-demarches ».",
    "gratuit+Gratuits": "« Gratuits » n'existe pas. Écrivez plutôt « gratuit ».",
    "france-service": "Écrivez plutôt « label-france-services ».",
    "labels-pix": "Écrivez plutôt « label-pix ».",
    "vue-cartes": "Écrivez plutôt « vue-carte ».",
    "couleur-rouge": "« couleur-rouge » n'est pas une couleur.",
    "avec-labege": "« avec-labege » n'est pas une commune.",
    "avec-31999": "« avec-31999 » n'est pas une commune.",
    "avec-99001": "« avec-99001 » n'est pas une commune.",
    "%E0%A4%A": "« %E0%A4%A » n'existe pas.",
    "<img+onerror=alert(1)>": "« <img » n'existe pas.",
}


def test_a_word_that_is_not_known_says_the_nearest_and_shows_no_place(hosts: Hosts):
    frame = hosts.frame("31/labege/")
    for hash_, said in FAULTS.items():
        frame.evaluate("hash => { location.hash = hash; }", hash_)
        expect(frame.locator("[data-wrong]")).to_contain_text(said)
        assert cards(frame) == []
        expect(frame.locator(".map")).to_be_hidden()
    expect(frame.locator("[data-wrong] a")).to_have_attribute("href", "/territoires/31/labege/")
    frame.evaluate("location.hash = ''")
    expect(frame.locator("[data-wrong]")).to_be_hidden()
    assert cards(frame)


@pytest.mark.parametrize("way", ["//evil.example", "javascript:alert(1)", "../../lieux", "x%2F.."])
def test_the_way_back_stays_among_the_frames(way: str, hosts: Hosts):
    page = hosts.page()
    page.goto(f"{hosts.ours}/integrer/31/labege/#retour-{way}")
    expect(page.locator("[data-frame]")).to_have_attribute("data-view", "faute")
    expect(page.locator("[data-back]")).to_be_hidden()


def test_a_frame_below_does_not_move_the_page_to_it(hosts: Hosts):
    below = '<p style="height: 2000px">Mairie</p>'
    lines = [hosts.line(f"31/labege/#{hash_}") for hash_ in ("gratuit", "gratuit+fauteuil", "")]
    page = hosts.show(below + "".join(lines))
    expect(page.frames[1].locator("[data-status]")).to_contain_text("Gratuit")
    assert page.evaluate("scrollY") == 0


def test_words_that_nobody_here_has_show_no_place_and_lead_to_the_page(hosts: Hosts):
    frame = hosts.frame("31/labege/#besoin-s-equiper+fauteuil+label-pix")
    expect(frame.locator("[data-none]")).to_be_visible()
    expect(frame.locator("[data-status]")).to_contain_text("Aucun lieu ne correspond")
    assert cards(frame) == []


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_a_commune_can_be_added_by_its_code_and_no_place_comes_twice(sandbox: str, hosts: Hosts):
    frame = hosts.frame("31/labege/#avec-31506", sandbox)
    expect(frame.locator("h1")).to_contain_text("Labège, Saint-Orens-de-Gameville")
    expect(frame.get_by_role("heading", level=2, name="Saint-Orens-de-Gameville")).to_be_visible()
    shown = cards(frame)
    assert "31/espace-pour-tous" in shown
    assert "31/espace-emploi-formation-sicoval" in shown
    assert len(shown) == len(set(shown))
    frame.evaluate("location.hash = ''")
    expect(frame.locator("h1 [data-name]")).to_have_text("Labège")
    expect(frame.locator("[data-added]")).to_have_count(0)


def test_a_commune_without_places_can_be_added_and_adds_none(hosts: Hosts):
    before = cards(hosts.frame("31/labege/"))
    frame = hosts.frame("31/labege/#avec-31340")
    expect(frame.locator("h1")).to_contain_text("Labège, Mervilla")
    assert cards(frame) == before


@pytest.mark.parametrize(
    ("theme", "ground"), [("clair", "rgb(250, 246, 238)"), ("sombre", "rgb(20, 25, 26)")]
)
def test_no_colour_makes_words_unreadable(theme: str, ground: str, hosts: Hosts):
    page = hosts.page()
    page.goto(f"{hosts.ours}/integrer/31/labege/#theme-{theme}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    before = page.evaluate("getComputedStyle(document.querySelector('.call')).backgroundColor")
    for colour in ("ffee00", "ffffff", "000000", "7f7f7f", "ff0000", "3355ff"):
        page.evaluate(f"location.hash = 'theme-{theme}+couleur-{colour}'")
        page.wait_for_function("document.documentElement.dataset.colour")
        for selector in (".card h3 a", ".call", "footer .button", ".km", ".facts .i"):
            assert page.evaluate(CONTRAST, selector) >= 4.5, (colour, selector)
    after = page.evaluate("getComputedStyle(document.querySelector('.call')).backgroundColor")
    assert before != after


def test_the_theme_that_is_asked_for_wins_over_the_device(hosts: Hosts):
    for dark in (False, True):
        page = hosts.page(dark=dark)
        page.goto(f"{hosts.ours}/integrer/31/labege/#theme-clair")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 38, 41)"


def test_tiles_follow_the_theme_that_is_asked_for(hosts: Hosts):
    for theme, dark in (("sombre", False), ("clair", True)):
        page = hosts.page(dark=dark)
        page.context.route("https://data.geopf.fr/**", lambda route: route.fulfill(body=GREY))
        page.goto(f"{hosts.ours}/integrer/31/labege/#theme-{theme}")
        page.get_by_role("button", name="Ouvrir la carte").click()
        tile = page.locator("img.leaflet-tile").first
        expect(tile).to_have_css("filter", "none" if theme == "clair" else re.compile("invert"))


def test_on_paper_words_are_dark_whatever_was_asked_for(hosts: Hosts):
    page = hosts.page(dark=True)
    page.goto(f"{hosts.ours}/integrer/31/labege/#theme-sombre+couleur-ffee00")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("h1", ".card h3 a", ".call", ".quiet", ".facts li"):
        colour = page.evaluate(
            "selector => getComputedStyle(document.querySelector(selector)).color", selector
        )
        assert colour in ("rgb(0, 0, 0)", "rgb(51, 51, 51)"), selector
    expect(page.get_by_text("Imprimer ou envoyer")).to_be_hidden()


def test_a_departement_leads_to_its_communes_with_the_same_choices_and_back(hosts: Hosts):
    frame = hosts.frame("31/#gratuit+theme-clair", "allow-scripts")
    lines = [line for line in frame.locator(".lines li").all() if line.is_visible()]
    assert 0 < len(lines) < frame.locator(".lines li").count()
    counted = sum(int(line.locator("span").inner_text().split()[0]) for line in lines)
    expect(frame.locator("[data-status]")).to_have_text(
        f"{counted} lieux d'aide, seulement : Gratuit"
    )
    frame.get_by_role("link", name="Labège").click()
    expect(frame.locator("h1")).to_contain_text("Labège")
    expect(frame.locator("[data-status]")).to_contain_text("seulement : Gratuit")
    assert all(frame.locator(f"[data-place='{place}'][data-facets~='gratuit']").count()
               for place in cards(frame))  # fmt: skip
    frame.get_by_role("link", name="Toutes les communes").click()
    expect(frame.locator("h1")).to_contain_text("Haute-Garonne")
    expect(frame.locator("[data-status]")).to_contain_text("seulement : Gratuit")


@pytest.mark.parametrize("address", ["31/toulouse/", "31/", "epci/243100518/"])
def test_a_frame_weighs_little_keeps_nothing_and_tells_nobody(
    address: str, hosts: Hosts, built_site: Path
):
    line = iframe(f"{hosts.ours}/integrer/{address}", "Lieux")
    page = hosts.show(line)
    page.wait_for_load_state("networkidle")
    frame = page.frames[1]
    expect(frame.locator("h1")).to_be_visible()
    paths = {asked.split(" ")[0] for asked in hosts.asked}
    files = [built_site / (path[1:] + "index.html" * path.endswith("/")) for path in paths]
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= MOST, paths
    assert not [asked for asked in hosts.asked if " " in asked], "somebody was told where it is"
    assert page.context.cookies() == []
    page.goto(f"{hosts.ours}/integrer/{address}")  # a browser may refuse storage to frames
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_only_frames_may_be_framed(hosts: Hosts):
    page = hosts.show(
        "".join(
            f'<iframe title="x" src="{hosts.ours}{path}"></iframe>'
            for path in ("/", "/territoires/31/labege/", "/lieux/", "/integrer/31/labege/")
        )
    )
    page.wait_for_load_state("networkidle")
    shown = [frame for frame in page.frames[1:] if frame.url.startswith(hosts.ours)]
    assert [frame.url for frame in shown] == [f"{hosts.ours}/integrer/31/labege/"]


def test_the_element_grows_with_its_list_and_says_what_is_wrong(hosts: Hosts):
    page = hosts.show(
        f'<script src="{hosts.ours}/integrer/element.js" defer></script>'
        '<aide-numerique territoire="31/labege" choix="gratuit" titre="Aide à Labège">'
        '<a href="/">Lieux d’aide</a></aide-numerique>'
        '<aide-numerique territoire="Labège"></aide-numerique>',
        width=400,
    )
    frame = page.frame_locator("iframe[title='Aide à Labège']")
    expect(frame.locator("[data-status]")).to_contain_text("seulement : Gratuit")
    expect(page.locator("aide-numerique p")).to_contain_text(
        'Écrivez par exemple territoire="31/labege"'
    )
    fits = """() => {
      const [frame] = document.getElementsByTagName("iframe");
      return frame.offsetHeight > 300 && frame.offsetHeight !== 600 && frame.offsetHeight;
    }"""
    small = page.wait_for_function(fits).json_value()
    page.evaluate("document.querySelector('aide-numerique').setAttribute('choix', '')")
    larger = page.wait_for_function(f"() => ({fits})() > {small} && ({fits})()").json_value()
    inside = page.frames[1].evaluate("document.body.getBoundingClientRect().height")
    assert larger == pytest.approx(inside, abs=2)
    heard = page.evaluate("""() => {
      const [frame] = document.getElementsByTagName("iframe");
      const data = { annuaire: "cadre", height: 9000 };
      const heights = [
        { source: frame.contentWindow, origin: "https://evil.example" }, { source: window },
      ].map((from) => {
        dispatchEvent(new MessageEvent("message", { data, ...from }));
        return frame.height;
      });
      return heights.includes("9000");
    }""")
    assert not heard, "another site, or another window, set the height"


@pytest.mark.parametrize(
    "written",
    [
        "gratuit?secret=abcde12345",
        "gratuit#?secret=abcde12345",
        "gratuit:~:text=Labège,aide+internet",
        "gratuit&utm_source=lettre&utm_medium=courriel",
        "?fbclid=IwAR0+gratuit",
    ],
)
def test_what_others_write_into_the_address_is_left_alone(written: str, hosts: Hosts):
    frame = hosts.frame(f"31/labege/#{written}")
    expect(frame.locator("[data-status]")).to_contain_text("seulement : Gratuit")
    expect(frame.locator("[data-wrong]")).to_be_hidden()


def test_a_slip_in_a_word_of_ours_is_no_word_of_others(hosts: Hosts):
    frame = hosts.frame("31/labege/#besoin=demarches")
    expect(frame.locator("[data-faults]")).to_contain_text("besoin-demarches")


SECRET = "aB3dE6gH9k"
WORDPRESS = """
  addEventListener("message", (event) => {
    const { secret, message, value } = event.data || {};
    const frame = document.querySelector(`iframe[data-secret="${secret}"]`);
    if (!frame || event.source !== frame.contentWindow) return;
    document.querySelector("blockquote").style.display = "none";
    frame.removeAttribute("style");
    if (message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(value, 10)));
    if (message === "link" && new URL(value).host === new URL(frame.src).host
      && document.activeElement === frame) window.asked = value;
  });
"""
"""What a page of WordPress does with the messages of its frames, in our words."""


def in_wordpress(hosts: Hosts, answer: str) -> str:
    """An oEmbed answer as WordPress shows it."""
    quoted, _, frame = answer.partition("</blockquote>")
    shown = re.search(r'src="([^"]+)"', frame)
    assert shown
    return (
        f"<script>{WORDPRESS}</script>{quoted}</blockquote>"
        '<iframe class="wp-embedded-content" sandbox="allow-scripts"'
        ' style="position: absolute; visibility: hidden;" title="Lieux" width="600" height="400"'
        f' src="{shown[1]}#?secret={SECRET}" data-secret="{SECRET}"></iframe>'
    )


def test_wordpress_shows_the_frame_at_its_height_and_follows_our_links(hosts: Hosts):
    answer = json.loads(
        oembed(hosts.ours, "Aide", "/integrer/31/labege/", "Labège", "/territoires/31/labege/")
    )
    page = hosts.show(in_wordpress(hosts, answer["html"]))
    expect(page.locator("blockquote")).to_be_hidden()
    expect(page.locator("iframe")).to_be_visible()
    page.wait_for_function("() => document.querySelector('iframe').offsetHeight > 450")
    frame = page.frames[1]
    expect(frame.locator("[data-wrong]")).to_be_hidden()
    frame.locator("[data-full]").click()
    page.wait_for_function("() => window.asked")
    assert page.evaluate("window.asked") == f"{hosts.ours}/territoires/31/labege/"


def test_a_list_of_communes_in_wordpress_keeps_its_secret_from_frame_to_frame(hosts: Hosts):
    answer = json.loads(oembed(hosts.ours, "Aide", "/integrer/31/", "31", "/territoires/31/"))
    page = hosts.show(in_wordpress(hosts, answer["html"]))
    link = page.frames[1].locator("[data-masks] a").first
    expect(link).to_have_attribute("href", re.compile(rf"#retour-31\?secret={SECRET}$"))


def test_without_scripts_the_element_leaves_its_link(hosts: Hosts):
    page = hosts.show(
        f'<script src="{hosts.ours}/integrer/element.js" defer></script>'
        '<aide-numerique territoire="31/labege"><a href="/">Lieux d’aide</a></aide-numerique>',
        javascript=False,
    )
    expect(page.get_by_role("link", name="Lieux d’aide")).to_be_visible()


@pytest.mark.parametrize("sandbox", [SANDBOXES["our own line"], "allow-scripts"])
def test_the_map_of_a_frame_shows_the_same_places_and_leads_beside(sandbox: str, hosts: Hosts):
    frame = hosts.frame("31/labege/#vue-carte+gratuit", sandbox)
    frame.page.route(
        "https://data.geopf.fr/**", lambda route: route.fulfill(body=GREY, content_type="image/png")
    )
    foreign = (hosts.ours, hosts.theirs, "data:")
    assert not [url for url in hosts.requests if not url.startswith(foreign)]
    assert cards(frame) == []
    frame.get_by_role("button", name="Ouvrir la carte").click()
    expect(frame.locator(".map-marker").first).to_be_visible()
    frame.get_by_role("button", name="Mission Locale Haute-Garonne").click()
    assert hosts.console == []
    expect(frame.get_by_role("dialog")).to_be_visible()
    link = frame.locator("[data-map-card] h3 a")
    if "popups" not in sandbox:  # nothing may open: the list stays where it is
        link.click()
        expect(frame.locator("h1")).to_contain_text("Labège")
        return
    with frame.page.context.expect_page() as beside:
        link.click()
    assert "/lieux/31/" in beside.value.url


@pytest.mark.parametrize(
    ("address", "width", "dark"),
    [
        ("31/labege/", 1280, False),
        ("31/labege/#couleur-ffee00", 320, True),
        ("31/labege/#gratui", 320, False),
        ("31/", 320, True),
        ("epci/243100633/", 1280, False),
    ],
)
def test_axe_finds_nothing_in_a_frame(address: str, width: int, dark: bool, hosts: Hosts):
    page = hosts.page(width=width, dark=dark)
    page.goto(f"{hosts.ours}/integrer/{address}")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
