"""`_headers` and `_redirects` of a built site, read back for servers that do not know them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.press.page_set import is_safe_path

_TYPE = "Content-Type"
_HEADER = re.compile(r"[A-Za-z-]+")


class AddressRule(NamedTuple):
    """The headers of the addresses that match `pattern` («/agenda/*»); `fields`: name, value."""

    pattern: str
    fields: tuple[tuple[str, str], ...]

    @property
    def regex(self) -> str:
        """`pattern` for a server, of an address without its query; «/» is its index too."""
        inside = re.escape(self.pattern).replace(r"\*", ".*").replace(r"\-", "-")
        return f"^{inside}(index\\.html)?$" if self.pattern.endswith("/") else f"^{inside}$"


class Redirection(NamedTuple):
    """A page that has moved for good: addresses from the root of the host."""

    source: str
    target: str


def read_headers(text: str) -> list[AddressRule]:
    """The rules of a `_headers` of ours, in its order; ValueError for anything else."""
    found: list[AddressRule] = []
    for block in filter(None, text.strip().split("\n\n")):
        pattern, *lines = block.splitlines()
        fields = [line.strip().partition(": ") for line in lines]
        if not pattern.startswith("/") or not all(map(_is_field, fields)):
            raise ValueError(pattern)
        found.append(AddressRule(pattern, tuple((name, value) for name, _, value in fields)))
    root = found[0].pattern.removesuffix("*").strip("/") if found else ".."
    if root and not is_safe_path(root):
        raise ValueError(found[0].pattern if found else "")
    return found


def _is_field(field: tuple[str, str, str]) -> bool:
    name, _, value = field
    return bool(_HEADER.fullmatch(name)) and bool(value)


def read_redirects(text: str) -> list[Redirection]:
    """The moves of a `_redirects` of ours; ValueError for a line that is not one."""
    found = []
    for line in text.splitlines():
        match line.split(" "):
            case [source, target, "301"]:
                found.append(Redirection(source, target))
            case _:
                raise ValueError(line)
    return found


def by_header(rules: Iterable[AddressRule]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each header with its patterns (as regular expressions) and values, the last rule first: where
    several match, browsers take the last that they are given, servers the first that matches."""
    kept = list(rules)
    names = dict.fromkeys(name for rule in kept for name, _ in rule.fields if name != _TYPE)
    for name in names:
        yield (
            name,
            [
                (rule.regex, value)
                for rule in reversed(kept)
                for field, value in rule.fields
                if field == name
            ],
        )


def types_of(rules: Iterable[AddressRule]) -> dict[str, str]:
    """Ending of files («.ics») → their type, for what servers may not know."""
    return {
        rule.pattern.rpartition("*")[2]: value
        for rule in rules
        for name, value in rule.fields
        if name == _TYPE
    }


def root_of(rules: Iterable[AddressRule]) -> str:
    """The path under which the site lies: «/aide», or nothing."""
    return next(iter(rules)).pattern.removesuffix("/*")
