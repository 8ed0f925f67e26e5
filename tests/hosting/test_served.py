"""`annuaire publish`: what each host gets, and what real servers answer with it."""

import gzip
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.cli.publish import publish
from plugins.common.errors import BuildError
from plugins.hosting.served.nginx import nginx_file
from plugins.hosting.served.ready import TARGETS, make_ready
from plugins.hosting.served.rules import read_headers, read_redirects
from plugins.press.publish import hosts
from plugins.press.publish.manifest import DIRTY, FORMER, Manifest, write_manifest
from tests.support.installed_servers import apache, found, nginx, open_folder

HEADERS = """{root}/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin

{root}/
  Content-Security-Policy: default-src 'none'; img-src 'self' data:

{root}/404.html
  X-Frame-Options: DENY

{root}/agenda/*
  X-Frame-Options: DENY

{root}/assets/*
  Cache-Control: public, max-age=31536000, immutable

{root}/integrer/*
  Content-Security-Policy: default-src 'none'; frame-ancestors *
  Referrer-Policy: no-referrer

{root}/agenda/*.ics
  Content-Type: text/calendar; charset=utf-8
  X-Robots-Tag: noindex
"""
HEADED = ("cloudflare", "cloudflare-payant", "netlify")
LONG_NAME = "mediatheque-d-un-nom-de-plus-de-soixante-quatre-lettres-comme-il-en-est"
LONG = "Où se faire aider près de chez vous. " * 60
FILES = {
    "index.html": f"<!doctype html><title>Accueil</title><p>{LONG}</p>",
    "404.html": "<!doctype html><title>Page absente</title>",
    "robots.txt": "User-agent: *\n",
    "agenda/31/index.html": "<!doctype html><title>Agenda</title>",
    "agenda/31/labege.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "assets/style.1a2b3c4d.css": "p{color:red}",
    "composants/index.html": "<!doctype html><title>Composants</title>",
    "integrer/31/labege/index.html": "<!doctype html><title>Cadre</title>",
    "lieux/31/ancien/index.html": "<!doctype html><title>Déplacé</title>",
    f"lieux/31/{LONG_NAME}/index.html": "<!doctype html><title>Déplacé aussi</title>",
    "lieux/31/a-neuf/index.html": "<!doctype html><title>Lieu</title>",
}


def built(folder: Path, root: str = "") -> Path:
    """A built site that lies under `root`."""
    moves = "".join(
        f"{root}/lieux/31/{name}/ {root}/lieux/31/a-neuf/ 301\n" for name in ("ancien", LONG_NAME)
    )
    files = {**FILES, "_headers": HEADERS.format(root=root), "_redirects": moves}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    write_manifest(folder / ".manifeste", Manifest("0" * 32, dict.fromkeys(files, "00")))
    return folder


def sent(folder: Path, *arguments: str) -> list[list[str]]:
    """What a stand-in for «aws» is asked by the script beside `folder`."""
    aws, asked = folder.with_name("bin") / "aws", folder.with_name("asked")
    aws.parent.mkdir()
    aws.write_text(f'#!/bin/sh\nprintf "%s\\0" "$@" >> {asked}; printf "\\n" >> {asked}\n')
    aws.chmod(0o755)
    script = folder.with_name(f"{folder.name}.s3.sh")
    path = {"PATH": f"{aws.parent}:/usr/bin:/bin"}
    subprocess.run(["sh", str(script), *arguments], check=True, env=path, cwd="/")
    return [line.split("\0")[:-1] for line in asked.read_text().splitlines()]


def taken_by(arguments: list[str], folder: Path) -> dict[str, str]:
    """Files that one call of «aws s3 sync» takes, each with its type and cache, as its reference
    says: the last filter that matches wins."""
    filters = [
        (name == "--include", value)
        for name, value in pairwise(arguments)
        if name in ("--include", "--exclude")
    ]
    kept = [
        value
        for name, value in pairwise(arguments)
        if name in ("--content-type", "--cache-control")
    ]
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        last = [is_in for is_in, pattern in filters if fnmatch(name, pattern)]
        if path.is_file() and (not last or last[-1]):
            found[name] = " + ".join(kept)
    return found


