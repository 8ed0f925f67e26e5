"""A site for a store like S3: a script that sends it with the types and the cache of its files.

Source: docs.aws.amazon.com, command reference of the AWS CLI, `s3 sync`: filters are read in their
order, the last that matches wins, «*» matches «/» too.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from plugins.hosting.served.rules import AddressRule

_OPTIONS = {"Content-Type": "--content-type", "Cache-Control": "--cache-control"}
"""Headers that a store keeps with a file; it gives none of the others."""
_EVERYTHING = "'*'"


def s3_script(rules: Sequence[AddressRule], folder: str) -> str:
    """`folder`: of the site, beside the script."""
    groups = list(_groups(rules))
    others = " ".join(f"--exclude {pattern}" for pattern, _ in groups)
    return "\n".join(
        [
            "#!/bin/sh",
            "# Écrit par « annuaire publish s3 ». Il lui faut la commande « aws » et ses clés.",
            f"# Usage : sh {folder}.s3.sh nom-du-seau [--endpoint-url https://s3.exemple.fr]",
            "set -eu",
            'bucket="s3://${1:?écrivez le nom du seau}"',
            "shift",
            'cd "$(dirname "$0")"',
            f'send() {{ aws s3 sync {shlex.quote(folder)} "$bucket" --no-progress "$@"; }}',
            "",
            "# Ce que les pages demandent, puis les pages, à la fin ce qui a disparu.",
            *(
                f'send "$@" --exclude {_EVERYTHING} --include {pattern} {options}'
                for pattern, options in groups
            ),
            f'send "$@" {others} --cache-control no-cache'.replace("  ", " "),
            'send "$@" --delete',
            "",
        ]
    )


def _groups(rules: Sequence[AddressRule]) -> Iterator[tuple[str, str]]:
    """Files with a type or a cache of their own: their pattern, the options that say them."""
    for rule in rules:
        options = [
            f"{_OPTIONS[name]} {shlex.quote(value)}"
            for name, value in rule.fields
            if name in _OPTIONS
        ]
        if options:
            yield shlex.quote(rule.pattern.removeprefix("/")), " ".join(options)
