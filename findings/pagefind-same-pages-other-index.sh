#!/bin/sh
# pagefind-bin 1.5.2 (PyPI).
#
# A search index is made of the same pages, twice, on one machine.
#
# Seen: the index is not the same. The values of a filter are written in an order that changes from
# run to run; the file of the filter and the metadata that name it have names that hold their
# content, so that both have new addresses. The texts of the pages (fragments) are equal. A night
# build without any change makes readers and hosts fetch the index again, and a cache that holds the
# former metadata asks for a filter file that is gone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check pagefind-bin==1.5.2
cd "$folder"
number=1
while [ $number -le 40 ]; do
    mkdir -p "site/lieu-$number"
    cat > "site/lieu-$number/index.html" <<HTML
<html lang="fr"><head><title>Lieu $number</title></head><body><main data-pagefind-body>
<h1>Lieu $number</h1><p data-pagefind-filter="commune:Commune $((number % 9))">Aide</p>
</main></body></html>
HTML
    number=$((number + 1))
done
for run in 1 2 3 4 5 6; do
    python/bin/python -m pagefind_bin --site site --output-path "$folder/index-$run" > /dev/null
done
for kind in pf_fragment pf_filter pf_meta; do
    for run in 1 2 3 4 5 6; do
        (cd "index-$run" && find . -name "*.$kind" | sort | tr '\n' ' ')
        echo
    done | sort -u | wc -l | awk -v kind="$kind" '{ print kind, ($1 == 1 ? "same names" : "other names") }'
done > found.txt
cat found.txt
cat > expected.txt <<'TEXT'
pf_fragment same names
pf_filter other names
pf_meta other names
TEXT
diff expected.txt found.txt && echo "as described"
