"""The whole vocabulary in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.vocabulary import (
    area_choice,
    frame_words,
    helping,
    natures,
    people,
    prices,
    schema_org,
    script_words,
    statuses,
    typologie,
)
from plugins.vocabulary import registration as booking
from plugins.vocabulary import sides as directions
from plugins.vocabulary.advice import ADVICE, Advice
from plugins.vocabulary.facets import FACETS, Facet
from plugins.vocabulary.prices import Fees
from plugins.vocabulary.sources import SOURCES, stem_of
from plugins.vocabulary.statuses import LifeStatus

WordTable = Mapping[str, str]
"""What is written in a record, or a key → what people read."""


@dataclass(frozen=True)
class Vocabulary:
    """Every table as a reader of one language reads it; those that only French pages show stay
    French. Made once an environment, so that a page looks words up and translates none.

    Each is described in the module that holds it; names are those of the constants there.
    """

    services: WordTable
    access: WordTable
    support: WordTable
    equipment: WordTable
    publics: WordTable
    special_care: WordTable
    languages: WordTable
    in_french: str
    kinds: WordTable
    status_kinds: frozenset[str]
    fees: WordTable
    fees_unknown: str
    fees_easy: Mapping[Fees, str]
    registration: WordTable
    registration_unknown: str
    natures: WordTable
    levels: WordTable
    devices: WordTable
    lending: WordTable
    route_status: Mapping[str, LifeStatus]
    workshop_status: Mapping[str, LifeStatus]
    label_status: Mapping[str, LifeStatus]
    ended_since: str
    said_by: WordTable
    facets: Sequence[Facet]
    advice: Advice
    sides: WordTable
    sources: WordTable
    opening: WordTable
    sharing: WordTable
    map: WordTable
    choose_area: WordTable
    choose_commune: WordTable
    said_area: WordTable
    which_area: WordTable
    finding: WordTable
    finding_words: WordTable
    answering: WordTable
    full_text: WordTable
    frame: WordTable
    frame_builder: WordTable
    schema_types: WordTable
    schema_days: Sequence[str]

    @classmethod
    def of(cls, gettext: Callable[[str], str]) -> Vocabulary:
        """All of it by the `gettext` of a language."""

        def say(text: str) -> str:
            return gettext(text) if text else text  # of nothing, a catalogue gives its header

        def said(table: WordTable) -> WordTable:
            return {key: say(text) for key, text in table.items()}  # a dict: `tojson` takes it

        def lives(table: Mapping[str, LifeStatus]) -> Mapping[str, LifeStatus]:
            return {key: status.said(say) for key, status in table.items()}

        return cls(
            services=said(helping.SERVICES),
            access=said(helping.ACCESS),
            support=said(helping.SUPPORT),
            equipment=said(helping.EQUIPMENT),
            publics=said(people.PUBLICS),
            special_care=said(people.SPECIAL_CARE),
            languages=said(people.LANGUAGES),
            in_french=say(people.IN_FRENCH),
            kinds=said(typologie.KINDS),
            status_kinds=typologie.STATUS_KINDS,
            fees=said(prices.FEES),
            fees_unknown=say(prices.FEES_UNKNOWN),
            fees_easy=prices.FEES_EASY,
            registration=said(booking.REGISTRATION),
            registration_unknown=say(booking.REGISTRATION_UNKNOWN),
            natures=said(natures.NATURES),
            levels=said(natures.LEVELS),
            devices=said(natures.DEVICES),
            lending=said(natures.LENDING),
            route_status=lives(statuses.ROUTE_STATUS),
            workshop_status=lives(statuses.WORKSHOP_STATUS),
            label_status=lives(statuses.LABEL_STATUS),
            ended_since=say(statuses.ENDED_SINCE),
            said_by=said(statuses.SAID_BY),
            facets=tuple(facet.said(say) for facet in FACETS),
            advice=ADVICE.said(say),
            sides=said(directions.SIDES),
            sources=said(SOURCES),
            opening=said(script_words.OPENING),
            sharing=said(script_words.SHARING),
            map=said(script_words.MAP),
            choose_area=said(area_choice.CHOOSE_AREA),
            choose_commune=said(area_choice.CHOOSE_COMMUNE),
            said_area=said(area_choice.SAID_AREA),
            which_area=said(area_choice.WHICH_AREA),
            finding=said(script_words.FINDING),
            finding_words=said(script_words.FINDING_WORDS),
            answering=said(script_words.ANSWERING),
            full_text=said(script_words.FULL_TEXT),
            frame=dict(frame_words.FRAME),
            frame_builder=dict(frame_words.FRAME_BUILDER),
            schema_types=schema_org.SCHEMA_TYPES,
            schema_days=schema_org.SCHEMA_DAYS,
        )

    @cached_property
    def facet(self) -> Mapping[str, Facet]:
        """By word."""
        return {facet.word: facet for facet in self.facets}

    def source(self, name: str) -> str:
        """Name of a list for people, whatever its edition; empty when it is not known."""
        return self.sources.get(stem_of(name), "")


FRENCH = Vocabulary.of(lambda text: text)
"""For code that writes French only: paper, calendars, the full-text index."""
