"""A typed cell of a spreadsheet as the text that a person sees in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plugins.common.plain_number import plain_number

CellValue = int | float | str | bool | time | date | datetime | timedelta


def cell_text(value: CellValue) -> str:
    """«561000000», «43.53», «oui», «2024-03-01», «09:00»: numbers without their noise."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        text = f"{value:.15g}"  # a spreadsheet computes with these digits, and shows no more
        return plain_number(float(text)) if "e" in text else text
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)
