"""Where workshops and routes lead: the place of a workshop, places of stops, labels."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from plugins.common.diagnostic import Diagnostic, quote
from plugins.records.model.types import PLACE_ID
from plugins.records.model.workshop import Workshop
from plugins.records.reading.checking import locate
from plugins.records.reading.closest_spelling import nearest
from plugins.records.reading.explain import Finding, error
from plugins.records.reading.paths import record_path
from plugins.records.reading.reader import FieldPath, Tree
from plugins.records.together import unknown_labels


def place_of(workshop: Workshop, ids: Collection[str]) -> str | None:
    """The id of the place where a workshop is: the one it names, or the one of its own name."""
    if workshop.lieu is not None:
        return workshop.lieu
    return workshop.id if workshop.code_insee is None and workshop.id in ids else None


def check_dated_links(
    tree: Tree, name: str, labels: Collection[str], ids: Collection[str], places_dir: Path
) -> list[Diagnostic]:
    """What the links of a workshop or a route lead to. `ids` are those of all the places; `name` is
    that of the file.

    A faulty record is looked at too, so that all its faults are said in one run: its values may
    have any shape, and one that is no name of a record was refused already.
    """
    path = record_path(name)
    slugs = tree.get("labels")
    findings = list(unknown_labels(slugs if isinstance(slugs, list) else [], labels))
    if path is not None and path.kind == "workshop":
        findings += _somewhere(tree, path.id, ids)
    elif isinstance(stops := tree.get("arrets"), list):
        for index, stop in enumerate(stops):
            if isinstance(stop, Mapping):
                findings += _lost(stop.get("lieu"), ("arrets", index, "lieu"), ids)
    return locate(places_dir, name, findings) if findings else []


def _somewhere(tree: Tree, identity: str, ids: Collection[str]) -> Iterator[Finding]:
    if "lieu" in tree:
        yield from _lost(tree["lieu"], ("lieu",), ids)
    elif not {"code_insee", "commune", "territoires"} & tree.keys() and identity not in ids:
        example = nearest(identity, ids) or f"{identity.partition('/')[0]}/mairie-de-labege"
        yield error(
            (),
            "on ne sait pas où est cet atelier",
            f"ajoutez le lieu, par exemple « lieu: {example} », ou « commune » et « code_insee »",
        )


def _lost(identity: object, where: FieldPath, ids: Collection[str]) -> Iterator[Finding]:
    if not isinstance(identity, str) or not re.match(PLACE_ID.regex, identity) or identity in ids:
        return
    meant = nearest(identity, ids)
    yield error(
        where,
        f"la fiche {quote(identity)} n'existe pas",
        f"vouliez-vous dire « {meant} » ?" if meant else "vérifiez le nom du fichier du lieu",
    )
