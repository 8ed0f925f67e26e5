"""What a workshop is for, what a route comes with, and what one works on there."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

NATURES: Mapping[str, str] = {
    "initiation": to_translate("Pour découvrir"),
    "formation": to_translate("Pour apprendre pas à pas"),
    "prévention": to_translate("Pour éviter les risques"),
    "bus": to_translate("Un bus"),
    "camion": to_translate("Un camion"),
    "conseiller en tournée": to_translate("Une personne qui se déplace"),
    "autre": to_translate("Un service qui se déplace"),
}
"""Of workshops and of routes, on their pages."""

NATURES_HERE: Mapping[str, str] = {
    "bus": "Un bus vient ici",
    "camion": "Un camion vient ici",
    "conseiller en tournée": "Une personne vient ici vous aider",
    "autre": "Un service vient ici",
}
"""Of routes, on a poster that hangs where they stop."""

LEVELS: Mapping[str, str] = {
    "débutant": to_translate("Pour débuter : pas besoin de savoir"),
    "intermédiaire": to_translate("Vous savez déjà un peu"),
    "avancé": to_translate("Vous êtes à l'aise et voulez aller plus loin"),
}

DEVICES: Mapping[str, str] = {
    "ordinateur": to_translate("un ordinateur"),
    "telephone": to_translate("un téléphone"),
    "tablette": to_translate("une tablette"),
    "autre": to_translate("un autre appareil"),
    "aucun": to_translate("sans appareil"),
}

LENDING: Mapping[str, str] = {
    "oui": to_translate("Le matériel est prêté sur place."),
    "non": to_translate("Apportez le vôtre."),
}
"""On a page, under the devices."""
LENDING_ALONE: Mapping[str, str] = {**LENDING, "non": "Apportez votre matériel."}
"""In a calendar, where no device is named before."""
LENDING_AFTER: Mapping[str, str] = {"oui": "prêté sur place", "non": "apportez le vôtre"}
"""On a poster: «Un ordinateur : prêté sur place»."""
