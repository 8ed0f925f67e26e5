"""The rules on a network."""

from __future__ import annotations

from plugins.records.checks.citations import life_in_order, printed_dates_possible
from plugins.records.checks.contact import mobile_numbers
from plugins.records.checks.context import Check, check
from plugins.records.checks.shared_fields import REACHED, SAID
from plugins.records.checks.territory import in_known_territories
from plugins.records.doubts.ended import life_over

CHECKS: tuple[Check, ...] = (
    *REACHED,
    check(mobile_numbers, "telephone"),
    check(in_known_territories, "territoires"),
    check(life_in_order, "depuis", "jusqu_a"),
    check(life_over, "jusqu_a", "statut"),
    check(printed_dates_possible, "depuis", "jusqu_a", "source"),
    *SAID,
)
