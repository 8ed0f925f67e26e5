"""What contradicts itself about a place: its label, its lists, its point, what the checks doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.common.diagnostic import Diagnostic
from plugins.french.dates import say_date
from plugins.intake.write.last_import import LastImport
from plugins.quality.computed.doubt_sorts import sort_of
from plugins.quality.computed.place_lines import Doubt
from plugins.records.memory.vanished import VanishedRows
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.reading.paths import record_path
from plugins.vocabulary.needs import needs_met
from plugins.vocabulary.sources import stem_of

_FIELD_WORDS = {
    "code_postal": "code postal",
    "telephone": "téléphone",
    "courriels": "adresse électronique",
    "site_web": "site internet",
}
"""Fields whose name is no French word."""


def doubts_of(
    place: Place,
    labels: Mapping[str, Label],
    remembered: LastImport,
    left: VanishedRows,
    diagnostics: Iterable[Diagnostic],
) -> list[Doubt]:
    """All that a person should settle about a place. `remembered`: what rows last said; `left`:
    those that left their lists; `diagnostics`: what the checks say of this record."""
    return [
        *_left(place, left),
        *_label_alone(place, labels),
        *_sources(place, remembered),
        *_point(place),
        *_checks(diagnostics),
    ]


def by_place(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """What the checks say, by id of the place."""
    found: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        path = record_path(one.path)
        if path is not None and path.kind == "place":
            found.setdefault(path.id, []).append(one)
    return found


def _left(place: Place, left: VanishedRows) -> Iterator[Doubt]:
    row = left.of(place)
    if row is not None:
        group = f"n'est plus dans la liste {stem_of(row.source)}"
        since = f", depuis celle du {say_date(row.since)}" if row.since else ""
        yield Doubt("left", f"{group}{since}", group)


def _label_alone(place: Place, labels: Mapping[str, Label]) -> Iterator[Doubt]:
    """A need that only a label answers, in a record that says itself what it helps with."""
    if not place.services:
        return
    own = {
        need.slug
        for need in needs_met(place.services, place.equipements, place.modalites_accompagnement)
    }
    told: set[str] = set()
    for slug in place.labels:
        label = labels.get(slug)
        brought = needs_met(label.apporte.services) if label and label.apporte else ()
        for need in brought:
            if label and need.slug not in own | told:
                told.add(need.slug)
                sentence = f"le label {label.nom} promet « {need.short} », la fiche ne le dit pas"
                yield Doubt("label", sentence, sentence)


def _sources(place: Place, remembered: LastImport) -> Iterator[Doubt]:
    parts = remembered.parts(place.id)
    if len(parts) < 2:
        return
    from plugins.intake.match.conflicts import conflicts_of  # imported late: few have two lists
    from plugins.intake.match.merge import merge

    for conflict in conflicts_of(place.id, parts, merge(parts)):
        words = _FIELD_WORDS.get(conflict.field, conflict.field)
        group = f"les listes ne disent pas la même chose : {words}"
        yield Doubt("sources", f"{words} : {conflict.sides}", group)


def _point(place: Place) -> Iterator[Doubt]:
    if place.is_approximate and not place.is_itinerant:
        told = "son point est approximatif" if place.point else "son point n'est pas connu"
        yield Doubt("point", told, told)


def _checks(diagnostics: Iterable[Diagnostic]) -> Iterator[Doubt]:
    for one in diagnostics:
        yield Doubt("check", one.message, sort_of(one))
