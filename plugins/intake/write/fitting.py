"""A row made to fit: what `annuaire check` would refuse of it is left out, and said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plugins.common.diagnostic import Diagnostic
from plugins.intake.hours.raw_hours import MAX_LENGTH, written_out
from plugins.intake.match.candidate import Candidate, NotAPlace, RowFields
from plugins.intake.write.own_check import OwnCheck, field_of
from plugins.records.model.fields import PlaceFields, longest
from plugins.records.reading.paths import RecordPath

_POINT = ("latitude", "longitude", "position")
_WEEKS = ("horaires", "permanence")
_ROUNDS = 8
"""Each leaves out what the one before found; a row needs two at most, but for bad luck."""


def fit(candidate: Candidate, check: OwnCheck) -> Candidate:
    """The row without the values that would be errors of its record, each said in a remark.

    Raises:
        NotAPlace: what is wrong is something that a record must have.
    """
    fields: RowFields = dict(candidate.fields)
    told = [*_cut(fields)]
    path = RecordPath("place", f"{candidate.commune.departement}/lieu")
    origin = candidate.origin
    for _ in range(_ROUNDS):
        record: dict[str, Any] = {**fields, "source": [origin.entry()], "date_maj": origin.date}
        filled = {name: value for name, value in record.items() if value}
        errors = check.errors_written(path, filled)
        if not errors:
            if not told:
                return candidate
            remarks = (*candidate.remarks, *told)
            return replace(candidate, fields=fields, origin=origin, remarks=remarks)
        for error in errors:
            if field_of(error) in ("date_maj", "source") and origin.date:
                told.append(f"date_maj : {error.message}, non reprise")
                origin = replace(origin, date="")
            elif field_of(error) not in ("date_maj", "source"):
                told += _without(fields, error)
    raise NotAPlace(f"cette ligne ne peut pas faire une fiche juste : {errors[0].message}")


def _cut(fields: RowFields) -> list[str]:
    told = []
    for name, value in fields.items():
        most = longest(name) if isinstance(value, list) else None
        if most is not None and isinstance(value, list) and len(value) > most:
            told.append(f"{name} : {len(value)} valeurs, les {most} premières sont reprises")
            fields[name] = value[:most]
    return told


def _without(fields: RowFields, error: Diagnostic) -> list[str]:
    """Leave out what an error speaks of, and say it; a week stays as the text that it was."""
    name = field_of(error)
    if name not in fields:
        if name in PlaceFields.model_fields and not PlaceFields.model_fields[name].is_required():
            return []  # left out already, with another
        raise NotAPlace(f"{name} : {error.message}" if name else error.message)
    if PlaceFields.model_fields[name].is_required():
        raise NotAPlace(f"{name} : {error.message}")
    value = fields[name]
    if name in _WEEKS and isinstance(value, str | dict):
        del fields[name]
        fields.setdefault("horaires_brut", written_out(value)[:MAX_LENGTH])
        return [f"{name} : {error.message}, gardés tels quels, non calculés"]
    at = error.where[1] if len(error.where) > 1 else None
    if isinstance(value, list) and isinstance(at, int) and len(value) > 1 and at < len(value):
        fields[name] = [item for index, item in enumerate(value) if index != at]  # type: ignore[assignment]
    else:
        for group in _POINT if name in _POINT else (name,):
            fields.pop(group, None)
    return [f"{name} : {error.message}, non repris"]
