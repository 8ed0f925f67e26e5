"""Which territories meet: one lies in the other, wholly or in part. They are named as records name
them («epci/243100633», «region/76»)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plugins.gazetteer import Gazetteer

_GREATER_LYON = "MET69"
"""The Métropole de Lyon took the place of the Département du Rhône on its territory: neither is a
part of the other (Insee: 69M beside 69D)."""


def do_meet(one: str, other: str, gazetteer: Gazetteer) -> bool:
    """Whether a commune may lie in both."""
    return other in _around(one, gazetteer) or one in _around(other, gazetteer)


def is_covered(identity: str, gazetteer: Gazetteer) -> bool:
    """Whether the directory covers a commune of a territory; what no official code names may lie
    anywhere."""
    kind, _, code = identity.partition("/")
    if kind == "commune":
        page = gazetteer.page_of(code)
        return page is not None and page.code in gazetteer.communes
    covered: Mapping[str, Collection[str]] = {
        "epci": gazetteer.epcis,
        "departement": gazetteer.departements,
        "region": gazetteer.regions,
    }
    return code in covered.get(kind, (code,))


def _around(identity: str, gazetteer: Gazetteer) -> frozenset[str]:
    """A territory, and the larger ones that it lies in."""
    kind, _, code = identity.partition("/")
    found = {identity}
    departements: tuple[str, ...] = ()
    if kind == "commune" and (commune := gazetteer.page_of(code)):
        found.add(f"commune/{commune.code}")
        departements = (commune.departement,)
        if commune.epci:
            found |= _around(f"epci/{commune.epci}", gazetteer)
    elif kind == "epci" and (epci := gazetteer.epci(code)):
        departements = epci.departements
        if epci.kind == _GREATER_LYON:
            found |= {f"region/{gazetteer.all_departements[one].region}" for one in departements}
            departements = ()
    elif kind == "departement" and code in gazetteer.all_departements:
        departements = (code,)
    for one in departements:
        found |= {f"departement/{one}", f"region/{gazetteer.all_departements[one].region}"}
    return frozenset(found)
