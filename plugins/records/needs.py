"""What a resident comes for, in plain words: the five needs, and what in a record answers each.

The national `services` name what a professional does; a need names what a person wants. The
mapping is the project's own, not an official one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from plugins.i18n.gettext_functions import to_translate


class Need(NamedTuple):
    """One need: `slug` for addresses, `title` and `sentence` in plain French for readers."""

    slug: str
    title: str
    sentence: str
    services: frozenset[str]
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
        to_translate(
            "Quelqu'un vous aide pour les impôts, la CAF, la retraite, la santé ou vos papiers."
        ),
        frozenset({"Aide aux démarches administratives"}),
    ),
    Need(
        "apprendre",
        to_translate("Apprendre à se servir d'un ordinateur ou d'un téléphone"),
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
    ),
    Need(
        "se-connecter",
        to_translate("Utiliser internet, un ordinateur ou une imprimante"),
        to_translate("Vous trouvez sur place internet, un ordinateur, ou de quoi imprimer."),
        frozenset({"Accès internet et matériel informatique"}),
        equipment=frozenset({"wifi", "ordinateurs", "imprimante", "scanner"}),
    ),
    Need(
        "s-equiper",
        to_translate("Avoir un ordinateur ou un téléphone moins cher"),
        to_translate("On vous prête du matériel, ou on vous en vend à petit prix."),
        frozenset({"Acquisition de matériel informatique à prix solidaire"}),
        equipment=frozenset({"prêt"}),
    ),
    Need(
        "travail-famille",
        to_translate("Chercher du travail ou suivre l'école de ses enfants"),
        to_translate("On vous aide pour un CV, une offre d'emploi ou le site de l'école."),
        frozenset(
            {
                "Insertion professionnelle via le numérique",
                "Parentalité et éducation avec le numérique",
            }
        ),
    ),
)


def needs_met(
    services: Collection[str], equipment: Collection[str] = (), support: Collection[str] = ()
) -> tuple[Need, ...]:
    """The needs that these services, equipment and ways of helping answer, in a fixed order."""
    return tuple(need for need in NEEDS if need.is_met_by(services, equipment, support))