@pytest.mark.parametrize("root", ["", "/aide"])
def test_a_store_gets_each_file_once_with_its_type_and_its_cache(tmp_path: Path, root: str):
    make_ready(built(tmp_path / "output", root), tmp_path / "public", "s3", "_", "")
    *calls, last = sent(tmp_path / "public", "seau", "--endpoint-url", "https://s3.exemple.fr")
    files = [path.name for path in (tmp_path / "public").rglob("*") if path.is_file()]
    taken = [taken_by(call, tmp_path / "public") for call in calls]
    assert sum(map(len, taken)) == len(files)
    told = {name: kept for each in taken for name, kept in each.items()}
    at = root.strip("/") + "/" * bool(root)
    assert told[f"{at}agenda/31/labege.ics"] == "text/calendar; charset=utf-8"
    assert told[f"{at}assets/style.1a2b3c4d.css"] == "public, max-age=31536000, immutable"
    assert told[f"{at}index.html"] == "no-cache"
    assert f"{at}index.html" in taken[-1]  # pages come after what they ask for
    assert "--delete" in last
    assert all("--endpoint-url" in call and "s3://seau" in call for call in (*calls, last))


@pytest.fixture
def room() -> Iterator[Path]:
    with open_folder() as folder:
        built(folder / "output")
        yield folder


def ready(room: Path, host: str) -> Path:
    make_ready(room / "output", room / "public", host, "_", str(room / "public"))
    return room / "public"


