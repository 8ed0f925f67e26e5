"""The topics of workshops, as pages: the five of the programme, and all the others together."""

from __future__ import annotations

from typing import Literal, NamedTuple

Theme = Literal[
    "Échanger avec ses proches",
    "Rédiger son CV",
    "Suivre la scolarité de ses enfants en ligne",
    "Maîtriser ses données personnelles",
    "Vérifier des informations",
    "autre",
]
"""The five topics of the programme, as printed; its list is open, hence «autre»."""


class Topic(NamedTuple):
    """`theme`: as records write it; `slug`: in addresses; `services`: those of the national list
    that it is (our own table, not an official one); `lessons`: what one learns."""

    theme: Theme
    slug: str
    services: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """Of its page, from the root."""
        return f"/agenda/themes/{self.slug}/"

    @property
    def title(self) -> str:
        """As people read it."""
        return "Autres thèmes" if self.theme == "autre" else self.theme


_ALL = (
    Topic(
        "Échanger avec ses proches",
        "echanger-avec-ses-proches",
        ("Maîtrise des outils numériques du quotidien",),
        (
            "Écrire un message et y répondre.",
            "Envoyer et recevoir des photos.",
            "Se parler et se voir en vidéo.",
        ),
    ),
    Topic(
        "Rédiger son CV",
        "rediger-son-cv",
        ("Insertion professionnelle via le numérique",),
        (
            "Dire ce que l'on sait faire, sur une page.",
            "L'écrire à l'ordinateur et l'enregistrer.",
            "L'envoyer quand on répond à une annonce.",
        ),
    ),
    Topic(
        "Suivre la scolarité de ses enfants en ligne",
        "suivre-la-scolarite-de-ses-enfants-en-ligne",
        ("Parentalité et éducation avec le numérique",),
        (
            "Se connecter au site de l'école.",
            "Lire les notes, les devoirs et les absences.",
            "Écrire à un enseignant.",
        ),
    ),
    Topic(
        "Maîtriser ses données personnelles",
        "maitriser-ses-donnees-personnelles",
        ("Utilisation sécurisée du numérique",),
        (
            "Choisir de bons mots de passe.",
            "Décider de ce que l'on montre, et à qui.",
            "Reconnaître une arnaque.",
        ),
    ),
    Topic(
        "Vérifier des informations",
        "verifier-des-informations",
        ("Compréhension du monde numérique",),
        (
            "Chercher qui parle, et depuis quand.",
            "Comparer avec d'autres sources.",
            "Reconnaître une fausse nouvelle ou une fausse image.",
        ),
    ),
    Topic("autre", "autre"),
)

TOPICS = {topic.theme: topic for topic in _ALL}
"""By theme, in the order of the programme."""
