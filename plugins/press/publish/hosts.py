"""What hosts take: how many files, how many bytes; so that a build says where its site fits.

Sources: the hosts' own pages of limits, read in November 2026 (docs/publishing.md). They change:
a build only says where its site fits; `annuaire publish` refuses what its host would refuse.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.french.numbers import number

MEBIBYTE = 1 << 20
GIGABYTE = 10**9


class Weight(NamedTuple):
    """A built site: `entries` counts its folders too; `largest`: bytes of its largest file."""

    files: int
    entries: int
    size: int
    largest: int


class Host(NamedTuple):
    """A host's limits; None: none that it tells."""

    name: str
    files: int | None = None
    entries: int | None = None
    size: int | None = None
    largest: int | None = None


CLOUDFLARE = Host("Cloudflare Pages gratuit", files=20_000, largest=25 * MEBIBYTE)
PAID_CLOUDFLARE = Host("Cloudflare Pages payant", files=100_000, largest=25 * MEBIBYTE)
GITHUB = Host("GitHub Pages", size=GIGABYTE)
GITLAB = Host("GitLab Pages", entries=200_000, size=GIGABYTE)
OWN_SERVER = Host("un serveur à soi")
HOSTS: Sequence[Host] = (CLOUDFLARE, PAID_CLOUDFLARE, GITHUB, GITLAB, OWN_SERVER)


def weigh(folder: Path, paths: Iterable[str]) -> Weight:
    """The weight of the files `paths` of `folder`. Raises OSError when one is not there."""
    return weight_of((path, os.stat(f"{folder}/{path}").st_size) for path in paths)


def weight_of(sizes: Iterable[tuple[str, int]]) -> Weight:
    """The weight of files, given the path and the bytes of each."""
    files = size = largest = 0
    folders: set[str] = set()
    for path, length in sizes:
        files, size, largest = files + 1, size + length, max(largest, length)
        above = path.rpartition("/")[0]
        while above and above not in folders:
            folders.add(above)
            above = above.rpartition("/")[0]
    return Weight(files, files + len(folders), size, largest)


def reasons(weight: Weight, host: Host) -> Iterator[str]:
    """Why the site does not fit on the host, in French; nothing when it fits."""
    if host.files is not None and weight.files > host.files:
        yield f"{number(weight.files)} fichiers, au plus {number(host.files)}"
    if host.entries is not None and weight.entries > host.entries:
        most = number(host.entries)
        yield f"{number(weight.entries)} fichiers et dossiers, au plus {most}"
    if host.size is not None and weight.size > host.size:
        yield f"{_megabytes(weight.size)}, au plus {_megabytes(host.size)}"
    if host.largest is not None and weight.largest > host.largest:
        yield f"un fichier de {_megabytes(weight.largest)}, au plus {_megabytes(host.largest)}"


def where_it_fits(weight: Weight) -> list[str]:
    """Lines for who builds: on which hosts the site fits, on which not, and why."""
    fits, refused = [], []
    for host in HOSTS:
        why = ", ".join(reasons(weight, host))
        if why:
            refused.append(f"{host.name} ({why})")
        else:
            fits.append(host.name)
    size = f"{number(weight.files)} fichiers, {_megabytes(weight.size)}"
    lines = [f"Poids : {size}. Tient sur : {', '.join(fits)}."]
    if refused:
        lines.append(
            f"Ne tient pas sur : {', '.join(refused)}. Pour faire moins de pages : I18N_LANGUAGES, "
            "EASY_TO_READ, PAPER_PDF, STYLE_IN_PAGES dans pelicanconf.py."
        )
    return lines


def _megabytes(size: int) -> str:
    return f"{number(-(-size // 10**6))} Mo"
