"""Spreadsheets made by hand, as Excel and LibreOffice write them: cells, merged ones, sheets."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time
from xml.sax.saxutils import escape, quoteattr

Cell = str | int | float | bool | date | time | None
Grid = Sequence[Sequence[Cell]]
Merged = Sequence[tuple[int, int, int, int]]
"""First line, first column, last line, last column; from 0."""
_EPOCH = date(1899, 12, 30)


def xlsx(sheets: Mapping[str, Grid], merged: Merged = (), hidden: Sequence[str] = ()) -> bytes:
    """An Excel workbook; `merged` cells are those of every sheet."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for at, name in enumerate(names, 1)
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
        + "".join(
            f'<Relationship Id="rId{at}" Type="{office}/worksheet" '
            f'Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(names) + 1)
        )
        + f'<Relationship Id="rIdS" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        # Style 1 is a day, style 2 a time of day.
        "xl/styles.xml": f'<styleSheet {main}><cellXfs count="3"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    }
    joined = "".join(
        f'<mergeCell ref="{_ref(top, left)}:{_ref(bottom, right)}"/>'
        for top, left, bottom, right in merged
    )
    for at, name in enumerate(names, 1):
        lines = "".join(
            f'<row r="{line + 1}">'
            + "".join(_xlsx_cell(value, _ref(line, column)) for column, value in enumerate(cells))
            + "</row>"
            for line, cells in enumerate(sheets[name])
        )
        merges = f"<mergeCells>{joined}</mergeCells>" if joined else ""
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f"<worksheet {main}><sheetData>{lines}</sheetData>{merges}</worksheet>"
        )
    return _zipped(parts)


def ods(sheets: Mapping[str, Grid], merged: Merged = ()) -> bytes:
    """A LibreOffice workbook."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    starts = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged
    }
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(
            "<table:table-row>"
            + "".join(
                _ods_cell(value, starts.get((line, column))) for column, value in enumerate(cells)
            )
            + "</table:table-row>"
            for line, cells in enumerate(grid)
        )
        + "</table:table>"
        for name, grid in sheets.items()
    )
    content = (
        f'<office:document-content{spaces} office:version="1.2"><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        "</manifest:manifest>"
    )
    return _zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _zipped(parts: Mapping[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name)
            if name == "mimetype":  # readable without unfolding anything
                archive.writestr(part, text, zipfile.ZIP_STORED)
            else:
                head = '<?xml version="1.0" encoding="UTF-8"?>'
                archive.writestr(part, head + text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _ref(line: int, column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{line + 1}"


def _xlsx_cell(value: Cell, ref: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f'<c r="{ref}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{ref}" s="1"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, time):
        return f'<c r="{ref}" s="2"><v>{(value.hour * 60 + value.minute) / 1440!r}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{ref}"><v>{value!r}</v></c>'
    text = escape(value)
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _ods_cell(value: Cell, span: tuple[int, int] | None) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    spanned = (
        f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
        if span
        else ""
    )
    kind, given, shown = "string", "", str(value)
    if isinstance(value, bool):
        kind, given = "boolean", f' office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, date):
        kind, given = "date", f' office:date-value="{value.isoformat()}"'
    elif isinstance(value, time):
        kind, given = "time", f' office:time-value="PT{value:%H}H{value:%M}M00S"'
    elif isinstance(value, int | float):
        kind, given = "float", f' office:value="{value!r}"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return (
        f'<table:table-cell office:value-type="{kind}"{given}{spanned}>{lines}</table:table-cell>'
    )
