"""The parts of records that have fields of their own, and the fields made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

if TYPE_CHECKING:
    from plugins.hours import ExceptionalHours

from plugins.records.model.off_page import OffPage
from plugins.records.model.shared import Motif, PremierJour, Remarque, said
from plugins.records.model.types import (
    Answer,
    IsoDate,
    LooseDate,
    OneLine,
    ShortText,
    StrictModel,
    Web,
    fault,
)

MAX_HOURS_LENGTH = 500
MAX_HOURS_LINES = 40

HoursText = str | Mapping[str, str]


def read_hours_text(value: object) -> HoursText:
    """One sentence or opening_hours string, or a week as `day: hours`; the words are not read here.

    They are understood by `plugins.hours`: once when the record is checked, and when a page needs
    them.
    """
    if isinstance(value, str):
        if len(value) > MAX_HOURS_LENGTH:
            raise fault("ce texte est trop long", f"{MAX_HOURS_LENGTH} caractères au plus")
        return value
    if isinstance(value, dict) and len(value) <= MAX_HOURS_LINES:
        for day, hours in value.items():
            if not isinstance(hours, str) or len(hours) > MAX_HOURS_LENGTH:
                raise fault(
                    f"les horaires de « {day} » ne tiennent pas sur une ligne",
                    f"écrivez par exemple « {day}: 9h-12h, 14h-17h30 »",
                )
        return value
    raise fault(
        "ce ne sont pas des horaires",
        "écrivez une ligne par jour, par exemple « mardi: 9h-12h, 14h-17h30 »",
    )


_HOURS_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "maxLength": MAX_HOURS_LENGTH},
        {
            "type": "object",
            "additionalProperties": {"type": ["string", "integer"]},
            "maxProperties": MAX_HOURS_LINES,
        },
    ]
}
Hours = Annotated[HoursText, PlainValidator(read_hours_text), WithJsonSchema(_HOURS_SCHEMA)]


MAX_KEPT_LENGTH = 5000
KEPT_OF = (
    "services", "publics_specifiquement_adresses", "frais_a_charge", "modalites_acces",
    "modalites_accompagnement", "typologie", "labels", "itinerance", "equipements",
    "accessibilite",
)  # fmt: skip
"""Fields of which a list may say what a record cannot; «labels» stands for all those of labels."""


def read_kept_words(value: object) -> Mapping[str, str]:
    """Words of a list as it typed them, by the field that they speak of."""
    if not isinstance(value, dict):
        raise fault(
            "il faut une ligne par champ",
            "écrivez par exemple « services: Aide au budget »",
        )
    for name, words in value.items():
        if name not in KEPT_OF:
            raise fault(
                f"« {name} » n'est pas un de ces champs", f"écrivez l'un de : {', '.join(KEPT_OF)}"
            )
        if not isinstance(words, str) or len(words) > MAX_KEPT_LENGTH:
            raise fault(
                f"les mots de « {name} » ne sont pas un texte",
                f"{MAX_KEPT_LENGTH} caractères au plus",
            )
    return value


_KEPT_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {name: {"type": "string", "maxLength": MAX_KEPT_LENGTH} for name in KEPT_OF},
    "additionalProperties": False,
}
KeptWords = Annotated[
    Mapping[str, str], PlainValidator(read_kept_words), WithJsonSchema(_KEPT_SCHEMA)
]
"""Field → what a list said of it, set apart by « ; »."""


class DatedHours(StrictModel):
    """Hours that replace those of the week between two days: a holiday, an exceptional opening."""

    du: PremierJour
    au: IsoDate | None = Field(
        None,
        title="Dernier jour",
        description="Dernier jour concerné. Sans cette ligne, un seul jour est concerné.",
        examples=["2027-01-02"],
    )
    horaires: Hours = Field(
        title="Horaires",
        description="Ceux de ces jours : « fermé », ou des heures comme « 10h-12h ».",
        examples=["fermé", "10h-12h"],
    )
    motif: Motif = None

    @property
    def hours(self) -> ExceptionalHours:
        """What it says, understood.

        Raises:
            plugins.hours.HoursError: the days or the hours cannot be understood.
        """
        from plugins.hours import read_exception  # imported late: many uses need no hours

        last = self.au.isoformat() if self.au else ""
        return read_exception(self.du.isoformat(), last, self.horaires, self.motif or "")


class Announcement(StrictModel):
    """A message shown on the place's page between two days."""

    du: PremierJour
    au: IsoDate | None = Field(
        None,
        title="Dernier jour",
        description="Dernier jour où le message se montre.",
    )
    texte: ShortText = Field(
        title="Texte",
        description="Le message, en une phrase simple, 280 caractères au plus.",
        examples=["L'imprimante est en panne jusqu'au 20 décembre."],
    )


