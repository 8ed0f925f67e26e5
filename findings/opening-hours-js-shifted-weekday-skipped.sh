#!/bin/sh
# opening_hours 3.15.0 (npm), Node.
#
# `Mo[1] -1 day`, the day before the first Monday of the month, is in the specification and in real
# data (buses that come «la veille du premier lundi»). Some months have two such days, one for their
# own Monday and one for that of the next month: January 2027 has the 3rd and the 31st.
#
# Seen: `getState` says that 3 January is open, `getOpenIntervals` (and so `getNextChange`) leaves it
# out: a calendar made of the intervals lacks a day that the same library calls open. With
# `Fr[1] -2 days` 2 December 2026 and 3 March 2027 are missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > check.mjs <<'JAVASCRIPT'
import OpeningHours from "opening_hours";
const told = (text, ...days) => {
  const hours = new OpeningHours(text);
  const listed = hours
    .getOpenIntervals(new Date(2026, 11, 1), new Date(2027, 3, 1))
    .map(([from]) => from.toISOString().slice(0, 10));
  console.log(text, "listed:", ...listed);
  for (const day of days) {
    console.log(day, hours.getState(new Date(`${day}T15:00`)), listed.includes(day));
  }
};
told("Mo[1] -1 day 14:00-17:00", "2027-01-03", "2027-01-31");
told("Fr[1] -2 days 14:00-17:00", "2026-12-02", "2026-12-30", "2027-03-03");
JAVASCRIPT
TZ=UTC node check.mjs > found.txt
cat found.txt
cat > expected.txt <<'TEXT'
Mo[1] -1 day 14:00-17:00 listed: 2026-12-06 2027-01-31 2027-02-28
2027-01-03 true false
2027-01-31 true true
Fr[1] -2 days 14:00-17:00 listed: 2026-12-30 2027-02-03 2027-03-31
2026-12-02 true false
2026-12-30 true true
2027-03-03 true false
TEXT
diff expected.txt found.txt && echo "as described"
