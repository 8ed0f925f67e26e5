"""Every name under which a reader may look for a covered commune."""

from __future__ import annotations

from typing import NamedTuple

from plugins.gazetteer import Commune, Gazetteer, normalize, slugify


class CommuneName(NamedTuple):
    """One name: that of a commune, of a former one, or of an arrondissement."""

    nom: str
    folded: str
    """The form that is compared (`plugins.gazetteer.fold`)."""
    commune: Commune
    """The covered commune whose page it leads to."""
    present: str
    """Name of that commune when `nom` is that of a former one, else empty."""

    @property
    def line(self) -> str:
        """What the index says of it: name, département, slug, present name, separated by tabs.

        The slug stands only where it is not that of the present name; empty ends are left out.
        """
        slug = self.commune.slug
        usual = slug == slugify(self.present or self.nom)
        parts = (self.nom, self.commune.departement, "" if usual else slug, self.present)
        return "\t".join(parts).rstrip("\t")


def names_of(gazetteer: Gazetteer) -> list[CommuneName]:
    """The names of all covered communes, the most populated first, then in the order of codes."""
    communes = gazetteer.communes
    found = [CommuneName(c.nom, normalize(c.nom), c, "") for c in communes.values()]
    found += [
        CommuneName(part.nom, normalize(part.nom), communes[part.page_code], "")
        for part in gazetteer.arrondissements()
    ]
    others = [(one.nom, one.present) for one in gazetteer.former_names] + gazetteer.usual_names
    for nom, code in others:
        present = communes.get(code)
        if present is not None and normalize(nom) != normalize(present.nom):
            found.append(CommuneName(nom, normalize(nom), present, present.nom))
    # Other names come last, so that a cut shard leaves no commune out for one that was.
    return sorted(
        found,
        key=lambda name: (
            bool(name.present),
            -(name.commune.population or 0),
            name.commune.code,
            name.nom != name.commune.nom,
            name.folded,
        ),
    )
