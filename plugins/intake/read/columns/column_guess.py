"""What is thought of one column of a table that nobody described."""

from __future__ import annotations

from dataclasses import dataclass

DAY = "jour"
DAY_OF_PERMANENCE = "jour de permanence"
"""In place of a field: the column is one day of a week."""
DAY_PART = "plage d'un jour"
"""In place of a field: one end of a span of one day."""
HOUSE_NUMBER = "numéro"
"""In place of a field: the number that stands before the street."""


@dataclass(frozen=True)
class ColumnGuess:
    """What a column means."""

    column: str
    field: str = ""
    """Field of a layout, or `jour`; "" when nothing is proposed."""
    why: str = ""
    """French."""
    is_sure: bool = False
    is_personal: bool = False
    """It is about somebody: it is not read, and no example of it is ever shown."""
    others: tuple[str, ...] = ()
    """Other fields that it may mean."""
    day: str = ""
    """For the hours of one day: which."""
    is_end: bool = False
    """It holds only the time at which that day ends."""
    answer_to: str = ""
    """For a column of «oui» and «non»: the value that «oui» means."""
    filled: int = 0
    """How many of the cells that were looked at say something."""
    examples: tuple[str, ...] = ()
    """Three different cells; none of a column that is about somebody."""
    is_last: bool = False
    """It is read only where no other column says the same."""
