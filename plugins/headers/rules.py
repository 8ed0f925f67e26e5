"""The text of `_headers`: for each top folder of the site, what a browser may do with it.

Hosts add up the headers of all the rules that match an address, so that two policies would both
hold: the rule for everything has none, and each top folder has its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.press.policy import header

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_PAGES = {
    "Content-Security-Policy": header(),
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SEARCH = {**_PAGES, "Content-Security-Policy": header("search")}
_PARTICULAR: Mapping[str, Mapping[str, str]] = {
    # Names in /assets/ hold a hash of the content: they never change.
    "assets": {**_PAGES, "Cache-Control": "public, max-age=31536000, immutable"},
    "recherche": _SEARCH,
    "pagefind": _SEARCH,
    # No policy: browsers show a PDF with a page of their own, which ours would break.
    "papier": {"X-Frame-Options": "DENY"},
    # The worker decides what is kept: a reader must never wait for a new one.
    "hors-ligne.js": {**_PAGES, "Cache-Control": "no-cache"},
}
_ALWAYS = {"pagefind"}  # written after the pages, by Pagefind


def headers_file(paths: Iterable[str], root: str = "") -> str:
    """`_headers` for the pages `paths` of a site that lies under `root` («/aide», or nothing)."""
    tops = {path.split("/", 1)[0]: "/" in path for path in paths if path != "index.html"}
    tops |= dict.fromkeys(_ALWAYS, True)
    rules: list[tuple[str, Mapping[str, str]]] = [
        (f"{root}/*", EVERYWHERE),
        (f"{root}/", _PAGES),
    ]
    for name, is_folder in sorted(tops.items()):
        address = f"{root}/{name}/*" if is_folder else f"{root}/{name}"
        rules.append((address, _PARTICULAR.get(name, _PAGES)))
    return "\n".join(_rule(address, fields) for address, fields in rules)


def _rule(address: str, fields: Mapping[str, str]) -> str:
    return "".join([f"{address}\n", *(f"  {name}: {value}\n" for name, value in fields.items())])
