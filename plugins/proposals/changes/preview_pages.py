"""Pages built alone, made to be looked at from a folder: nobody has to serve them.

Addresses that begin at the root of the site lead to the pages beside them, or to the published
site, or nowhere. The policy of the page is taken out: of files, browsers let it show no picture.
Scripts of a folder do not run: the page is styled as one that has none.
"""

from __future__ import annotations

import html
import re
from functools import partial
from pathlib import Path, PurePosixPath

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_STYLED_FOR_SCRIPTS = re.compile(r"\(scripting:\s*enabled\)")
_STYLED_WITHOUT = re.compile(r"\(scripting:\s*none\)")
_NEVER, _ALWAYS = "(max-width:0px)", "(min-width:0px)"
_ADDRESS = re.compile(r'\b(href|src)="(/[^"#?]*)([^"]*)"')


def make_standalone(folder: Path, site: str = "") -> int:
    """Change every page of the folder; how many there are. `site`: address of the published site,
    without a slash at its end; empty: there is none."""
    pages = sorted(folder.rglob("*.html"))
    for page in pages:
        up = "../" * (len(page.relative_to(folder).parts) - 1)
        text = _POLICY.sub("", page.read_text("utf-8"))
        text = _STYLED_WITHOUT.sub(_ALWAYS, _STYLED_FOR_SCRIPTS.sub(_NEVER, text))
        page.write_text(_ADDRESS.sub(partial(_address, folder, up, site), text), "utf-8")
    return len(pages)


def _address(folder: Path, up: str, site: str, found: re.Match[str]) -> str:
    name, path, rest = found.groups()
    inside = PurePosixPath(html.unescape(path).lstrip("/"))
    if path.endswith("/"):
        inside /= "index.html"
    if ".." not in inside.parts and (folder / inside).is_file():
        return f'{name}="{up}{html.escape(str(inside))}{rest}"'
    if site:
        return f'{name}="{html.escape(site)}{path}{rest}"'
    return "" if name == "href" else f'{name}="{path}{rest}"'
