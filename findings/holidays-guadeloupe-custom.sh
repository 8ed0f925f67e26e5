#!/bin/sh
# holidays 0.109 (PyPI), Python 3.
#
# The public holidays of Guadeloupe are the eleven of the Code du travail and 27 May (abolition of
# slavery); jours-feries-france, the package of the State's digital service, lists those twelve.
# Mid-Lent, Good Friday (a holiday of law in Alsace-Moselle only) and Schœlcher's day are days off
# by custom or agreement.
#
# Seen: holidays.France(subdiv="GP") gives all three in its category PUBLIC, with nothing that
# tells them apart; in Martinique and Saint-Martin it gives Schœlcher's day. «PH off» computed
# with it closes town halls on days on which many are open.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check holidays==0.109 jours-feries-france==0.7.0
"$folder/python/bin/python" - > "$folder/found.txt" <<'PYTHON'
from datetime import date

import holidays
from jours_feries_france import JoursFeries

print("categories:", *holidays.France.supported_categories)
for code, zone in (("GP", "Guadeloupe"), ("MQ", "Martinique"), ("MF", "Saint-Martin")):
    found = set(holidays.France(subdiv=code, years=2027))
    law = set(JoursFeries.for_year(2027, zone=zone).values())
    print(zone, "more:", *sorted(found - law), "less:", *sorted(law - found))
PYTHON
cat "$folder/found.txt"
cat > "$folder/expected.txt" <<'TEXT'
categories: public school
Guadeloupe more: 2027-03-04 2027-03-26 2027-07-21 less:
Martinique more: 2027-07-21 less:
Saint-Martin more: 2027-07-21 less:
TEXT
diff "$folder/expected.txt" "$folder/found.txt" && echo "as described"
