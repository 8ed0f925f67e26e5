"""The report in the console: what its lines say."""

from collections.abc import Callable

import pytest

from plugins.intake import ImportReport
from tests.support.intake import LABEGE

Importing = Callable[..., ImportReport]
STREETS = ("1 rue du Lac", "22 rue Haute", "38 rue du Bois", "41 rue du Pré")


@pytest.mark.parametrize(
    ("count", "rows"), [(2, "(lignes 2, 3)"), (3, "(lignes 2, 3, 4)"), (4, "(lignes 2, 3, 4…)")]
)
def test_a_list_of_rows_is_cut_only_where_it_is_longer(
    importing: Importing, count: int, rows: str
) -> None:
    bare = {**LABEGE, "latitude": "", "longitude": "", "telephone": ""}
    places = ({**bare, "id": s, "nom": f"Espace {s}", "adresse": s} for s in STREETS[:count])
    (line,) = (line for line in importing(*places).summary() if "coordonnées : absentes" in line)
    assert line.strip() == f"{count} fois : coordonnées : absentes {rows}"
