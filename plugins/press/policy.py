"""What a browser may do on our pages: the Content-Security-Policy, in every page and in `_headers`.

One policy for the site, without `unsafe-inline`: a style that stands in a page is allowed by the
hash of its text, and so is the one script that does. The search alone may run WebAssembly.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

_EARLY_TARGET = "if(location.hash&&!performance.navigation.type)location.replace(location.hash)"
"""Says again where the address leads, once its element is read. Chromium gives `:target` to it when
the whole page and its deferred scripts are there, after the first paint: what `:target` shows and
hides would then move under the eyes of the reader. Not when a page comes back, to its place."""


def early_target() -> Markup:
    """The script that makes `:target` hold from the first paint on; it stands after what an address
    may lead to, and before what `:target` hides."""
    return Markup(f"<script>{_EARLY_TARGET}</script>")  # noqa: S704 (our own words)


def _source_of(text: str) -> str:
    """How a policy names a text: «'sha256-…'»."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_SITE = {
    "default-src": "'none'",
    "script-src": f"'self' {_source_of(_EARLY_TARGET)}",
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
    "frame": {  # what other sites show in a frame, and the page that shows it in one of ours
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "form-action": "'none'",
        "base-uri": "'none'",
    },
}
_HOST = re.compile(r"https://(?:\{s\}\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?/")


class Policies:
    """The policies of one site, by kind of page: «site», «search» or «frame».

    `styles`: texts of the `<style>` elements that pages may have, from after `>` to before `</`.
    """

    def __init__(self, styles: Iterable[str] = ()) -> None:
        self._styles = [_source_of(text) for text in styles]
        self._images_from: list[str] = []

    def allow_images(self, address: str) -> None:
        """Let pages show images of the host of `address` (the tiles of a map), and nothing else of
        it; before any page is made. Raises ValueError when it is not an https address."""
        found = _HOST.match(address)
        if found is None:
            raise ValueError(address)
        origin = found[0].rstrip("/").replace("{s}", "*")  # Leaflet's «a, b or c»
        if origin not in self._images_from:
            self._images_from.append(origin)

    def policy(self, kind: str = "site") -> Markup:
        """The policy of a page, for its `<meta>`; KeyError for an unknown kind."""
        rules = dict(_KINDS[kind])
        rules["style-src"] = " ".join([rules["style-src"], *self._styles])
        rules["img-src"] = " ".join([rules["img-src"], *self._images_from])
        text = "; ".join(f"{name} {value}" for name, value in rules.items())
        return Markup(text)  # noqa: S704 (our own words, and the host of a setting)

    def header(self, kind: str = "site") -> str:
        """The same as a header, which alone can say who may frame the page: nobody, or anybody."""
        ancestors = "*" if kind == "frame" else "'none'"
        return f"{self.policy(kind)}; frame-ancestors {ancestors}; upgrade-insecure-requests"
