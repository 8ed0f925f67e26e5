"""Where the links of a record lead: labels and what these say, the place of a workshop, of a stop,
a successor.

They are looked up in the tree as typed: a faulty record is looked at too, so that all its faults
are said in one run. Its values may have any shape, and one that is no name of a record was refused
already.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote, warning
from plugins.records.listing import Listing
from plugins.records.model.dated import DatedRecord, DatedStop
from plugins.records.model.labelled import Gain
from plugins.records.model.types import PLACE_ID, SLUG
from plugins.records.reading.closest_spelling import nearest
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree
from plugins.vocabulary.national import Frais

_FEW = 12
_PROPOSED = re.compile(r"écrivez « (\S+) »")


class Known(NamedTuple):
    """Names of records that have a file, readable or not."""

    labels: set[str]
    places: set[str]
    gains: Mapping[str, Gain] = MappingProxyType({})
    """What labels bring to their places, by slug; of those that can be read."""

    @classmethod
    def of(cls, listing: Listing) -> Known:
        """Those of a folder of records."""
        return cls(listing.ids("label"), listing.ids("place"))


def place_of(record: DatedRecord, stop: DatedStop, ids: Collection[str]) -> str | None:
    """The id of the place where a stop is: the one it names, or the one of the record's name."""
    if stop.lieu is not None:
        return stop.lieu
    return record.id if stop.code_insee is None and record.id in ids else None


def lost_links(path: RecordPath, tree: Tree, known: Known) -> Iterator[Diagnostic]:
    """The links of a record that lead nowhere."""
    labels, stops = tree.get("labels"), tree.get("arrets")
    yield from unknown_labels(labels if isinstance(labels, list) else [], known.labels)
    if isinstance(labels, list) and isinstance(stated := tree.get("frais_a_charge"), list):
        yield from other_price(labels, stated, known.gains)
    if path.kind == "territory":
        yield from _labels_of_facts(tree, known.labels)
    elif path.kind == "place":
        yield from lost_successor(path.id, tree.get("remplace_par"), known.places)
        distinct = tree.get("distinct_de")
        yield from lost_others(
            path.id, distinct if isinstance(distinct, list) else [], known.places
        )
    elif path.kind == "workshop":
        yield from _somewhere(tree, path.id, known.places)
    elif path.kind == "route" and isinstance(stops, list):
        for index, stop in enumerate(stops):
            if isinstance(stop, Mapping):
                yield from _lost(stop.get("lieu"), ("arrets", index, "lieu"), known.places)


def unknown_labels(slugs: Iterable[object], labels: Collection[str]) -> Iterator[Diagnostic]:
    """Labels of a record, of any kind, that have no file."""
    for index, slug in enumerate(slugs):
        yield from _unknown_label(slug, ("labels", index), labels)


def _labels_of_facts(tree: Tree, labels: Collection[str]) -> Iterator[Diagnostic]:
    """Labels that what is announced in a territory is about."""
    for name in ("postes", "financements", "dispositifs"):
        facts = tree.get(name)
        for index, fact in enumerate(facts if isinstance(facts, list) else []):
            if isinstance(fact, Mapping):
                yield from _unknown_label(fact.get("label"), (name, index, "label"), labels)


def _unknown_label(slug: object, where: FieldPath, labels: Collection[str]) -> Iterator[Diagnostic]:
    if not labels:  # a folder with places only, fresh from an import: nothing to compare with
        return
    if isinstance(slug, str) and slug not in labels and re.match(SLUG.regex, slug):
        meant = nearest(slug, labels)
        yield error(
            where,
            f"aucun label ne s'appelle {quote(slug)}",
            f"vouliez-vous dire « {meant} » ?" if meant else _those_there(labels),
        )


def _those_there(labels: Collection[str]) -> str:
    if len(labels) > _FEW:
        return "voyez le dossier places/labels/"
    return "les labels sont " + ", ".join(f"« {slug} »" for slug in sorted(labels))