class Source(StrictModel):
    """Where the facts of a record come from."""

    nom: OneLine = Field(
        title="Nom",
        description="Le nom du fichier ou de l'organisme.",
        examples=["france-services-2024-08"],
    )
    id: Annotated[
        OneLine | None, OffPage("L'import suivant de cette source y reconnaît le lieu.")
    ] = Field(None, title="Identifiant", description="L'identifiant du lieu dans cette source.")
    date: IsoDate | None = Field(
        None,
        title="Date",
        description="La date des faits dans cette source.",
        examples=["2024-08-01"],
    )
    licence: OneLine | None = Field(
        None,
        title="Licence",
        description="La licence sous laquelle la source est publiée.",
        examples=["Licence Ouverte 2.0"],
    )


class Citation(StrictModel):
    """A document that states a fact."""

    titre: OneLine = Field(
        title="Titre",
        description="Le titre du document.",
        examples=["La communauté de communes s'engage pour l'inclusion numérique"],
    )
    editeur: OneLine | None = Field(
        None,
        title="Éditeur",
        description="L'organisme qui l'a publié.",
        examples=["Cœur de Savoie"],
    )
    date: LooseDate | None = Field(
        None, title="Date", description="La date imprimée.", examples=["2019-02-14"]
    )
    date_probable: LooseDate | None = Field(
        None,
        title="Date probable",
        description="La vraie date, quand celle qui est imprimée est une erreur, ou manque.",
    )
    remarque: Remarque = None
    url: Web | None = Field(None, title="Adresse", description="Où lire le document.")


class Accessibility(StrictModel):
    """Three states: oui, non, and nothing when nobody knows."""

    fauteuil: Answer | None = Field(
        None,
        title="Fauteuil roulant",
        description="On entre et on circule en fauteuil roulant : oui ou non.",
        examples=["oui"],
    )
    boucle_magnetique: Answer | None = Field(
        None,
        title="Boucle magnétique",
        description="Une boucle magnétique aide les personnes qui portent un appareil auditif.",
        examples=["non"],
    )
    lsf: Answer | None = Field(
        None,
        title="Langue des signes",
        description="Quelqu'un accueille en langue des signes française : oui ou non.",
        examples=["non"],
    )


class Access(StrictModel):
    """How to come."""

    bus: OneLine | None = Field(
        None,
        title="Bus",
        description="Les lignes et l'arrêt.",
        examples=["Lignes 79 et 109, arrêt Mairie"],
    )
    metro: OneLine | None = Field(
        None, title="Métro ou tramway", description="La ligne et la station."
    )
    train: OneLine | None = Field(None, title="Train", description="La gare la plus proche.")
    velo: OneLine | None = Field(None, title="Vélo", description="Où poser un vélo.")
    parking: OneLine | None = Field(
        None,
        title="Voiture",
        description="Où se garer.",
        examples=["Parking gratuit devant la mairie"],
    )


# The lists of parts that several kinds of record have.
Annonces = Annotated[
    tuple[Announcement, ...],
    Field(max_length=10),
    said("Annonces", "Des messages montrés entre deux dates."),
]
Accessibilite = Annotated[
    Accessibility | None,
    said("Accessibilité", "Oui ou non. Une ligne absente veut dire : on ne sait pas."),
]
_SOURCES = said("Sources", "D'où viennent les informations.")
Sources = Annotated[tuple[Source, ...], _SOURCES]  # a list may have a row a service: no limit
Citations = Annotated[tuple[Citation, ...], _SOURCES]
