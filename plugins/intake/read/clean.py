"""From a row in the fields of the national schema to the text of a record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.fr import siret

from plugins.gazetteer import Commune, Gazetteer, slugify
from plugins.intake.match.candidate import Candidate, NotAPlace, Origin, RowFields
from plugins.intake.read.contacts import hides_contact, read_emails, read_phones, read_web
from plugins.intake.read.iso_dates import read_date
from plugins.intake.read.layout import Layout, Value
from plugins.intake.read.letter_case import place_name, street, tidy
from plugins.intake.read.locate import commune_of_point, find_commune, read_point, split_address
from plugins.intake.read.raw_hours import read_week
from plugins.intake.read.table import TableRow
from plugins.intake.read.vocabulary import (
    CLOSED,
    FORTNIGHT,
    LEAVES_DAYS_BLANK,
    TYPE_IN_LABELS,
    TYPOLOGIES,
    closed_value,
    label_slug,
    split_list,
)
from plugins.records.checks.given_names import is_a_person
from plugins.vocabulary.sources import stem_of

_PERSON = re.compile(r"\b(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+[A-ZÉÈ]")
_TYPES = {code.upper(): code for code in TYPOLOGIES}
_EQUIPMENTS = ("wifi", "ordinateurs", "imprimante", "scanner", "prêt")
# A column «wifi» that says yes, or no.
_EQUIPMENT = {**{item: item for item in _EQUIPMENTS}, "oui": "wifi", "non": ""}
_LABEL_FIELDS = (
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
)
_LINE = 200
_NAME = 150
_UNREADABLE_DATE = "date_maj : « {} » n'est pas une date, non reprise"


@dataclass(frozen=True)
class Defaults:
    """What the command or the layout says of the source, where a row does not."""

    source: str
    licence: str
    date: str


@dataclass(frozen=True)
class Cleaner:
    """Turns rows into candidates."""

    gazetteer: Gazetteer
    layout: Layout
    defaults: Defaults

    def candidate(self, row: TableRow) -> Candidate:
        """The row as text of a record. Raises :class:`NotAPlace` when it cannot be one."""
        given, remarks = self.layout.apply(row.cells)
        cell = _Cells(given)
        commune, street_part, postcode = self._where(cell, remarks)
        name = place_name(cell.text("nom"), commune)[:_NAME]
        if len(name) < 2:
            raise NotAPlace("cette ligne n'a pas de nom de lieu : complétez-la")
        if _PERSON.search(name) or is_a_person(name):
            raise NotAPlace("le nom semble être celui d'une personne : donnez le nom du lieu")
        origin = self._origin(cell, commune, remarks)
        fields: RowFields = {"nom": name}
        self._identity(cell, fields, remarks)
        fields["adresse"] = street(street_part, commune)[:_LINE]
        fields["complement_adresse"] = tidy(cell.text("complement_adresse"))[:_LINE]
        fields["code_postal"] = postcode or _postcode_of(commune, remarks)
        fields["code_insee"] = commune.code
        fields["commune"] = _city(commune)
        point = read_point(self.gazetteer, cell.text("latitude"), cell.text("longitude"), commune)
        remarks += point.remarks
        fields["latitude"], fields["longitude"] = point.latitude, point.longitude
        self._lists(cell, fields, remarks)
        self._contacts(cell, fields, commune, origin, remarks)
        self._hours(cell, fields, remarks)
        self._texts(cell, fields, remarks)
        kept = {name: value for name, value in fields.items() if value}
        return Candidate(row.number, origin, commune, kept, tuple(remarks))

    def _where(self, cell: _Cells, remarks: list[str]) -> tuple[Commune, str, str]:
        """Commune, street and postcode; those at the end of the address serve when missing."""
        address = tidy(cell.text("adresse"))
        found, postcode, name = split_address(address)
        where = find_commune(
            self.gazetteer,
            cell.text("code_insee"),
            cell.text("code_postal") or postcode,
            cell.text("commune") or name,
            cell.text("departement"),
            f"{cell.text('nom')} {address}",
        )
        remarks += where.remarks
        commune = where.commune
        if commune is None:
            near, sure = commune_of_point(
                self.gazetteer, where.postcode, cell.text("latitude"), cell.text("longitude")
            )
            if near is None or not sure:
                hint = f" (le point est près de {near.nom}, {near.code})" if near else ""
                raise NotAPlace(
                    " ; ".join([*remarks, f"écrivez la commune ou son code INSEE{hint}"])
                )
            commune = near
            remarks.append(f"commune : {near.nom}, d'après le code postal et le point")
        return commune, found if postcode else address, where.postcode or postcode

    def _origin(self, cell: _Cells, commune: Commune, remarks: list[str]) -> Origin:
        raw = cell.text("date_maj")
        date = read_date(raw)
        if raw and not date:
            remarks.append(_UNREADABLE_DATE.format(raw))
        nom = tidy(cell.text("source")) or self.defaults.source
        identity = tidy(cell.text("id")) or "-".join(
            (commune.code, slugify(cell.text("nom")), slugify(cell.text("adresse"))[:40])
        ).strip("-")
        return Origin(
            nom[:_LINE], identity[:_LINE], date or self.defaults.date, self.defaults.licence
        )

    def _identity(self, cell: _Cells, fields: RowFields, remarks: list[str]) -> None:
        pivot = re.sub(r"[\s.]", "", cell.text("pivot")).upper()
        if pivot and pivot.strip("0"):
            if re.fullmatch(r"W\d{9}|[0-9A-Z]{9,14}", pivot) and not pivot.isdigit():
                fields["pivot"] = pivot
            else:
                try:
                    fields["pivot"] = siret.validate(pivot)
                except ValidationError:
                    remarks.append(f"pivot : le SIRET « {pivot} » est faux, non repris")
        kinds = []
        for text in split_list(cell.value("typologie")):
            code = _TYPES.get(text.upper())
            if code:
                kinds.append(code)
            else:
                remarks.append(
                    f"typologie : « {text[:80]} » n'est pas un code national, non repris"
                )
        fields["typologie"] = kinds
        fields["structure_parente"] = tidy(cell.text("structure_parente"))[:_LINE]

    def _lists(self, cell: _Cells, fields: RowFields, remarks: list[str]) -> None:
        for name in CLOSED:
            found: dict[str, None] = {}
            for text in split_list(cell.value(name), name):
                value = closed_value(name, text)
                if value:
                    found[value] = None
                else:
                    remarks.append(f"{name} : « {text[:80]} » n'est pas dans la liste, non repris")
            fields[name] = sorted(found, key=CLOSED[name].index)
        wanted = {
            text: _EQUIPMENT.get(text.lower()) for text in split_list(cell.value("equipements"))
        }
        fields["equipements"] = [item for item in _EQUIPMENTS if item in wanted.values()]
        remarks += [
            f"equipements : « {text[:80]} » n'est pas dans la liste, non repris"
            for text, item in wanted.items()
            if item is None
        ]
        labels: dict[str, None] = {}
        others: dict[str, None] = {}
        kinds = list(fields["typologie"])
        for name in _LABEL_FIELDS:
            for text in split_list(cell.value(name)):
                slug, kind = label_slug(text), TYPE_IN_LABELS.get(text.lower())
                if slug:
                    labels[slug] = None
                elif kind:
                    kinds.append(kind)
                elif not FORTNIGHT.fullmatch(text.lower()):
                    others[tidy(text)[:_LINE]] = None
        fields["typologie"] = list(dict.fromkeys(kinds))
        fields["labels"] = sorted(labels)
        fields["autres_formations_labels"] = list(others)

    def _contacts(
        self, cell: _Cells, fields: RowFields, commune: Commune, origin: Origin, remarks: list[str]
    ) -> None:
        moves = "Itinérant" in fields["itinerance"]
        text = " | ".join(filter(None, (cell.text("telephone"), cell.text("telephone_brut"))))
        phones = read_phones(text, commune.departement, moves or origin.is_official)
        fields["telephone"] = phones.numbers
        parent = cell.text("structure_parente")
        names = (cell.text("nom"), commune.nom, parent)
        fields["courriels"], email_remarks = read_emails(cell.text("courriels"), names)
        fields["site_web"], web_remarks = read_web(cell.text("site_web"))
        remarks += [*phones.remarks, *email_remarks, *web_remarks]
        for name in ("prise_rdv", "fiche_acces_libre"):
            addresses, web_remarks = read_web(cell.text(name))
            remarks += web_remarks
            fields[name] = addresses[0] if addresses else ""

    def _hours(self, cell: _Cells, fields: RowFields, remarks: list[str]) -> None:
        found = cell.raw("horaires") or cell.text("horaires_brut")
        notes = [
            text
            for name in _LABEL_FIELDS
            for text in split_list(cell.value(name))
            if FORTNIGHT.fullmatch(text.lower())
        ]
        if not found or isinstance(found, list):
            return
        leaves_blank = stem_of(cell.text("source")) in LEAVES_DAYS_BLANK
        week, rough, remark = read_week(found, ", ".join(notes), leaves_blank=leaves_blank)
        if week:
            fields["horaires"] = week
        fields["horaires_brut"] = rough
        if remark:
            remarks.append(remark)

    def _texts(self, cell: _Cells, fields: RowFields, remarks: list[str]) -> None:
        for name, longest in (("presentation_resume", 280), ("presentation_detail", 5000)):
            text = cell.text(name)
            if _PERSON.search(text) or hides_contact(text):
                remarks.append(
                    f"{name} : ce texte cite une personne ou ses coordonnées, non repris"
                )
            elif len(text) > longest:
                remarks.append(f"{name} : plus de {longest} caractères, non repris")
            else:
                lines = [tidy(line) for line in text.splitlines()]
                fields[name] = ("\n" if longest > 280 else " ").join(lines).strip()


class _Cells:
    """The fields that a layout gave, as text or as given."""

    def __init__(self, given: dict[str, Value]) -> None:
        self._given = given

    def raw(self, name: str) -> Value | None:
        return self._given.get(name)

    def text(self, name: str) -> str:
        value = self._given.get(name, "")
        if isinstance(value, dict):
            return " ; ".join(value.values())
        return value if isinstance(value, str) else " | ".join(value)

    def value(self, name: str) -> str | list[str]:
        value = self._given.get(name, "")
        return self.text(name) if isinstance(value, dict) else value


def _postcode_of(commune: Commune, remarks: list[str]) -> str:
    """The commune's postcode, or the first of several."""
    if not commune.postcodes:
        raise NotAPlace(f"il n'y a pas de code postal et {commune.nom} n'en a pas : écrivez-le")
    if len(commune.postcodes) > 1:
        told = f"absent, {commune.postcodes[0]} est l'un de ceux de {commune.nom}, à vérifier"
        remarks.append(f"code_postal : {told}")
    return commune.postcodes[0]


def _city(commune: Commune) -> str:
    """An arrondissement carries its city's name: «Paris», not «Paris 1er Arrondissement»."""
    return re.sub(r"\s+\d+\S*\s+arrondissement$", "", commune.nom, flags=re.IGNORECASE)
