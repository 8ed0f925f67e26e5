"""The text of `_headers`: for each top folder of the site, what a browser may do with it.

Hosts add up the headers of all the rules that match an address, so that two policies would both
hold: the rule for everything has none, and each top folder has its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.press.policy import Policies

HeaderFields = Mapping[str, str]

EVERYWHERE = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_TYPES = {
    "agenda/*.ics": "text/calendar; charset=utf-8",
    "agenda/*.atom": "application/atom+xml; charset=utf-8",
}
"""What hosts may not know, or serve without saying how letters are written."""
_ALWAYS = {"pagefind"}  # written after the pages, by Pagefind


def headers_file(paths: Iterable[str], policies: Policies, root: str = "") -> str:
    """`_headers` for the pages `paths` of a site that lies under `root` («/aide», or nothing)."""
    pages = _pages(policies)
    particular = _particular(policies, pages)
    tops = {path.split("/", 1)[0]: "/" in path for path in paths if path != "index.html"}
    tops |= dict.fromkeys(_ALWAYS, True)
    rules: list[tuple[str, HeaderFields]] = [
        (f"{root}/*", EVERYWHERE),
        (f"{root}/", pages),
    ]
    for name, is_folder in sorted(tops.items()):
        address = f"{root}/{name}/*" if is_folder else f"{root}/{name}"
        rules.append((address, particular.get(name, pages)))
    if "agenda" in tops:
        rules += [(f"{root}/{path}", {"Content-Type": kind}) for path, kind in _TYPES.items()]
    return "\n".join(_rule(address, fields) for address, fields in rules)


def _pages(policies: Policies) -> HeaderFields:
    """Of pages: nobody frames them, no other site takes anything of them."""
    return {
        "Content-Security-Policy": policies.header(),
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def _particular(policies: Policies, pages: HeaderFields) -> Mapping[str, HeaderFields]:
    """Of the top folders and files that are not only pages."""
    search = {**pages, "Content-Security-Policy": policies.header("search")}
    # What a frame on another site loads, from an origin of its own when it is sandboxed.
    shared = {
        **pages,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
    }
    return {
        # Names in /assets/ hold a hash of the content: they never change.
        "assets": {**shared, "Cache-Control": "public, max-age=31536000, immutable"},
        "cartes": shared,
        # Frames on other sites: no cookie, no storage, no form, so that anybody may show them.
        "integrer": {
            "Content-Security-Policy": policies.header("frame"),
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Access-Control-Allow-Origin": "*",
            "Referrer-Policy": "no-referrer",  # after the site's: browsers take the last they know
        },
        "recherche": search,
        "pagefind": search,
        # No policy: browsers show a PDF with a page of their own, which ours would break.
        "papier": {"X-Frame-Options": "DENY"},
        # The worker decides what is kept: a reader must never wait for a new one.
        "hors-ligne.js": {**pages, "Cache-Control": "no-cache"},
    }


def _rule(address: str, fields: HeaderFields) -> str:
    return "".join([f"{address}\n", *(f"  {name}: {value}\n" for name, value in fields.items())])
