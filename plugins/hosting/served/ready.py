"""The copy of a built site that a host gets: with what it reads, without what readers must not."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path
from typing import NamedTuple

from plugins.common.errors import BuildError
from plugins.hosting.served.apache import htaccess
from plugins.hosting.served.nginx import nginx_file
from plugins.hosting.served.rules import root_of
from plugins.hosting.served.s3 import s3_script
from plugins.hosting.served.trusted import HEADERS, REDIRECTS, rules_of, site_files
from plugins.press.publish.hosts import (
    CLOUDFLARE,
    GITHUB,
    GITLAB,
    OWN_SERVER,
    PAID_CLOUDFLARE,
    Host,
    Weight,
    reasons,
    weigh,
)
from plugins.press.publish.publication import fixed_modes, locked

_WAIT = "Une construction est en cours : on attend qu'elle finisse."
PRIVATE = ("composants/",)
"""Pages for those who make the site."""
_MARK = ".annuaire"
"""An empty file of a folder that we made: only such a one is replaced."""
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml", ".atom", ".ics", ".csv")
_SMALLEST = 1_000
"""Bytes below which a compressed copy spares nothing."""


class Target(NamedTuple):
    """A host: its limits, and which of our files it reads."""

    limits: Host
    reads: tuple[str, ...] = ()


TARGETS = {
    "cloudflare": Target(CLOUDFLARE, (HEADERS, REDIRECTS)),
    "cloudflare-payant": Target(PAID_CLOUDFLARE, (HEADERS, REDIRECTS)),
    "netlify": Target(OWN_SERVER, (HEADERS, REDIRECTS)),
    "gitlab": Target(GITLAB, (REDIRECTS,)),
    "github": Target(GITHUB),
    "nginx": Target(OWN_SERVER),
    "apache": Target(OWN_SERVER),
    "s3": Target(OWN_SERVER),
    "fichiers": Target(OWN_SERVER),
}
"""«fichiers»: any other, which gives out files and no more."""


def make_ready(output: Path, folder: Path, host: str, name: str, place: str) -> Weight:
    """Copy the site of `output` to `folder`, for a host of `TARGETS`; the former copy is replaced
    once the new one is whole.

    `name`, `place`: of the site and of its folder on the server, for nginx. Raises BuildError: no
    whole site there, a folder that holds something else, a host that does not take so much.
    """
    target = TARGETS[host]
    output, folder = output.resolve(), folder.resolve()
    _refuse_another_folder(output, folder)
    with fixed_modes(), locked(output, _WAIT):
        paths = [path for path in site_files(output) if not path.startswith(PRIVATE)]
        paths = [path for path in paths if path not in (HEADERS, REDIRECTS) or path in target.reads]
        weight = weigh(output, paths)
        if why := ", ".join(reasons(weight, target.limits)):
            raise BuildError(f"{target.limits.name} ne prend pas ce site : {why}.")
        rules, moved = rules_of(output)
        conf = nginx_file(rules, moved, name, place) if host == "nginx" else ""
        new = folder.with_name(f"{folder.name}.nouveau")
        shutil.rmtree(new, ignore_errors=True)
        try:
            for path in paths:
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(output / path, new / path)
            if host == "apache":
                (new / ".htaccess").write_text(htaccess(rules, moved), "utf-8")
            elif host == "github":
                (new / ".nojekyll").touch()
            elif host == "nginx":
                _compress(new, paths)
                folder.with_name(f"{folder.name}.conf").write_text(conf, "utf-8")
            elif host == "s3":
                script = s3_script(rules, folder.name)
                folder.with_name(f"{folder.name}.s3.sh").write_text(script, "utf-8")
            if root_of(rules):
                _move_below(new, root_of(rules).strip("/"))
            (new / _MARK).touch()
            _take_the_place(new, folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return weight


def _refuse_another_folder(output: Path, folder: Path) -> None:
    """A folder that is ours to replace: its files are all lost."""
    if output.is_relative_to(folder) or folder.is_relative_to(output):
        raise BuildError(f"« {folder} » touche au site construit : choisissez un autre nom.")
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise BuildError(f"« {folder} » contient autre chose qu'un site : choisissez un autre nom.")


def _compress(folder: Path, paths: list[str]) -> None:
    """Beside each text, what `gzip_static` gives out; the same bytes at each publication."""
    for path in paths:
        if path.endswith(_COMPRESSED) and (folder / path).stat().st_size >= _SMALLEST:
            file = folder / f"{path}.gz"
            file.write_bytes(gzip.compress((folder / path).read_bytes(), 9, mtime=0))
            shutil.copystat(folder / path, file)


def _move_below(folder: Path, root: str) -> None:
    """A site whose address has a path lies in a folder of that name, but for `robots.txt`."""
    inside = folder.with_name(f"{folder.name}.dedans")
    shutil.rmtree(inside, ignore_errors=True)
    folder.rename(inside)
    (folder / root).parent.mkdir(parents=True, exist_ok=True)
    inside.rename(folder / root)
    shutil.copy2(folder / root / "robots.txt", folder / "robots.txt")


def _take_the_place(new: Path, folder: Path) -> None:
    old = folder.with_name(f"{folder.name}.ancien")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
