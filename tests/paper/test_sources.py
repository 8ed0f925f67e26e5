"""Sources on paper: by the names that people read, once each, with the month of their facts."""

from datetime import date

from plugins.paper.sources import said_sources
from plugins.records.model.parts import Source

OPEN = "Licence Ouverte 2.0"


def source(name: str, day: date | None = None, licence: str | None = OPEN) -> Source:
    return Source(nom=name, id=None, date=day, licence=licence)


def test_a_source_is_named_as_on_the_pages_of_places():
    said = said_sources([source("france-services-2024-08", date(2024, 8, 1))])
    assert said == ["Liste nationale des France services, août 2024 (Licence Ouverte 2.0)"]


def test_facts_of_several_dates_are_a_period_of_one_source():
    days = (date(2022, 6, 16), date(2019, 12, 1), date(2022, 10, 7), date(2019, 12, 3))
    said = said_sources(source("rhinocc-occitanie-2022-12", day) for day in days)
    assert said == [
        "Annuaire RhinOcc, en Occitanie, de décembre 2019 à octobre 2022 (Licence Ouverte 2.0)"
    ]


def test_april_august_and_october_take_an_apostrophe():
    days = (date(2022, 10, 7), date(2023, 4, 1))
    said = said_sources(source("La mairie", day, None) for day in days)
    assert said == ["La mairie, d'octobre 2022 à avril 2023"]


def test_what_is_not_in_the_table_keeps_its_own_words():
    assert said_sources([source("La mairie", None, None)]) == ["La mairie"]
