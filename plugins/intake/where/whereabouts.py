"""Where a row says its place is: commune, street, postcode and point, out of all its cells."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from plugins.french.joins import of_town
from plugins.gazetteer import Commune, Gazetteer, normalize
from plugins.intake.match.candidate import NotAPlace
from plugins.intake.read.fillers import without_false_number
from plugins.intake.read.letter_case import tidy
from plugins.intake.read.row_cells import Cells
from plugins.intake.where.address_tail import with_town_last
from plugins.intake.where.locate import find_commune
from plugins.intake.where.position import degrees_of, point_of
from plugins.intake.where.town_facts import TownFacts, read_postcode
from plugins.intake.where.town_names import begins, is_slip
from plugins.intake.where.town_text import cedex_in, departement_of_postcode, split_address


class RowLocation(NamedTuple):
    """The commune of a row, its street as typed ("" when it has none) and its postcode."""

    commune: Commune
    street: str
    postcode: str
    cedex: str
    """«CEDEX 9», when the postcode is that of an organisation's mail; else ""."""
    remarks: list[str]
    doubts: list[str]


def find_where(gazetteer: Gazetteer, cells: Cells, misused: Collection[str] = ()) -> RowLocation:
    """Where a row is. Raises :class:`NotAPlace` when its commune cannot be told.

    The postcode and the town at the end of an address serve where their columns say nothing.
    `misused`: postcodes that the list writes for towns that have another one.
    """
    address = with_town_last(gazetteer, tidy(cells.text("adresse")))
    street, postcode, name = _split(gazetteer, address)
    typed_postcode, departement = cells.text("code_postal"), cells.text("departement")
    left_out = ""
    if (read := read_postcode(typed_postcode)) in misused and cells.text("commune"):
        departement = departement or departement_of_postcode(read)
        named = gazetteer.find(cells.text("commune"), departement or None)
        if not any(read in commune.postcodes for commune in named):
            typed_postcode, left_out = "", read
    pair = point_of(cells.text("latitude"), cells.text("longitude"), cells.text("point"))
    facts = TownFacts(
        code=cells.text("code_insee"),
        postcode=typed_postcode or postcode,
        name=cells.text("commune") or name,
        departement=departement,
        place=cells.text("nom"),
        address=street if postcode else address,
        point=degrees_of(pair),
    )
    found = find_commune(gazetteer, facts)
    if found.commune is None:
        told = " ; ".join([*found.remarks, *found.doubts])
        near = gazetteer.nearest(*facts.point) if facts.point else None
        hint = f" (le point est près {of_town(near.nom)}, {near.code})" if near else ""
        raise NotAPlace(f"{told} ; écrivez la commune ou son code INSEE{hint}")
    remarks, doubts = found.remarks, list(found.doubts)
    if left_out:
        told = f"{left_out} est écrit pour beaucoup d'autres communes de la liste, non repris"
        remarks.append(f"code_postal : {told}")
    typed = found.postcode
    if _is_far(gazetteer, found.commune, typed):
        whose = of_town(found.commune.nom)
        doubts.append(f"code_postal : {typed} n'est pas celui {whose}, non repris")
        typed = ""
    code = found.commune.code
    if typed == code and typed not in found.commune.postcodes:
        remarks.append(f"code_postal : {typed} est le code INSEE de la commune, non repris")
        typed = ""
    if postcode and typed and postcode != typed:
        doubts.append(f"adresse : elle finit par « {postcode} {name} », le code postal est {typed}")
    street, wrong = without_false_number(street if postcode else address)
    if wrong:
        remarks.append(f"adresse : {wrong}")
    said = "\n".join([cells.text("commune"), typed_postcode, address])  # a cell ends what it says
    is_of_mail = bool(typed) and not gazetteer.by_postcode(typed)
    return RowLocation(
        found.commune,
        street,
        typed or _postcode_of(found.commune, remarks),
        cedex_in(said) if is_of_mail else "",
        remarks,
        doubts,
    )


def _split(gazetteer: Gazetteer, address: str) -> tuple[str, str, str]:
    """(street, postcode, commune) of an address. What ends it is cut off only when it is a commune
    of that postcode, or one with a CEDEX code; the postcode and the name of one that is written
    with more («31000 Toulouse Rangueil») serve, and stay in the street."""
    street, postcode, name = split_address(address)
    if not postcode:
        return address, "", ""
    wanted = normalize(name)
    communes = gazetteer.by_postcode(postcode)
    found = gazetteer.find(name, departement_of_postcode(postcode) or None)
    pages = {commune.page_code for commune in communes}
    if any(commune.page_code in pages or not communes for commune in found):
        return street, postcode, name
    names = [normalize(commune.nom) for commune in communes]
    if any(begins(wanted, official) or is_slip(wanted, official) for official in names):
        return street, postcode, name
    if any(begins(official, wanted) for official in names):
        return address, postcode, name
    return address, "", ""


def _is_far(gazetteer: Gazetteer, commune: Commune, postcode: str) -> bool:
    """Whether a postcode is that of communes, none of them in the département of this one."""
    others = gazetteer.by_postcode(postcode) if postcode not in commune.postcodes else []
    return bool(others) and commune.departement not in {other.departement for other in others}


def city_of(commune: Commune) -> str:
    """An arrondissement carries its city's name: «Paris», not «Paris 1er Arrondissement»."""
    return re.sub(r"\s+\d+\S*\s+arrondissement$", "", commune.nom, flags=re.IGNORECASE)


def _postcode_of(commune: Commune, remarks: list[str]) -> str:
    """The commune's postcode, or the first of several."""
    if not commune.postcodes:
        raise NotAPlace(f"il n'y a pas de code postal et {commune.nom} n'en a pas : écrivez-le")
    if len(commune.postcodes) > 1:
        told = f"absent, {commune.postcodes[0]} est l'un de ceux {of_town(commune.nom)}, à vérifier"
        remarks.append(f"code_postal : {told}")
    return commune.postcodes[0]
