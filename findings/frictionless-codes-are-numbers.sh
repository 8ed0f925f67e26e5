#!/bin/sh
# frictionless 5.21.0 (PyPI), Python 3.
#
# Open data of France is full of codes that begin with a zero: INSEE codes (01001), postcodes, SIRET,
# telephone numbers. A table without a schema is valid; its types are inferred.
#
# Seen: the inferred type of such columns is `integer`, and the rows that are read have lost the
# zero: 01001 is 1001, 0561000000 is 561000000. No error and no warning; a package described with
# `frictionless describe` publishes these types. A column of Corsica (2A004) stays text, so that the
# same list is text in one département and numbers in the next.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check frictionless==5.21.0
cd "$folder"
printf 'code_insee,telephone\n01001,0561000000\n01002,0561000001\n' > ain.csv
printf 'code_insee,telephone\n2A004,0561000000\n2A006,0561000001\n' > corse.csv
"$folder/python/bin/python" - > found.txt <<'PYTHON'
from frictionless import Resource, validate

for name in ("ain.csv", "corse.csv"):
    with Resource(path=name) as table:
        types = [field.type for field in table.schema.fields]
        row = next(table.row_stream).to_dict()
    print(name, *types, *row.values(), validate(name).valid)
PYTHON
cat found.txt
cat > expected.txt <<'TEXT'
ain.csv integer integer 1001 561000000 True
corse.csv string integer 2A004 561000000 True
TEXT
diff expected.txt found.txt && echo "as described"
