"""Days that have a name: public holidays and days of custom."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from plugins.hours.holidays import Calendar


@given(
    departement=st.sampled_from(["31", "67", "971", "972", "978", "988", "2A"]),
    start=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    days=st.integers(1, 800),
)
def test_the_days_that_have_a_name_are_those_that_each_day_tells(
    departement: str, start: date, days: int
):
    calendar = Calendar(departement, "", ZoneInfo("Europe/Paris"))
    found = [(one.day, one.name, one.is_legal) for one in calendar.named_days(start, days)]
    asked = [start + timedelta(number) for number in range(days)]
    told = [(day, calendar.public_holiday(day), calendar.customary_day(day)) for day in asked]
    assert found == [(day, law or custom, bool(law)) for day, law, custom in told if law or custom]
