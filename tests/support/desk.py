"""A small directory in the Haute-Garonne, written to a folder as people do, and its desk."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from plugins.quality.computed.place_lines import PlaceLine
from plugins.quality.desk import AreaTable
from plugins.quality.from_records import tables_of
from plugins.records.writing.record_layout import dump_record

TODAY = datetime.date(2026, 11, 30)
SICOVAL = "243100633"
LABEGE: dict[str, object] = {
    "nom": "Médiathèque de Labège",
    "adresse": "Rue de la Croix Rose",
    "code_postal": "31670",
    "code_insee": "31254",
    "commune": "Labège",
    "latitude": "43.5309",
    "longitude": "1.5308",
    "telephone": ["05 61 00 00 00"],
    "services": ["Aide aux démarches administratives"],
    "frais_a_charge": ["Gratuit"],
    "source": [{"nom": "liste-exemple-2024-01", "id": "a1", "date": "2024-01-10"}],
}
"""A record that needs no remark."""
BALMA: dict[str, object] = {
    "nom": "Maison de Balma",
    "adresse": "Place de la Mairie",
    "code_postal": "31130",
    "code_insee": "31044",
    "commune": "Balma",
    "latitude": "43.6103",
    "longitude": "1.4989",
    "courriels": ["accueil@exemple.fr"],
    "services": ["Utilisation sécurisée du numérique"],
}


def directory(folder: Path, **records: Mapping[str, object]) -> Path:
    """A folder of records of the Haute-Garonne, by the name of their file («_» for «-»)."""
    (folder / "31").mkdir(parents=True, exist_ok=True)
    for name, fields in records.items():
        path = folder / "31" / f"{name.replace('_', '-')}.yaml"
        path.write_text(dump_record(fields), encoding="utf-8")
    return folder


def remember(
    folder: Path, place: str, *rows: Mapping[str, object], gone: str | None = None
) -> None:
    """What lists last said of a place, as the import keeps it; `gone`: the day of an edition that
    has these rows no more."""
    lines = [
        {
            "place": place,
            "origin": {
                "nom": f"liste-{rank}",
                "id": "1",
                "date": f"202{rank}-01-01",
                "licence": "",
            },
            "fields": fields,
            **({"gone": gone} if gone else {}),
        }
        for rank, fields in enumerate(rows)
    ]
    path = folder / ".import" / "31.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


def table(folder: Path, code: str = "31") -> AreaTable:
    """The table of a territory of the directory."""
    (found,) = tables_of(folder, TODAY, code).tables
    return found


def line(folder: Path, id_: str) -> PlaceLine:
    """The line of a place."""
    return next(one for one in table(folder).places if one.id == id_)
