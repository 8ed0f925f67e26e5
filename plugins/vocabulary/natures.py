"""What a workshop is for, what a route comes with, and what one works on there."""

from __future__ import annotations

from collections.abc import Mapping

NATURES: Mapping[str, str] = {
    "initiation": "Pour découvrir",
    "formation": "Pour apprendre pas à pas",
    "prévention": "Pour éviter les risques",
    "bus": "Un bus",
    "camion": "Un camion",
    "conseiller en tournée": "Une personne qui se déplace",
    "autre": "Un service qui se déplace",
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
    "débutant": "Pour débuter : pas besoin de savoir",
    "intermédiaire": "Vous savez déjà un peu",
    "avancé": "Vous êtes à l'aise et voulez aller plus loin",
}

DEVICES: Mapping[str, str] = {
    "ordinateur": "un ordinateur",
    "telephone": "un téléphone",
    "tablette": "une tablette",
    "autre": "un autre appareil",
    "aucun": "sans appareil",
}

LENDING: Mapping[str, str] = {
    "oui": "Le matériel est prêté sur place.",
    "non": "Apportez le vôtre.",
}
"""On a page, under the devices."""
LENDING_ALONE: Mapping[str, str] = {**LENDING, "non": "Apportez votre matériel."}
"""In a calendar, where no device is named before."""
LENDING_AFTER: Mapping[str, str] = {"oui": "prêté sur place", "non": "apportez le vôtre"}
"""On a poster: «Un ordinateur : prêté sur place»."""
