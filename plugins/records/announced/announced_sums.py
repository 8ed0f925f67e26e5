"""Totals that a document prints, and the shares of the territories that they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, quote, warning
from plugins.french.numbers import number
from plugins.records.model.announced import Funding, Posts
from plugins.records.model.territory import Territory


class Share(NamedTuple):
    """What a territory's record says of its part of a total. `said_by`: the ids of the territories
    that say so, for two may tell of the same: an agreement that both signed."""

    fact: Posts | Funding
    said_by: tuple[str, ...]

    @property
    def amount(self) -> int:
        """Posts, or euros."""
        return amount_of(self.fact) or 0


def amount_of(fact: Posts | Funding) -> int | None:
    """The number of posts, the euros of a funding."""
    return fact.nombre if isinstance(fact, Posts) else fact.montant


def shares_of(total: Posts | Funding, records: Mapping[str, Territory]) -> Sequence[Share]:
    """The shares of a total, each once, in the order of its territories: facts of the same kind
    that rest on a document of the total. `records`: territories by id."""
    documents = {source.titre for source in total.source}
    found: dict[tuple[object, ...], Share] = {}
    for identity in total.territoires:
        record = records.get(identity)
        alike: Counter[tuple[object, ...]] = Counter()  # one record that says two alike has two
        for fact in _facts(record, type(total)) if record else ():
            rests_on = documents.intersection(source.titre for source in fact.source)
            if fact.territoires or not rests_on or amount_of(fact) is None:
                continue
            same = _same(fact)
            alike[same] += 1
            key = (*same, alike[same])
            share = found.setdefault(key, Share(fact, ()))
            found[key] = Share(share.fact, (*share.said_by, identity))
    return tuple(found.values())


def wrong_sums(territory: Territory, records: Mapping[str, Territory]) -> Iterator[Diagnostic]:
    """Totals of a territory's record that are not the sum of the shares."""
    kinds: tuple[tuple[str, str, Sequence[Posts | Funding]], ...] = (
        ("postes", "nombre", territory.postes),
        ("financements", "montant", territory.financements),
    )
    for name, field, facts in kinds:
        for index, total in enumerate(facts):
            printed = amount_of(total)
            if not total.territoires or printed is None:
                continue
            shares = shares_of(total, records)
            silent = set(total.territoires).difference(*(share.said_by for share in shares))
            for identity in sorted(silent):
                yield warning(
                    (name, index, "territoires", total.territoires.index(identity)),
                    f"la fiche de {quote(identity)} ne dit pas sa part de ce total",
                    "ajoutez-la dans cette fiche, avec le même document, ou supprimez la ligne",
                )
            summed = sum(share.amount for share in shares)
            if not silent and summed != printed:
                yield warning(
                    (name, index, field),
                    f"les parts des territoires font {number(summed)}, ce total dit "
                    f"{number(printed)}",
                    "corrigez le total, ou la part d'un territoire",
                )


def _facts(record: Territory, kind: type[Posts | Funding]) -> Sequence[Posts | Funding]:
    return record.postes if kind is Posts else record.financements


def _same(fact: Posts | Funding) -> tuple[object, ...]:
    """What is equal when two records tell of the same share."""
    if isinstance(fact, Posts):
        return fact.intitule, fact.pour, fact.nombre
    return fact.objet, fact.financeur, fact.montant
