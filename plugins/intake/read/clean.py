"""From a row in the fields of the national schema to the text of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from stdnum.exceptions import ValidationError
from stdnum.fr import siret

from plugins.gazetteer import Commune, Gazetteer, normalize, slugify
from plugins.intake.hours.row_hours import read_row_hours
from plugins.intake.match.candidate import Candidate, NotAPlace, Origin, RowFields, list_of
from plugins.intake.read.columns.yes_columns import is_yes_or_no
from plugins.intake.read.contact_cells import read_contacts
from plugins.intake.read.contacts import read_web
from plugins.intake.read.layout import Layout
from plugins.intake.read.letter_case import place_name, street, tidy
from plugins.intake.read.lost.lost_fields import lost_fields
from plugins.intake.read.row_cells import LEFT_OUT, Cells, quoting_nobody, without_private
from plugins.intake.read.row_values import read_values
from plugins.intake.read.second_columns import second_columns
from plugins.intake.read.standing import Standing, read_standing
from plugins.intake.read.table import TableRow
from plugins.intake.terms.meanings import BY_THE_TABLES, TermReader
from plugins.intake.where.known_names import names_a_commune
from plugins.intake.where.position import read_point
from plugins.intake.where.whereabouts import city_of, find_where
from plugins.records.persons.beside_towns import NAME_LEFT_OUT, without_adviser
from plugins.records.persons.cited import hides_contact, persons_in
from plugins.records.persons.person_names import person_in_name
from plugins.records.persons.taken_out import without_persons
from plugins.records.standing.doubtful_names import doubt_of_name
from plugins.records.standing.iso_dates import read_date
from plugins.records.standing.told import without_state

_ADDRESS = re.compile(r"https?://\S+")
_LINE = 200
_NAME = 150
_NOT_TOLD = "Fermeture annoncée"
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
    confirmed: frozenset[str] = frozenset()
    """Folded names that look like a person's and are those of places."""
    terms: TermReader = BY_THE_TABLES
    """What the values of lists mean."""

    misused_postcodes: frozenset[str] = frozenset()
    """Those that the list writes for towns that have another one."""

    def candidate(self, row: TableRow) -> Candidate:
        """The row as text of a record. Raises :class:`NotAPlace` when it cannot be one."""
        lost = lost_fields(row, self.layout.read)
        given, remarks = self.layout.apply({**row.cells, **lost.kept})
        doubts, remarks = [*lost.doubts], [*remarks, *lost.remarks]
        if isinstance(name := given.get("nom"), str):
            given["nom"] = without_adviser(name, partial(names_a_commune, self.gazetteer))
            doubts += [NAME_LEFT_OUT] if given["nom"] != name else []
        cell = Cells(given)
        fields: RowFields = {}
        doubts += second_columns(self.layout, {**row.cells, **lost.kept})
        standing = self._standing(cell, row.cells)
        if standing.is_home:
            raise NotAPlace("ce lieu semble être le domicile de quelqu'un : donnez un lieu public")
        values = read_values(cell, self.terms)
        cell, private = without_private(cell, moves="Itinérant" in values.fields["itinerance"])
        remarks += [*private, *values.remarks]
        where = find_where(self.gazetteer, cell, self.misused_postcodes)
        commune = where.commune
        remarks += where.remarks
        doubts += where.doubts
        fields.update(values.fields)
        self._identity(cell, fields, remarks)
        fields["nom"] = self._name(cell, commune, fields, doubts)
        origin = self._origin(cell, commune, remarks)
        fields["adresse"] = street(where.street, commune)[:_LINE]
        beside = (tidy(cell.text("complement_adresse")), where.cedex)
        fields["complement_adresse"] = ", ".join(filter(None, beside))[:_LINE]
        fields["code_postal"] = where.postcode
        fields["code_insee"] = commune.code
        fields["commune"] = city_of(commune)
        point = read_point(
            self.gazetteer,
            cell.text("latitude"),
            cell.text("longitude"),
            commune,
            cell.text("point"),
        )
        remarks += point.remarks
        doubts += point.doubts
        fields["latitude"], fields["longitude"] = point.latitude, point.longitude
        if point.is_approximate:
            fields["position"] = "approximative"
        if point.latitude and not fields["adresse"]:
            doubts.append("position : sans adresse, le point n'est qu'approximatif")
        self._contacts(cell, fields, commune, origin, remarks)
        hours, hours_remarks = read_row_hours(cell, origin.stem)
        fields.update(hours if any(hours.values()) else _lost(lost.hours))
        remarks += hours_remarks
        self._access(cell, fields, remarks)
        self._texts(cell, fields, remarks)
        doubts += _tell_until(standing, origin.date, fields)
        kept = {name: value for name, value in fields.items() if value}
        return Candidate(
            row.number,
            origin,
            commune,
            kept,
            tuple(map(quoting_nobody, remarks)),
            tuple(t if t.startswith("nom :") else quoting_nobody(t) for t in doubts),
            quoting_nobody(standing.halt),
            typed=values.typed,
            lost_address=" ".join(lost.address),
        )

    def identifier(self, row: TableRow) -> str:
        """What its list calls the row, also one that cannot be a record; "" when it has no id."""
        given, _ = self.layout.apply(row.cells)
        return tidy(Cells(given).text("id"))

    def _standing(self, cell: Cells, cells: Mapping[str, str]) -> Standing:
        others = {column: text for column, text in cells.items() if column not in self.layout.read}
        day = read_date(cell.text("date_maj")) or self.defaults.date
        return read_standing(cell.texts(), others, day)

    def _name(self, cell: Cells, commune: Commune, fields: RowFields, doubts: list[str]) -> str:
        """The name of the place, that of nobody. `fields` has the types already."""
        typed = without_state(cell.text("nom"))
        name = place_name(typed, commune)[:_NAME]
        if len(name) < 2:
            raise NotAPlace("cette ligne n'a pas de nom de lieu : complétez-la")
        # Types that a layout gives to all rows tell nothing of this one.
        rule = self.layout.rules.get("typologie")
        types = list_of(fields, "typologie") if rule and rule.constant is None else []
        left_out, kept = person_in_name(typed, types)  # capitals tell the name of a family
        if left_out and normalize(name) in self.confirmed | self.layout.confirmed:
            fields["nom_confirme"] = "oui"
        elif left_out:
            raise NotAPlace(
                "le nom semble être celui d'une personne : donnez le nom du lieu ou, si le lieu "
                "s'appelle ainsi, relancez avec --confirm et ce nom"
            )
        if kept:
            told = f"« {name} » est aussi un nom de personne, gardé à cause du type de lieu"
            doubts.append(f"nom : {told}")
        if doubt := doubt_of_name(typed):
            doubts.append(f"nom : « {name} » : {doubt}")
        return name

    def _origin(self, cell: Cells, commune: Commune, remarks: list[str]) -> Origin:
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

    def _identity(self, cell: Cells, fields: RowFields, remarks: list[str]) -> None:
        pivot = re.sub(r"[\s.]", "", cell.text("pivot")).upper()
        if pivot and pivot.strip("0"):
            if re.fullmatch(r"W\d{9}|[0-9A-Z]{9,14}", pivot) and not pivot.isdigit():
                fields["pivot"] = pivot
            else:
                try:
                    fields["pivot"] = siret.validate(pivot)
                except ValidationError:
                    remarks.append(f"pivot : le SIRET « {pivot} » est faux, non repris")
        fields["structure_parente"] = tidy(cell.text("structure_parente"))[:_LINE]

    def _contacts(
        self, cell: Cells, fields: RowFields, commune: Commune, origin: Origin, remarks: list[str]
    ) -> None:
        moves = "Itinérant" in fields["itinerance"]
        names = (cell.text("nom"), commune.nom, cell.text("structure_parente"))
        found = read_contacts(
            cell, names, commune.departement, allow_mobile=moves or origin.is_official
        )
        fields["telephone"], fields["courriels"] = found.telephone, found.courriels
        fields["site_web"], fields["prise_rdv"] = found.site_web, found.prise_rdv
        text = cell.text("fiche_acces_libre")
        if not text and (link := _ADDRESS.search(cell.text("accessibilite"))):
            text = link[0]
        addresses, web_remarks = read_web(text)
        fields["fiche_acces_libre"] = addresses[0] if addresses else ""
        remarks += [*found.remarks, *web_remarks]

    def _access(self, cell: Cells, fields: RowFields, remarks: list[str]) -> None:
        """Lines and stops, as the list words them; «oui» is neither."""
        text = tidy(", ".join(cell.text("transports").splitlines()))[:_LINE]
        if any(persons_in(text)) or hides_contact(text):
            remarks.append(f"transports : {LEFT_OUT}")
        elif is_yes_or_no(text):
            remarks.append(f"transports : « {text} » ne dit ni la ligne ni l'arrêt, non repris")
        elif text:
            fields["acces"] = {"bus": text}

    def _texts(self, cell: Cells, fields: RowFields, remarks: list[str]) -> None:
        for name, longest in (("presentation_resume", 280), ("presentation_detail", 5000)):
            text = cell.text(name)
            if any(persons_in(text)) or hides_contact(text):
                remarks.append(f"{name} : {LEFT_OUT}")
            elif len(text) > longest:
                remarks.append(f"{name} : plus de {longest} caractères, non repris")
            else:
                lines = [tidy(line) for line in text.splitlines()]
                fields[name] = ("\n" if longest > 280 else " ").join(lines).strip()


def _lost(hours: RowFields) -> RowFields:
    """Hours of which letters are lost, without whom they name."""
    return {name: without_persons(str(text)) for name, text in hours.items()}


def _tell_until(standing: Standing, day: str, fields: RowFields) -> list[str]:
    """Write in `fields` what a row says of a time that ends, and give the doubt that says so."""
    if not standing.message:
        return []
    message = without_persons(standing.message) or _NOT_TOLD
    period = {"du": day, "au": standing.until}
    if standing.is_shut:
        fields["exceptions"] = [{**period, "horaires": "fermé", "motif": message}]
    else:
        fields["annonces"] = [{**period, "texte": message}]
    return [f"fermeture : « {message} », dit sur la page jusqu'au {standing.until}"]
