#!/bin/sh
# opening-hours-py 2.1.4 (PyPI) and opening_hours 3.15.0 (npm).
#
# `Mo 10:00+` and `Mo 10:00-12:00+` say when a place opens and that its closing time is not known.
#
# Seen: for the reader in Rust and Python `10:00+` is open, with no doubt, until midnight, and the
# sign of `10:00-12:00+` is dropped: closed from 12:00. For the reference reader in JavaScript the
# first is «unknown» all along; of the second its intervals say «unknown from 12:00 to midnight»
# while its state at 13:00 is closed, not unknown. Three answers for one string.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip -q install --disable-pip-version-check opening-hours-py==2.1.4
npm init -y > /dev/null
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > check.py <<'PYTHON'
from datetime import datetime

from opening_hours import OpeningHours

for text in ("Mo 10:00+", "Mo 10:00-12:00+"):
    states = [OpeningHours(text).state(datetime(2026, 12, 7, hour))[0] for hour in (11, 13, 23)]
    print("py", text, *(str(state).rpartition(".")[2].lower() for state in states))
PYTHON
cat > check.mjs <<'JAVASCRIPT'
import OpeningHours from "opening_hours";
for (const text of ["Mo 10:00+", "Mo 10:00-12:00+"]) {
  const hours = new OpeningHours(text);
  const states = [11, 13, 23].map((hour) => {
    const when = new Date(2026, 11, 7, hour);
    return hours.getUnknown(when) ? "unknown" : hours.getState(when) ? "open" : "closed";
  });
  const unknown = hours
    .getOpenIntervals(new Date(2026, 11, 7), new Date(2026, 11, 8))
    .filter(([, , isUnknown]) => isUnknown)
    .map(([from, to]) => `${from.getHours()}-${to.getHours()}`);
  console.log("js", text, ...states, "unknown in intervals:", ...unknown);
}
JAVASCRIPT
python/bin/python check.py > found.txt
TZ=UTC node check.mjs >> found.txt
cat found.txt
cat > expected.txt <<'TEXT'
py Mo 10:00+ open open open
py Mo 10:00-12:00+ open closed closed
js Mo 10:00+ unknown unknown unknown unknown in intervals: 10-0
js Mo 10:00-12:00+ open closed closed unknown in intervals: 12-0
TEXT
diff expected.txt found.txt && echo "as described"
