#!/bin/sh
# data-inclusion-schema 1.0.10 (PyPI), Python 3.
#
# The official model of data·inclusion is what producers validate with. Two things happen to a valid
# service that no message tells of.
#
# Seen: fields of the version before (here `types`, `zone_diffusion_code`) are dropped and the
# service is called valid: who moves from v0 to v1 loses them. And lists are sets: the same service,
# read by two processes, is written in two orders (the order follows PYTHONHASHSEED, which is random
# by default), so that a file made twice from the same data has other bytes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check data-inclusion-schema==1.0.10
cat > "$folder/read.py" <<'PYTHON'
from data_inclusion.schema.v1 import Service

service = Service.model_validate(
    {
        "source": "essai",
        "structure_id": "essai--1",
        "id": "essai--2",
        "nom": "Aide avec internet",
        "description": "Une aide pour toutes les personnes.",
        "date_maj": "2024-01-01",
        "thematiques": [
            "numerique--acquerir-un-equipement",
            "numerique--maitriser-les-fondamentaux-du-numerique",
        ],
        "types": ["atelier"],
        "zone_diffusion_code": "31",
    }
)
kept = service.model_dump(mode="json", exclude_none=True)
print("types" in kept, "zone_diffusion_code" in kept, *kept["thematiques"])
PYTHON
for seed in 1 2 3 4 5 6; do
    PYTHONHASHSEED=$seed "$folder/python/bin/python" "$folder/read.py"
done | sort -u > "$folder/found.txt"
cat "$folder/found.txt"
cat > "$folder/expected.txt" <<'TEXT'
False False numerique--acquerir-un-equipement numerique--maitriser-les-fondamentaux-du-numerique
False False numerique--maitriser-les-fondamentaux-du-numerique numerique--acquerir-un-equipement
TEXT
diff "$folder/expected.txt" "$folder/found.txt" && echo "as described"
