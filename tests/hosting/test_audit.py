"""`annuaire audit`: each fault of a folder is found where it is, and a sound folder has none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.cli import annuaire
from plugins.hosting.audited.file_checks import file_faults
from plugins.hosting.audited.page_reader import read_page
from plugins.hosting.audited.policy_checks import hash_of
from plugins.hosting.audited.site_files import Addresses, PageTarget
from plugins.hosting.audited.whole_folder import audit

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
PAGE = """\
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="stylesheet" href="/style.css">
{head}</head>
<body><h1 id="haut">{title}</h1>
{body}
</body>
</html>
"""
EVENT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//FR
BEGIN:VEVENT
UID:1
DTSTAMP:20261130T000000Z
DTSTART:20261201T100000Z
END:VEVENT
END:VCALENDAR
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>A</title><updated>2026-11-30</updated>
<entry><id>b</id><title>B</title><updated>2026-11-30</updated></entry></feed>
"""


def page(body: str = "", *, title: str = "Accueil", head: str = "", policy: str = POLICY) -> str:
    return PAGE.format(body=body, title=title, head=head, policy=policy)


class Folder:
    """A folder that is filled, and what an audit says of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("style.css", "p { margin: 0 }")
        self.write("index.html", page('<a href="/lieux/">Lieux</a> <a href="#haut">Haut</a>'))
        self.write("lieux/index.html", page('<a href="../#haut">Accueil</a>', title="Lieux"))

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    @property
    def said(self) -> list[tuple[str, int, str, str]]:
        """(file, line, severity, message)."""
        found = audit(self.path, workers=1).diagnostics
        return [(one.path, one.line, one.severity, one.message) for one in found]

    def run(self, *options: str) -> Result:
        return CliRunner().invoke(annuaire, ["audit", str(self.path), *options])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "site")


def test_a_sound_folder_has_nothing(folder: Folder):
    folder.write("agenda.ics", EVENT.replace("\n", "\r\n"))
    folder.write("agenda.atom", ATOM)
    folder.write("points.json", "[1]")
    assert folder.said == []
    result = folder.run()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("2 pages, 6 fichiers : tout va bien.\nPoids : 6 fichiers")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<a href="/absent/">x</a>', "ce lien ne mène nulle part : « /absent/ »"),
        ('<a href="lieux/absent">x</a>', "ce lien ne mène nulle part : « lieux/absent »"),
        ('<img src="a.png" alt="">', "ce fichier ne mène nulle part : « a.png »"),
        ('<a href="#rien">x</a>', "rien dans la page ne s'appelle « #rien »"),
        ('<a href="/lieux/#rien">x</a>', "rien dans « lieux/index.html » ne s'appelle « #rien »"),
        ('<p id="haut">x</p>', "l'id « haut » est déjà pris, ligne 9"),
        ("<script>a()</script>", "la politique de sécurité (script-src) le refuse"),
        ('<p onclick="a()">x</p>', "refuse l'attribut « onclick »"),
        ('<p style="color:red">x</p>', "refuse l'attribut « style »"),
        ('<script type="application/ld+json">{</script>', "JSON-LD ne se lisent pas"),
        ('<script type="application/ld+json">{}</script>', "n'ont pas de « @context »"),
    ],
)
def test_a_fault_of_a_page_is_an_error_on_its_line(folder: Folder, body: str, message: str):
    folder.write("index.html", page(f"<p>x</p>\n{body}"))
    ((path, line, severity, said),) = folder.said
    assert (path, line, severity) == ("index.html", 11, "error")
    assert message in said
    assert folder.run().exit_code == 1


@pytest.mark.parametrize(
    ("text", "severity", "message"),
    [
        (page(title=""), "error", "la page n'a pas de titre"),
        (page(head="<title>Deux</title>"), "error", "la page a 2 titres"),
        (page().replace(' lang="fr"', ""), "error", "la page ne dit pas sa langue"),
        (page(title="Lieux"), "warning", "la page a le même titre que « index.html »"),
        (page(policy=""), "warning", "la page n'a pas de politique de sécurité"),
        (page(policy="default-src *"), "warning", "permet « * » aux programmes"),
        (page(policy="img-src 'self'"), "warning", "laisse tout programme s'exécuter"),
        (
            page('<script src="https://suivi.example/a.js"></script>'),
            "warning",
            "demande un fichier à un autre site, « suivi.example »",
        ),
    ],
)
def test_what_a_page_lacks_is_said(folder: Folder, text: str, severity: str, message: str):
    folder.write("index.html", text)
    ((_, _, how, said),) = folder.said
    assert (how, message in said) == (severity, True), said


def test_a_title_inside_a_drawing_is_its_own(folder: Folder):
    folder.write("index.html", page("<svg><title>Plan</title></svg>"))
    assert folder.said == []


def test_a_script_in_the_page_that_the_policy_names_is_allowed(folder: Folder):
    policy = f"default-src 'none'; style-src 'self'; script-src '{hash_of('a()')}'"
    folder.write("index.html", page("<script>a()</script>", policy=policy))
    assert folder.said == []


def test_what_the_host_sends_counts_where_the_page_has_no_policy(folder: Folder):
    bare = page().replace("http-equiv=", "data-x=")
    folder.write("index.html", bare)
    assert len(folder.said) == 1
    folder.write("_headers", f"/*\n  Content-Security-Policy: {POLICY}\n")
    assert folder.said == []


def test_a_heavy_page_is_said_with_all_that_it_loads(folder: Folder):
    folder.write("lourd.js", "x" * 600_000)
    folder.write("index.html", page('<script src="lourd.js"></script>' * 2))
    ((_, _, severity, said),) = folder.said
    assert (severity, said[:17]) == ("warning", "la page pèse 600 ")


def test_former_addresses_and_what_scripts_read_are_no_dead_links(folder: Folder):
    folder.write("_redirects", "/vieux/ /lieux/ 301\n/archive/* /lieux/ 301\n")
    body = '<a href="/vieux/">x</a><a href="/archive/1">x</a><a href="/choix/#31/labege">x</a>'
    folder.write("index.html", page(body))
    folder.write("choix/index.html", page("<div data-reads-hash></div>", title="Choix"))
    assert folder.said == []


def test_a_page_below_a_path_knows_its_own_site(folder: Folder):
    canonical = '<link rel="canonical" href="https://ville.example/aide/">'
    body = '<a href="/aide/lieux/">x</a><a href="https://ville.example/aide/rien/">x</a>'
    body += '<a href="/mairie/">the same host, another site</a>'
    sound = page(body, head=canonical).replace("/style.css", "/aide/style.css")
    folder.write("index.html", sound)
    assert [said for *_, said in folder.said] == [
        "ce lien ne mène nulle part : « https://ville.example/aide/rien/ »"
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{", "ce fichier JSON ne se lit pas"),
        ("a.xml", "<a>", "ce fichier XML ne se lit pas"),
        ("a.svg", '<!DOCTYPE x [<!ENTITY a "b">]><svg/>', "définit des entités"),
        ("a.atom", ATOM.replace("<id>b</id>", ""), "une entrée n'a pas de « id »"),
        ("a.atom", ATOM.replace("<title>A</title>", ""), "ce flux n'a pas de « title »"),
        ("a.atom", ATOM.replace("<id>b</id>", "<id> </id>"), "une entrée n'a pas de « id »"),
        ("a.rss", "<rss><channel><title>A</title></channel></rss>", "n'a pas de « link »"),
        ("a.ics", EVENT.replace("UID:1\n", ""), "un rendez-vous n'a pas de « UID »"),
        ("a.ics", EVENT.replace("PRODID:-//x//x//FR\n", ""), "n'a pas de « PRODID »"),
        ("a.ics", "bonjour", "ce calendrier"),
        ("a.ics", "", "ce calendrier est vide"),
    ],
)
def test_a_file_is_read_by_the_parser_of_its_format(name: str, text: str, message: str):
    said = [one.message for one in file_faults(name, text.encode())]
    assert any(message in one for one in said), said


def test_a_fault_that_many_files_have_takes_few_lines(folder: Folder):
    for number in range(9):
        folder.write(f"p{number}.html", page('<a href="/absent">x</a>', title=str(number)))
    lines = folder.run().stdout.splitlines()
    assert len(lines) == 4
    assert lines[-1].startswith("  … et 6 autres fois.")
    assert len(folder.run("--all").stdout.splitlines()) == 9


def test_many_workers_find_what_one_finds(folder: Folder):
    for number in range(230):
        folder.write(f"p{number}.html", page('<a href="/absent">x</a>', title=str(number)))
    assert audit(folder.path, workers=2).diagnostics == audit(folder.path, workers=1).diagnostics


@given(st.text(max_size=200) | st.text(alphabet="<>a\"'=/! -svgtiledcrp", max_size=60))
def test_any_text_is_a_page(text: str):
    read_page(text)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
@example("x", "http://[", "https://[")
def test_any_address_leads_somewhere_or_nowhere(url: str, base: str, canonical: str):
    found = Addresses("a/index.html", base, canonical).resolve(url)
    assert found is None or isinstance(found, str | PageTarget)


@given(st.binary(max_size=80), st.sampled_from([".json", ".xml", ".ics", ".atom", ".svg"]))
def test_any_bytes_are_a_file_with_faults_or_without(data: bytes, ending: str):
    list(file_faults(f"a{ending}", data))
