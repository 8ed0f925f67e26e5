"""Words of data·inclusion v1 for those of our records; what has none there is left out, and told.

Source: the package `data-inclusion-schema` 1.0, and the conversion that data·inclusion publishes
for the national schema. We do not follow the latter where it says more than the record: it calls
«Gratuit sous condition» free, and whoever speaks a foreign language exiled (ADR 0053).
"""

from __future__ import annotations

from collections.abc import Mapping

_ONLINE = "numerique--acceder-a-des-services-en-ligne"
_CONNECTION = "numerique--acceder-a-une-connexion-internet"
_EQUIPMENT = "numerique--acquerir-un-equipement"
_BASICS = "numerique--maitriser-les-fondamentaux-du-numerique"

THEMES: Mapping[str, tuple[str, ...]] = {
    "Aide aux démarches administratives": (
        "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives",
        _ONLINE,
    ),
    "Maîtrise des outils numériques du quotidien": (_ONLINE, _BASICS),
    "Insertion professionnelle via le numérique": (
        _BASICS,
        "preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi",
    ),
    "Utilisation sécurisée du numérique": (_BASICS,),
    "Parentalité et éducation avec le numérique": (
        "famille--soutien-a-la-parentalite-et-a-leducation",
        _BASICS,
    ),
    "Loisirs et créations numériques": (
        _BASICS,
        "remobilisation--activites-sportives-et-culturelles",
    ),
    "Compréhension du monde numérique": (_BASICS,),
    "Accès internet et matériel informatique": (_CONNECTION,),
    "Acquisition de matériel informatique à prix solidaire": (_EQUIPMENT,),
}
"""`thematiques` of each national service, sorted. Using a computer there is not buying one."""

PUBLICS: Mapping[str, str] = {
    "Jeunes": "jeunes",
    "Étudiants": "etudiants",
    "Familles et/ou enfants": "familles",
    "Seniors": "seniors",
    "Femmes": "femmes",
}

TYPES: Mapping[str, str] = {
    "En autonomie": "aide-materielle",
    "Accompagnement individuel": "accompagnement",
    "Dans un atelier collectif": "atelier",
}
"""`type` of a service that helps in one way only: it has room for no other."""

CONTACT: Mapping[str, str] = {
    "Se présenter": "se-presenter",
    "Téléphoner": "telephoner",
    "Contacter par mail": "envoyer-un-courriel",
    "Prendre un RDV en ligne": "utiliser-lien-mobilisation",
}
"""`modes_mobilisation`; the other national values have no word there: they are said as a text."""

FEES: Mapping[tuple[str, ...], str] = {("Gratuit",): "gratuit", ("Payant",): "payant"}
"""`frais` of what a place states in all: two prices, or one with conditions, are said as a text."""

_SAME = (
    "ACI AFPA AI ASE CAARUD CADA CAF CAVA CHRS CHU CIDFF CMP CMS CPAM CPH CSAPA EA EATT EI EITI "
    "EPIDE ESAT ETTI GEIQ HUDA MDPH MJC MSAP PJJ PLIE SPIP"
).split()

NETWORK_OF_KIND: Mapping[str, tuple[str, ...]] = {
    **{code: (code.lower(),) for code in _SAME},
    "AVIP": ("creches-avip",),
    "CAP_EMPLOI": ("cap-emploi-reseau-cheops",),
    "CC": ("communes",),
    "CCAS": ("ccas-cias",),
    "CCONS": ("chambres-consulaires",),
    "CD": ("departements",),
    "CDAS": ("departements",),
    "CIAS": ("ccas-cias",),
    "DEPT": ("departements",),
    "E2C": ("ecoles-de-la-deuxieme-chance",),
    "EPCI": ("communes",),
    "EPI": ("espaces-publics-numeriques",),
    "EPN": ("espaces-publics-numeriques",),
    "FT": ("france-travail",),
    "LA_POSTE": ("la-poste",),
    "MDE": ("maisons-de-l-emploi",),
    "MDS": ("departements", "maisons-des-solidarites"),
    "ML": ("mission-locale",),
    "MSA": ("mutualite-sociale-agricole",),
    "MUNI": ("communes",),
    "ODC": ("delegataire-conseil-departemental",),
    "PAD": ("points-justice",),
    "PIJ_BIJ": ("reseau-information-jeunesse",),
    "PIMMS": ("pimms-mediation",),
    "PREF": ("regions",),
    "REG": ("regions",),
    "RESSOURCERIE": ("ressourceries",),
    "RFS": ("france-service",),
    "RS_FJT": ("residences-fjt",),
    "UDAF": ("departements", "unaf"),
}
"""`reseaux_porteurs` by code of `typologie`. A social centre need not be of their federation."""

SEVERAL_KINDS = frozenset(
    {"CC", "CCAS", "CD", "CDAS", "CIAS", "DEPT", "EPCI", "EPI", "MUNI", "PREF", "REG", "RFS"}
)
"""Codes whose network has places of other kinds too."""

NETWORK_OF_LABEL: Mapping[str, str] = {
    "Aidants Connect": "aidants-connect",
    "Campus connecté": "campus-connecte",
    "Conseillers numériques": "conseillers-numeriques",
    "Fabriques de Territoire": "fabrique-de-territoire",
    "France Services": "france-service",
    "Grande école du numérique": "grandes-ecoles-du-numerique",
    "La Croix Rouge": "croix-rouge",
}
"""The same by the value that labels have in the national schema (`Label.exporte`)."""
