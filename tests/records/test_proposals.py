"""What a hint proposes, pasted, clears the fault, makes no other one there, and loses no word."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.common.diagnostic import Diagnostic
from plugins.records.checks import Context
from plugins.records.hints.proposal import proposals
from plugins.records.reading.checking import check_record
from tests.support.records import context
from tests.support.slips import RECORDS, SLIPS


def words(text: str) -> set[str]:
    """Words of a text, accents and case aside."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("\\u202e", ""))
    return set(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


@cache
def the_context() -> Context:
    return context()


def check(text: str, name: str) -> list[Diagnostic]:
    return check_record(text.encode(), name, the_context()).diagnostics


def faults_of_pasting(text: str, name: str) -> list[str]:
    """What goes wrong when each proposal about a text is pasted, alone."""
    before = check(text, name)
    wrong = []
    for one in before:
        for proposal in proposals(text, one):
            pasted = proposal.applied(text)
            after = check(pasted, name)
            new = [other for other in after if is_new_there(other, one, before)]
            kept = told_of(one, after) >= told_of(one, before)
            lost = words(text) - words(pasted) - words(f"{one.field} {one.message} {one.hint}")
            if kept or new or lost:
                wrong.append(f"{one.message} ; {one.hint}: {proposal.lines} {kept} {new} {lost}")
    return wrong


def told_of(one: Diagnostic, found: list[Diagnostic]) -> int:
    """How often the same is said of the same field, of any item of a list."""
    return sum(_of_any_item(other) == _of_any_item(one) for other in found)


def _of_any_item(one: Diagnostic) -> tuple[str, str]:
    return re.sub(r"\[\d+\]", "", one.field), one.message


def is_new_there(other: Diagnostic, one: Diagnostic, before: list[Diagnostic]) -> bool:
    """Whether an error that was not told stands where another was."""
    told = {(each.field, each.message) for each in before}
    if not one.field or re.search("sens particulier|deux-points", one.message):
        return False  # YAML did not read the value: what is wrong with it comes then
    is_there = other.field == one.field
    return other.severity == "error" and is_there and (other.field, other.message) not in told


@pytest.mark.parametrize("slip", SLIPS)
def test_pasting_what_is_proposed_for_a_slip(slip: str) -> None:
    wrong = []
    for name, text in RECORDS.items():
        lines = text.split("\n")
        for at in range(len(lines) - 1):
            slipped = "\n".join(SLIPS[slip](lines, at))
            if slipped != text:
                wrong += [f"{at + 1}: {each}" for each in faults_of_pasting(slipped, name)]
    assert wrong == []


@given(st.sampled_from(sorted(RECORDS)), st.data())
def test_pasting_what_is_proposed_for_two_slips(name: str, data: st.DataObject) -> None:
    lines = RECORDS[name].split("\n")
    drawn = st.lists(st.sampled_from(sorted(SLIPS)), min_size=2, max_size=2, unique=True)
    for slip in data.draw(drawn):  # of two that are the same, the second is told after the first
        lines = SLIPS[slip](lines, data.draw(st.integers(0, len(lines) - 2)))
    text = "\n".join(lines)
    assume(text != RECORDS[name])
    assert faults_of_pasting(text, name) == []
