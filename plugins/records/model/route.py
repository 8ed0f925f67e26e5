"""A route: a vehicle or an adviser who goes from stop to stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from plugins.gazetteer.tables import departement_of
from plugins.records.model.dated import Cancellation, DatedRecord, Timetable
from plugins.records.model.parts import (
    Accessibilite,
    Annonces,
    Sources,
)
from plugins.records.model.shared import (
    AApporter,
    Adresse,
    CodeInsee,
    Courriels,
    DateMaj,
    DatesConfirmees,
    FraisACharge,
    IdentifiantPivot,
    Labels,
    Langues,
    Latitude,
    Longitude,
    NomDeCommune,
    Note,
    Presentation,
    Publics,
    Services,
    ShortNote,
    SitesWeb,
    Telephone,
    Territoires,
    VerifieLe,
    VerifiePar,
)
from plugins.records.model.types import (
    DatedId,
    DateText,
    OneLine,
    PlaceId,
    StrictModel,
    former_ids,
)
from plugins.records.reading.repairs import slug_of

_LONGEST_POINT = 60
"""Letters of a point in the name of a stop, which is also that of files."""


class Stop(StrictModel):
    """Where the route stops, and when."""

    commune: NomDeCommune
    code_insee: CodeInsee
    lieu: PlaceId | None = Field(
        None,
        title="Lieu",
        description="La fiche du lieu où l'arrêt se trouve, s'il en a une.",
        examples=["31/mairie-de-labege"],
    )
    point: OneLine | None = Field(
        None,
        title="Endroit",
        description="L'endroit exact, comme on le dit sur place.",
        examples=["Face à la boulangerie"],
    )
    adresse: Adresse = None
    latitude: Latitude = None
    longitude: Longitude = None
    passages: tuple[DateText, ...] = Field(
        (),
        max_length=20,
        title="Passages",
        description="Une phrase par ligne : quand la tournée s'arrête ici.",
        examples=["un mardi sur deux à partir du 6 octobre 2026, de 9h à 12h30, sauf jours fériés"],
    )
    annulations: tuple[Cancellation, ...] = Field(
        (),
        max_length=60,
        title="Annulations",
        description="Les passages annulés à cet arrêt seulement.",
    )
    remarque: ShortNote = None

    @property
    def spot(self) -> str:
        """The exact spot, or else the address; empty when neither is known."""
        return self.point or self.adresse or ""


class Route(DatedRecord):
    """A record of `places/<département>/tournees/`; its path is its identity."""

    kind = "route"
    PAGES = "agenda/tournees"
    ACTIVE = ("expérimentation", "en service")
    OVER = "arrêté"

    nom: Annotated[str, Field(min_length=2, max_length=150)] = Field(
        title="Nom",
        description="Le nom de la tournée, comme sur le véhicule.",
        examples=["Bus France services"],
    )
    nature: Literal["bus", "camion", "conseiller en tournée", "autre"] | None = Field(
        None, title="Nature", description="Ce qui se déplace.", examples=["bus"]
    )
    statut: Literal["étude", "expérimentation", "en service", "arrêté"] = Field(
        title="Statut", description="Où en est la tournée.", examples=["en service"]
    )
    operateur: OneLine | None = Field(
        None, title="Opérateur", description="L'organisme qui fait la tournée."
    )
    presentation: Presentation = None
    labels: Labels = ()
    services: Services = ()
    publics_specifiquement_adresses: Publics = ()
    frais_a_charge: FraisACharge = ()
    accessibilite: Accessibilite = None
    langues: Langues = ()
    a_apporter: AApporter = ()
    telephone: Telephone = ()
    courriels: Courriels = ()
    site_web: SitesWeb = ()
    territoires: Territoires = ()
    arrets: tuple[Stop, ...] = Field(
        (), max_length=100, title="Arrêts", description="Les arrêts, dans l'ordre de la tournée."
    )
    annulations: tuple[Cancellation, ...] = Field(
        (),
        max_length=60,
        title="Annulations",
        description="Les jours où toute la tournée est annulée.",
    )
    dates_confirmees: DatesConfirmees = None
    annonces: Annonces = ()
    remarque: Note = None
    verifie_le: VerifieLe = None
    verifie_par: VerifiePar = None
    pivot: IdentifiantPivot = None
    source: Sources = ()
    date_maj: DateMaj = None
    anciens_ids: tuple[DatedId, ...] = former_ids("31/ancien-nom")

    @property
    def national_services(self) -> tuple[str, ...]:
        """What one is helped with, as its record and its labels say."""
        return self.all_services

    @cached_property
    def stops(self) -> Mapping[str, Stop]:
        """Its stops in order, by what names them in addresses and calendars: the commune, with the
        point where several stops share it. Moving a line does not rename a stop."""
        names = [slug_of(stop.commune) for stop in self.arrets]
        shared = Counter(names)
        found: dict[str, Stop] = {}
        for name, stop in zip(names, self.arrets, strict=True):
            if shared[name] > 1:
                point = slug_of(stop.point or stop.adresse or stop.lieu or "")
                name = f"{name}-{point[:_LONGEST_POINT]}".strip("-")
            full, number = name, 1
            while full in found:
                number += 1
                full = f"{name}-{number}"
            found[full] = stop
        return found

    @cached_property
    def timetable(self) -> Mapping[str, Timetable]:
        """When it comes to each stop; what is cancelled at one of them is said first."""
        return {
            name: Timetable(
                departement_of(stop.code_insee),
                stop.passages,
                (),
                (*stop.annulations, *self.annulations),
            )
            for name, stop in self.stops.items()
        }
