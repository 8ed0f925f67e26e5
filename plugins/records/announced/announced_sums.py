"""Totals that a document prints, and the shares of the territories that they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, quote, warning
from plugins.french.numbers import number
from plugins.gazetteer import Gazetteer
from plugins.records.announced.meeting import do_meet
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


def shares_of(
    total: Posts | Funding, records: Mapping[str, Territory], gazetteer: Gazetteer
) -> Sequence[Share]:
    """The shares of a total, each once, in the order of its territories: facts of the same kind
    that rest on a document of the total. Equal ones are one share only where the territories that
    tell it meet: two neighbours that were given as much were given it twice. `records`: territories
    by id."""
    documents = {source.titre for source in total.source}
    found: list[Share] = []
    for identity in dict.fromkeys(total.territoires):
        record = records.get(identity)
        for fact in _facts(record, type(total)) if record else ():
            rests_on = documents.intersection(source.titre for source in fact.source)
            if fact.territoires or not rests_on or amount_of(fact) is None:
                continue
            for at, share in enumerate(found):
                if _same(share.fact) == _same(fact) and _may_tell(identity, share, gazetteer):
                    found[at] = share._replace(said_by=(*share.said_by, identity))
                    break
            else:
                found.append(Share(fact, (identity,)))
    return tuple(found)


def _may_tell(identity: str, share: Share, gazetteer: Gazetteer) -> bool:
    """Whether a territory may tell of a share that others tell: one record that says two alike has
    two."""
    return identity not in share.said_by and all(
        do_meet(identity, other, gazetteer) for other in share.said_by
    )


def wrong_sums(
    territory: Territory, records: Mapping[str, Territory], gazetteer: Gazetteer
) -> Iterator[Diagnostic]:
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
            shares = shares_of(total, records, gazetteer)
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
