"""A site for nginx: one file for its folder `conf.d`, with all headers, types and moves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.common.errors import BuildError
from plugins.hosting.served.rules import (
    AddressRule,
    Redirection,
    by_header,
    root_of,
    types_of,
)

_TEXTS = (
    "text/css text/plain text/csv text/calendar text/vcard application/javascript "
    "application/json application/xml application/atom+xml image/svg+xml"
)
_HOST_NAME = re.compile(r"_|[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE)
_FOLDER = re.compile(r"(?:/[\w.@+ -]+)+/?")


def nginx_file(
    rules: Sequence[AddressRule], moved: Sequence[Redirection], name: str, folder: str
) -> str:
    """`name`: of the host («aide.exemple.fr», «_»: any); `folder`: where the site lies on the
    server. Raises BuildError for what is neither, and could say something else in this file."""
    if not _HOST_NAME.fullmatch(name):
        raise BuildError(f"« {name} » n'est pas un nom de site. Exemple : --name aide.exemple.fr")
    if not _FOLDER.fullmatch(folder):
        raise BuildError(
            f"« {folder} » n'est pas un dossier du serveur. Exemple : --place /var/www/annuaire"
        )
    maps: list[str] = []
    headers: list[str] = []
    for header, values in by_header(rules):
        variable = "$annuaire_" + header.lower().replace("-", "_")
        lines = [f"  {_quoted(f'~{regex}')} {_quoted(value)};" for regex, value in values]
        maps += [f"map $uri {variable} {{", *lines, "}"]
        headers.append(f"  add_header {header} {variable} always;")
    # Places of their own: a map of exact addresses has no room for long ones.
    moves = [
        f"  location = {_quoted(one.source)} {{ return 301 {_quoted(one.target)}; }}"
        for one in moved
    ]
    types = [
        f"  location ~ {_quoted(f'{re.escape(ending)}$')}"
        f" {{ types {{}} default_type {_quoted(value)}; }}"
        for ending, value in sorted(types_of(rules).items())
    ]
    return "\n".join(
        [
            "# Écrit par « annuaire publish nginx » : à refaire après un changement de version.",
            "# À mettre dans conf.d, puis : nginx -t, et recharger. Le certificat (HTTPS) est à",
            "# ajouter ici, ou sur le serveur qui est devant.",
            *maps,
            "server {",
            "  listen 80;",
            f"  server_name {name};",
            f"  root {_quoted(folder)};",
            "  absolute_redirect off;",
            "  index index.html;",
            "  charset utf-8;",
            f"  charset_types {_TEXTS};",
            "  gzip on;",
            "  gzip_static on;",
            f"  gzip_types {_TEXTS};",
            "  gzip_vary on;",
            f"  error_page 404 {root_of(rules)}/404.html;",
            *headers,
            *moves,
            *types,
            "}",
            "",
        ]
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
