"""What a territory says of itself, each fact with its source: charter, coordination, posts…

Sources disagree on figures and on the charter's own name: nothing is merged, every fact keeps the
document that printed it.
"""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from plugins.records.model.announced import Actor, Figure, Funding, Posts, Scheme
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


class Territory(Dialled, RecordModel):
    """A record of `places/territoires/`: its path says which territory it is."""

    kind: ClassVar[RecordKind] = "territory"

    nom: OneLine = Field(
        title="Nom", description="Le nom que le territoire se donne.", examples=["Cœur de Savoie"]
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
    acteurs: tuple[Actor, ...] = Field(
        (), title="Acteurs", description="Les associations et les entreprises que l'on nomme ici."
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
