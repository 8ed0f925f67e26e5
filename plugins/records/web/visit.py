"""One address: asked with HEAD, then with a small GET, through its redirections, each of them
checked."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from typing import Literal, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from plugins.records.web.manners import Manners
from plugins.records.web.public_hosts import (
    Allowed,
    Lookup,
    PrivateHostError,
    look_up,
    public_address,
)

TIMEOUT, LONGEST = 10.0, 30.0
"""Seconds: for one answer to come; for one request, whatever drips."""
_HOPS = 5
_SMALL = 1024
_ROBOTS = 64 * 1024
_PERMANENT, _MOVED = (301, 308), (301, 302, 303, 307, 308)
_GONE = (404, 410)
_SAFE = "/:?#[]@!$&'()*+,;=%~"

WebAnswer = Literal["there", "down", "private", "unknown"]
"""It is there; it is not, today; it leads to a private machine; its host does not let us know."""


class Visit(NamedTuple):
    """What was found. `url`: where one arrives, after `is_permanent` redirections or others;
    `reason`: of what is wrong (French)."""

    answer: WebAnswer
    url: str
    is_permanent: bool = True
    reason: str = ""


class _Reply(NamedTuple):
    status: int
    location: str
    body: bytes


@dataclass
class Visitor:
    """Asks hosts. `agent`: who we are, with an address («annuaire/1.0 (+https://…)»).

    Several threads may ask: a host is asked by one at a time.
    """

    agent: str
    lookup: Lookup = look_up
    allowed: Allowed = ()
    sleep: Callable[[float], None] = time.sleep
    timeout: float = TIMEOUT
    _manners: dict[str, Manners] = field(default_factory=dict)

    def visit(self, url: str) -> Visit:
        """Where an address leads. Never raises: what goes wrong is an answer."""
        here, is_permanent = url, True
        for _ in range(_HOPS):
            try:
                reply = self._ask(here)
            except PrivateHostError:
                return Visit("private", here, is_permanent, "elle mène à une machine privée")
            except _RefusedError:
                return Visit("unknown", here, is_permanent, "le site refuse les programmes")
            except (OSError, HTTPException, ValueError) as failure:
                return Visit("down", here, is_permanent, _reason(failure))
            if reply.status not in _MOVED or not reply.location:
                return self._arrived(here, reply.status, is_permanent=is_permanent)
            is_permanent = is_permanent and reply.status in _PERMANENT
            here = urljoin(here, reply.location)
        return Visit("down", here, is_permanent, "elle tourne en rond")

    def _arrived(self, url: str, status: int, *, is_permanent: bool) -> Visit:
        if 200 <= status < 300:
            return Visit("there", url, is_permanent)
        if status in _GONE:
            return Visit("down", url, is_permanent, f"la page n'existe pas ({status})")
        if status >= 500:
            return Visit("down", url, is_permanent, f"le site est en panne ({status})")
        return Visit("unknown", url, is_permanent, f"le site ne veut pas répondre ({status})")

    def _ask(self, url: str) -> _Reply:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        name = self.agent.partition("/")[0]
        manners = self._manners.setdefault(parts.hostname or "", Manners(name, self.sleep))
        with manners.lock:
            if not manners.knows_robots(origin):
                manners.read_robots(origin, self._robots(origin, manners))
            if not manners.may_visit(origin, url):
                raise _RefusedError
            manners.wait()
            with contextlib.suppress(HTTPException, ConnectionError):  # some hosts know GET alone
                reply = self._request("HEAD", parts, _SMALL)
                if reply.status < 400:
                    return reply
            manners.wait()
            return self._request("GET", parts, _SMALL)

    def _robots(self, origin: str, manners: Manners) -> str:
        manners.wait()
        with contextlib.suppress(HTTPException):
            reply = self._request("GET", urlsplit(f"{origin}/robots.txt"), _ROBOTS)
            if reply.status == 200:
                return reply.body.decode("utf-8", "replace")
        return ""

    def _request(self, method: str, parts: SplitResult, most: int) -> _Reply:
        """One request to a public machine, of which at most so many bytes are read."""
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise PrivateHostError(parts.netloc)
        is_safe = parts.scheme == "https"
        port = parts.port or (443 if is_safe else 80)
        host = parts.hostname.encode("idna").decode()
        address = public_address(host, port, self.lookup, self.allowed)
        connected = socket.create_connection((address, port), self.timeout)
        guard = Timer(LONGEST, _cut, (connected,))
        guard.daemon = True
        guard.start()
        try:
            if is_safe:
                context = ssl.create_default_context()
                connected = context.wrap_socket(connected, server_hostname=host)
            connection = HTTPConnection(host, port, timeout=self.timeout)
            connection.sock = connected
            path = quote(parts.path or "/", safe=_SAFE) + (
                f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
            )
            connection.request(method, path, headers=self._headers(parts))
            return _read(connection.getresponse(), most)
        finally:
            guard.cancel()
            connected.close()

    def _headers(self, parts: SplitResult) -> dict[str, str]:
        host = (parts.hostname or "").encode("idna").decode()
        return {
            "Host": f"{host}:{parts.port}" if parts.port else host,
            "User-Agent": self.agent,
            "Accept": "text/html,*/*;q=0.5",
            "Accept-Language": "fr",
            "Connection": "close",
        }


class _RefusedError(Exception):
    """robots.txt says no."""


def _read(response: HTTPResponse, most: int) -> _Reply:
    """`http.client` reads headers as Latin-1; sites write them so, in UTF-8, or as they should."""
    target = response.getheader("Location") or ""
    with contextlib.suppress(UnicodeError):
        target = target.encode("latin-1").decode()
    return _Reply(response.status, quote(target.strip(), safe=_SAFE), response.read(most))


def _cut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def _reason(failure: Exception) -> str:
    """What went wrong, in words that tell who can mend it."""
    if isinstance(failure, ssl.SSLCertVerificationError):
        return "son certificat n'est pas bon"
    if isinstance(failure, socket.gaierror):
        return NO_SUCH_NAME
    if isinstance(failure, TimeoutError):
        return "elle met trop de temps à répondre"
    if isinstance(failure, ConnectionRefusedError):
        return "la connexion est refusée"
    if re.search(r"unreachable", str(failure), re.IGNORECASE):
        return NO_NETWORK
    return "la connexion est coupée"


NO_SUCH_NAME = "ce nom de site n'existe pas"
NO_NETWORK = "aucun chemin n'y mène"
"""Reasons that may as well be those of our own network."""
