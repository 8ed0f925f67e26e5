"""The rules on fields that several kinds of record have: the same for each of them."""

from __future__ import annotations

from plugins.records.checks import contact, content
from plugins.records.checks.context import Check, check, question
from plugins.records.doubts.ended import past_lines
from plugins.records.doubts.private_texts import no_account, nothing_private
from plugins.records.doubts.verifiers import verifier_is_told

REACHED: tuple[Check, ...] = (
    check(contact.phone_numbers, "telephone"),
    question(contact.email_addresses, "courriels", "nom", "commune"),
)
VERIFIED: tuple[Check, ...] = (
    check(content.dates_possible, "verifie_le", "date_maj", "ferme_le", "source"),
    check(content.periods_in_order, "annonces"),
    check(past_lines),
    question(verifier_is_told, "verifie_par"),
)
SAID: tuple[Check, ...] = (
    question(content.items_once),
    check(nothing_private, errors=no_account),
)
