"""A workshop: one series of sessions, in one place, on one topic."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.dated import Cancellation, DatedRecord, Device
from plugins.records.model.parts import Announcement, Source
from plugins.records.model.types import (
    Answer,
    CommuneCode,
    DateText,
    Email,
    IsoDate,
    LabelSlug,
    LanguageCode,
    OneLine,
    Paragraphs,
    PhoneText,
    PlaceId,
    ShortText,
    TerritoryId,
    Web,
)
from plugins.records.phones import Phone, phones_of
from plugins.records.revision import Revision, revision
from plugins.vocabulary import national
from plugins.vocabulary.topics import TOPICS, Theme


class Workshop(DatedRecord):
    """A record of `places/<département>/ateliers/`; its path is its identity and that of its
    calendar. With the name of a place, the workshop is there."""

    FOLDER = "ateliers"

    titre: Annotated[str, Field(min_length=2, max_length=150)] = Field(
        title="Titre",
        description="Ce que l'on y fait, en quelques mots.",
        examples=["Premiers pas avec sa messagerie"],
    )
    theme: Theme = Field(
        title="Thème",
        description="Un des cinq thèmes du programme, ou « autre ».",
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
    presentation: Paragraphs | None = Field(
        None, title="Présentation", description="Quelques phrases simples."
    )
    services: tuple[national.Service, ...] = Field(
        (),
        title="Services",
        description="Avec les mots de la liste nationale. Sans cette ligne : le service du thème.",
        examples=["Utilisation sécurisée du numérique"],
    )
    niveau: Literal["débutant", "intermédiaire", "avancé"] | None = Field(
        None, title="Niveau", description="Ce qu'il faut déjà savoir faire.", examples=["débutant"]
    )
    publics_specifiquement_adresses: tuple[national.Public, ...] = Field(
        (),
        title="Publics",
        description="Les personnes à qui l'atelier s'adresse d'abord. Rien : tout le monde.",
        examples=["Seniors"],
    )
    frais_a_charge: tuple[national.Frais, ...] = Field(
        (), title="Gratuit ou payant", description="Ce que la personne paie.", examples=["Gratuit"]
    )
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
    a_apporter: tuple[OneLine, ...] = Field(
        (),
        max_length=10,
        title="À apporter",
        description="Ce qu'il faut avoir avec soi.",
        examples=["son chargeur"],
    )
    langues: tuple[LanguageCode, ...] = Field(
        (),
        max_length=10,
        title="Langues",
        description="Le code de chaque langue de l'atelier : fr français, en anglais, ar arabe…",
        examples=["fr"],
    )
    inscription: Literal["obligatoire", "conseillée", "sans inscription"] | None = Field(
        None, title="Inscription", description="Faut-il s'inscrire ?", examples=["obligatoire"]
    )
    inscription_en_ligne: Web | None = Field(
        None, title="S'inscrire en ligne", description="L'adresse où l'on s'inscrit."
    )
    telephone: tuple[PhoneText, ...] = Field(
        (),
        max_length=5,
        title="Téléphone",
        description="Où se renseigner ou s'inscrire, s'il ne faut pas appeler le lieu.",
        examples=["05 61 00 00 00"],
    )
    courriels: tuple[Email, ...] = Field(
        (),
        max_length=5,
        title="Adresse électronique",
        description="L'adresse d'un service, jamais celle d'une personne.",
    )
    site_web: tuple[Web, ...] = Field(
        (), max_length=5, title="Site internet", description="L'adresse entière, avec https://."
    )
    organisateur: OneLine | None = Field(
        None, title="Organisateur", description="L'organisme, s'il n'est pas le lieu."
    )
    labels: tuple[LabelSlug, ...] = Field(
        (),
        max_length=20,
        title="Labels",
        description="Les labels et programmes : le nom d'un fichier de places/labels/.",
    )
    lieu: PlaceId | None = Field(
        None,
        title="Lieu",
        description="La fiche du lieu, si le nom de ce fichier n'est pas déjà le sien.",
        examples=["31/mediatheque-de-labege"],
    )
    adresse: OneLine | None = Field(
        None,
        title="Adresse",
        description="Seulement si le lieu n'a pas de fiche.",
        examples=["Salle des fêtes, rue de la Croix Rose"],
    )
    commune: OneLine | None = Field(
        None,
        title="Commune",
        description="Le nom officiel de la commune, si le lieu n'a pas de fiche.",
    )
    code_insee: CommuneCode | None = Field(
        None,
        title="Code INSEE",
        description="Le code officiel de cette commune. Ce n'est pas le code postal.",
    )
    latitude: float | None = Field(
        None, ge=-90, le=90, title="Latitude", description="En degrés, avec un point."
    )
    longitude: float | None = Field(
        None, ge=-180, le=180, title="Longitude", description="En degrés, avec un point."
    )
    territoires: tuple[TerritoryId, ...] = Field(
        (),
        max_length=20,
        title="Territoires",
        description="Pour un atelier annoncé dans tout un territoire, sans adresse connue.",
        examples=["epci/243100633"],
    )
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
    annonces: tuple[Announcement, ...] = Field(
        (), max_length=10, title="Annonces", description="Des messages montrés entre deux dates."
    )
    remarque: ShortText | None = Field(
        None, title="Remarque", description="Ce qu'il faut savoir avant de se fier à cette fiche."
    )
    verifie_le: IsoDate | None = Field(
        None, title="Vérifié le", description="Le jour où quelqu'un a vérifié toute la fiche."
    )
    verifie_par: OneLine | None = Field(
        None, title="Vérifié par", description="Une fonction ou un organisme, jamais une personne."
    )
    source: tuple[Source, ...] = Field(
        (), max_length=10, title="Sources", description="D'où viennent les informations."
    )
    date_maj: IsoDate | None = Field(
        None, title="Mise à jour", description="La date des informations de la source."
    )

    @property
    def is_active(self) -> bool:
        """Its dates take place: neither suspended nor over."""
        return self.statut in ("annoncé", "en cours")

    @property
    def is_over(self) -> bool:
        """Nothing is to come."""
        return self.statut == "terminé"

    @cached_property
    def topic(self) -> str:
        """The topic in words: one of the five, or the record's own."""
        return (self.autre_theme or "Autre thème") if self.theme == "autre" else self.theme

    @cached_property
    def national_services(self) -> tuple[str, ...]:
        """The national services stated, or else that of the topic."""
        return self.services or TOPICS[self.theme].services

    @cached_property
    def phones(self) -> tuple[Phone, ...]:
        """The numbers that can be dialled, the main one first."""
        return phones_of(self.telephone)

    @cached_property
    def revision(self) -> Revision:
        """SEQUENCE and LAST-MODIFIED of its calendar."""
        cancelled = sum(cancellation.days for cancellation in self.annulations)
        changes = cancelled + len(self.dates_en_plus)
        return revision(self.verifie_le, self.date_maj, changes)
