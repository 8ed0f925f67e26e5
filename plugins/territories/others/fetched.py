"""One address asked over HTTPS, for `annuaire federate`; nothing else here has a network."""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from time import monotonic
from typing import IO, Protocol
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from plugins.common.errors import BuildError

_TIMEOUT = 30.0
"""Seconds without a byte."""
_PATIENCE = 300.0
"""Seconds for a whole answer: one that comes byte by byte would never end."""
_PART = 1 << 16
_LARGEST = 128 * 1024 * 1024
"""Bytes: a whole country, twice."""


class HostAnswer(Protocol):
    """What is read of one."""

    def read1(self, amount: int, /) -> bytes:
        """What has come so far, at most so many bytes; empty at the end."""


class _HttpsAlone(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.startswith("https://"):
            raise URLError("elle mène hors de HTTPS")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetched(url: str) -> bytes:
    """What is at an address («https://…»). Raises BuildError: nobody answers, or too much."""
    if not url.startswith("https://"):
        raise BuildError(f"« {url} » n'est pas une adresse https.")
    request = Request(url, headers={"User-Agent": "annuaire", "Accept": "application/json"})  # noqa: S310 (https, see above)
    try:
        with build_opener(_HttpsAlone).open(request, timeout=_TIMEOUT) as answer:
            return whole(answer, url)
    except (OSError, HTTPException, ValueError) as error:
        raise BuildError(f"« {url} » ne répond pas.") from error


def whole(answer: HostAnswer, url: str, clock: Callable[[], float] = monotonic) -> bytes:
    """All of an answer. Raises BuildError: it takes too long, or is too much."""
    body, end = bytearray(), clock() + _PATIENCE
    while part := answer.read1(_PART):
        body += part
        if len(body) > _LARGEST:
            raise BuildError(f"« {url} » est trop gros.")
        if clock() > end:
            raise BuildError(f"« {url} » répond trop lentement.")
    return bytes(body)
