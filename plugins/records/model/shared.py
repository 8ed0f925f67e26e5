"""Fields that several kinds of record have: one title, one text, one limit, stated once.

A model names them in its own order, which is that of its files: `telephone: Telephone = ()`. So
they are types and not base classes, whose fields would all come first. What is made of parts
(sources, announcements) is at the end of `parts`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from plugins.records.model.off_page import OffPage
from plugins.records.model.types import (
    Answer,
    CommuneCode,
    Email,
    IsoDate,
    LabelSlug,
    LanguageCode,
    LooseDate,
    OneLine,
    Paragraphs,
    PhoneText,
    Pivot,
    ShortText,
    TerritoryId,
    Web,
)
from plugins.vocabulary import national


def said(title: str, description: str, *examples: str) -> Any:
    """What a form, an editor and docs/records.md say of a field, whatever its type."""
    return Field(title=title, description=description, examples=list(examples) or None)


# How to get in touch.
Telephone = Annotated[
    tuple[PhoneText, ...],
    Field(max_length=5),
    said(
        "Téléphone",
        "Un numéro par ligne, comme vous l'écrivez d'habitude, le principal d'abord. Jamais celui "
        "d'une personne.",
        "05 61 00 00 00",
    ),
]
Courriels = Annotated[
    tuple[Email, ...],
    Field(max_length=5),
    said(
        "Adresse électronique",
        "L'adresse d'un service, jamais celle d'une personne.",
        "mediatheque@mairie-exemple.fr",
    ),
]
_SITE = said("Site internet", "L'adresse entière, avec https://.", "https://www.mairie-exemple.fr")
SitesWeb = Annotated[tuple[Web, ...], Field(max_length=5), _SITE]
SiteOfficiel = Annotated[Web | None, _SITE]
IdentifiantPivot = Annotated[
    Pivot | None,
    said(
        "SIRET ou RNA",
        "Le SIRET de l'organisme (14 chiffres) ou le numéro RNA d'une association, s'il est connu.",
        "21310254400011",
    ),
    OffPage("Il identifie l'organisme dans les exports, et à l'import."),
]

# Where.
Adresse = Annotated[
    OneLine | None,
    said(
        "Adresse",
        "Le numéro et la rue, sans le code postal ni la commune.",
        "Rue de la Croix Rose",
    ),
]
_COMMUNE = said("Commune", "Le nom officiel de la commune.", "Labège")
NomDeCommune = Annotated[OneLine, _COMMUNE]
CommuneIfKnown = Annotated[
    OneLine | None, _COMMUNE, OffPage("La page montre le nom du code INSEE ; celui-ci le vérifie.")
]
_CODE_INSEE = said(
    "Code INSEE",
    "Le code officiel de la commune, cinq caractères. Ce n'est pas le code postal.",
    "31254",
)
CodeInsee = Annotated[CommuneCode, _CODE_INSEE]
CodeInseeIfKnown = Annotated[CommuneCode | None, _CODE_INSEE]
_DEGREES = "En degrés, avec un point. Supprimez la ligne si vous ne la connaissez pas."
Latitude = Annotated[float | None, Field(ge=-90, le=90), said("Latitude", _DEGREES, "43.53")]
Longitude = Annotated[float | None, Field(ge=-180, le=180), said("Longitude", _DEGREES, "1.51")]
Territoires = Annotated[
    tuple[TerritoryId, ...],
    Field(max_length=150),  # a national network may name every département
    said(
        "Territoires",
        "Les territoires concernés, par leur sorte et leur code officiel.",
        "epci/243100633",
    ),
]

# Lists of words.
Services = Annotated[
    tuple[national.Service, ...],
    said(
        "Services",
        "Ce que l'on y fait, avec les mots de la liste nationale.",
        "Aide aux démarches administratives",
    ),
]
Publics = Annotated[
    tuple[national.Public, ...],
    said("Publics", "Les personnes à qui l'on s'adresse d'abord. Rien : tout le monde.", "Seniors"),
]
FraisACharge = Annotated[
    tuple[national.Frais, ...], said("Gratuit ou payant", "Ce que la personne paie.", "Gratuit")
]
Labels = Annotated[
    tuple[LabelSlug, ...],
    Field(max_length=20),
    said(
        "Labels",
        "Les labels et programmes : le nom d'un fichier de places/labels/ par ligne.",
        "france-services",
    ),
]
Langues = Annotated[
    tuple[LanguageCode, ...],
    Field(max_length=30),
    said(
        "Langues parlées",
        "Le code de chaque langue : fr français, en anglais, ar arabe, uk ukrainien…",
        "fr",
    ),
]
AApporter = Annotated[
    tuple[OneLine, ...],
    Field(max_length=10),
    said("À apporter", "Ce qu'il faut avoir avec soi.", "pièce d'identité"),
]

# Texts.
Presentation = Annotated[Paragraphs | None, said("Présentation", "Quelques phrases simples.")]
Resume = Annotated[
    ShortText,
    said(
        "En une phrase",
        "Ce que cela change pour une personne qui cherche de l'aide.",
        "Des agents publics vous aident pour vos démarches, près de chez vous.",
    ),
]
Explication = Annotated[
    Paragraphs | None, said("Explication", "Un texte plus long, en mots simples.")
]
_REMARK = said("Remarque", "Ce qu'il faut savoir avant de s'y fier.")
Remarque = Annotated[Paragraphs | None, _REMARK]
_NOTE = said(
    "Remarque",
    "Une note pour qui tient la fiche : ce qu'une source dit de faux, ce qui reste à vérifier. "
    "Ce que le public doit savoir s'écrit dans « annonces ».",
)
_KEPT_BACK = OffPage("Elle sert à qui tient la fiche : le public lit les annonces.")
Note = Annotated[Paragraphs | None, _NOTE, _KEPT_BACK]
ShortNote = Annotated[ShortText | None, _NOTE, _KEPT_BACK]
Motif = Annotated[
    OneLine | None,
    said("Raison", "La raison, telle que le public peut la lire.", "Congés de fin d'année"),
]

# Days, and who says so.
Depuis = Annotated[
    LooseDate | None, said("Depuis", "Le début : une année, un mois ou un jour.", "2019")
]
JusquA = Annotated[
    LooseDate | None, said("Jusqu'à", "La fin : une année, un mois ou un jour.", "2024-01-16")
]
PremierJour = Annotated[IsoDate, said("Premier jour", "Le premier jour concerné.", "2026-12-24")]
DatesConfirmees = Annotated[
    Answer | None,
    said(
        "Dates confirmées",
        "« non » quand les dates sont calculées, ou lues dans un vieux document, et que "
        "l'organisateur ne les a pas confirmées : les pages et les agendas le disent.",
        "non",
    ),
]
VerifieLe = Annotated[
    IsoDate | None,
    said("Vérifié le", "Le jour où quelqu'un a vérifié toute la fiche.", "2026-03-03"),
]
VerifiePar = Annotated[
    OneLine | None,
    said("Vérifié par", "Une fonction ou un organisme, jamais le nom d'une personne.", "mairie"),
]
DateMaj = Annotated[
    IsoDate | None,
    said(
        "Mise à jour",
        "La date des informations, quand elles viennent d'une source.",
        "2024-08-01",
    ),
]