def got(address: str, **asked: str) -> tuple[int, Message, bytes]:
    """The answer to one request, no redirection followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *given: object) -> None:
            return None

    opener = urllib.request.build_opener(Stay)
    try:
        request = urllib.request.Request(address, headers=asked)  # noqa: S310 (our own server)
        with opener.open(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_the_command_names_every_host():
    named = re.search(r"HÉBERGEUR : (.*?) pour un autre\.", publish.help or "", re.DOTALL)
    assert named
    assert set(re.findall(r"[a-z0-9-]+", named[1])) - {"ou"} == set(TARGETS)
    assert {target.limits for target in TARGETS.values()} == set(hosts.HOSTS)


def test_a_host_that_nobody_knows_is_refused_with_those_that_are_known():
    told = CliRunner().invoke(publish, ["alwaysdata"])
    assert told.exit_code == 2
    assert "« alwaysdata » n'est pas connu" in told.output
    assert "fichiers" in told.output


@pytest.mark.parametrize("host", TARGETS)
def test_nothing_private_goes_out_and_every_page_does(host: str, room: Path):
    folder = ready(room, host)
    paths = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert not [path for path in paths if path.startswith((".manifeste", "composants/"))]
    assert {path for path in FILES if not path.startswith("composants/")} <= paths
    assert ("_headers" in paths) == (host in HEADED)
    assert ("_redirects" in paths) == (host in (*HEADED, "gitlab"))
    assert (".nojekyll" in paths) == (host == "github")
    assert (".htaccess" in paths) == (host == "apache")


def test_a_second_publication_takes_the_place_of_the_first(room: Path):
    ready(room, "fichiers")
    shutil.rmtree(room / "output")
    files = built(room / "output")
    (files / "index.html").write_text("<!doctype html><title>Neuf</title>", "utf-8")
    folder = ready(room, "fichiers")
    assert "Neuf" in (folder / "index.html").read_text("utf-8")
    assert sorted(path.name for path in room.iterdir()) == ["output", "public"]


def test_what_is_not_a_site_is_neither_published_nor_replaced(room: Path):
    mine = room / "public"
    mine.mkdir()
    (mine / "lettre.txt").write_text("à garder", "utf-8")
    with pytest.raises(BuildError, match="contient autre"):
        ready(room, "fichiers")
    assert (mine / "lettre.txt").read_text("utf-8") == "à garder"
    with pytest.raises(BuildError, match="annuaire build"):
        make_ready(mine, room / "autre", "fichiers", "_", "")


def test_a_site_of_somebody_else_is_not_replaced(room: Path):
    theirs = built(room / "public")
    with pytest.raises(BuildError, match="contient autre"):
        ready(room, "fichiers")
    assert (theirs / "lieux/31/a-neuf/index.html").is_file()


@pytest.mark.parametrize("folder", ["output", ".", "output/public", "output/agenda", "x/../output"])
def test_the_site_itself_is_not_replaced_by_its_copy(folder: str, room: Path):
    with pytest.raises(BuildError, match="touche au site construit"):
        make_ready(room / "output", room / folder, "fichiers", "_", "")
    assert (room / "output/.manifeste").is_file()
    assert not (room / "output/public").exists()


@pytest.mark.parametrize("path", ["../secret.txt", "{room}/secret.txt", "a/../../secret.txt", ""])
def test_a_manifest_changed_by_hand_takes_nothing_from_elsewhere(path: str, room: Path):
    (room / "secret.txt").write_text("à moi", "utf-8")
    named = {**dict.fromkeys(FILES, "00"), path.format(room=room): "00"}
    write_manifest(room / "output/.manifeste", Manifest("0" * 32, named))
    with pytest.raises(BuildError, match="sort du site"):
        ready(room, "fichiers")
    assert sorted(each.name for each in room.iterdir()) == ["output", "secret.txt"]


@pytest.mark.parametrize("link", ["index.html", "agenda"])
def test_a_link_takes_nothing_from_elsewhere(link: str, room: Path):
    (room / "output" / link).rename(room / "ailleurs")
    (room / "output" / link).symlink_to(room / "ailleurs")
    with pytest.raises(BuildError, match="sort du site"):
        ready(room, "fichiers")


def test_half_a_site_is_not_published(room: Path):
    named = {**dict.fromkeys(FILES, "00"), "index.html": DIRTY}
    write_manifest(room / "output/.manifeste", Manifest("0" * 32, named))
    with pytest.raises(BuildError, match="a été coupée"):
        ready(room, "fichiers")


def test_a_site_whose_part_is_late_is_published(room: Path):
    named = {**dict.fromkeys(FILES, "00"), "lieux/31/a-neuf/index.html": FORMER}
    write_manifest(room / "output/.manifeste", Manifest("0" * 32, named))
    assert (ready(room, "fichiers") / "lieux/31/a-neuf/index.html").is_file()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("_headers", "bonjour"),
        ("_headers", ""),
        ("_headers", "/../../ailleurs/*\n  X-Frame-Options: DENY\n"),
        ("_headers", "/*\n  X-A b; include /etc/passwd: c\n"),
        ("_redirects", "/a/ /b/\n"),
    ],
)
def test_rules_changed_by_hand_are_refused_in_french(file: str, text: str, room: Path):
    (room / "output" / file).write_text(text, "utf-8")
    with pytest.raises(BuildError, match="changée à la main"):
        ready(room, "nginx")
    assert sorted(each.name for each in room.iterdir()) == ["output"]


def test_a_host_that_does_not_take_so_much_is_refused(room: Path, monkeypatch: pytest.MonkeyPatch):
    small = TARGETS["cloudflare"]._replace(limits=hosts.CLOUDFLARE._replace(files=3))
    monkeypatch.setitem(TARGETS, "cloudflare", small)
    with pytest.raises(BuildError, match="Cloudflare Pages gratuit ne prend pas"):
        ready(room, "cloudflare")
    assert not (room / "public").exists()


@pytest.mark.parametrize("text", ["pas une règle", "/a/*\n  X-Frame-Options", "a\n  X-A: b"])
def test_headers_of_somebody_else_are_not_guessed(text: str):
    with pytest.raises(ValueError, match=re.escape(text.split("\n")[0])):
        read_headers(text)


def test_redirections_of_somebody_else_are_not_guessed():
    with pytest.raises(ValueError, match="302"):
        read_redirects("/a/ /b/ 302\n")


def answers_as_headers_say(address: str, root: str = "") -> None:
    """What `_headers`, `_redirects` and the page of errors promise."""
    status, home, page = got(f"{address}{root}/")
    assert (status, home["X-Content-Type-Options"]) == (200, "nosniff")
    assert home["Content-Security-Policy"] == "default-src 'none'; img-src 'self' data:"
    assert home["Content-Type"].lower().replace(" ", "") == "text/html;charset=utf-8"
    assert page.decode() == FILES["index.html"]
    _, packed, page = got(f"{address}{root}/", **{"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(page).decode() == FILES["index.html"]
    frame = got(f"{address}{root}/integrer/31/labege/")[1]
    assert frame.get_all("Referrer-Policy") == ["no-referrer"]
    assert frame.get_all("Content-Security-Policy") == ["default-src 'none'; frame-ancestors *"]
    style = got(f"{address}{root}/assets/style.1a2b3c4d.css")[1]
    assert style["Cache-Control"] == "public, max-age=31536000, immutable"
    calendar = got(f"{address}{root}/agenda/31/labege.ics")[1]
    assert calendar["Content-Type"].replace(" ", "") == "text/calendar;charset=utf-8"
    assert calendar["X-Robots-Tag"] == "noindex"
    assert calendar["X-Frame-Options"] == "DENY"
    status, absent, page = got(f"{address}{root}/lieux/31/nulle-part/")
    assert (status, absent["X-Frame-Options"]) == (404, "DENY")
    assert "Page absente" in page.decode()
    for name in ("ancien", LONG_NAME):
        status, moved, _ = got(f"{address}{root}/lieux/31/{name}/")
        assert status == 301
        assert moved["Location"].removeprefix(address) == f"{root}/lieux/31/a-neuf/"
    assert got(f"{address}{root}/agenda/")[0] in (403, 404)  # no list of a folder


@pytest.mark.parametrize(
    "name",
    [
        *("", "aide exemple.fr", "aide.fr;", "aide.fr\n", "aide.fr; include /etc/passwd", "a{"),
        *('"aide.fr"', "~^.*$", "$host", "https://aide.fr", "aide.fr/chemin", "aide..fr", "_.fr"),
    ],
)
def test_a_name_that_is_none_is_not_written_for_nginx(name: str):
    with pytest.raises(BuildError, match="n'est pas un nom de site"):
        nginx_file(read_headers(HEADERS.format(root="")), [], name, "/var/www/annuaire")


@pytest.mark.parametrize(
    "place",
    [
        *("", "/", "public", "../public", "/var/www;", "/var/www\n", '/var/"www', "/var/$uri"),
        *("/a{b", "/a\\", "/a#b", "C:\\site", "~/site", "//site"),
    ],
)
def test_a_place_that_is_no_folder_is_not_written_for_nginx(place: str):
    with pytest.raises(BuildError, match="n'est pas un dossier du serveur"):
        nginx_file(read_headers(HEADERS.format(root="")), [], "_", place)


@pytest.mark.skipif(not found("nginx"), reason="nginx is not installed")
def test_nginx_leads_on_without_saying_a_host_behind_one_that_has_the_certificate(room: Path):
    with nginx(ready(room, "nginx").with_name("public.conf")) as address:
        assert got(f"{address}/agenda/31")[1]["Location"] == "/agenda/31/"


@pytest.mark.skipif(not found("nginx"), reason="nginx is not installed")
def test_nginx_finds_a_folder_with_spaces_and_accents():
    with open_folder() as room:
        built(room / "output")
        place = room / "site d été"
        make_ready(room / "output", place, "nginx", "_", str(place))
        with nginx(room / "site d été.conf") as address:
            answers_as_headers_say(address)


@pytest.mark.skipif(not found("nginx"), reason="nginx is not installed")
@pytest.mark.parametrize("root", ["", "/aide"])
def test_nginx_answers_as_headers_say(root: str):
    with open_folder() as room:
        built(room / "output", root)
        ready(room, "nginx")
        with nginx(room / "public.conf") as address:
            answers_as_headers_say(address, root)


@pytest.mark.skipif(not found("apache2"), reason="Apache is not installed")
@pytest.mark.parametrize("root", ["", "/aide"])
def test_apache_answers_as_headers_say(root: str):
    with open_folder() as room:
        built(room / "output", root)
        with apache(ready(room, "apache")) as address:
            answers_as_headers_say(address, root)
            packed = got(f"{address}{root}/", **{"Accept-Encoding": "gzip, br"})[1]
            assert packed.get_all("Content-Encoding") == ["br"]  # lighter, where browsers take it


@pytest.mark.skipif(not found("apache2"), reason="Apache is not installed")
def test_apache_gives_headers_to_the_letter(room: Path):
    headers = '/*\n  X-Essai: a "b" 50%s\n'
    (room / "output/_headers").write_text(headers, "utf-8")
    with apache(ready(room, "apache")) as address:
        assert got(f"{address}/")[1]["X-Essai"] == 'a "b" 50%s'
