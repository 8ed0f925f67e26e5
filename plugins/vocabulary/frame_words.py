"""Sentences that the scripts of frames and of the page that writes their line show, in French."""

from __future__ import annotations

from collections.abc import Mapping

FRAME: Mapping[str, str] = {
    "one": "1 lieu d'aide",
    "many": "{n} lieux d'aide",
    "none": "Aucun lieu ne correspond",
    "place": "1 lieu",
    "places": "{n} lieux",
    "only": "seulement : {words}",
    "loading": "La liste arrive…",
    "lost": "La liste de « {token} » ne vient pas. Réessayez plus tard, "
    "ou ouvrez la page complète.",
    "wrong": "« {token} » n'existe pas.",
    "instead": "Écrivez plutôt « {right} ».",
    "colour": "« {token} » n'est pas une couleur. Écrivez « couleur- » puis six signes, "
    "chiffres ou lettres de a à f : par exemple « couleur-{colour} ».",
    "commune": "« {token} » n'est pas une commune. Écrivez « avec- » "
    "puis son code INSEE : par exemple « avec-31254 ».",
    "alone": "« {token} » ne va qu'avec la liste d'une commune. Enlevez-le.",
}
"""js/frame.js"""

FRAME_BUILDER: Mapping[str, str] = {
    "found": "{n} communes trouvées. Choisissez dans la liste.",
    "one": "1 commune trouvée.",
    "nothing": "Aucune commune de ce nom.",
    "lost": "La recherche ne répond pas. Réessayez, ou écrivez la ligne à la main, plus bas.",
    "chosen": "{name} : c'est choisi. Vous pouvez chercher une autre commune pour l'ajouter.",
    "empty": "{name} : nous n'y connaissons pas de lieu. Prenez une liste plus large.",
    "with": "{name} et les lieux les plus proches",
    "all": "Tous les lieux : {name}",
    "remove": "Retirer {name}",
    "alone": "« {path} » n'est pas un territoire de cet annuaire. Cherchez votre commune.",
    "colour": "{asked} ne se lit pas assez bien. Le cadre prend {used} à la place.",
    "height": "Écrivez un nombre entre 200 et 3000. Le cadre garde {n} pixels.",
    "copied": "Ligne copiée.",
    "uncopied": "La copie n'a pas marché. La ligne est sélectionnée : copiez-la avec Ctrl + C.",
    "title": "{name} : où se faire aider avec internet",
    "linked": "Lieux d'aide numérique : {name}",
}
"""js/integrate.js"""
