"""What no record may say of anybody, in any of its texts: names, addresses, accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote, warning
from plugins.gazetteer import normalize
from plugins.records.checks.context import Context
from plugins.records.doubts.own_words import own_words
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.model.types import StrictModel
from plugins.records.persons.beside_towns import without_adviser
from plugins.records.persons.cited import contacts_in, may_cite, persons_in
from plugins.records.persons.person_names import TITLE, is_a_person, person_in_name

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "nom": "écrivez un nom qui n'est pas celui d'une personne",
        "verifie_par": "écrivez plutôt sa fonction, par exemple « mairie » ou « bénévole »",
        "operateur": "écrivez l'organisme",
        "organisateur": "écrivez l'organisme",
        "structure_parente": "écrivez l'organisme",
        "porteur": "écrivez l'organisme",
        "animateur": "écrivez l'organisme",
        "pilote": "écrivez l'organisme",
        "financeur": "écrivez l'organisme",
    }
)
"""Short texts where a name is expected, and whose: a given name and one word are enough to see a
person."""
_CONFIRM = (
    "écrivez le nom du lieu, jamais celui d'une personne ; si le lieu s'appelle "
    "vraiment ainsi, ajoutez « nom_confirme: oui »"
)
_FUNCTION = "écrivez plutôt sa fonction, par exemple « la conseillère numérique »"
_NOT_TEXTS = frozenset(
    """telephone courriels site_web url prise_rdv fiche_acces_libre inscription_en_ligne code_postal
    code_insee commune pivot labels langues membres remplace_par anciens_ids dates dates_en_plus
    passages date date_probable depuis jusqu_a signee_le id licence""".split()
)
"""Fields of a fixed shape, or that rules of their own read."""
_STREET = "adresse"
_IBAN = re.compile(r"\bFR[0-9]{2}(?: ?[0-9A-Z]{4}){5} ?[0-9A-Z]{3}\b")
_NIR = re.compile(
    r"\b[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]) ?(?:[0-9]{2}|2[AB])(?: ?[0-9]{3}){2} ?[0-9]{2}\b"
)


def nothing_private(record: Any, _context: Context) -> Iterator[Diagnostic]:
    """No bank account, no social security number; names of persons, their addresses and their
    mobile numbers are pointed out, in every text of the record and of its parts."""
    texts = list(texts_of(record))
    if not may_cite("\n".join([text for _, text in texts])):
        yield from _no_account(texts)  # a number of Corsica has a letter
        return
    own = own_words(record)
    moves = isinstance(record, Route) or (isinstance(record, Place) and record.is_itinerant)
    for where, text in texts:
        yield from _accounts(where, text)
        if where == ("nom",):
            yield from _own_name(record, text)
        else:
            yield from _names(where, text)
        for found in contacts_in(text, own, mobiles=not moves):
            yield warning(
                where,
                f"ce texte donne peut-être les coordonnées d'une personne : {quote(found)}",
                "effacez-les, ou écrivez celles d'un service",
            )


def no_account(record: Any, _context: Context) -> Iterator[Diagnostic]:
    """The errors of `nothing_private`: no bank account, no social security number."""
    return _no_account(list(texts_of(record)))


def _no_account(texts: Sequence[tuple[FieldPath, str]]) -> Iterator[Diagnostic]:
    if _has_account("\n".join([text for _, text in texts])):
        for where, text in texts:
            yield from _accounts(where, text)


def texts_of(part: StrictModel, above: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a record and of its parts, with the path of its field; codes, numbers and
    words of closed lists are none."""
    for name in _free(type(part)):
        if value := getattr(part, name):
            yield from _texts_in(value, (*above, name))


def _texts_in(value: Any, where: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, StrictModel):
        yield from texts_of(value, where)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*where, index))
    elif isinstance(value, Mapping):  # a week
        for day, item in value.items():
            yield from _texts_in(item, (*where, day))


@cache
def _free(model: type[StrictModel]) -> tuple[str, ...]:
    return tuple(
        name
        for name, field in model.model_fields.items()
        if field.alias is None and name not in _NOT_TEXTS and _has_text(field.annotation)
    )


def _has_text(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return False
    if isinstance(annotation, type):
        return issubclass(annotation, str | StrictModel)
    return any(_has_text(part) for part in get_args(annotation))


def _own_name(record: Any, name: str) -> Iterator[Diagnostic]:
    """By the rule of imports; a place may be called after a writer."""
    if getattr(record, "nom_confirme", None):
        return
    if person_in_name(name, getattr(record, "typologie", ()))[0]:
        found = TITLE.search(name)
        hint = _CONFIRM if isinstance(record, Place) else _NAMES["nom"]
        yield _is_a_name(("nom",), found[0] if found else name, hint)
        return
    town = normalize(getattr(record, "commune", None) or "")
    if without_adviser(name, lambda part: normalize(part) == town) != name:
        yield _is_a_name(("nom",), name, _CONFIRM)


def _names(where: FieldPath, text: str) -> Iterator[Diagnostic]:
    field = next(part for part in reversed(where) if isinstance(part, str))
    if field in _NAMES and not TITLE.search(text):
        if is_a_person(text):
            yield _is_a_name(where, text, _NAMES[field])
        return
    for found in persons_in(text):
        if not (field == _STREET and found == text):
            yield _is_a_name(where, found, _NAMES.get(field, _FUNCTION))


def _is_a_name(where: FieldPath, text: str, hint: str) -> Diagnostic:
    return warning(where, f"{quote(text)} semble être le nom d'une personne", hint)


def _accounts(where: FieldPath, text: str) -> Iterator[Diagnostic]:
    if _has_account(text):
        yield error(
            where,
            "un numéro de compte ou de sécurité sociale est écrit ici",
            "effacez-le : cette fiche est publique",
        )


def _has_account(text: str) -> bool:
    """Neither goes from one line to the next."""
    return bool(_IBAN.search(text)) or _is_nir(text)


def _is_nir(text: str) -> bool:
    """Whether a number of the text is a social security number, its key included."""
    for found in _NIR.finditer(text):
        digits = found.group().replace(" ", "").replace("2A", "19").replace("2B", "18")
        if 97 - int(digits[:13]) % 97 == int(digits[13:]):
            return True
    return False
