"""Which places stand together in a file, and that a share-alike licence stands alone."""

from dataclasses import replace

import pytest

from plugins.opendata.export_areas import ExportArea, export_areas
from plugins.opendata.export_files import export_files
from plugins.opendata.formats.geojson import GEOJSON
from plugins.records.entry import Entry
from plugins.vocabulary.licences import licence_of
from tests.support.places import entry, gazetteer


def areas(*entries: Entry) -> dict[str, ExportArea]:
    return {area.stem: area for area in export_areas(entries, gazetteer(), {}, "Le site")}


def test_a_place_stands_in_its_territories_and_labels():
    found = areas(entry("31/a", "31254", labels=("france-services",)))
    assert list(found) == [
        "lieux",
        "region-76",
        "31",
        "epci-243100633",
        "label-france-services",
    ]
    assert found["31"].name == "Haute-Garonne"


def test_an_empty_directory_has_its_files():
    assert list(areas()) == ["lieux"]


def test_odbl_has_files_of_its_own():
    mixed = (("a", "", "Licence Ouverte 2.0"), ("b", "", "ODbL 1.0"))
    found = areas(entry("31/a", "31254"), entry("31/b", "31254")._replace(sources=mixed))
    assert [one.id for one in found["31"].entries] == ["31/a"]
    assert [one.id for one in found["31-odbl"].entries] == ["31/b"]
    assert found["31-odbl"].licence.spdx == "ODbL-1.0"


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ([], ""),
        (["Licence Ouverte 2.0", "lov2", "CC0", "Etalab 2.0", "CC BY 4.0"], ""),
        (["Licence Ouverte 2.0", "ODbL"], "odbl"),
        (["Open Database License"], "odbl"),
        (["CC BY-SA 4.0"], "cc-by-sa-4-0"),
        (["CC BY-SA 4.0", "ODbL 1.0"], "cc-by-sa-4-0-odbl"),
        (["Tous droits réservés"], "tous-droits-reserves"),
    ],
)
def test_what_asks_for_more_than_attribution_stands_apart(said, slug):
    assert licence_of(said).slug == slug


def test_what_is_too_large_for_a_host_is_there_in_parts():
    found = list(areas(entry("31/a", "31254"), entry("16/a", "16001")).values())
    small = replace(GEOJSON, most_places=1)
    stems = {file.area.stem for file in export_files(found, [small])}
    assert "lieux" not in stems
    assert {"31", "16"} <= stems
