"""What a built site says of itself, checked before it is copied: people edit files by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.common.errors import BuildError
from plugins.hosting.served.rules import AddressRule, Redirection, read_headers, read_redirects
from plugins.press.page_set import is_safe_path
from plugins.press.publish.manifest import read_manifest

HEADERS, REDIRECTS = "_headers", "_redirects"


def site_files(output: Path) -> Iterable[str]:
    """Paths of the files of a whole site. Raises BuildError when there is none."""
    manifest = read_manifest(output)
    if manifest is None:
        raise BuildError(f"« {output} » n'est pas un site construit. Lancez : annuaire build")
    if manifest.is_cut:
        raise BuildError("La dernière construction a été coupée. Lancez : annuaire build")
    for path in manifest.files:
        if not is_safe_path(path) or not (output / path).resolve().is_relative_to(output):
            raise BuildError(
                f"« {path} » sort du site. Effacez « {output} », puis lancez : annuaire build"
            )
    return manifest.files


def rules_of(output: Path) -> tuple[list[AddressRule], list[Redirection]]:
    """What the files of the build say. Raises BuildError when somebody else has written them."""
    moves = output / REDIRECTS
    try:
        return (
            read_headers((output / HEADERS).read_text("utf-8")),
            read_redirects(moves.read_text("utf-8")) if moves.is_file() else [],
        )
    except ValueError as error:
        raise BuildError(
            f"« {error} » : cette ligne de _headers ou de _redirects a été changée à la main. "
            f"Effacez « {output} », puis lancez : annuaire build"
        ) from error
