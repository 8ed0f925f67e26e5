#!/bin/sh
# vobject 0.9.9 (PyPI) beside recurring-ical-events 3.8.2 and icalendar 7.3.0.
#
# A workshop that has one more session of another length says so with `RDATE;VALUE=PERIOD` (RFC 5545,
# 3.8.5.2). vobject parses the value: `rdate.value` is the start and the length.
#
# Seen: `getrruleset` of the same event leaves the period out, without error; when there is no RRULE
# it lists nothing at all, not even the day of DTSTART, which it lists as soon as the same RDATE is
# written as a date. recurring-ical-events lists all of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check \
    vobject==0.9.9 recurring-ical-events==3.8.2 icalendar==7.3.0
"$folder/python/bin/python" - > "$folder/found.txt" <<'PYTHON'
from datetime import date

import recurring_ical_events
import vobject
from icalendar import Calendar

LINES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//essai//FR
BEGIN:VEVENT
UID:atelier@exemple.fr
DTSTAMP:20261101T080000Z
DTSTART:20261207T140000Z
DTEND:20261207T160000Z
{}END:VEVENT
END:VCALENDAR
"""
PERIOD = "RDATE;VALUE=PERIOD:20261209T090000Z/PT3H\n"
for name, more in (
    ("date", "RDATE:20261209T090000Z\n"),
    ("period", PERIOD),
    ("rule and period", f"RRULE:FREQ=WEEKLY;COUNT=2\n{PERIOD}"),
):
    text = LINES.format(more).replace("\n", "\r\n")
    event = vobject.readOne(text).vevent
    listed = [str(day.date()) for day in event.getrruleset(addRDate=True)]
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(
        date(2026, 12, 1), date(2027, 1, 1)
    )
    print(name, "| vobject:", *listed, "| other:", *sorted(str(e["DTSTART"].dt.date()) for e in found))
PYTHON
cat "$folder/found.txt"
cat > "$folder/expected.txt" <<'TEXT'
date | vobject: 2026-12-07 2026-12-09 | other: 2026-12-07 2026-12-09
period | vobject: | other: 2026-12-07 2026-12-09
rule and period | vobject: 2026-12-07 2026-12-14 | other: 2026-12-07 2026-12-09 2026-12-14
TEXT
diff "$folder/expected.txt" "$folder/found.txt" && echo "as described"
