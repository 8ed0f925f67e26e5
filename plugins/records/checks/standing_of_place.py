"""A record that says itself that its place is closed, moved or not open yet."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.common.diagnostic import Diagnostic, error, quote, warning
from plugins.french.normalization import normalize
from plugins.records.checks.context import Context
from plugins.records.hints.written_lines import write_value
from plugins.records.house_numbers import false_number
from plugins.records.model.place import Place
from plugins.records.standing.doubtful_names import doubt_of_name
from plugins.records.standing.told import TextKind, may_tell, told_by

_FIELDS = {
    "nom": TextKind.NAME,
    "adresse": TextKind.NAME,
    "complement_adresse": TextKind.NAME,
    "presentation_resume": TextKind.TEXT,
    "presentation_detail": TextKind.TEXT,
    "horaires_brut": TextKind.HOURS,
    "horaires": TextKind.HOURS,
    "permanence": TextKind.HOURS,
}
_FILLERS = frozenset(
    {"null", "nan", "n/a", "none", "undefined", "néant", "neant", "#n/a", "#ref!", "#value!"}
)


def open_or_not(place: Place, context: Context) -> Iterator[Diagnostic]:
    """What its texts say, nobody told in `ferme_le`, `exceptions` or `annonces`."""
    if place.ferme_le or place.remplace_par:
        return
    if not place.nom_confirme and (doubt := doubt_of_name(place.nom)):
        yield warning(
            ("nom",),
            f"{quote(place.nom)} : {doubt}",
            "s'il n'existe plus, écrivez « ferme_le: » et le jour ; si c'est bien son nom, ajoutez "
            "« nom_confirme: oui »",
        )
    for name, where in _FIELDS.items():
        value = getattr(place, name)
        text = " ; ".join(map(str, value.values())) if isinstance(value, dict) else str(value or "")
        if not text or not may_tell(text):
            continue
        told = told_by(text, where, context.today.isoformat())
        if told.halt:
            yield warning(
                (name,),
                told.halt,
                "s'il est fermé, écrivez « ferme_le: » et le jour ; pour un temps, écrivez-le dans "
                "« annonces » ; sinon, changez ces mots",
            )
        elif told.message and not (place.exceptions or place.annonces):
            yield warning(
                (name,),
                f"{quote(told.message)} ne vaut que pour un temps",
                "écrivez-le dans « exceptions » ou dans « annonces », avec ses dates",
            )


def filler(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """What programs write where they have nothing would be shown as it is."""
    for name in ("nom", "adresse", "complement_adresse", "structure_parente"):
        if (value := getattr(place, name)) and value.casefold() in _FILLERS:
            hint = "écrivez la vraie valeur" + (", ou supprimez la ligne" if name != "nom" else "")
            yield error((name,), f"{quote(value)} ne dit rien", hint)


def town_in_address(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """Pages write the postcode and the commune behind the address: there they stand twice."""
    if not place.adresse or place.code_postal not in place.adresse:
        return
    street, _, rest = place.adresse.partition(place.code_postal)
    street = street.rstrip(" ,;-–")
    if street and normalize(rest).strip() in ("", normalize(place.commune)):
        yield warning(
            ("adresse",),
            "le code postal et la commune sont déjà dits",
            write_value(street),
        )


def house_number(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """99999 fills a column; no house has it: the rule of imports."""
    if place.adresse and (wrong := false_number(place.adresse)):
        yield warning(
            ("adresse",),
            f"{quote(wrong.strip(' ,;-'))} n'est pas un numéro",
            f"écrivez {quote(place.adresse[len(wrong) :])}, ou le vrai numéro",
        )
