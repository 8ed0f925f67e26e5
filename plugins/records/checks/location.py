"""Where the place says it is: path, commune, postcode, point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.common.diagnostic import Diagnostic, error, quote, warning
from plugins.french.joins import at_town, of_town
from plugins.gazetteer import Commune, distance_km, normalize
from plugins.gazetteer.area_status import told_area
from plugins.gazetteer.tables import departement_of
from plugins.records.checks.context import Context, Located
from plugins.records.model.place import Place
from plugins.records.model.types import COMMUNE_CODE

_UNKNOWN_TOWN = "corrigez d'abord le nom de la commune, ou cherchez son code sur geo.api.gouv.fr"
_CEDEX = re.compile(r"\bc[eé]dex\b", re.IGNORECASE)


def departement_of_path(place: Located, context: Context) -> Iterator[Diagnostic]:
    """The folder is the département of the commune; `commune_exists` tells of a wrong code."""
    real = departement_of(place.code_insee)
    if real != place.departement and real in context.gazetteer.all_departements:
        yield error(
            ("code_insee",),
            f"{quote(place.code_insee)} est dans {told_area(real)}, "
            f"le fichier est dans le dossier {place.departement}",
            f"corrigez le code, ou déplacez le fichier dans {real}/",
        )


def commune_exists(place: Located, context: Context) -> Iterator[Diagnostic]:
    """The INSEE code is that of a present commune; a former one is named with its successor."""
    gazetteer, code = context.gazetteer, place.code_insee
    if gazetteer.commune(code) is not None:
        return
    present = gazetteer.commune(gazetteer.current(code))
    if present is not None:
        yield error(
            ("code_insee",),
            f"{quote(code)} est le code d'une ancienne commune",
            f"écrivez « code_insee: {present.code} » et « commune: {present.nom} »",
        )
        return
    message = f"aucune commune n'a le code INSEE {quote(code)}"
    named = gazetteer.find(place.commune, place.departement)
    if len(named) == 1:
        hint = f"écrivez « code_insee: {named[0].code} », celui {of_town(named[0].nom)}"
    elif gazetteer.by_postcode(code):
        hint = "c'est un code postal : le code INSEE est un autre nombre"
    else:
        hint = _UNKNOWN_TOWN
    yield error(("code_insee",), message, hint)


def commune_name(place: Located, context: Context) -> Iterator[Diagnostic]:
    """The name is that of the commune, of its city, or of a former commune in it."""
    gazetteer = context.gazetteer
    commune = gazetteer.commune(place.code_insee)
    if commune is None or place.commune == commune.nom:
        return
    if _CEDEX.search(place.commune):
        yield warning(
            ("commune",),
            f"{quote(place.commune)} n'est pas le nom officiel",
            f"écrivez « commune: {commune.nom} »" + _cedex_beside(place),
        )
        return
    if normalize(place.commune) == normalize(commune.nom):
        return
    page = gazetteer.page_of(place.code_insee) or commune
    named = gazetteer.find(place.commune, commune.departement)
    if any(other.page_code == page.code for other in named):
        return
    named = named or gazetteer.find(place.commune)
    if len(named) == 1 or (named and named[0].departement == commune.departement):
        yield error(
            ("commune",),
            f"le code INSEE {place.code_insee} est celui {of_town(commune.nom)}, "
            f"pas {of_town(place.commune)}",
            f"écrivez « commune: {commune.nom} », ou « code_insee: {named[0].code} »",
        )
        return
    yield warning(
        ("commune",),
        f"{quote(place.commune)} n'est pas le nom officiel",
        f"écrivez « commune: {commune.nom} »",
    )


def _cedex_beside(place: Located) -> str:
    """Where the word of the post goes: in a field that is free, else in words."""
    found = _CEDEX.search(place.commune)
    word = " ".join(place.commune[found.start() if found else 0 :].split())
    if isinstance(place, Place) and place.complement_adresse is None:
        return f" et « complement_adresse: {word} »"
    return f" ; « {word} » va dans complement_adresse"


def postcode_of_commune(place: Place, context: Context) -> Iterator[Diagnostic]:
    """The postcode is one of the commune's, or a CEDEX code: for the mail of an organisation, in no
    table. A code of no commune may be one, or a slip: the record says which with «cedex»."""
    known = _postcodes(place.code_insee, context)
    if not known or place.code_postal in known:
        return
    if _may_be_cedex(place, known, context):
        typed = " ".join(filter(None, (place.adresse, place.complement_adresse, place.commune)))
        if "cedex" not in typed.lower():
            yield warning(
                ("code_postal",),
                f"{quote(place.code_postal)} n'est le code postal d'aucune commune",
                "si c'est un code CEDEX, laissez-le et écrivez « CEDEX » dans "
                "complement_adresse ; sinon, " + _listed(place.code_insee, known, context),
            )
    else:
        yield warning(
            ("code_postal",),
            f"{quote(place.code_postal)} n'est pas un code postal de cette commune",
            _listed(place.code_insee, known, context),
        )


def _may_be_cedex(place: Place, known: set[str], context: Context) -> bool:
    """A code of no commune, in the same département; ordinary ones end in 0 outside big cities."""
    code = place.code_postal
    return (
        code[:2] in {postcode[:2] for postcode in known}
        and code[-1:] != "0"
        and not context.gazetteer.by_postcode(code)
    )


def sure_postcode(finding: Diagnostic, code_insee: str, context: Context) -> Diagnostic:
    """A mistyped postcode with those of the commune, unless the correction proposed is one."""
    known = _postcodes(code_insee, context)
    if not known or any(code in finding.hint for code in known):
        return finding
    hint = _listed(code_insee, known, context)
    if finding.hint.startswith("ajoutez"):
        hint = hint.replace("écrivez « ", "ajoutez « code_postal: ").replace("écrivez", "ajoutez")
    return finding._replace(hint=hint)


def missing_commune(finding: Diagnostic, code_insee: str, context: Context) -> Diagnostic:
    """A missing name of a commune, which its code tells."""
    commune = context.gazetteer.commune(code_insee)
    hint = f"ajoutez « commune: {commune.nom} »" if commune else finding.hint
    return finding._replace(hint=hint)


def told_code(
    finding: Diagnostic, name: str, postcode: str, departement: str, context: Context
) -> Diagnostic:
    """An INSEE code that is missing or is none, with the one of the commune that the record names
    beside it."""
    gazetteer = context.gazetteer
    named = gazetteer.find(name, departement) or gazetteer.find(name)
    if len(named) > 1 and postcode:
        named = [one for one in named if postcode in one.postcodes]
    is_missing = COMMUNE_CODE.message not in finding.message
    verb = "ajoutez" if is_missing else "écrivez"
    if len(named) == 1:
        hint = f"{verb} « code_insee: {named[0].code} », celui de {named[0].nom}"
    elif 1 < len(named) < 5:
        codes = " ou ".join(f"« code_insee: {one.code} »" for one in named)
        hint = f"{verb} {codes} : plusieurs communes ont ce nom"
    elif name and is_missing:
        hint = _UNKNOWN_TOWN
    else:
        return finding
    return finding._replace(hint=hint)


def _postcodes(code_insee: str, context: Context) -> set[str]:
    commune = context.gazetteer.commune(code_insee)
    page = context.gazetteer.page_of(code_insee) if commune else None
    return {code for one in (commune, page) if one for code in one.postcodes}


def _listed(code_insee: str, postcodes: set[str], context: Context) -> str:
    commune = context.gazetteer.commune(code_insee)
    town = of_town(commune.nom if commune else "")
    if len(postcodes) == 1:
        return f"écrivez « {min(postcodes)} », celui {town}"
    return f"écrivez l'un de ceux {town} : " + ", ".join(sorted(postcodes)[:12])


def point_in_commune(place: Located, context: Context) -> Iterator[Diagnostic]:
    """Both coordinates or none, near the centre of the commune."""
    if place.latitude is None and place.longitude is None:
        return
    if place.latitude is None or place.longitude is None:
        missing, there = ("latitude", "longitude")[:: 1 if place.latitude is None else -1]
        yield error((there,), f"il manque la {missing}", "écrivez les deux, ou supprimez la ligne")
        return
    gazetteer, code = context.gazetteer, place.code_insee
    if gazetteer.is_plausible(code, place.latitude, place.longitude):
        return
    page = gazetteer.page_of(code)
    if page is None:
        return
    if gazetteer.is_plausible(code, place.longitude, place.latitude):
        yield error(
            ("latitude",),
            "la latitude et la longitude sont inversées",
            f"écrivez « latitude: {place.longitude} » et « longitude: {place.latitude} »",
        )
        return
    yield error(
        ("latitude",),
        _where_it_fell(page, place.latitude, place.longitude, context),
        "corrigez le point ou la commune, ou supprimez la latitude et la longitude",
    )


def point_without_address(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """A point without an address is most often that of a town: the record must say so."""
    if place.point is not None and place.adresse is None and place.position is None:
        yield warning(
            ("latitude",),
            "un point, mais pas d'adresse : le point est peut-être celui de la ville",
            "ajoutez la ligne « position: approximative », ou l'adresse",
        )


def _where_it_fell(page: Commune, latitude: float, longitude: float, context: Context) -> str:
    found = context.gazetteer.nearest(latitude, longitude)
    fell = (
        f"tombe près {of_town(found.nom)} ({found.departement})"
        if found
        else "est loin de la France"
    )
    if page.latitude is None or page.longitude is None:
        return f"ce point {fell}, pas {at_town(page.nom)}"
    km = distance_km(page.latitude, page.longitude, latitude, longitude)
    return f"ce point {fell}, à {km:.0f} km du centre de sa commune ({page.nom})"
