"""Sites are visited politely, and nothing leads a visit into our own network."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.web.public_hosts import PrivateHostError, is_public, public_address
from plugins.records.web.visit import NO_SUCH_NAME, Visit, Visitor
from tests.support.web_server import AGENT, LocalWeb, Served, local_web

PAGES = {
    "site.exemple/": Served(),
    "site.exemple/page": Served(),
    "site.exemple/moved": Served(301, "/page"),
    "site.exemple/twice": Served(301, "/moved"),
    "site.exemple/for-now": Served(302, "/page"),
    "site.exemple/mixed": Served(301, "/for-now"),
    "site.exemple/round": Served(301, "/round"),
    "site.exemple/get-alone": Served(200, head=405),
    "site.exemple/broken": Served(503),
    "site.exemple/closed": Served(403),
    "site.exemple/nowhere": Served(302, ""),
    "site.exemple/to-file": Served(301, "file:///etc/passwd"),
    "site.exemple/to-other": Served(301, "http://autre.exemple:PORT/"),
    "site.exemple/accents": Served(301, "/été"),
    "site.exemple/%C3%A9t%C3%A9": Served(),
    "autre.exemple/": Served(),
    "lent.exemple/robots.txt": Served(body=b"User-agent: *\nCrawl-delay: 3\nDisallow: /prive/\n"),
    "lent.exemple/": Served(),
    "lent.exemple/prive/x": Served(),
    "lent.exemple/a": Served(),
    "infini.exemple/robots.txt": Served(body=b"User-agent: *\nCrawl-delay: 86400\n"),
    "infini.exemple/": Served(),
    "sans-nous.exemple/robots.txt": Served(
        body=b"User-agent: annuaire-aide-numerique\nDisallow: /\n"
    ),
    "sans-nous.exemple/": Served(),
}


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    with local_web(PAGES) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "answer", "arrived", "is_permanent"),
    [
        ("page", "there", "page", True),
        ("moved", "there", "page", True),
        ("twice", "there", "page", True),
        ("for-now", "there", "page", False),
        ("mixed", "there", "page", False),
        ("get-alone", "there", "get-alone", True),
        ("accents", "there", "%C3%A9t%C3%A9", True),
        ("missing", "down", "missing", True),
        ("broken", "down", "broken", True),
        ("round", "down", "round", True),
        ("closed", "unknown", "closed", True),
        ("nowhere", "unknown", "nowhere", True),
        ("to-file", "private", None, True),
    ],
)
def test_where_an_address_leads(
    web: LocalWeb, path: str, answer: str, arrived: str | None, is_permanent: bool
) -> None:
    visit = web.visitor().visit(web.url(f"site.exemple/{path}"))
    assert (visit.answer, visit.is_permanent) == (answer, is_permanent)
    assert arrived is None or visit.url == web.url(f"site.exemple/{arrived}")
    assert bool(visit.reason) is (answer != "there")


def test_head_comes_first_and_one_says_who_one_is(web: LocalWeb) -> None:
    web.visitor().visit(web.url("site.exemple/page"))
    web.visitor().visit(web.url("site.exemple/get-alone"))
    assert web.asked == [
        ("HEAD", "site.exemple", "/page", AGENT),
        ("HEAD", "site.exemple", "/get-alone", AGENT),
        ("GET", "site.exemple", "/get-alone", AGENT),
    ]


def test_there_is_a_pause_between_two_requests_to_a_host(web: LocalWeb) -> None:
    visitor = web.visitor()
    visitor.visit(web.url("site.exemple/page"))
    assert web.slept == [1.0], "after robots.txt"
    visitor.visit(web.url("site.exemple/"))
    assert web.slept == [1.0, 1.0]
    visitor.visit(web.url("autre.exemple/"))
    assert web.slept == [1.0, 1.0, 1.0]


def test_robots_are_asked_once_and_obeyed(web: LocalWeb) -> None:
    visitor = web.visitor()
    assert visitor.visit(web.url("lent.exemple/a")).answer == "there"
    assert visitor.visit(web.url("lent.exemple/prive/x")).answer == "unknown"
    assert [path for _, _, path, _ in web.asked] == ["/robots.txt", "/a"]
    assert web.slept == [3.0], "it asks for three seconds"
    assert visitor.visit(web.url("sans-nous.exemple/")).answer == "unknown"
    assert visitor.visit(web.url("infini.exemple/")).answer == "there"
    assert max(web.slept) == 10.0


@pytest.mark.parametrize("path", ["page", "to-other"])
def test_a_private_machine_is_never_asked(web: LocalWeb, path: str) -> None:
    assert web.visitor(allowed=False).visit(web.url(f"site.exemple/{path}")).answer == "private"
    assert web.asked == []


def test_a_redirection_leads_to_no_private_machine_either(web: LocalWeb) -> None:
    inside = {"site.exemple": "127.0.0.1", "autre.exemple": "10.0.0.7"}
    visitor = web.visitor()
    visitor.lookup = lambda host, _port: [inside[host]]
    visit = visitor.visit(web.url("site.exemple/to-other"))
    assert (visit.answer, visit.url) == ("private", web.url("autre.exemple/"))


def test_what_cannot_be_reached(web: LocalWeb) -> None:
    def no_name(_host: str, _port: int) -> list[str]:
        raise socket.gaierror

    visitor = web.visitor()
    visitor.lookup = no_name
    assert visitor.visit("http://site.exemple/") == Visit(
        "down", "http://site.exemple/", True, NO_SUCH_NAME
    )
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        silent = Visitor(AGENT, lambda *_: ["127.0.0.1"], {("127.0.0.1", port)}, print)
        assert silent.visit(f"http://x.exemple:{port}/").reason == "la connexion est refusée"
        assert silent.visit(f"https://x.exemple:{port}/").answer == "down"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "::",
        "site.exemple", "", "198.18.0.1", "192.0.2.1",
    ],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_of_ipv4_has_no_way_around(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


def test_one_private_address_of_a_name_is_enough() -> None:
    with pytest.raises(PrivateHostError):
        public_address("x.exemple", 80, lambda *_: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(OSError, match="no address"):
        public_address("x.exemple", 80, lambda *_: [])
    assert public_address("x.exemple", 80, lambda *_: ["8.8.8.8"]) == "8.8.8.8"


@pytest.mark.parametrize(
    "url",
    ["ftp://site.exemple/", "http://moi@site.exemple/", "http:///x", "http://[::1", "http://a:99999/"],
)  # fmt: skip
def test_other_addresses_are_never_looked_up(web: LocalWeb, url: str) -> None:
    assert web.visitor().visit(url).answer in ("private", "down")
    assert web.looked_up == []
