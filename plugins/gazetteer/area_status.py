"""What a territory is that stands in the list of départements: most are one, ten are not.

`data/statuts.csv` names those that are not, with what they are and what they are made of: communes,
or what the official codes put in the place of communes. For the State, Corse-du-Sud, Haute-Corse,
Paris and the Rhône with the Métropole de Lyon are départements still (Insee, information 3528272),
and Mayotte is called one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

DepartementKind = Literal["département", "collectivité", "territoire"]
TABLE = Path(__file__).parent / "data" / "statuts.csv"


class AreaStatus(NamedTuple):
    """`kind`: what it is; `parts`: what it is made of, empty when of one alone."""

    kind: DepartementKind
    parts: str

    @property
    def has_communes(self) -> bool:
        """Whether its parts are communes, with a town hall each."""
        return self.parts == "communes"


_DEPARTEMENT = AreaStatus("département", "communes")


def told_area(code: str) -> str:
    """«le département 31», «la collectivité 988»."""
    kind = status_of(code).kind
    return f"{'la' if kind == 'collectivité' else 'le'} {kind} {code}"


def status_of(code: str) -> AreaStatus:
    """That of the code of a département, or of what stands for one."""
    return _others().get(code, _DEPARTEMENT)


@cache
def _others() -> dict[str, AreaStatus]:
    from plugins.gazetteer.tables import read_rows  # here: tables are read into what this is about

    return {
        code: AreaStatus(cast("DepartementKind", kind), parts)
        for code, kind, parts, _ in read_rows(TABLE)
    }
