"""Which places stand together in a file, and that a share-alike licence stands alone."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from plugins.gazetteer.tables import departement_of
from plugins.opendata.catalogue import index_json
from plugins.opendata.export_areas import ExportArea, export_areas
from plugins.opendata.export_files import export_files
from plugins.opendata.formats.api_json import API_JSON
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.geojson import GEOJSON
from plugins.press.site import Site
from plugins.records.entry import Entry
from plugins.vocabulary.licences import licence_of
from tests.support.exports import carried
from tests.support.places import entry, gazetteer, in_commune


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


@pytest.mark.parametrize(
    ("code", "stems", "region"),
    [
        ("97411", {"region-04", "974"}, "04"), ("98818", {"988"}, None),
        ("97801", {"978"}, None), ("2A004", {"region-94", "2A"}, "94"),
    ],
)  # fmt: skip
def test_a_collectivity_is_in_no_region(code: str, stems: set[str], region: str | None):
    departement = departement_of(code)
    found = areas(entry(f"{departement}/a", code))
    assert {stem for stem in found if not stem.startswith(("epci-", "lieux"))} == stems
    (record,) = carried(API_JSON, in_commune(f"{departement}/aide", code)).rows
    assert record["calcule"].get("region") == region


@pytest.mark.parametrize(
    ("code", "kind"),
    [("97411", "département"), ("98818", "collectivité"), ("97209", "collectivité")],
)
def test_the_index_says_what_a_territory_is(code: str, kind: str):
    files = export_files(areas(entry(f"{departement_of(code)}/a", code)).values(), FORMATS)
    index = json.loads(index_json(files, Site("Aide", "", "", date(2026, 11, 30), {}), ["*"]))
    kinds = {area["code"]: area["sorte"] for area in index["territoires"]}
    assert kinds[departement_of(code)] == kind


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
        (["Open Data Commons Open Database License (ODbL) v1.0"], "odbl"),
        (["© les contributeurs d'OpenStreetMap"], "odbl"),
        (["Licence Ouverte 2.0 et ODbL"], "odbl"),
        (["CC BY-SA 4.0", "cc-by-sa-4.0"], "cc-by-sa-4-0"),
        (["CC BY-SA 4.0"], "cc-by-sa-4-0"),
        (["CC BY-SA 4.0", "ODbL 1.0"], "cc-by-sa-4-0-odbl"),
        (["Tous droits réservés"], "tous-droits-reserves"),
    ],
)
def test_what_asks_for_more_than_attribution_stands_apart(said, slug):
    assert licence_of(said).slug == slug


def test_a_licence_spelled_in_two_ways_has_one_file():
    spelled = [(("a", "", text),) for text in ("cc-by-sa-4.0", "CC BY-SA 4.0")]
    found = [
        entry(f"31/{n}", "31254")._replace(sources=sources) for n, sources in enumerate(spelled)
    ]
    every = list(export_areas(found, gazetteer(), {}, "Le site"))
    assert len({area.stem for area in every}) == len(every)
    assert len(areas(*found)["31-cc-by-sa-4-0"].entries) == 2
    assert (
        areas(*found)["31-cc-by-sa-4-0"].licence
        == areas(*found[::-1])["lieux-cc-by-sa-4-0"].licence
    )


def test_long_licences_that_begin_alike_and_foreign_ones_have_names_that_hosts_take():
    slugs = [licence_of([text]).slug for text in ("x " * 40 + "A", "x " * 40 + "B", "使用許可")]
    assert len(set(slugs)) == 3
    assert all(re.fullmatch("[a-z0-9-]{8,40}", slug) for slug in slugs)


@pytest.mark.parametrize("name", ["OpenStreetMap", "openstreetmap-2024-08", "OSM", "osm_31"])
def test_a_record_of_openstreetmap_is_under_its_licence_though_it_says_none(name):
    found = areas(entry("31/a", "31254")._replace(sources=((name, "", ""),)))
    assert found["31-odbl"].licence.spdx == "ODbL-1.0"
    assert "31" not in found


def test_no_two_labels_want_one_address_whatever_they_are_called():
    licences = ("", "ODbL", "CC BY-SA 4.0", "ODbL, CC BY-SA 4.0")
    labels = ("x", "x-tableur", "x-odbl", "x-odbl-tableur", "x-cc-by-sa-4-0", "x-odbl-cc", "x-cc")
    every = [
        entry(f"31/{n}", "31254", labels=labels)._replace(sources=(("liste", "", said or "CC0"),))
        for n, said in enumerate(licences)
    ]
    found = list(export_areas(every, gazetteer(), {}, "Le site"))
    paths = [file.path for file in export_files(found, FORMATS)]
    assert len(set(paths)) == len(paths)
    assert "donnees/v1/label-x-tableur.csv" in paths  # the table of the first
    assert "donnees/v1/label-x-tableur-.csv" in paths
    assert {area.code for area in found if area.kind == "label"} == set(labels)


def test_an_address_ends_with_the_slug_of_its_label_where_nothing_else_can_be_read():
    assert "label-x-y" in areas(entry("31/a", "31254", labels=("x-y",)))


@pytest.mark.parametrize(
    ("name", "slug"),
    [("france-services-2024-08", ""), ("une-liste-2024", "licence-inconnue"), ("osm", "odbl")],
)
def test_a_list_of_which_nobody_says_the_licence_is_open_only_where_we_know_it(name, slug):
    alone = entry("31/a", "31254")
    found = areas(alone._replace(id="31/b", sources=((name, "", ""),)), alone)
    assert {area.licence.slug for area in found.values()} == {"", slug}
    assert "31/a" in {one.id for one in found["31"].entries}
    assert all(slug in area.stem for area in found.values() if area.entries[0].id == "31/b")


def test_what_is_too_large_for_a_host_is_there_in_parts():
    found = list(areas(entry("31/a", "31254"), entry("16/a", "16001")).values())
    small = replace(GEOJSON, most_places=1)
    stems = {file.area.stem for file in export_files(found, [small])}
    assert "lieux" not in stems
    assert {"31", "16"} <= stems
