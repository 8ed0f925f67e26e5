"""Where workshops and rounds lead: the place of a workshop, places of stops, labels."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from .checking import locate
from .faults import Finding, error
from .model.round import Round
from .model.workshop import Workshop
from .nearest import nearest
from .problems import Problem, quote
from .reader import Where
from .together import unknown_labels


def place_of(workshop: Workshop, ids: Collection[str]) -> str | None:
    """The id of the place where a workshop is: the one it names, or the one of its own name."""
    if workshop.lieu is not None:
        return workshop.lieu
    return workshop.id if workshop.code_insee is None and workshop.id in ids else None


def check_dated_links(
    record: Workshop | Round,
    name: str,
    labels: Collection[str],
    ids: Collection[str],
    places_dir: Path,
) -> list[Problem]:
    """What the links of a workshop or a round lead to. `ids` are those of all the places;
    `name` is that of its file."""
    findings = list(unknown_labels(record.labels, labels))
    if isinstance(record, Workshop):
        findings += _somewhere(record, ids)
    else:
        for index, stop in enumerate(record.arrets):
            if stop.lieu is not None and stop.lieu not in ids:
                findings.append(_lost(stop.lieu, ("arrets", index, "lieu"), ids))
    return locate(places_dir, name, findings) if findings else []


def _somewhere(workshop: Workshop, ids: Collection[str]) -> Iterator[Finding]:
    if workshop.lieu is not None:
        if workshop.lieu not in ids:
            yield _lost(workshop.lieu, ("lieu",), ids)
    elif workshop.code_insee is None and not workshop.territoires and workshop.id not in ids:
        meant = nearest(workshop.id, ids)
        example = meant or f"{workshop.departement}/mairie-de-labege"
        yield error(
            (),
            "on ne sait pas où est cet atelier",
            f"ajoutez le lieu, par exemple « lieu: {example} », ou « commune » et « code_insee »",
        )


def _lost(identity: str, where: Where, ids: Collection[str]) -> Finding:
    meant = nearest(identity, ids)
    return error(
        where,
        f"la fiche {quote(identity)} n'existe pas",
        f"vouliez-vous dire « {meant} » ?" if meant else "vérifiez le nom du fichier du lieu",
    )
