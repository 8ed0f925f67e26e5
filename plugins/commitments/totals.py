"""Totals that documents print, beside the shares of the territories and what these add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.records.announced.announced_sums import Share, shares_of
from plugins.records.announced.named_territory import NamedTerritory, named_territory
from plugins.records.model.announced import Funding, Posts
from plugins.records.model.territory import Territory


class TotalRow(NamedTuple):
    """Territories that share one line: their posts, each with its number, and their euros."""

    territories: Sequence[NamedTerritory]
    posts: Sequence[Posts]
    euros: int | None

    @property
    def sum_of_posts(self) -> int:
        """How many posts."""
        return sum(posts.nombre for posts in self.posts)


class PrintedTotal(NamedTuple):
    """A total of posts as a document prints it, with that of the money where there is one."""

    posts: Posts
    money: Funding | None
    rows: Sequence[TotalRow]

    @property
    def sum_of_posts(self) -> int:
        """The posts of the lines, added up."""
        return sum(row.sum_of_posts for row in self.rows)

    @property
    def sum_of_euros(self) -> int:
        """The euros of the lines, added up."""
        return sum(row.euros or 0 for row in self.rows)

    @property
    def is_sum(self) -> bool:
        """The lines add up to what the document prints."""
        has_money = self.money is not None and self.money.montant is not None
        agree = not has_money or (
            self.money is not None and self.sum_of_euros == self.money.montant
        )
        return self.sum_of_posts == self.posts.nombre and agree


def printed_totals(
    records: Mapping[str, Territory], gazetteer: Gazetteer
) -> Iterator[PrintedTotal]:
    """Every total of posts that a record says to be the sum of territories."""
    for record in records.values():
        for posts in record.postes:
            if posts.territoires:
                money = _money_of(posts, record)
                yield PrintedTotal(posts, money, _rows(posts, money, records, gazetteer))


def _money_of(posts: Posts, record: Territory) -> Funding | None:
    documents = {source.titre for source in posts.source}
    for money in record.financements:
        same = documents.intersection(source.titre for source in money.source)
        if same and set(money.territoires) == set(posts.territoires):
            return money
    return None


def _rows(
    posts: Posts,
    money: Funding | None,
    records: Mapping[str, Territory],
    gazetteer: Gazetteer,
) -> Sequence[TotalRow]:
    """A line for each amount of money, with the posts of the territories that share it; a line for
    each post that no money is told of."""
    left = list(shares_of(posts, records, gazetteer))
    rows = []
    for share in shares_of(money, records, gazetteer) if money else ():
        own = [one for one in left if set(one.said_by) & set(share.said_by)]
        left = [one for one in left if one not in own]
        rows.append(_row([share, *own], own, share.amount, records, gazetteer))
    rows += [_row([one], [one], None, records, gazetteer) for one in left]
    return tuple(rows)


def _row(
    said: Sequence[Share],
    posts: Sequence[Share],
    euros: int | None,
    records: Mapping[str, Territory],
    gazetteer: Gazetteer,
) -> TotalRow:
    ids = dict.fromkeys(id_ for share in said for id_ in share.said_by)
    named = [named for id_ in ids if (named := named_territory(records[id_], gazetteer))]
    return TotalRow(named, [one.fact for one in posts if isinstance(one.fact, Posts)], euros)
