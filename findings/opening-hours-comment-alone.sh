#!/bin/sh
# opening-hours-py 2.1.4 (PyPI) and opening_hours 3.15.0 (npm).
#
# A comment without a state, `Mo 09:00-12:00 "sur rendez-vous"`, is how thousands of objects write
# that one must call first. Both readers accept it.
#
# Seen: for the reference reader in JavaScript the state is «unknown» (not open, to be asked); for
# the one in Rust and Python it is open. A map and a timetable made from one string say two things.
# With the state written, `open "sur rendez-vous"`, they agree.
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

for text in ('Mo 09:00-12:00 "sur rendez-vous"', 'Mo 09:00-12:00 open "sur rendez-vous"'):
    state, _comment = OpeningHours(text).state(datetime(2026, 12, 7, 10))
    print("py", text, str(state).rpartition(".")[2].lower())
PYTHON
cat > check.mjs <<'JAVASCRIPT'
import OpeningHours from "opening_hours";
for (const text of ['Mo 09:00-12:00 "sur rendez-vous"', 'Mo 09:00-12:00 open "sur rendez-vous"']) {
  const hours = new OpeningHours(text);
  const when = new Date(2026, 11, 7, 10);
  console.log("js", text, hours.getUnknown(when) ? "unknown" : hours.getState(when) ? "open" : "closed");
}
JAVASCRIPT
python/bin/python check.py > found.txt
node check.mjs >> found.txt
cat found.txt
cat > expected.txt <<'TEXT'
py Mo 09:00-12:00 "sur rendez-vous" open
py Mo 09:00-12:00 open "sur rendez-vous" open
js Mo 09:00-12:00 "sur rendez-vous" unknown
js Mo 09:00-12:00 open "sur rendez-vous" open
TEXT
diff expected.txt found.txt && echo "as described"
