"""A site for Apache 2.4: a `.htaccess`, which the usual shared hosting reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.hosting.served.rules import AddressRule, Redirection, root_of, types_of


def htaccess(rules: Sequence[AddressRule], moved: Sequence[Redirection]) -> str:
    """The file for the folder of the site: headers, types, moves, the page of errors."""
    lines = [
        "# Écrit par « annuaire publish apache » : à refaire après un changement de version.",
        "Options -Indexes",
        "DirectoryIndex index.html",
        "AddDefaultCharset utf-8",
        f"ErrorDocument 404 {root_of(rules)}/404.html",
    ]
    lines += [
        f"AddType {_quoted(value)} {ending}" for ending, value in sorted(types_of(rules).items())
    ]
    lines.append("<IfModule mod_alias.c>")
    lines += [
        f"RedirectMatch 301 {_quoted(f'^{re.escape(one.source)}$')} {_quoted(one.target)}"
        for one in moved
    ]
    lines += ["</IfModule>", "<IfModule mod_headers.c>"]
    for rule in rules:
        fields = [(name, value) for name, value in rule.fields if name != "Content-Type"]
        if not fields:
            continue
        lines.append(f'<If "%{{REQUEST_URI}} =~ m#{rule.regex}#">')
        lines += [
            f"Header always set {name} {_quoted(value.replace('%', '%%'))}"
            for name, value in fields
        ]
        lines.append("</If>")
    lines += [
        "</IfModule>",
        *_compressed("brotli", "BROTLI_COMPRESS"),  # first: what it has done, the other leaves
        *_compressed("deflate", "DEFLATE"),
        "",
    ]
    return "\n".join(lines)


def _compressed(module: str, output_filter: str) -> list[str]:
    types = (
        "text/html text/css text/plain text/csv text/calendar text/javascript "
        "application/javascript application/json application/atom+xml image/svg+xml"
    )
    return [
        f"<IfModule mod_{module}.c>",
        f"AddOutputFilterByType {output_filter} {types}",
        "</IfModule>",
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
