"""What a place helps with, and how: plain words for lists of the national schema.

Records keep the published strings byte for byte; people read these.
"""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate

SERVICES: Mapping[str, str] = {
    "Aide aux démarches administratives": to_translate(
        "Faire vos démarches en ligne : impôts, CAF, retraite, papiers"
    ),
    "Maîtrise des outils numériques du quotidien": to_translate(
        "Apprendre à se servir d'un ordinateur, d'un téléphone ou d'une tablette"
    ),
    "Insertion professionnelle via le numérique": to_translate(
        "Chercher un emploi : faire un CV, répondre à une annonce"
    ),
    "Utilisation sécurisée du numérique": to_translate(
        "Éviter les arnaques et protéger vos données"
    ),
    "Parentalité et éducation avec le numérique": to_translate(
        "Suivre la scolarité de vos enfants en ligne"
    ),
    "Loisirs et créations numériques": to_translate("Créer et se divertir : photos, vidéos, jeux"),
    "Compréhension du monde numérique": to_translate(
        "Comprendre internet et vérifier une information"
    ),
    "Accès internet et matériel informatique": to_translate(
        "Utiliser internet ou un ordinateur sur place"
    ),
    "Acquisition de matériel informatique à prix solidaire": to_translate(
        "Acheter un ordinateur ou un téléphone moins cher"
    ),
}
"""What the help is for."""

ACCESS: Mapping[str, str] = {
    "Se présenter": to_translate("Venir sur place"),
    "Téléphoner": to_translate("Téléphoner"),
    "Contacter par mail": to_translate("Écrire un e-mail"),
    "Prendre un RDV en ligne": to_translate("Prendre rendez-vous sur internet"),
    "Ce lieu n'accueille pas de public": to_translate("On ne peut pas venir sur place"),
    "Envoyer un mail avec une fiche de prescription": to_translate(
        "Passer par un travailleur social, qui envoie une fiche par e-mail"
    ),
}
"""How one asks for help."""

SUPPORT: Mapping[str, str] = {
    "En autonomie": to_translate("Vous faites seul, avec le matériel du lieu"),
    "Accompagnement individuel": to_translate("Une personne vous aide, seul à seul"),
    "Dans un atelier collectif": to_translate("En petit groupe, dans un atelier"),
    "À distance": to_translate("À distance, par téléphone ou en vidéo"),
}
"""How one is helped."""

EQUIPMENT: Mapping[str, str] = {
    "wifi": to_translate("Wi-Fi"),
    "ordinateurs": to_translate("Ordinateurs"),
    "imprimante": to_translate("Imprimante"),
    "scanner": to_translate("Scanner"),
    "prêt": to_translate("Prêt de matériel"),
}
"""What is there to be used; this list is our own."""
