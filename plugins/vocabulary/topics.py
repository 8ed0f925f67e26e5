"""The topics of workshops, as pages: the five of the programme, and all the others together."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plugins.i18n.gettext_functions import to_translate

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
        return to_translate("Autres thèmes") if self.theme == "autre" else self.theme


OTHER_TOPIC = to_translate("Autre thème")
"""Of a workshop that does not say its own."""

_ALL = (
    Topic(
        to_translate("Échanger avec ses proches"),
        "echanger-avec-ses-proches",
        ("Maîtrise des outils numériques du quotidien",),
        (
            to_translate("Écrire un message et y répondre."),
            to_translate("Envoyer et recevoir des photos."),
            to_translate("Se parler et se voir en vidéo."),
        ),
    ),
    Topic(
        to_translate("Rédiger son CV"),
        "rediger-son-cv",
        ("Insertion professionnelle via le numérique",),
        (
            to_translate("Dire ce que l'on sait faire, sur une page."),
            to_translate("L'écrire à l'ordinateur et l'enregistrer."),
            to_translate("L'envoyer quand on répond à une annonce."),
        ),
    ),
    Topic(
        to_translate("Suivre la scolarité de ses enfants en ligne"),
        "suivre-la-scolarite-de-ses-enfants-en-ligne",
        ("Parentalité et éducation avec le numérique",),
        (
            to_translate("Se connecter au site de l'école."),
            to_translate("Lire les notes, les devoirs et les absences."),
            to_translate("Écrire à un enseignant."),
        ),
    ),
    Topic(
        to_translate("Maîtriser ses données personnelles"),
        "maitriser-ses-donnees-personnelles",
        ("Utilisation sécurisée du numérique",),
        (
            to_translate("Choisir de bons mots de passe."),
            to_translate("Décider de ce que l'on montre, et à qui."),
            to_translate("Reconnaître une arnaque."),
        ),
    ),
    Topic(
        to_translate("Vérifier des informations"),
        "verifier-des-informations",
        ("Compréhension du monde numérique",),
        (
            to_translate("Chercher qui parle, et depuis quand."),
            to_translate("Comparer avec d'autres sources."),
            to_translate("Reconnaître une fausse nouvelle ou une fausse image."),
        ),
    ),
    Topic("autre", "autre"),
)

TOPICS = {topic.theme: topic for topic in _ALL}
"""By theme, in the order of the programme."""
