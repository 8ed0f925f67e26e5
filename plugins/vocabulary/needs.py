"""What a resident comes for, in plain words: the five needs, and what in a record answers each.

The national `services` name what a professional does; a need names what a person wants. The
mapping is the project's own, not an official one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from plugins.i18n.gettext_functions import to_translate


class Idea(NamedTuple):
    """One idea in one short sentence, and the drawing that stands before it."""

    icon: str
    sentence: str


class Need(NamedTuple):
    """One need: `slug` for addresses and its drawing; for readers, in plain French, `title`,
    `short` (on a button) and `sentence`; on its own page `examples`, what to `bring`, and what is
    good to `know`. `services`, `equipment`, `support`: what in a record answers it."""

    slug: str
    title: str
    short: str
    sentence: str
    services: frozenset[str]
    examples: tuple[Idea, ...]
    bring: tuple[Idea, ...]
    know: str
    equipment: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()

    @property
    def url(self) -> str:
        """Address of its page: «/besoins/demarches/»."""
        return f"/besoins/{self.slug}/"

    def is_met_by(
        self, services: Collection[str], equipment: Collection[str], support: Collection[str]
    ) -> bool:
        """Whether a place with these services, equipment and ways of helping answers this need."""
        return not (
            self.services.isdisjoint(services)
            and self.equipment.isdisjoint(equipment)
            and self.support.isdisjoint(support)
        )


NEEDS: tuple[Need, ...] = (
    Need(
        "demarches",
        to_translate("Faire une démarche en ligne"),
        to_translate("Faire une démarche"),
        to_translate(
            "Quelqu'un vous aide pour les impôts, la CAF, la retraite, la santé ou vos papiers."
        ),
        frozenset({"Aide aux démarches administratives"}),
        examples=(
            Idea("coin", to_translate("Vous déclarez vos impôts sur internet.")),
            Idea(
                "info",
                to_translate(
                    "Vous demandez une aide : pour le logement, pour les enfants, pour la retraite."
                ),
            ),
            Idea(
                "pencil",
                to_translate("Vous refaites vos papiers : carte d'identité, permis, carte grise."),
            ),
            Idea("calendar", to_translate("Vous prenez un rendez-vous chez le médecin.")),
        ),
        bring=(
            Idea(
                "pencil", to_translate("Une pièce d'identité, et les lettres que vous avez reçues.")
            ),
            Idea("phone", to_translate("Votre téléphone : on vous envoie souvent un code.")),
            Idea(
                "mail", to_translate("Votre adresse e-mail et vos mots de passe, si vous en avez.")
            ),
        ),
        know=to_translate(
            "Vous n'avez pas à savoir vous servir d'un ordinateur. La personne fait avec vous."
        ),
    ),
    Need(
        "apprendre",
        to_translate("Apprendre à se servir d'un ordinateur ou d'un téléphone"),
        to_translate("Apprendre"),
        to_translate("On vous montre comment faire, à votre rythme, seul ou en groupe."),
        frozenset(
            {
                "Maîtrise des outils numériques du quotidien",
                "Utilisation sécurisée du numérique",
                "Compréhension du monde numérique",
                "Loisirs et créations numériques",
            }
        ),
        support=frozenset({"Dans un atelier collectif"}),
        examples=(
            Idea(
                "apprendre",
                to_translate(
                    "Vous apprenez à allumer un ordinateur et à vous servir de la souris."
                ),
            ),
            Idea("phone", to_translate("Vous apprenez à vous servir de votre téléphone.")),
            Idea(
                "mail",
                to_translate("Vous apprenez à écrire un e-mail : une lettre envoyée par internet."),
            ),
            Idea("no", to_translate("Vous apprenez à reconnaître les arnaques.")),
        ),
        bring=(
            Idea("phone", to_translate("Votre téléphone ou votre ordinateur, si vous en avez un.")),
            Idea("yes", to_translate("Sinon, venez les mains vides : demandez si le lieu en a.")),
        ),
        know=to_translate(
            "On ne se moque pas de vous. Beaucoup de personnes apprennent à tout âge."
        ),
    ),
    Need(
        "se-connecter",
        to_translate("Utiliser internet, un ordinateur ou une imprimante"),
        to_translate("Utiliser internet"),
        to_translate("Vous trouvez sur place internet, un ordinateur, ou de quoi imprimer."),
        frozenset({"Accès internet et matériel informatique"}),
        equipment=frozenset({"wifi", "ordinateurs", "imprimante", "scanner"}),
        examples=(
            Idea("se-connecter", to_translate("Vous vous servez d'un ordinateur sur place.")),
            Idea(
                "web",
                to_translate(
                    "Vous allez sur internet, avec votre téléphone ou le matériel du lieu."
                ),
            ),
            Idea(
                "pencil",
                to_translate("Dans certains lieux, vous imprimez ou vous copiez un papier."),
            ),
        ),
        bring=(
            Idea("phone", to_translate("Votre téléphone et son chargeur, si vous en avez un.")),
            Idea("pencil", to_translate("Les papiers que vous voulez copier.")),
        ),
        know=to_translate(
            "Quelqu'un est là si vous êtes bloqué. Demandez combien coûte une page imprimée."
        ),
    ),
    Need(
        "s-equiper",
        to_translate("Avoir un ordinateur ou un téléphone moins cher"),
        to_translate("S'équiper moins cher"),
        to_translate("On vous prête du matériel, ou on vous en vend à petit prix."),
        frozenset({"Acquisition de matériel informatique à prix solidaire"}),
        equipment=frozenset({"prêt"}),
        examples=(
            Idea(
                "s-equiper", to_translate("Vous achetez un ordinateur ou un téléphone moins cher.")
            ),
            Idea("yes", to_translate("Souvent, il a déjà servi, et il a été réparé.")),
            Idea("calendar", to_translate("Certains lieux prêtent le matériel pour un temps.")),
        ),
        bring=(
            Idea("pencil", to_translate("Une pièce d'identité.")),
            Idea(
                "coin",
                to_translate(
                    "Un papier qui montre vos revenus. Demandez lequel quand vous appelez."
                ),
            ),
        ),
        know=to_translate("Tout le monde n'y a pas droit partout. Appelez avant de venir."),
    ),
    Need(
        "travail-famille",
        to_translate("Chercher du travail ou suivre l'école de ses enfants"),
        to_translate("Travail, école"),
        to_translate("On vous aide pour un CV, une offre d'emploi ou le site de l'école."),
        frozenset(
            {
                "Insertion professionnelle via le numérique",
                "Parentalité et éducation avec le numérique",
            }
        ),
        examples=(
            Idea(
                "travail-famille",
                to_translate("Vous écrivez votre CV : une page qui dit ce que vous savez faire."),
            ),
            Idea("web", to_translate("Vous cherchez une offre d'emploi et vous y répondez.")),
            Idea(
                "info",
                to_translate("Vous lisez les notes et les messages de l'école de vos enfants."),
            ),
        ),
        bring=(
            Idea("pencil", to_translate("Votre ancien CV, si vous en avez un.")),
            Idea("phone", to_translate("Votre téléphone : on vous envoie souvent un code.")),
            Idea("info", to_translate("Les codes que l'école vous a donnés.")),
        ),
        know=to_translate(
            "Si vous cherchez du travail, France Travail peut aussi vous aider : appelez le 39 49."
        ),
    ),
)


def needs_met(
    services: Collection[str], equipment: Collection[str] = (), support: Collection[str] = ()
) -> tuple[Need, ...]:
    """The needs that these services, equipment and ways of helping answer, in a fixed order."""
    return tuple(need for need in NEEDS if need.is_met_by(services, equipment, support))
