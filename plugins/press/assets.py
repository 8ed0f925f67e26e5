"""Files of the theme, published under a name that holds a hash of their content.

Such a name never changes its content, so browsers may keep it for ever. In a style sheet, a line
`@import "x.css";` is replaced by the file, and addresses of other files become those published. In
a script, a line `import "./x.js";` is replaced by the file, in a block so that its names stay its
own, and `import { a } from "./x.js";` takes one out of it. In a drawing that stands alone (`.svg`)
`var(--accent)` becomes the value that `tokens.css` gives it: no page's style reaches it.
Indentation, ends of lines in style sheets, and comments that have their lines for themselves, are
left out: a fifth of what they weigh. The style sheets of `INLINE` stand in pages that readers come
to first, unless the site is so large that it links them everywhere.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from markupsafe import Markup

from plugins.common.errors import BuildError
from plugins.common.fingerprint import content_name, fingerprint_of
from plugins.press.delivery import Delivery
from plugins.press.design_tokens import read_tokens
from plugins.press.page_set import Page, PageSet
from plugins.vocabulary.facets import FACET_WORDS, filter_rules

FOLDER = "assets"
TOKENS = "tokens.css"
"""The style sheet of the design tokens: the one place of each colour."""
INLINE = ("style.css",)
"""Style sheets that stand in the pages themselves, and whose text the policy of pages allows."""
VENDOR = "vendor/"
"""Scripts of others, published as they are."""
COMPILED: Mapping[str, str] = {"facets.css": filter_rules(FACET_WORDS)}
"""Style sheets that no file holds, because the vocabulary decides them: an `@import` names them."""
_FOR_EVER = Delivery(is_shared=True, cache="public, max-age=31536000, immutable")

_CSS_IMPORT = re.compile(r"""^@import\s+["']([^"':]+)["'];[ \t]*$""", re.MULTILINE)
_JS_IMPORT = re.compile(
    r"""^import\s+(?:\{\s*([\w, ]+?)\s*\}\s+from\s+)?["']\./([^"':/]+)["'];[ \t]*$""", re.MULTILINE
)
_JS_EXPORT = re.compile(r"^export (?=(?:async )?function |const |let |class )", re.MULTILINE)
_JS_COMMENT = re.compile(r"(?ms)^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*\n|//[^\n]*\n)")
_JS_INDENT = re.compile(r"^(?:[ \t]+|\n)", re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*(?:(?!\*/).)*\*/", re.DOTALL)
_CSS_LINES = re.compile(r"(?<=[{};,])\s*\n\s*|\s+(?=\{$)|\s*\n\s*(?=\})", re.MULTILINE)
_CSS_COLON = re.compile(r"(?<=[{;])([a-z-]+): ")
_SVG_TOKEN = re.compile(r"var\(--([\w-]+)\)")
_CSS_URL = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|/|#)([^"')?#]+)([^"')]*)\1\s*\)""")


