"""What a browser may do on our pages: the Content-Security-Policy, in every page and in `_headers`.

One policy for the site, without `unsafe-inline`; the search alone may run WebAssembly.
"""

from __future__ import annotations

from markupsafe import Markup

_SITE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
_KINDS = {
    "site": _SITE,
    "search": {**_SITE, "script-src": "'self' 'wasm-unsafe-eval'"},  # Pagefind is WebAssembly
}


def policy(kind: str = "site") -> Markup:
    """The policy of a page, for its `<meta>`: «site» or «search»; KeyError for any other kind."""
    text = "; ".join(f"{name} {value}" for name, value in _KINDS[kind].items())
    return Markup(text)  # noqa: S704 (our own words)


def header(kind: str = "site") -> str:
    """The same as a header, which alone can say who may frame the page: nobody."""
    return f"{policy(kind)}; frame-ancestors 'none'; upgrade-insecure-requests"
