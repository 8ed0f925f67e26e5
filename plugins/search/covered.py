"""What the site covers, in words."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.gazetteer import Gazetteer


def covered_names(gazetteer: Gazetteer, codes: Sequence[str] | None) -> list[str]:
    """Names of the covered territories: «Haute-Garonne (31)», «Communauté d'agglomération du
    Sicoval», «Occitanie»; empty when all of France is covered.

    `codes`: the setting ``TERRITORIES_COVERED``, checked by the gazetteer; None stands for the
    départements that have records.
    """
    if codes is None:
        codes = list(gazetteer.departements)
    if "*" in codes:
        return []
    names = []
    for code in codes:
        epci = gazetteer.epci(code)
        if epci is not None:
            names.append(epci.full_name)
        elif code in gazetteer.all_departements:
            names.append(f"{gazetteer.all_departements[code].nom} ({code})")
        else:
            names.append(gazetteer.all_regions[code[1:]].nom)
    return names
