#!/bin/sh
# opening_hours 3.15.0 (npm), time zone Europe/Paris.
#
# «Su 20:00-25:00» is open until one o'clock on Monday morning. In the night after the Sunday of
# the change to summer time (28 March 2027, 2:00 becomes 3:00) it is closed at half past midnight;
# a week later, and for a place open on Saturday night, it is open as written.
#
# Seen: getOpenIntervals ends that one night at midnight, an hour early. In October, when the clock
# goes back, the night ends at one as written.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > check.mjs <<'JAVASCRIPT'
import OpeningHours from "opening_hours";
const at = (text, ...when) => new OpeningHours(text).getState(new Date(...when));
console.log("Monday 29 March 0:30", at("Su 20:00-25:00", 2027, 2, 29, 0, 30));
console.log("Monday 5 April 0:30", at("Su 20:00-25:00", 2027, 3, 5, 0, 30));
console.log("Sunday 28 March 0:30", at("Sa 20:00-25:00", 2027, 2, 28, 0, 30));
console.log("Monday 1 November 0:30", at("Su 20:00-25:00", 2027, 10, 1, 0, 30));
JAVASCRIPT
TZ=Europe/Paris node check.mjs > found.txt
cat found.txt
cat > expected.txt <<'TEXT'
Monday 29 March 0:30 false
Monday 5 April 0:30 true
Sunday 28 March 0:30 true
Monday 1 November 0:30 true
TEXT
diff expected.txt found.txt && echo "as described"
