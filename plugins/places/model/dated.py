"""The parts that workshops and rounds share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .types import Day, Line, Record

Device = Literal["ordinateur", "telephone", "tablette", "autre", "aucun"]
"""What one works on: the list of the Coop numérique."""


class Cancellation(Record):
    """Sessions that do not take place; they stay visible, as cancelled."""

    date: Day = Field(
        title="Date",
        description="Le jour de la séance annulée.",
        examples=["2027-01-05"],
    )
    jusqu_au: Day | None = Field(
        None,
        title="Jusqu'au",
        description="Le dernier jour, quand toutes les séances de plusieurs jours sont annulées.",
        examples=["2027-01-16"],
    )
    motif: Line | None = Field(
        None,
        title="Raison",
        description="La raison, telle que le public peut la lire.",
        examples=["Salle en travaux"],
    )
