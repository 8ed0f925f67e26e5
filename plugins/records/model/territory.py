"""What a territory says of itself, each fact with its source: charter, coordination, posts…

Sources disagree on figures and on the charter's own name: nothing is merged, every fact keeps the
document that printed it.
"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from plugins.records.model.identity import Dialled, RecordKind, RecordModel
from plugins.records.model.parts import Citations
from plugins.records.model.shared import (
    Courriels,
    Depuis,
    JusquA,
    Presentation,
    Remarque,
    SiteOfficiel,
    Telephone,
)
from plugins.records.model.types import (
    LooseDate,
    OneLine,
    Paragraphs,
    ShortText,
    Status,
    StrictModel,
    TerritoryId,
    former_ids,
)

TerritoryKind = Literal["epci", "departement", "region", "commune", "autre"]


class TitledText(StrictModel):
    """A titled line of a list: an axis of the charter, an action."""

    titre: OneLine = Field(
        title="Titre", description="Quelques mots.", examples=["Coordonner les aidants"]
    )
    texte: Paragraphs | None = Field(None, title="Texte", description="Une explication simple.")


class Charter(StrictModel):
    """The charter that a territory signed."""

    intitule: OneLine = Field(
        title="Intitulé",
        description="Le nom de la charte, tel qu'imprimé.",
        examples=["Charte pour un numérique inclusif"],
    )
    signee_le: LooseDate | None = Field(
        None, title="Signée le", description="La date de signature.", examples=["2019-02-14"]
    )
    lieu: OneLine | None = Field(None, title="Lieu", description="Où elle a été signée.")
    signataires: tuple[OneLine, ...] = Field(
        (), title="Signataires", description="Les institutions ou les fonctions."
    )
    actions: tuple[TitledText, ...] = Field(
        (), title="Actions", description="Les actions de la charte."
    )
    remarque: Remarque = None
    source: Citations = ()


class ActionPlan(StrictModel):
    """What a territory said that it would do, in its own words; the charter is another thing."""

    intitule: OneLine = Field(
        title="Intitulé",
        description="Le nom du plan, et de qui il est.",
        examples=["Plan d'actions du Département"],
    )
    axes: tuple[TitledText, ...] = Field((), title="Axes", description="Les axes du plan.")
    remarque: Remarque = None
    source: Citations = ()


class Coordination(StrictModel):
    """Who brings the actors of a territory together."""

    nom: OneLine = Field(
        title="Nom", description="Le nom de la coordination.", examples=["Réseau des aidants"]
    )
    statut: Status | None = Field(None, title="Statut", description="Où elle en est.")
    depuis: Depuis = None
    jusqu_a: JusquA = None
    pilote: OneLine | None = Field(None, title="Pilote", description="L'institution qui la mène.")
    partenaires: tuple[OneLine, ...] = Field(
        (), title="Partenaires", description="Les institutions."
    )
    appui: tuple[OneLine, ...] = Field((), title="Appui", description="Qui la soutient.")
    territoires: tuple[OneLine, ...] = Field(
        (), title="Territoires", description="Les territoires concernés, par leur nom."
    )
    texte: Paragraphs | None = Field(None, title="Texte", description="Une explication simple.")
    remarque: Remarque = None
    source: Citations = ()


class Posts(StrictModel):
    """Posts promised or held; a function, never a person."""

    intitule: OneLine = Field(
        title="Intitulé", description="Le nom du poste.", examples=["conseiller numérique"]
    )
    nombre: int = Field(ge=0, title="Nombre", description="Le nombre de postes.", examples=["4"])
    pour: OneLine | None = Field(None, title="Pour", description="L'institution qui les emploie.")
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


class Territory(Dialled, RecordModel):
    """A record of `places/territoires/`: its path says which territory it is."""

    kind: ClassVar[RecordKind] = "territory"

    nom: OneLine = Field(
        title="Nom", description="Le nom que le territoire se donne.", examples=["Sicoval"]
    )
    presentation: Presentation = None
    site_web: SiteOfficiel = None
    telephone: Telephone = ()
    courriels: Courriels = ()
    charte: Charter | None = Field(None, title="Charte", description="La charte signée.")
    plan: ActionPlan | None = Field(
        None, title="Plan d'actions", description="Ce que le territoire a dit qu'il ferait."
    )
    coordination: tuple[Coordination, ...] = Field(
        (), title="Coordination", description="Qui réunit les acteurs."
    )
    postes: tuple[Posts, ...] = Field((), title="Postes", description="Les postes, sans les noms.")
    financements: tuple[Funding, ...] = Field(
        (), title="Financements", description="Qui paie quoi."
    )
    dispositifs: tuple[Scheme, ...] = Field(
        (), title="Dispositifs", description="Ce qui est étudié, essayé ou en service."
    )
    chiffres: tuple[Figure, ...] = Field(
        (), title="Chiffres", description="Des chiffres imprimés, chacun avec sa source."
    )
    source: Citations = ()
    anciens_ids: tuple[TerritoryId, ...] = former_ids("epci/200000000")

    @cached_property
    def level(self) -> str:
        """«epci», «departement», «region», «commune», or «autre» (a syndicat, for instance)."""
        return self.id.partition("/")[0]

    @cached_property
    def code(self) -> str:
        """The official code that the gazetteer knows: «243100633», «31»; a slug for «autre»."""
        return self.id.partition("/")[2]
