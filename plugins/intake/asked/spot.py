"""Where a door is: its address, and the point of it, or else the centre of its commune, said to be
one."""

from __future__ import annotations

from plugins.common.diagnostic import printable
from plugins.gazetteer import Commune
from plugins.intake.asked.addresses import FoundAddress, NoAddressAnswerError
from plugins.intake.asked.answers import Interview, ask_text
from plugins.intake.asked.asked_record import FieldSheet
from plugins.intake.asked.console import is_yes
from plugins.intake.where.town_text import split_address

_SURE = 0.8
"""Score of the service from which an address is taken without a question."""
_DECIMALS = 6


def ask_address(at: Interview, sheet: FieldSheet) -> None:
    """The street of a commune that is known."""
    ask_text(
        at,
        sheet,
        "adresse",
        "Adresse : le numéro et la rue ?",
        clean=lambda text: split_address(text)[0] or text,
    )


def ask_postcode(at: Interview, sheet: FieldSheet) -> None:
    """The postcode: asked only where the commune has several, or none."""
    commune = at.draft.context.gazetteer.commune(sheet.values["code_insee"])
    known = commune.postcodes if commune else ()
    if sheet.values.get("code_postal") in known:
        return
    if len(known) == 1:
        sheet.values["code_postal"] = known[0]
        return
    told = ", ".join(known[:12]) + ("…" if len(known) > 12 else "")
    question = f"Code postal ? ({told})" if known else "Code postal ?"
    ask_text(at, sheet, "code_postal", question, is_needed=True)


def ask_point(at: Interview, sheet: FieldSheet, *, marks_centre: bool) -> None:
    """The point of the address. `marks_centre`: whether the centre of the commune stands for what
    is not known; only records of places can say so."""
    for name in ("latitude", "longitude", "position"):
        sheet.values.pop(name, None)
    commune = at.draft.context.gazetteer.commune(sheet.values["code_insee"])
    if commune is None:
        return
    found = _found(at, sheet, commune) if "adresse" in sheet.values else None
    if found is not None:
        _write(sheet, found.latitude, found.longitude)
        if marks_centre and not found.is_door:
            sheet.values["position"] = "approximative"
            at.console.say("Ce point n'est pas celui de la porte : il est noté approximatif.")
        elif not found.is_door:
            for name in ("latitude", "longitude"):
                del sheet.values[name]
    elif marks_centre and commune.centre:
        _write(sheet, *commune.centre)
        sheet.values["position"] = "approximative"
        at.console.say("Point : le centre de la commune, noté approximatif.")


def _write(sheet: FieldSheet, latitude: float, longitude: float) -> None:
    for name, value in (("latitude", latitude), ("longitude", longitude)):
        sheet.values[name] = f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")


def _found(at: Interview, sheet: FieldSheet, commune: Commune) -> FoundAddress | None:
    """What the service says of the address, when the person lets us ask."""
    postcode = sheet.values.get("code_postal") or next(iter(commune.postcodes), "")
    address = " ".join(filter(None, (sheet.values["adresse"], postcode, commune.nom)))
    at.console.say(f"Pour placer le point, on peut demander à {at.addresses.host}, le service")
    at.console.say(f"national des adresses. On lui envoie seulement : {address}")
    if not is_yes(at.console, "Lui demander ?", default=True):
        return None
    try:
        every = at.addresses.find(address)
    except NoAddressAnswerError as failure:
        at.console.say(f"Pas de réponse du service : {failure}.")
        return None
    here = [one for one in every if _is_in(at, one, commune)]
    if not here:
        at.console.say("Le service ne trouve pas cette adresse dans la commune.")
        return None
    best = max(here, key=lambda one: one.score)
    at.console.say(f"Le service propose : {printable(best.label)}.")
    sure = best.score >= _SURE
    if sure or is_yes(at.console, "Il n'est pas sûr de lui. Est-ce bien là ?", default=False):
        return best
    return None


def _is_in(at: Interview, found: FoundAddress, commune: Commune) -> bool:
    gazetteer = at.draft.context.gazetteer
    page = gazetteer.page_of(found.code)
    return (
        page is not None
        and page.code == commune.page_code
        and gazetteer.is_plausible(commune.code, found.latitude, found.longitude)
    )
