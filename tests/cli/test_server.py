"""The local server: this machine, this folder, a true 404."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.cli.server import SiteServer, site_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "site"
    (site / "lieux").mkdir(parents=True)
    (site / "images").mkdir()
    (site / "lieux" / "index.html").write_text("<h1>Des lieux</h1>", encoding="utf-8")
    (site / "404.html").write_text("<h1>Page introuvable, é</h1>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "sortie.txt").symlink_to(tmp_path / "secret.txt")
    (site / "sortie").mkdir()
    (site / "sortie" / "index.html").symlink_to(tmp_path / "secret.txt")
    with site_server(site, port=0) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield running
        running.shutdown()


def get(server: SiteServer, path: str, method: str = "GET") -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path)
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers["Content-Type"]
    finally:
        connection.close()


def test_a_folder_is_its_page(server: SiteServer):
    assert get(server, "/lieux/") == (200, "<h1>Des lieux</h1>", "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("name", "kind"), [("x.ics", "text/calendar"), ("x.atom", "application/atom+xml")]
)
def test_calendars_and_feeds_say_what_they_are(
    server: SiteServer, tmp_path: Path, name: str, kind: str
):
    (tmp_path / "site" / name).write_text("é", encoding="utf-8")
    assert get(server, f"/{name}") == (200, "é", f"{kind}; charset=utf-8")


def test_only_this_machine_is_served(server: SiteServer):
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "/absent/",
        "/images/",  # a folder without a page is not listed
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/lieux/..%2f..%2fsecret.txt",
        "/sortie/",
        "/sortie.txt",  # a link that leaves the folder
        "/%00",
        "//etc/passwd",
    ],
)
def test_what_is_not_in_the_site_is_its_404_page(server: SiteServer, path: str):
    status, body, kind = get(server, path)
    assert (status, body) == (404, "<h1>Page introuvable, é</h1>")
    assert kind == "text/html; charset=utf-8"


def test_the_headers_of_a_missing_page_come_without_its_body(server: SiteServer):
    assert get(server, "/absent/", method="HEAD")[:2] == (404, "")


def test_a_site_replaced_while_serving_is_served_at_once(server: SiteServer, tmp_path: Path):
    other = tmp_path / "other"
    (other / "lieux").mkdir(parents=True)
    (other / "lieux" / "index.html").write_text("<h1>Après</h1>", encoding="utf-8")
    (tmp_path / "site").rename(tmp_path / "old")
    other.rename(tmp_path / "site")
    assert get(server, "/lieux/")[1] == "<h1>Après</h1>"


@pytest.mark.parametrize(
    ("asked", "status", "body", "stated"),
    [
        ("bytes=4-6", 206, "Des", "bytes 4-6/18"),
        ("bytes=4-999", 206, "Des lieux</h1>", "bytes 4-17/18"),
        ("bytes=18-20", 416, "", "bytes */18"),
        ("bytes=6-4", 416, "", "bytes */18"),
        ("bytes=0-1,4-5", 200, "<h1>Des lieux</h1>", None),  # what we do not know: all of it
        ("lines=1-2", 200, "<h1>Des lieux</h1>", None),
    ],
)
def test_a_part_of_a_file_is_served_to_who_asks_for_it(
    server: SiteServer, asked: str, status: int, body: str, stated: str | None
):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request("GET", "/lieux/index.html", headers={"Range": asked})
        response = connection.getresponse()
        found = response.status, response.read().decode(), response.headers["Content-Range"]
        assert found == (status, body, stated)
    finally:
        connection.close()


def test_while_the_first_site_is_made_the_page_says_so(tmp_path: Path):
    with site_server(tmp_path, port=0) as running:
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        status, body, _ = get(running, "/")
        running.shutdown()
    assert (status, "Le site se construit" in body) == (404, True)
