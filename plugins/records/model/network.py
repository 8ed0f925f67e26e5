"""A network of actors: who animates it, where, and which places are members."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from plugins.records.model.identity import Dialled, RecordKind, RecordModel
from plugins.records.model.parts import Citations
from plugins.records.model.shared import (
    Courriels,
    Depuis,
    Explication,
    JusquA,
    Resume,
    SiteOfficiel,
    Telephone,
    Territoires,
)
from plugins.records.model.types import (
    LabelSlug,
    OneLine,
    PlaceId,
    Status,
    former_ids,
)


class Network(Dialled, RecordModel):
    """A record of `places/reseaux/`; its file's name is its slug."""

    kind: ClassVar[RecordKind] = "network"
    PAGES = "territoires/reseaux"

    nom: OneLine = Field(title="Nom", description="Le nom du réseau.")
    resume: Resume
    explication: Explication = None
    statut: Status = Field(title="Statut", description="Où il en est.", examples=["actif"])
    depuis: Depuis = None
    jusqu_a: JusquA = None
    animateur: OneLine | None = Field(
        None, title="Animateur", description="L'institution qui l'anime, jamais une personne."
    )
    territoires: Territoires = ()
    telephone: Telephone = ()
    courriels: Courriels = ()
    site_web: SiteOfficiel = None
    membres: tuple[PlaceId, ...] = Field(
        (),
        title="Membres",
        description="Les fiches de lieux qui en font partie.",
        examples=["31/mairie-de-labege"],
    )
    source: Citations = ()
    anciens_ids: tuple[LabelSlug, ...] = former_ids("ancien-nom")
