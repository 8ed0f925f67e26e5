"""A VTIMEZONE says the same as the zone, in a few lines."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from plugins.agenda.calendars.ics import calendar_text
from plugins.agenda.calendars.ics_timezone import timezone_of

ZONES = [
    "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne",
    "America/Miquelon", "America/Marigot", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea",
    "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier", "Pacific/Wallis",
]  # fmt: skip


@pytest.mark.parametrize("key", ZONES)
def test_it_tells_the_same_time_as_the_zone(key: str):
    zone = ZoneInfo(key)
    read = timezone_of(zone).to_tz()
    moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC)
    while moment.year < 2030:
        local = moment.astimezone(zone).replace(tzinfo=None)
        # At the hour that comes twice the two may choose another one of both.
        if (
            local.replace(tzinfo=zone, fold=0).utcoffset()
            == local.replace(tzinfo=zone, fold=1).utcoffset()
        ):
            assert read.utcoffset(local) == zone.utcoffset(local), local
        moment += timedelta(hours=11)


def test_summer_time_is_told_by_rules():
    text = timezone_of(ZoneInfo("Europe/Paris")).to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "DTSTART:20101031T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in text
    assert text.count("\r\n") < 20


def test_overseas_has_no_summer_time():
    assert "DAYLIGHT" not in timezone_of(ZoneInfo("Indian/Reunion")).to_ical().decode()


def test_a_calendar_describes_each_zone_once_and_one_at_least():
    text = calendar_text([], name="Vide", zone=ZoneInfo("Indian/Reunion"))
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert zone["TZID"] == "Indian/Reunion"


def test_a_zone_without_a_yearly_rule_is_refused():
    with pytest.raises(ValueError, match="Africa/Casablanca"):
        timezone_of(ZoneInfo("Africa/Casablanca"))
