"""A route: a vehicle or an adviser who goes from stop to stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.dated import Cancellation, DatedRecord
from plugins.records.model.parts import Accessibility, Announcement, Source
from plugins.records.model.types import (
    CommuneCode,
    DateText,
    Email,
    IsoDate,
    LabelSlug,
    LanguageCode,
    OneLine,
    Paragraphs,
    PhoneText,
    Pivot,
    PlaceId,
    ShortText,
    StrictModel,
    TerritoryId,
    Web,
)
from plugins.records.phones import Phone, phones_of
from plugins.records.reading.repairs import slug_of
from plugins.records.revision import Revision, revision
from plugins.vocabulary import national

_LONGEST_POINT = 60
"""Letters of a point in the name of a stop, which is also that of files."""


class Stop(StrictModel):
    """Where the route stops, and when."""

    commune: OneLine = Field(
        title="Commune", description="Le nom officiel de la commune.", examples=["Tusson"]
    )
    code_insee: CommuneCode = Field(
        title="Code INSEE",
        description="Le code officiel de la commune, cinq caractères. Ce n'est pas le code postal.",
        examples=["16390"],
    )
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
    adresse: OneLine | None = Field(
        None, title="Adresse", description="Le numéro et la rue, sans la commune."
    )
    latitude: float | None = Field(
        None, ge=-90, le=90, title="Latitude", description="En degrés, avec un point."
    )
    longitude: float | None = Field(
        None, ge=-180, le=180, title="Longitude", description="En degrés, avec un point."
    )
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
    remarque: ShortText | None = Field(
        None, title="Remarque", description="Ce qu'il faut savoir de cet arrêt."
    )


class Route(DatedRecord):
    """A record of `places/<département>/tournees/`; its path is its identity."""

    FOLDER = "tournees"

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
    presentation: Paragraphs | None = Field(
        None, title="Présentation", description="Quelques phrases simples."
    )
    labels: tuple[LabelSlug, ...] = Field(
        (),
        max_length=20,
        title="Labels",
        description="Les labels et programmes : le nom d'un fichier de places/labels/.",
        examples=["france-services"],
    )
    services: tuple[national.Service, ...] = Field(
        (),
        title="Services",
        description="Ce que l'on y fait, avec les mots de la liste nationale.",
        examples=["Aide aux démarches administratives"],
    )
    publics_specifiquement_adresses: tuple[national.Public, ...] = Field(
        (), title="Publics", description="À qui elle s'adresse d'abord. Rien : tout le monde."
    )
    frais_a_charge: tuple[national.Frais, ...] = Field(
        (), title="Gratuit ou payant", description="Ce que la personne paie.", examples=["Gratuit"]
    )
    accessibilite: Accessibility | None = Field(
        None, title="Accessibilité", description="Oui ou non ; rien quand on ne sait pas."
    )
    langues: tuple[LanguageCode, ...] = Field(
        (), max_length=10, title="Langues", description="Le code de chaque langue parlée."
    )
    a_apporter: tuple[OneLine, ...] = Field(
        (), max_length=10, title="À apporter", description="Ce qu'il faut avoir avec soi."
    )
    telephone: tuple[PhoneText, ...] = Field(
        (),
        max_length=5,
        title="Téléphone",
        description="Le numéro du service, jamais celui d'une personne.",
        examples=["05 61 00 00 00"],
    )
    courriels: tuple[Email, ...] = Field(
        (), max_length=5, title="Adresse électronique", description="L'adresse du service."
    )
    site_web: tuple[Web, ...] = Field(
        (), max_length=5, title="Site internet", description="L'adresse entière, avec https://."
    )
    territoires: tuple[TerritoryId, ...] = Field(
        (),
        max_length=20,
        title="Territoires",
        description="Les territoires qu'elle sert, surtout quand ses arrêts ne sont pas connus.",
        examples=["epci/243100633"],
    )
    arrets: tuple[Stop, ...] = Field(
        (), max_length=100, title="Arrêts", description="Les arrêts, dans l'ordre de la tournée."
    )
    annulations: tuple[Cancellation, ...] = Field(
        (),
        max_length=60,
        title="Annulations",
        description="Les jours où toute la tournée est annulée.",
    )
    annonces: tuple[Announcement, ...] = Field(
        (), max_length=10, title="Annonces", description="Des messages montrés entre deux dates."
    )
    remarque: Paragraphs | None = Field(
        None, title="Remarque", description="Ce qu'il faut savoir avant de se fier à cette fiche."
    )
    verifie_le: IsoDate | None = Field(
        None, title="Vérifié le", description="Le jour où quelqu'un a vérifié toute la fiche."
    )
    verifie_par: OneLine | None = Field(
        None, title="Vérifié par", description="Une fonction ou un organisme, jamais une personne."
    )
    pivot: Pivot | None = Field(
        None, title="SIRET ou RNA", description="Celui de l'opérateur, s'il est connu."
    )
    source: tuple[Source, ...] = Field(
        (), max_length=20, title="Sources", description="D'où viennent les informations."
    )
    date_maj: IsoDate | None = Field(
        None, title="Mise à jour", description="La date des informations de la source."
    )

    @property
    def is_active(self) -> bool:
        """Its dates take place: neither only studied nor over."""
        return self.statut in ("expérimentation", "en service")

    @property
    def is_over(self) -> bool:
        """Nothing is to come."""
        return self.statut == "arrêté"

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
    def phones(self) -> tuple[Phone, ...]:
        """The numbers that can be dialled, the main one first."""
        return phones_of(self.telephone)

    def revision(self, stop: Stop) -> Revision:
        """SEQUENCE and LAST-MODIFIED of the calendar of one stop."""
        cancelled = (*self.annulations, *stop.annulations)
        changes = sum(cancellation.days for cancellation in cancelled)
        return revision(self.verifie_le, self.date_maj, changes)