class Assets:
    """The static files of a theme. `inline`: style sheets that stand in the pages."""

    def __init__(self, folder: Path, inline: Collection[str] = INLINE) -> None:
        self._folder = folder
        self._content: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._imported: set[str] = set()
        self._inline: dict[str, str] = {}
        tokens = read_tokens(folder / TOKENS) if (folder / TOKENS).is_file() else []
        self._tokens = {token.name: token.value for token in tokens}
        paths = [
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        ]
        visible = sorted(path for path in paths if not f"/{path}".count("/."))
        for name in visible:
            if name.endswith(".js") and not name.startswith(VENDOR):
                self._keep(name, self._script(name).encode())
            elif name.endswith(".svg") and not name.startswith(VENDOR):
                self._keep(name, self._drawing(name).encode())
            elif not name.endswith(".css"):
                self._keep(name, (folder / name).read_bytes())
        sheets = {name: self._sheet(name) for name in visible if name.endswith(".css")}
        for name, text in sheets.items():
            if name in inline:
                self._inline[name] = self._within_a_page(name, text)
            if name not in self._imported:
                own = text if name.startswith(VENDOR) else self._own_sheet(text)
                self._keep(name, own.encode())

    def url(self, name: str) -> str:
        """Public address of the file `name` of `theme/static`; PressError when it is absent."""
        if name not in self._names:
            raise BuildError(f"Le thème n'a pas de fichier « {name} » dans theme/static.")
        return f"/{FOLDER}/{self._names[name]}"

    def style(self, name: str) -> Markup:
        """The style sheet `name` of `INLINE`, in a page that readers come to first: its text; in a
        large site, a link to it. PressError for another."""
        if name not in INLINE:
            raise BuildError(f"Le thème n'a pas de feuille « {name} » à écrire dans les pages.")
        if name not in self._inline:
            return Markup('<link rel="stylesheet" href="{}">').format(self.url(name))
        return Markup(f"<style>{self._inline[name]}</style>")  # noqa: S704 (our own file)

    def inline_texts(self) -> list[str]:
        """The texts of the `<style>` elements of pages, for the policy that allows them."""
        return list(self._inline.values())

    def token(self, name: str) -> str:
        """The value of a design token, that of a light screen: `token("accent")`. Raises
        PressError when `tokens.css` has none of that name."""
        if name not in self._tokens:
            raise BuildError(f"Le thème n'a pas de valeur « --{name} » dans {TOKENS}.")
        return self._tokens[name]

    def page_set(self) -> PageSet:
        """All the files, for the press."""
        content: Mapping[str, bytes] = self._content
        pages = [
            Page(f"{FOLDER}/{hashed}", fingerprint_of(content[name]), name)
            for name, hashed in self._names.items()
        ]
        return PageSet("assets", pages, lambda key: content[str(key)], delivery=_FOR_EVER)

    def _within_a_page(self, name: str, text: str) -> str:
        if "url(" in text or "</" in text:
            raise BuildError(f"« {name} » est écrite dans les pages : ni « url( », ni « </ ».")
        return self._own_sheet(text)

    @staticmethod
    def _own_sheet(text: str) -> str:
        return _CSS_COLON.sub(r"\1:", _CSS_LINES.sub("", text)).replace(";}", "}").strip()

    def _keep(self, name: str, content: bytes) -> None:
        mark = content_name(content)
        stem, dot, suffix = name.rpartition(".")
        self._names[name] = f"{stem}.{mark}.{suffix}" if dot else f"{name}.{mark}"
        self._content[name] = content

    def _drawing(self, name: str) -> str:
        text = (self._folder / name).read_text("utf-8")
        return _SVG_TOKEN.sub(lambda found: self.token(found[1]), text)

    def _script(self, name: str) -> str:
        """The script `name` with those that it imports, which import none themselves."""

        def insert(match: re.Match[str]) -> str:
            names, imported = match[1], posixpath.join(posixpath.dirname(name), match[2])
            file = self._folder / imported
            if imported == name or not file.is_file():
                raise BuildError(f"Script absent, ou qui s'importe lui-même : « {imported} ».")
            body = _JS_EXPORT.sub("", file.read_text("utf-8"))
            if not names:
                return "{\n" + body + "}"
            return f"const {{ {names} }} = (() => {{\n{body}return {{ {names} }};\n}})();"

        whole = _JS_IMPORT.sub(insert, (self._folder / name).read_text("utf-8"))
        return _JS_INDENT.sub("", _JS_COMMENT.sub("", whole))

    def _sheet(self, name: str, *above: str) -> str:
        """The style sheet `name` with its imports in it; `above` are those that import it."""
        file = self._folder / name
        if name in above or not file.is_file():
            raise BuildError(f"Feuille de style absente, ou qui s'importe elle-même : « {name} ».")
        here = posixpath.dirname(name)

        def insert(match: re.Match[str]) -> str:
            imported = posixpath.normpath(posixpath.join(here, match[1]))
            self._imported.add(imported)
            return COMPILED.get(imported) or self._sheet(imported, name, *above)

        def address(match: re.Match[str]) -> str:
            target = self.url(posixpath.normpath(posixpath.join(here, match[2])))
            return f'url("{posixpath.relpath(target, f"/{FOLDER}/{here}")}{match[3]}")'

        text = _CSS_URL.sub(address, file.read_text("utf-8"))
        return _CSS_IMPORT.sub(
            insert, text if name.startswith(VENDOR) else _CSS_COMMENT.sub("", text)
        )
