"""The pages of open data: every file is linked once, every loss of the directory is told."""

import re
from pathlib import Path

import pytest

from plugins.opendata.export_areas import FOLDER, export_areas
from plugins.opendata.export_files import export_files
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.pieces import Pieces
from plugins.opendata.views import OpenDataViews, field_title
from tests.support.exports import surroundings
from tests.support.places import directory, full_place, gazetteer, place


def views(tmp_path: Path) -> OpenDataViews:
    odbl = [{"nom": "osm", "licence": "ODbL 1.0"}]
    places = directory([full_place(), place("31/b", source=odbl), place("31/c")])
    pieces = Pieces(places, surroundings(), FORMATS, "1", tmp_path)
    areas = export_areas(places.entries, gazetteer(), {}, "Le site")
    return OpenDataViews(export_files(areas, FORMATS), gazetteer(), pieces)


def test_each_licence_has_its_own_files(tmp_path):
    shown = views(tmp_path).downloads(None)
    assert [(one.licence.slug, one.places) for one in shown.whole] == [("", 2), ("odbl", 1)]
    assert [one.page for one in shown.departements] == ["/donnees/fichiers/31/"]
    page = views(tmp_path).of_departement("31")
    assert [one.files[0].address for one in page.departement] == [
        "/donnees/v1/31-tableur.csv",
        "/donnees/v1/31-odbl-tableur.csv",
    ]
    assert [file.address for file in page.communes] == [
        "/donnees/v1/31-communes.json",
        "/donnees/v1/31-odbl-communes.json",
    ]
    assert [one.name for one in page.epcis] == ["Communauté d'agglomération du Sicoval"] * 2


def test_the_losses_are_those_of_all_places_whatever_their_licence(tmp_path):
    shown = views(tmp_path).losses(None)
    assert shown.places == 3
    found = {form.name: losses for form, losses in shown.losses}
    (pivot,) = [loss for loss in found["national"] if loss.field == "SIRET ou RNA"]
    assert pivot.places == 3
    assert [loss.field for loss in found["json"]] == []
    assert "changements" not in found  # a feed is no copy


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("telephone", "Téléphone"),
        ("source.licence", "Sources : licence"),
        ("nouveau", "nouveau"),
    ],
)
def test_fields_have_their_french_title(field, title):
    assert field_title(field) == title


def test_every_file_of_the_site_is_linked(built_site: Path):
    folder = built_site / FOLDER
    pages = [*(built_site / "donnees/fichiers").rglob("index.html")]
    linked = {
        name
        for page in pages
        for name in re.findall(rf'href="/{FOLDER}([^"]+)"', page.read_text("utf-8"))
    }
    published = {path.name for path in folder.iterdir()}
    assert linked == published
