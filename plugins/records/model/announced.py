"""What documents announced or counted in a territory: posts, money, schemes, actors, figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.parts import Citations
from plugins.records.model.shared import Remarque, said
from plugins.records.model.types import (
    LabelSlug,
    LooseDate,
    OneLine,
    Paragraphs,
    ShortText,
    StrictModel,
    TerritoryId,
)

LabelOfFact = Annotated[
    LabelSlug | None,
    said(
        "Label",
        "Le label ou le programme dont il s'agit, par le nom de sa fiche.",
        "conseillers-numeriques",
    ),
]
SumOf = Annotated[
    tuple[TerritoryId, ...],
    Field(max_length=150),
    said(
        "Territoires",
        "Seulement pour un total : les territoires qui le composent. Leurs fiches disent la part "
        "de chacun, et la somme est vérifiée.",
        "epci/243100633",
    ),
]


class Posts(StrictModel):
    """Posts promised or held; a function, never a person."""

    intitule: OneLine = Field(
        title="Intitulé", description="Le nom du poste.", examples=["conseiller numérique"]
    )
    nombre: int = Field(ge=0, title="Nombre", description="Le nombre de postes.", examples=["4"])
    pour: OneLine | None = Field(None, title="Pour", description="L'institution qui les emploie.")
    label: LabelOfFact = None
    territoires: SumOf = ()
    date: LooseDate | None = Field(None, title="Date", description="La date de ce nombre.")
    remarque: Remarque = None
    source: Citations = ()


class Funding(StrictModel):
    """Money or means given by somebody for something."""

    objet: OneLine = Field(
        title="Objet", description="Ce qui est financé.", examples=["Pass numériques"]
    )
    financeur: OneLine | None = Field(None, title="Financeur", description="Qui paie.")
    quantite: int | None = Field(
        None, ge=0, title="Quantité", description="Combien, par exemple 100 PASS.", examples=["100"]
    )
    montant: int | None = Field(
        None, ge=0, title="Montant", description="En euros, sans espace.", examples=["3000000"]
    )
    publics: tuple[OneLine, ...] = Field((), title="Publics", description="Pour qui.")
    label: LabelOfFact = None
    territoires: SumOf = ()
    date: LooseDate | None = Field(None, title="Date", description="La date de ce financement.")
    remarque: Remarque = None
    source: Citations = ()


class Scheme(StrictModel):
    """Something the territory studies, tries or runs: an itinerant service, workshops."""

    nom: OneLine = Field(
        title="Nom", description="Quelques mots.", examples=["Ateliers de prévention"]
    )
    statut: Literal["étude", "expérimentation", "en service", "arrêté"] | None = Field(
        None, title="Statut", description="Où il en est."
    )
    texte: Paragraphs | None = Field(None, title="Texte", description="Une explication simple.")
    label: LabelOfFact = None
    date: LooseDate | None = Field(None, title="Date", description="La date de ce fait.")
    remarque: Remarque = None
    source: Citations = ()


class Figure(StrictModel):
    """A printed figure; never merged with another, always shown with its date."""

    valeur: OneLine = Field(
        title="Valeur", description="Le chiffre, avec son unité.", examples=["20 %"]
    )
    texte: ShortText = Field(
        title="Texte",
        description="Ce qu'il mesure.",
        examples=["des habitants ne savent pas se servir d'internet"],
    )
    date: LooseDate | None = Field(None, title="Date", description="L'année du chiffre.")
    remarque: Remarque = None
    source: Citations = ()


class Actor(StrictModel):
    """An association, a company or another body that documents name in the territory."""

    nom: OneLine = Field(
        title="Nom", description="Le nom de l'organisme.", examples=["Espace numérique associatif"]
    )
    nature: Literal["association", "entreprise", "institution"] = Field(
        title="Nature", description="Ce que c'est.", examples=["association"]
    )
    texte: Paragraphs | None = Field(
        None, title="Texte", description="Ce que le document en dit, simplement."
    )
    date: LooseDate | None = Field(None, title="Date", description="La date de ce fait.")
    remarque: Remarque = None
    source: Citations = ()
