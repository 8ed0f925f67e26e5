"""A site for nginx: one file for its folder `conf.d`, with all headers, types and moves."""

from __future__ import annotations

from collections.abc import Sequence

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


def nginx_file(
    rules: Sequence[AddressRule], moved: Sequence[Redirection], name: str, folder: str
) -> str:
    """`name`: of the host («aide.exemple.fr»); `folder`: where the site lies on the server."""
    maps: list[str] = []
    headers: list[str] = []
    for header, values in by_header(rules):
        variable = "$annuaire_" + header.lower().replace("-", "_")
        lines = [f"  ~{regex} {_quoted(value)};" for regex, value in values]
        maps += [f"map $uri {variable} {{", *lines, "}"]
        headers.append(f"  add_header {header} {variable} always;")
    lines = [f"  {_quoted(one.source)} {_quoted(one.target)};" for one in moved]
    maps += ["map $uri $annuaire_moved {", *lines, "}"]
    types = [
        f"  location ~ \\{ending}$ {{ types {{}} default_type {_quoted(value)}; }}"
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
            f"  root {folder};",
            "  index index.html;",
            "  charset utf-8;",
            f"  charset_types {_TEXTS};",
            "  gzip on;",
            "  gzip_static on;",
            f"  gzip_types {_TEXTS};",
            "  gzip_vary on;",
            f"  error_page 404 {root_of(rules)}/404.html;",
            "  if ($annuaire_moved) { return 301 $annuaire_moved; }",
            *headers,
            *types,
            "}",
            "",
        ]
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