def with_known_labels(found: Iterable[Diagnostic], known: Known) -> Iterator[Diagnostic]:
    """The same; where a record's own check, which knows no other record, proposes the name of no
    label, the one that exists."""
    for diagnostic in found:
        proposed = _PROPOSED.fullmatch(diagnostic.hint)
        is_lost = diagnostic.field.startswith("labels[") and proposed and known.labels
        if is_lost and proposed and proposed[1] not in known.labels:
            meant = nearest(proposed[1], known.labels)
            hint = f"écrivez {quote(meant)}" if meant else "voyez le dossier places/labels/"
            diagnostic = diagnostic._replace(hint=hint)
        yield diagnostic


def other_price(
    labels: Iterable[object], stated: Collection[object], gains: Mapping[str, Gain]
) -> Iterator[Diagnostic]:
    """A price of a record that one of its labels contradicts; pages show that of the record. One
    that is not in the list is a fault of its own."""
    said = [price for price in stated if isinstance(price, str) and price in get_args(Frais)]
    for slug in labels if said else ():
        gain = gains.get(slug) if isinstance(slug, str) else None
        if gain and gain.prices and not all(price in gain.prices for price in said):
            yield warning(
                ("frais_a_charge",),
                f"{quote(gain.nom)} dit {quote(', '.join(gain.prices))}, "
                f"cette fiche dit {quote(', '.join(said))}",
                "vérifiez le prix, ou le label ; en attendant, la page dit ce que dit la fiche",
            )


def lost_successor(identity: str, successor: object, ids: Collection[str]) -> Iterator[Diagnostic]:
    """The place that replaces one: another, which exists."""
    if not isinstance(successor, str) or not re.match(PLACE_ID.regex, successor):
        return
    if successor == identity:
        yield error(("remplace_par",), "ce lieu ne peut pas se remplacer", "supprimez la ligne")
    elif successor not in ids:
        meant = nearest(successor, ids)
        yield error(
            ("remplace_par",),
            f"la fiche {quote(successor)} n'existe pas",
            f"vouliez-vous dire « {meant} » ?" if meant else "vérifiez le nom du fichier",
        )


def lost_others(
    identity: str, others: Iterable[object], ids: Collection[str]
) -> Iterator[Diagnostic]:
    """The places that one is not: others, which exist. Nothing depends on them, so that a record
    that goes stops no build."""
    for index, other in enumerate(others):
        if not isinstance(other, str) or not re.match(PLACE_ID.regex, other):
            continue
        where = ("distinct_de", index)
        if other == identity:
            yield error(where, "c'est le nom de cette fiche", "supprimez la ligne")
        elif other not in ids:
            meant = nearest(other, ids)
            yield warning(
                where,
                f"la fiche {quote(other)} n'existe pas",
                f"écrivez « {meant} », ou supprimez la ligne" if meant else "supprimez la ligne",
            )


def _somewhere(tree: Tree, identity: str, ids: Collection[str]) -> Iterator[Diagnostic]:
    if "lieu" in tree:
        yield from _lost(tree["lieu"], ("lieu",), ids)
    elif not {"code_insee", "commune", "territoires"} & tree.keys() and identity not in ids:
        example = nearest(identity, ids) or f"{identity.partition('/')[0]}/mairie-de-labege"
        yield error(
            (),
            "on ne sait pas où est cet atelier",
            f"ajoutez le lieu, par exemple « lieu: {example} », ou « commune » et « code_insee »",
        )


def _lost(identity: object, where: FieldPath, ids: Collection[str]) -> Iterator[Diagnostic]:
    if not isinstance(identity, str) or not re.match(PLACE_ID.regex, identity) or identity in ids:
        return
    meant = nearest(identity, ids)
    yield error(
        where,
        f"la fiche {quote(identity)} n'existe pas",
        f"vouliez-vous dire « {meant} » ?" if meant else "vérifiez le nom du fichier du lieu",
    )
