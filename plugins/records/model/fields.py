"""The fields of a place that a volunteer types, in the order in which they are written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plugins.records.model.parts import (
    Access,
    Accessibility,
    Announcement,
    DatedHours,
    Hours,
    Source,
)
from plugins.records.model.types import (
    IDENTITY,
    CommuneCode,
    Email,
    IsoDate,
    LabelSlug,
    LanguageCode,
    OneLine,
    Paragraphs,
    PhoneText,
    Pivot,
    PlaceId,
    Postcode,
    ShortText,
    StraightApostrophe,
    StrictModel,
    Web,
)  # fmt: skip
from plugins.vocabulary import national

Equipment = Literal["wifi", "ordinateurs", "imprimante", "scanner", "prêt"]


class PlaceFields(StrictModel):
    """What the file of a place says, field by field."""

    id: str = Field(alias=IDENTITY, repr=False)
    nom: Annotated[str, Field(min_length=2, max_length=150)] = Field(
        title="Nom",
        description="Le nom du lieu, comme sur sa porte.",
        examples=["Médiathèque de Labège"],
    )
    typologie: tuple[national.Typologie, ...] = Field(
        (),
        title="Type de lieu",
        description="Les codes nationaux du type de lieu : BIB bibliothèque, CCAS, MUNI mairie, "
        "ASSO association, RFS France services, CS centre social, EPN espace public numérique…",
        examples=["BIB"],
    )
    adresse: OneLine | None = Field(
        None,
        title="Adresse",
        description="Le numéro et la rue, sans le code postal ni la commune.",
        examples=["Rue de la Croix Rose"],
    )
    complement_adresse: OneLine | None = Field(
        None,
        title="Complément d'adresse",
        description="Le bâtiment, l'étage, l'entrée.",
        examples=["Rez-de-chaussée, porte de gauche"],
    )
    code_postal: Postcode = Field(
        title="Code postal", description="Cinq chiffres.", examples=["31670"]
    )
    code_insee: CommuneCode = Field(
        title="Code INSEE",
        description="Le code officiel de la commune, cinq caractères. Ce n'est pas le code postal.",
        examples=["31254"],
    )
    commune: OneLine = Field(
        title="Commune", description="Le nom officiel de la commune.", examples=["Labège"]
    )
    latitude: float | None = Field(
        None,
        ge=-90,
        le=90,
        title="Latitude",
        description="En degrés, avec un point. Supprimez la ligne si vous ne la connaissez pas.",
        examples=["43.53"],
    )
    longitude: float | None = Field(
        None,
        ge=-180,
        le=180,
        title="Longitude",
        description="En degrés, avec un point. Supprimez la ligne si vous ne la connaissez pas.",
        examples=["1.51"],
    )
    telephone: tuple[PhoneText, ...] = Field(
        (),
        max_length=5,
        title="Téléphone",
        description="Un numéro par ligne, comme vous l'écrivez d'habitude. Le principal d'abord.",
        examples=["05 61 00 00 00"],
    )
    courriels: tuple[Email, ...] = Field(
        (),
        max_length=5,
        title="Adresse électronique",
        description="L'adresse du lieu, jamais celle d'une personne.",
        examples=["mediatheque@mairie-exemple.fr"],
    )
    site_web: tuple[Web, ...] = Field(
        (),
        max_length=5,
        title="Site internet",
        description="L'adresse entière, avec https://.",
        examples=["https://www.mairie-exemple.fr"],
    )
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
        "fermé ». On peut aussi écrire une ligne au format opening_hours d'OpenStreetMap.",
        examples=["mardi: 9h-12h, 14h-17h30"],
    )
    horaires_brut: Paragraphs | None = Field(
        None,
        title="Horaires à relire",
        description="Des horaires trouvés dans une source, que l'ordinateur n'a pas compris. Ils "
        "sont montrés tels quels.",
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
    services: tuple[national.Service, ...] = Field(
        (),
        title="Services",
        description="Ce que l'on fait dans ce lieu, avec les mots de la liste nationale.",
        examples=["Aide aux démarches administratives"],
    )
    publics_specifiquement_adresses: tuple[national.Public, ...] = Field(
        (),
        title="Publics",
        description="Les personnes à qui le lieu s'adresse d'abord. Rien : tout le monde.",
        examples=["Seniors"],
    )
    prise_en_charge_specifique: tuple[national.PriseEnCharge, ...] = Field(
        (),
        title="Prise en charge",
        description="Les situations pour lesquelles l'équipe est formée.",
        examples=["Illettrisme"],
    )
    frais_a_charge: tuple[national.Frais, ...] = Field(
        (), title="Prix", description="Ce que la personne paie.", examples=["Gratuit"]
    )
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
    labels: tuple[LabelSlug, ...] = Field(
        (),
        max_length=20,
        title="Labels et réseaux",
        description="Les labels et programmes du lieu : le nom d'un fichier de places/labels/.",
        examples=["france-services"],
    )
    equipements: tuple[Equipment, ...] = Field(
        (),
        title="Équipement",
        description="Ce que l'on peut utiliser ou emprunter sur place.",
        examples=["ordinateurs"],
    )
    accessibilite: Accessibility | None = Field(
        None,
        title="Accessibilité",
        description="Oui ou non. Une ligne absente veut dire : on ne sait pas.",
    )
    langues: tuple[LanguageCode, ...] = Field(
        (),
        max_length=30,
        title="Langues parlées",
        description="Le code de chaque langue : fr français, en anglais, ar arabe, uk ukrainien…",
        examples=["fr"],
    )
    acces: Access | None = Field(None, title="Venir", description="Le bus, le train, le parking.")
    a_apporter: tuple[OneLine, ...] = Field(
        (),
        max_length=10,
        title="À apporter",
        description="Ce qu'il faut avoir avec soi.",
        examples=["pièce d'identité"],
    )
    annonces: tuple[Announcement, ...] = Field(
        (), max_length=10, title="Annonces", description="Des messages montrés entre deux dates."
    )
    verifie_le: IsoDate | None = Field(
        None,
        title="Vérifié le",
        description="Le jour où quelqu'un a vérifié toute la fiche.",
        examples=["2026-03-03"],
    )
    verifie_par: OneLine | None = Field(
        None,
        title="Vérifié par",
        description="Une fonction ou un organisme, jamais le nom d'une personne.",
        examples=["mairie"],
    )
    pivot: Pivot | None = Field(
        None,
        title="SIRET ou RNA",
        description="Le SIRET (14 chiffres) ou le numéro RNA d'une association, s'il est connu.",
        examples=["21310254400011"],
    )
    source: tuple[Source, ...] = Field(
        (), max_length=10, title="Sources", description="D'où viennent les informations."
    )
    date_maj: IsoDate | None = Field(
        None,
        title="Mise à jour",
        description="La date des informations, quand elles viennent d'une source.",
        examples=["2024-08-01"],
    )
    anciens_ids: tuple[PlaceId, ...] = Field(
        (),
        max_length=20,
        title="Anciennes adresses",
        description="Les noms que ce fichier a portés, pour que les anciens liens marchent.",
        examples=["31/ancien-nom"],
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
