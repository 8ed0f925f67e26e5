"""What a resident calls a place with a code of `typologie`."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

KINDS: Mapping[str, str] = {
    "AI": to_translate("Association d'insertion"),
    "ASSO": to_translate("Association"),
    "BIB": to_translate("Bibliothèque"),
    "CAF": to_translate("Caisse d'allocations familiales"),
    "CAP_EMPLOI": to_translate("Cap emploi"),
    "CC": to_translate("Communauté de communes"),
    "CCAS": to_translate("Action sociale de la mairie (CCAS)"),
    "CD": to_translate("Service du Département"),
    "CDAS": to_translate("Service social du Département"),
    "CHRS": to_translate("Foyer d'hébergement"),
    "CIAS": to_translate("Action sociale intercommunale (CIAS)"),
    "CIDFF": to_translate("Centre pour les droits des femmes"),
    "CPAM": to_translate("Assurance maladie"),
    "CS": to_translate("Centre social"),
    "CSC": to_translate("Centre social et culturel"),
    "DEPT": to_translate("Service du Département"),
    "ENM": to_translate("Bus ou camion du numérique"),
    "EPCI": to_translate("Intercommunalité"),
    "EPI": to_translate("Lieu public d'accès à internet"),
    "EPN": to_translate("Lieu public d'accès à internet"),
    "ESS": to_translate("Entreprise solidaire"),
    "EVS": to_translate("Espace de vie sociale"),
    "FABLAB": to_translate("Atelier de fabrication"),
    "FT": to_translate("France Travail"),
    "LA_POSTE": to_translate("Bureau de poste"),
    "MDE": to_translate("Maison de l'emploi"),
    "MDPH": to_translate("Maison du handicap"),
    "MDS": to_translate("Maison des solidarités"),
    "MJC": to_translate("Maison des jeunes (MJC)"),
    "ML": to_translate("Mission locale, pour les jeunes"),
    "MQ": to_translate("Maison de quartier"),
    "MSA": to_translate("Sécurité sociale agricole (MSA)"),
    "MSAP": to_translate("Maison de services au public"),
    "MUNI": to_translate("Mairie"),
    "OF": to_translate("Centre de formation"),
    "PAD": to_translate("Point d'accès au droit"),
    "PI": to_translate("Point d'information"),
    "PIJ_BIJ": to_translate("Information des jeunes"),
    "PIMMS": to_translate("Point de médiation (PIMMS)"),
    "PLIE": to_translate("Aide à l'emploi"),
    "PREF": to_translate("Préfecture"),
    "REG": to_translate("Service de la Région"),
    "RESSOURCERIE": to_translate("Ressourcerie"),
    "RFS": to_translate("France services"),
    "TIERS_LIEUX": to_translate("Tiers-lieu"),
    "UDAF": to_translate("Association des familles"),
}
"""The rare codes have no word at all, on purpose: they say nothing to a resident."""

ALSO_CALLED: Mapping[str, str] = {
    "Médiathèque": "BIB",
    "Centre communal d'action sociale": "CCAS",
    "Centre intercommunal d'action sociale": "CIAS",
    "Communauté d'agglomération": "EPCI",
    "Espace public numérique": "EPN",
    "Pôle emploi": "FT",
    "La Poste": "LA_POSTE",
    "Mission locale": "ML",
    "Commune": "MUNI",
    "Maison France services": "RFS",
}
"""What else people write, and the code that they mean: whoever types a word instead of a code is
told it."""

HELP_DESKS = frozenset({"EPI", "EPN", "MSAP", "PIMMS", "RFS"})
"""Places that are there to help: whenever such a place is open, somebody helps. The permanence of
an adviser comes on top of it."""

STATUS_KINDS: frozenset[str] = frozenset(
    ("AI", "ASSO", "CC", "CD", "DEPT", "EPCI", "ESS", "MUNI", "REG")
)
"""Those that say who runs a place, not what one finds there: lists leave them out."""
