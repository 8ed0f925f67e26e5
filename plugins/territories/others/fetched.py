"""One address asked over HTTPS, for `annuaire federate`; nothing else here has a network."""

from __future__ import annotations

from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from plugins.common.errors import BuildError

_TIMEOUT = 30.0
"""Seconds without a byte."""
_LARGEST = 128 * 1024 * 1024
"""Bytes: a whole country, twice."""


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
            body: bytes = answer.read(_LARGEST + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise BuildError(f"« {url} » ne répond pas.") from error
    if len(body) > _LARGEST:
        raise BuildError(f"« {url} » est trop gros.")
    return body
