"""Pagefind as a service: HTML documents in, the files of their index out.

Its own Python client waits a tenth of a second for each answer, hence this one. The protocol is
internal to Pagefind, so its version is pinned: messages are JSON in base64, each followed by a
comma, one answer a question, in order (source: pagefind/src/service of version 1.5).
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from pagefind_bin import get_executable

from plugins.common.errors import BuildError

_READ_AT_MOST = 1 << 20


class Pagefind:
    """The program, running while the `with` block lasts. Raises PressError when it fails."""

    def __enter__(self) -> Pagefind:
        try:
            self._process = subprocess.Popen(
                [str(get_executable()), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise _failure(error.strerror or "il ne démarre pas") from error
        self._unread = bytearray()
        self._asked = 0
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def index(self, documents: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """The files of an index of `documents`, by path.

        A document is what Pagefind gives back as its address, and HTML whose attributes
        `data-pagefind-…` say what counts.
        """
        number = self._ask("NewIndex", config={"keep_index_url": True})["index_id"]
        for address, html in documents:
            self._ask("AddFile", index_id=number, url=address, file_contents=html)
        files = self._ask("GetFiles", index_id=number)["files"]
        self._ask("DeleteIndex", index_id=number)
        return {file["path"]: base64.b64decode(file["content"]) for file in files}

    def _ask(self, action: str, **details: object) -> dict[str, Any]:
        self._asked += 1
        question = {"message_id": self._asked, "payload": {"type": action, **details}}
        assert self._process.stdin is not None  # noqa: S101 (for the type checker)
        try:
            self._process.stdin.write(base64.b64encode(json.dumps(question).encode()) + b",")
            self._process.stdin.flush()
        except OSError as error:
            raise _failure("il s'est arrêté") from error
        answer: dict[str, Any] = json.loads(base64.b64decode(self._read()))["payload"]
        if answer["type"] == "Error":
            raise _failure(str(answer.get("message", "erreur inconnue")))
        return answer

    def _read(self) -> bytes:
        """The next message."""
        assert self._process.stdout is not None  # noqa: S101
        while True:
            looked_at = len(self._unread)
            data = self._process.stdout.read1(_READ_AT_MOST)  # type: ignore[attr-defined]
            if not data:
                raise _failure("il s'est arrêté")
            self._unread += data
            end = self._unread.find(b",", looked_at)
            if end >= 0:
                message = bytes(self._unread[:end])
                del self._unread[: end + 1]
                return message


def _failure(reason: str) -> BuildError:
    return BuildError(f"Pagefind, qui fait l'index de la recherche, a échoué : {reason}.")
