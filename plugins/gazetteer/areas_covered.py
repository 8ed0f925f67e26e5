"""What the covered territories are, taken together: how a page asks a reader to choose one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plugins.gazetteer.gazetteer import Gazetteer

AreaChoice = Literal["one", "departement", "territory", "mixed"]


class AreasCovered(NamedTuple):
    """`choice`: one alone, départements, others, or both; `are_split`: one of them at least has
    several communes to choose from; `have_town_halls`: there is a commune among them."""

    choice: AreaChoice
    are_split: bool
    have_town_halls: bool

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> AreasCovered:
        """Those of a directory."""
        areas = gazetteer.departements.values()
        choice: AreaChoice
        if len(areas) == 1:
            choice = "one"
        elif all(area.kind == "département" for area in areas):
            choice = "departement"
        elif any(area.kind == "département" for area in areas):
            choice = "mixed"
        else:
            choice = "territory"
        have_town_halls = any(area.has_communes for area in areas)
        return cls(choice, len(gazetteer.communes) > len(areas), have_town_halls)
