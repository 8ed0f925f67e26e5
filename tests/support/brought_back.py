"""What an import makes of our own exports, and what differs from the records that they were."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

from plugins.intake.run import run_import
from plugins.opendata.formats.export_format import ExportFormat, Surroundings
from plugins.opendata.formats.national_csv import NATIONAL
from plugins.records.model.place import Place
from plugins.records.reading.reader import parse_record
from tests.support.exports import PLACES, carried, put, written
from tests.support.places import calendar

TODAY = date(2026, 11, 30)


def came_back(
    form: ExportFormat,
    places: Sequence[Place],
    around: Surroundings,
    folder: Path,
    saved: Callable[[bytes], bytes] = bytes,
    name: str = "",
):
    """The records that an import of the file makes, beside the labels alone. `saved`: what becomes
    of it before, under another `name`."""
    target = folder / "places"
    copytree(PLACES / "labels", target / "labels")
    content = saved(written(form, places, around))
    source = put(folder, name or f"31{form.file}", content)
    report = run_import(source, target, today=TODAY)
    kept = [(row.id, row.why) for row in report.rows if row.status != "imported"]
    found = {}
    for one in places:
        file = target / f"{one.id}.yaml"
        if file.exists():
            tree = parse_record(file.read_bytes(), one.id)
            assert isinstance(tree, dict)
            read = Place.from_tree(tree, one.id, calendar(one.departement))
            gains = {s: g for s, label in around.labels.items() if (g := label.gain)}
            found[one.id] = read.gaining(gains)
    return found, kept


def said(one: Place) -> dict[str, Any]:
    """What pages say of a place: its fields, with what its labels bring."""
    fields = one.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    fields |= {"services": sorted(one.all_services), "frais_a_charge": list(one.prices)}
    return fields


def differences(form: ExportFormat, before: Place, after: Place, around: Surroundings):
    """Fields that came back otherwise, and were not told as lost."""
    told = {lost.field.partition(".")[0] for lost in carried(form, before, around).lost}
    then, now = said(before), said(after)
    if form is NATIONAL:
        told |= {"date_maj", "telephone", "horaires", "labels", "autres_formations_labels"}
        assert after.opening_hours.expression == before.opening_hours.expression
        numbers = [phone.number for phone in before.phones]
        assert [phone.number for phone in after.phones] == numbers or "telephone" in {
            lost.field for lost in carried(form, before, around).lost
        }
        assert [s.nom for s in after.source] == list(dict.fromkeys(s.nom for s in before.sources))
        assert set(after.labels) >= {slug for slug in before.labels if slug in around.labels}
    return {
        name: (then.get(name), now.get(name))
        for name in {*then, *now}
        if then.get(name) != now.get(name) and name not in told
    }
