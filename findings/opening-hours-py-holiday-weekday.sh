#!/bin/sh
# opening-hours-py 2.1.4 (PyPI), Python 3.
#
# In the OSM opening_hours grammar, «SH Mo 10:00-12:00» (a holiday, a space, a weekday) narrows:
# Mondays of the school holidays. «SH,Mo» (a comma) widens: Mondays, and each day of the holidays.
# The npm library opening_hours 3.15.0 keeps the two apart.
#
# Seen: opening-hours-py reads the first as the second. It prints it back with the comma, and says
# «open» on every Monday of the year, holidays or not. The same for «PH Mo».
#
# For a directory: a desk held on Mondays of school holidays is announced all year long. An OSM
# text that must be read alike everywhere cannot use this form.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check opening-hours-py==2.1.4
"$folder/python/bin/python" - > "$folder/python.txt" <<'PYTHON'
from datetime import datetime
from opening_hours import OpeningHours

for text in ("SH Mo 10:00-12:00", "PH Mo 10:00-12:00"):
    hours = OpeningHours(text)
    days = [day for day in range(1, 32) if hours.is_open(datetime(2027, 3, day, 11))]
    print(text, "->", hours, days)
PYTHON
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund opening_hours@3.15.0
cat > check.mjs <<'JAVASCRIPT'
import OpeningHours from "opening_hours";
const address = { country_code: "fr", state: "Île-de-France" };
for (const text of ["SH Mo 10:00-12:00", "PH Mo 10:00-12:00"]) {
  const hours = new OpeningHours(text, { lat: 48.85, lon: 2.35, address });
  const days = [];
  for (let day = 1; day < 32; day += 1) if (hours.getState(new Date(2027, 2, day, 11))) days.push(day);
  console.log(text, "->", JSON.stringify(days));
}
JAVASCRIPT
TZ=Europe/Paris node check.mjs > npm.txt
cat python.txt npm.txt
cat > expected.txt <<'TEXT'
SH Mo 10:00-12:00 -> SH,Mo 10:00-12:00 [1, 8, 15, 22, 29]
PH Mo 10:00-12:00 -> PH,Mo 10:00-12:00 [1, 8, 15, 22, 29]
SH Mo 10:00-12:00 -> []
PH Mo 10:00-12:00 -> [29]
TEXT
cat python.txt npm.txt | diff expected.txt - && echo "as described"
