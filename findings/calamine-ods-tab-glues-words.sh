#!/bin/sh
# python-calamine 0.9.1 (PyPI), the reader of workbooks of the Rust crate calamine.
#
# A cell of an .ods file that holds a tab or a line break inside a paragraph, as LibreOffice writes
# them («<text:tab/>», «<text:line-break/>»).
#
# Seen: both are left out, and the words beside them become one: «9h» tab «12h» is read «9h12h»,
# which is another hour. Spaces («<text:s/>») and paragraphs are kept. No error is told.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" -q install --disable-pip-version-check python-calamine==0.9.1
cd "$folder"
cat > read.py <<'PYTHON'
import io
import zipfile

from python_calamine import CalamineWorkbook

NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)
CELLS = {
    "tab": "<text:p>9h<text:tab/>12h</text:p>",
    "line break": "<text:p>9h<text:line-break/>12h</text:p>",
    "space": "<text:p>9h<text:s/>12h</text:p>",
    "paragraph": "<text:p>9h</text:p><text:p>12h</text:p>",
}
for name, cell in CELLS.items():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        parts.writestr(
            "content.xml",
            f"<office:document-content{NAMES}><office:body><office:spreadsheet>"
            '<table:table table:name="A"><table:table-row>'
            f'<table:table-cell office:value-type="string">{cell}</table:table-cell>'
            "</table:table-row></table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    file.seek(0)
    sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0)
    print(name, ascii(sheet.to_python()[0][0]))
PYTHON
python/bin/python read.py > found.txt
cat found.txt
cat > expected.txt <<'TEXT'
tab '9h12h'
line break '9h12h'
space '9h 12h'
paragraph '9h\n12h'
TEXT
diff expected.txt found.txt && echo "as described"
