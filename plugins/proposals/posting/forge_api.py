"""The API of a forge: JSON over HTTPS, with a token that goes to no other host."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

MOST_JSON = 5_000_000
_SECONDS = 30
_MOST_PAGES = 10


class ForgeError(Exception):
    """The forge refuses, or cannot be reached; the message is French. `status`: that of HTTP, or
    0."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


_OPENER = build_opener(_NoRedirection)


class ForgeApi:
    """`base`: its address; `headers`: those of each request, the token among them."""

    def __init__(self, base: str, headers: Mapping[str, str]) -> None:
        self._base = base.rstrip("/")
        self._headers = {"User-Agent": "annuaire", **headers}

    def call(self, method: str, path: str, body: object = None) -> Any:
        """What the forge answers, as JSON; None when it answers nothing."""
        data = None if body is None else json.dumps(body).encode()
        answer = self._ask(method, self._base + path, self._headers, data, MOST_JSON)
        try:
            return json.loads(answer) if answer else None
        except ValueError:
            raise ForgeError("la forge ne répond pas en JSON") from None

    def items(self, path: str) -> Iterator[Any]:
        """Each item of a list, page by page."""
        sign = "&" if "?" in path else "?"
        for page in range(1, _MOST_PAGES + 1):
            found = self.call("GET", f"{path}{sign}per_page=100&page={page}")
            if not isinstance(found, list):
                raise ForgeError("la forge ne répond pas par une liste")
            yield from found
            if len(found) < 100:
                return

    def download(self, path: str, most: int) -> bytes:
        """The bytes of a file, at most so many. Where it lies elsewhere, that host is not given the
        token."""
        try:
            return self._ask("GET", self._base + path, self._headers, None, most)
        except _MovedError as moved:
            return self._ask("GET", moved.address, {"User-Agent": "annuaire"}, None, most)

    def _ask(
        self, method: str, address: str, headers: Mapping[str, str], data: bytes | None, most: int
    ) -> bytes:
        if not address.startswith(("https://", "http://127.0.0.1:")):
            raise ForgeError("la forge doit avoir une adresse en https")
        sent = {**headers, **({"Content-Type": "application/json"} if data is not None else {})}
        request = Request(address, data, sent, method=method)  # noqa: S310 (looked at above)
        try:
            with _OPENER.open(request, timeout=_SECONDS) as answer:
                found: bytes = answer.read(most + 1)
        except HTTPError as error:
            with error:
                location = error.headers.get("Location", "")
            if error.code in (301, 302, 303, 307, 308) and location:
                raise _MovedError(location) from None
            raise ForgeError(f"la forge refuse ({error.code})", error.code) from None
        except (URLError, HTTPException, OSError) as error:
            raise ForgeError(f"la forge ne répond pas ({type(error).__name__})") from None
        if len(found) > most:
            raise ForgeError("la réponse de la forge est trop longue")
        return found


class _MovedError(ForgeError):
    def __init__(self, address: str) -> None:
        super().__init__("la forge renvoie à une autre adresse")
        self.address = address


def variable(name: str) -> str:
    """A variable of the environment that the forge always gives."""
    if value := os.environ.get(name, ""):
        return value
    raise ForgeError(f"la variable {name} n'est pas donnée")


def told(error: Exception) -> str:
    """What to say of a refusal, or of an answer that has not the shape that forges document."""
    if isinstance(error, KeyError | TypeError):
        return f"la forge répond autrement que prévu ({error})"
    return str(error)
