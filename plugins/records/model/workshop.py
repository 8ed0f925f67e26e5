"""A workshop: one series of sessions, in one place, on one topic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.dated import (
    Cancellation,
    DatedRecord,
    DatedStop,
    Device,
    Timetable,
)
from plugins.records.model.parts import (
    Annonces,
    Sources,
)
from plugins.records.model.shared import (
    AApporter,
    Adresse,
    CodeInseeIfKnown,
    CommuneIfKnown,
    Courriels,
    DateMaj,
    DatesConfirmees,
    FraisACharge,
    Labels,
    Langues,
    Latitude,
    Longitude,
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
    Answer,
    DatedId,
    DateText,
    OneLine,
    PlaceId,
    Web,
    former_ids,
)
from plugins.vocabulary.topics import OTHER_TOPIC, TOPICS, Theme


class Workshop(DatedRecord):
    """A record of `places/<département>/ateliers/`; its path is its identity and that of its
    calendar. With the name of a place, the workshop is there."""

    kind = "workshop"
    NAME_FIELD = "titre"
    PAGES = "agenda/ateliers"
    ACTIVE = ("annoncé", "en cours")
    OVER = "terminé"

    titre: Annotated[str, Field(min_length=2, max_length=150)] = Field(
        title="Titre",
        description="Ce que l'on y fait, en quelques mots.",
        examples=["Premiers pas avec sa messagerie"],
    )
    theme: Theme = Field(
        title="Thème",
        description="Un des cinq thèmes du programme, ou « autre ». Sans la ligne "
        "« services », il dit aussi le service.",
        examples=["Échanger avec ses proches"],
    )
    autre_theme: OneLine | None = Field(
        None,
        title="Autre thème",
        description="Le thème, seulement après « theme: autre ».",
        examples=["Retoucher ses photos"],
    )
    nature: Literal["initiation", "formation", "prévention"] | None = Field(
        None, title="Nature", description="Découvrir, apprendre pas à pas, ou éviter les risques."
    )
    statut: Literal["annoncé", "en cours", "suspendu", "terminé"] = Field(
        "en cours", title="Statut", description="Sans cette ligne : en cours."
    )
    presentation: Presentation = None
    services: Services = ()
    niveau: Literal["débutant", "intermédiaire", "avancé"] | None = Field(
        None, title="Niveau", description="Ce qu'il faut déjà savoir faire.", examples=["débutant"]
    )
    publics_specifiquement_adresses: Publics = ()
    frais_a_charge: FraisACharge = ()
    prix: OneLine | None = Field(
        None,
        title="Prix",
        description="Le prix exact, s'il y en a un.",
        examples=["5 € la séance"],
    )
    nombre_de_places: int | None = Field(
        None,
        ge=1,
        le=1000,
        title="Nombre de places",
        description="Combien de personnes au plus.",
        examples=["8"],
    )
    materiel: tuple[Device, ...] = Field(
        (), title="Matériel", description="Sur quoi on travaille.", examples=["ordinateur"]
    )
    materiel_prete: Answer | None = Field(
        None,
        title="Matériel prêté",
        description="Oui si le matériel est prêté sur place, non s'il faut apporter le sien.",
        examples=["oui"],
    )
    a_apporter: AApporter = ()
    langues: Langues = ()
    inscription: Literal["obligatoire", "conseillée", "sans inscription"] | None = Field(
        None, title="Inscription", description="Faut-il s'inscrire ?", examples=["obligatoire"]
    )
    inscription_en_ligne: Web | None = Field(
        None, title="S'inscrire en ligne", description="L'adresse où l'on s'inscrit."
    )
    telephone: Telephone = ()
    courriels: Courriels = ()
    site_web: SitesWeb = ()
    organisateur: OneLine | None = Field(
        None, title="Organisateur", description="L'organisme, s'il n'est pas le lieu."
    )
    labels: Labels = ()
    lieu: PlaceId | None = Field(
        None,
        title="Lieu",
        description="La fiche du lieu, si le nom de ce fichier n'est pas déjà le sien. Ce "
        "qu'elle dit (adresse, téléphone) ne se répète pas ici.",
        examples=["31/mediatheque-de-labege"],
    )
    adresse: Adresse = None
    commune: CommuneIfKnown = None
    code_insee: CodeInseeIfKnown = None
    latitude: Latitude = None
    longitude: Longitude = None
    territoires: Territoires = ()
    dates: tuple[DateText, ...] = Field(
        (),
        max_length=40,
        title="Dates",
        description="Une phrase par ligne : un rythme ou des jours. Sans cette ligne, la page dit "
        "« demandez les dates ».",
        examples=[
            "tous les mardis, 14h-16h, du 6 octobre 2026 au 29 juin 2027, sauf vacances scolaires"
        ],
    )
    dates_en_plus: tuple[DateText, ...] = Field(
        (),
        max_length=60,
        title="Dates en plus",
        description="Des séances en dehors du rythme.",
        examples=["le 14 octobre 2026 de 9h30 à 11h"],
    )
    annulations: tuple[Cancellation, ...] = Field(
        (),
        max_length=60,
        title="Annulations",
        description="Les séances annulées : elles restent visibles, barrées.",
    )
    dates_confirmees: DatesConfirmees = None
    annonces: Annonces = ()
    remarque: ShortNote = None
    verifie_le: VerifieLe = None
    verifie_par: VerifiePar = None
    source: Sources = ()
    date_maj: DateMaj = None
    anciens_ids: tuple[DatedId, ...] = former_ids("31/ancien-nom")

    @cached_property
    def topic(self) -> str:
        """The topic in words: one of the five, or the record's own."""
        return (self.autre_theme or OTHER_TOPIC) if self.theme == "autre" else self.theme

    @cached_property
    def national_services(self) -> tuple[str, ...]:
        """The national services stated, or else that of the topic."""
        return self.services or TOPICS[self.theme].services

    @property
    def registration(self) -> str | None:
        """Whether one must register, when that is said."""
        return self.inscription

    @property
    def states_price(self) -> bool:
        """It says what it costs, were it only in words."""
        return bool(self.frais_a_charge or self.prix)

    @property
    def price(self) -> str | None:
        """The exact price, when there is one."""
        return self.prix

    @property
    def dated_territories(self) -> tuple[str, ...]:
        """All those that it names: it is announced for the whole of each."""
        return self.territoires

    @property
    def spot(self) -> str:
        """Its address; empty when it does not say."""
        return self.adresse or ""

    @property
    def stops(self) -> Mapping[str, DatedStop]:
        """Itself: it has but one stop, without a name."""
        return {"": self}

    @property
    def timetable(self) -> Mapping[str, Timetable]:
        """When its sessions are."""
        times = Timetable(self.departement, self.dates, self.dates_en_plus, self.annulations)
        return {"": times}
