"""`/integrer/communes/31.json`: the communes of a département, for the scripts of frames.

An address names a commune that is added by its INSEE code (`avec-31555`); the builder offers the
EPCI of a commune, alone for one that has no frame of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from plugins.gazetteer import Commune, Epci


def communes_file(
    nom: str, communes: Iterable[Commune], epcis: Mapping[str, Epci], records: Mapping[str, int]
) -> str:
    """`{"nom", "epcis": {siren: name}, "communes": {code: [slug, name, siren or "", records]}}`;
    how many `records` a commune has, 2 for more: one that has any has a frame; which other pages it
    has of its own, js/lookup-shared.js tells by it."""
    kept = list(communes)
    sirens = sorted({commune.epci for commune in kept if commune.epci})
    data = {
        "nom": nom,
        "epcis": {siren: epcis[siren].full_name for siren in sirens},
        "communes": {
            c.code: [c.slug, c.nom, c.epci or "", min(records.get(c.code, 0), 2)] for c in kept
        },
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
