"""The fields of a place that a volunteer types, in the order in which they are written."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.labelled import LabelledRecord
from plugins.records.model.off_page import OffPage
from plugins.records.model.parts import (
    Access,
    Accessibilite,
    Annonces,
    DatedHours,
    Hours,
    KeptWords,
    Sources,
)
from plugins.records.model.shared import (
    AApporter,
    Adresse,
    CodeInsee,
    Courriels,
    DateMaj,
    FraisACharge,
    IdentifiantPivot,
    Labels,
    Langues,
    Latitude,
    Longitude,
    NomDeCommune,
    Publics,
    Services,
    SitesWeb,
    Telephone,
    VerifieLe,
    VerifiePar,
)
from plugins.records.model.types import (
    IsoDate,
    OneLine,
    Paragraphs,
    PlaceId,
    Postcode,
    ShortText,
    StraightApostrophe,
    Web,
    former_ids,
)  # fmt: skip
from plugins.vocabulary import national

Equipment = Literal["wifi", "ordinateurs", "imprimante", "scanner", "prêt"]


class PlaceFields(LabelledRecord):
    """What the file of a place says, field by field."""

    kind = "place"
    PAGES = "lieux"

    nom: Annotated[str, Field(min_length=2, max_length=150)] = Field(
        title="Nom",
        description="Le nom du lieu, comme sur sa porte.",
        examples=["Médiathèque de Labège"],
    )
    nom_confirme: Annotated[
        Literal["oui"] | None,
        OffPage("Il dit à « annuaire check » que ce nom est bien celui du lieu."),
    ] = Field(
        None,
        title="Nom confirmé",
        description="« oui » quand le lieu s'appelle vraiment ainsi : comme une personne (« Louise "
        "Exemple »), ou « Ancienne Poste ». Sans cette ligne, « annuaire check » demande de "
        "vérifier.",
        examples=["oui"],
    )
    typologie: tuple[national.Typologie, ...] = Field(
        (),
        title="Type de lieu",
        description="Les codes nationaux du type de lieu : BIB bibliothèque, CCAS, MUNI mairie, "
        "ASSO association, RFS France services, CS centre social, EPN espace public numérique…",
        examples=["BIB"],
    )
    adresse: Adresse = None
    complement_adresse: OneLine | None = Field(
        None,
        title="Complément d'adresse",
        description="Le bâtiment, l'étage, l'entrée.",
        examples=["Rez-de-chaussée, porte de gauche"],
    )
    code_postal: Postcode = Field(
        title="Code postal", description="Cinq chiffres.", examples=["31670"]
    )
    code_insee: CodeInsee
    commune: NomDeCommune
    latitude: Latitude = None
    longitude: Longitude = None
    position: Literal["approximative"] | None = Field(
        None,
        title="Précision du point",
        description="« approximative » quand la latitude et la longitude sont celles d'une ville "
        "ou d'un quartier, et non celles de la porte. Sans cette ligne, le point est exact.",
        examples=["approximative"],
    )
    telephone: Telephone = ()
    courriels: Courriels = ()
    site_web: SitesWeb = ()
    prise_rdv: Web | None = Field(
        None,
        title="Rendez-vous en ligne",
        description="L'adresse où l'on prend rendez-vous.",
        examples=["https://www.rdv-aide-numerique.fr/org/666"],
    )
    horaires: Hours | None = Field(
        None,
        title="Horaires",
        description="Une ligne par jour, par exemple « mardi: 9h-12h, 14h-17h30 » ou « lundi: "
        "fermé ». Puis, s'il le faut, une ligne par saison de chaque année, par exemple « "
        "juillet-août: fermé » ou « de septembre à juin, samedi: 9h-12h ». On peut aussi écrire "
        "une ligne au format opening_hours d'OpenStreetMap.",
        examples=[{"mardi": "9h-12h, 14h-17h30", "jeudi": "fermé"}],
    )
    horaires_brut: Paragraphs | None = Field(
        None,
        title="Horaires à relire",
        description="Des horaires trouvés dans une source, que l'ordinateur n'a pas compris. Ils "
        "sont montrés tels quels.",
    )
    permanence: Hours | None = Field(
        None,
        title="Permanence",
        description="Les heures où une personne est là pour aider, quand ce ne sont pas celles "
        "d'ouverture du lieu : une conseillère à la mairie le mercredi matin. S'écrit comme les "
        "horaires. Sans « horaires », on dit que ceux du lieu ne sont pas connus.",
        examples=[{"mercredi": "9h-12h"}],
    )
    exceptions: tuple[DatedHours, ...] = Field(
        (),
        max_length=60,
        title="Jours exceptionnels",
        description="Les fermetures et les ouvertures à des dates précises.",
    )
    itinerance: tuple[national.Itinerance, ...] = Field(
        (),
        title="Fixe ou itinérant",
        description="« Fixe » pour un lieu où l'on va, « Itinérant » pour un bus ou une tournée.",
        examples=["Fixe"],
    )
    structure_parente: OneLine | None = Field(
        None, title="Organisme", description="L'organisme dont le lieu dépend, s'il est différent."
    )
    services: Services = ()
    publics_specifiquement_adresses: Publics = ()
    prise_en_charge_specifique: tuple[national.PriseEnCharge, ...] = Field(
        (),
        title="Prise en charge",
        description="Les situations pour lesquelles l'équipe est formée.",
        examples=["Illettrisme"],
    )
    frais_a_charge: FraisACharge = ()
    modalites_acces: tuple[Annotated[national.ModaliteAcces, StraightApostrophe], ...] = Field(
        (),
        title="Comment venir",
        description="Comment une personne prend contact.",
        examples=["Se présenter"],
    )
    modalites_accompagnement: tuple[national.ModaliteAccompagnement, ...] = Field(
        (),
        title="Comment on est aidé",
        description="Seul avec du matériel, avec quelqu'un, en groupe ou à distance.",
        examples=["Accompagnement individuel"],
    )
    autres_formations_labels: tuple[OneLine, ...] = Field(
        (),
        max_length=20,
        title="Autres labels",
        description="Un label ou une formation qui n'a pas encore de fiche dans places/labels/.",
    )
    fiche_acces_libre: Web | None = Field(
        None,
        title="Fiche Acceslibre",
        description="L'adresse de la fiche du lieu sur acceslibre.beta.gouv.fr.",
    )
    presentation_resume: ShortText | None = Field(
        None,
        title="En une phrase",
        description="Ce que l'on trouve ici, 280 caractères au plus.",
        examples=["Un coup de main pour vos démarches, le mardi et le jeudi."],
    )
    presentation_detail: Paragraphs | None = Field(
        None,
        title="Présentation",
        description="Un texte plus long, 5 000 caractères au plus. Le Markdown simple est permis.",
    )
    labels: Labels = ()
    equipements: tuple[Equipment, ...] = Field(
        (),
        title="Équipement",
        description="Ce que l'on peut utiliser ou emprunter sur place.",
        examples=["ordinateurs"],
    )
    accessibilite: Accessibilite = None
    langues: Langues = ()
    acces: Access | None = Field(None, title="Venir", description="Le bus, le train, le parking.")
    a_apporter: AApporter = ()
    annonces: Annonces = ()
    verifie_le: VerifieLe = None
    verifie_par: VerifiePar = None
    pivot: IdentifiantPivot = None
    non_repris: Annotated[
        KeptWords | None,
        OffPage("Il garde à qui tient la fiche les mots d'une liste, pour les relire un jour."),
    ] = Field(
        None,
        title="Non repris",
        description="Ce qu'une liste disait et que la fiche ne sait pas dire, mot pour mot : une "
        "ligne par champ. L'import l'écrit ; effacez ce qui ne sert plus.",
        examples=[{"services": "Aide au budget"}],
    )
    source: Sources = ()
    date_maj: DateMaj = None
    anciens_ids: tuple[PlaceId, ...] = former_ids("31/ancien-nom")
    distinct_de: Annotated[
        tuple[PlaceId, ...],
        OffPage("Il dit à « annuaire check » que ce n'est pas le même lieu."),
    ] = Field(
        (),
        max_length=20,
        title="Distinct de",
        description="Les fiches de lieux qui ressemblent à celui-ci, et qui sont d'autres lieux. "
        "Sans cette ligne, « annuaire check » demande de vérifier.",
        examples=["31/mairie-de-labege"],
    )
    ferme_le: IsoDate | None = Field(
        None,
        title="Fermé depuis",
        description="Le jour de la fermeture définitive. La page reste, et le dit.",
        examples=["2026-01-31"],
    )
    remplace_par: PlaceId | None = Field(
        None,
        title="Remplacé par",
        description="La fiche du lieu qui remplace celui-ci.",
        examples=["31/mairie-de-labege"],
    )


@cache
def longest(name: str) -> int | None:
    """How many items a list of a place may have; None: as many as one likes."""
    metadata = PlaceFields.model_fields[name].metadata
    return next((item.max_length for item in metadata if hasattr(item, "max_length")), None)
