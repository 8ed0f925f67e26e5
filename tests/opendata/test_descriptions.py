"""What goes with the exports: descriptions that official tools accept, losses that are true."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource

from plugins.gazetteer import Gazetteer
from plugins.opendata.export_areas import FOLDER, export_areas
from plugins.opendata.export_files import ExportFile, Prints, export_files
from plugins.opendata.export_page_sets import beside_page_set, export_page_set
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.pieces import Pieces
from plugins.press.page_set import Page, PageSet
from plugins.press.site import Site
from plugins.records.entry import Places
from tests.support.exports import (
    SITE_URL,
    real_repository,
    real_surroundings,
    surroundings,
)
from tests.support.places import directory, full_place, gazetteer, place

SITE = Site("Coup de main", SITE_URL, "", date(2026, 11, 30), {})


def page_sets(places: Places, cache: Path, real: bool = False) -> list[PageSet]:
    around = real_surroundings() if real else surroundings()
    pieces = Pieces(places, around, FORMATS, "1", cache)
    pieces.fill(1)
    known = around.gazetteer
    files = export_files(export_areas(places.entries, known, around.labels, SITE.name), FORMATS)
    prints = Prints(b"")
    return [
        export_page_set(files, pieces, SITE, prints),
        beside_page_set(files, pieces, SITE, known, prints, ["16", "17", "31"]),
    ]


def made(page_set: PageSet, page: Page) -> bytes:
    content = page_set.render(page.key)
    if isinstance(content, str):
        return content.encode()
    return content if isinstance(content, bytes) else b"".join(content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """All that is published of the repository's own records."""
    found = tmp_path_factory.mktemp("donnees")
    for page_set in page_sets(real_repository().places, found / "cache", real=True):
        for page in page_set.pages:
            (found / page.path.removeprefix(FOLDER)).write_bytes(made(page_set, page))
    yield found


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def test_the_open_api_is_valid(folder):
    described = read(folder, "openapi.json")
    base = (folder / "openapi.json").as_uri()
    assert list(OpenAPIV31SpecValidator(described, base_uri=base).iter_errors()) == []


def test_every_address_of_the_api_is_a_file_that_its_schema_accepts(folder):
    described = read(folder, "openapi.json")
    schema = read(folder, "lieu.schema.json")
    Draft202012Validator.check_schema(schema)
    uri = f"{SITE_URL}/{FOLDER}openapi.json"
    registry = Registry().with_resources(
        [
            (schema["$id"], Resource.from_contents(schema)),
            (uri, Resource.from_contents({"$schema": schema["$schema"], **described})),
        ]
    )
    seen = 0
    for path, said in described["paths"].items():
        answer = said["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        check = Draft202012Validator({"$ref": f"{uri}{answer['$ref']}"}, registry=registry)
        codes = [p["schema"]["enum"] for p in said["get"].get("parameters", ())]
        for code in codes[0] if codes else [""]:
            name = path.format(departement=code).removeprefix(f"/{FOLDER}")
            if name != "lieux.json":  # the same places as those of its départements
                check.validate(read(folder, name))
                seen += 1
    assert seen > 8


def test_the_index_leads_to_the_page_of_any_commune(folder):
    """As the gazetteer says its address, which is ours."""
    index = read(folder, "index.json")
    covered = Gazetteer.load(index["couvre"])
    labege = covered.communes["31254"]
    fields = {"departement": labege.departement, "commune": labege.slug}
    assert index["page_de_commune"].format(**fields) == f"{SITE_URL}{labege.url}"


def test_the_data_package_is_valid_and_so_are_its_tables(folder):
    package = Package(str(folder / "datapackage.json"))
    assert {one["name"] for one in package.licenses} == {"etalab-2.0"}
    tables = [one for one in package.resources if "tableur" in (one.path or "")]
    assert len(tables) > 3
    for table in [t for t in tables if t.path == "lieux-tableur.csv"] + tables[:1]:
        report = table.validate(limit_errors=1_000_000)
        assert report.flatten(["fieldName", "message"]) == []
    assert all((folder / (one.path or "")).is_file() for one in package.resources)


def test_a_licence_that_spdx_does_not_know_keeps_the_data_package_valid(tmp_path):
    source = {"nom": "une-liste", "licence": "CC BY-SA 4.0"}
    shown = directory([place("31/a", source=[source])])
    (page,) = (
        page for page in page_sets(shown, tmp_path)[1].pages if page.path.endswith("package.json")
    )
    (licence,) = Package(json.loads(made(page_sets(shown, tmp_path)[1], page))).licenses
    assert licence == {"name": "cc-by-sa-4-0", "title": "CC BY-SA 4.0"}


def test_the_index_names_every_file(folder):
    index = read(folder, "index.json")
    named = {name for area in index["territoires"] for name in area["fichiers"].values()}
    beside = {"index.json", "openapi.json", "datapackage.json", "lieu.schema.json"}
    assert named | beside == {path.name for path in folder.iterdir() if path.is_file()}
    kinds = {name for area in index["territoires"] for name in area["fichiers"]}
    assert kinds == index["formats"].keys()


def test_the_places_of_a_commune_are_those_of_its_departement(folder):
    whole = {one["id"] for one in read(folder, "31.json")["lieux"]}
    communes = read(folder, "31-communes.json")["communes"]
    assert {one["id"] for commune in communes.values() for one in commune["lieux"]} == whole
    assert {one["code_insee"] for one in communes["31254"]["lieux"]} == {"31254"}


def losses(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_losses_of_the_directory_are_the_sum_of_those_of_its_departements(folder):
    def counted(name: str) -> dict[tuple[str, str, str], int]:
        return {
            (r["format"], r["champ"], r["raison"]): int(r["lieux"]) for r in losses(folder, name)
        }

    whole = counted("lieux-pertes.csv")
    parts = [counted(f"{code}-pertes.csv") for code in ("16", "17", "31")]
    assert whole == {key: sum(part.get(key, 0) for part in parts) for key in whole}
    assert any(key[1] == "permanence" for key in whole)


def test_losses_are_told_value_by_value(tmp_path):
    shown = [full_place(), place("31/b", telephone=["05 61 00 00 00", "3949", "3646"])]
    _, beside = page_sets(directory(shown), tmp_path)
    page = next(page for page in beside.pages if page.path.endswith("/31-pertes.csv"))
    rows = list(csv.reader(io.StringIO(made(beside, page).decode("utf-8-sig")), delimiter=";"))
    national = [row for row in rows if row[0] == "Schéma national 1.0.2" and row[1] == "telephone"]
    assert [(row[4], row[5], row[6]) for row in national] == [
        ("2", "39 49", "2"),
        ("2", "36 46", "1"),
    ]


def test_a_day_that_passes_changes_no_fingerprint(tmp_path):
    def prints(day: int) -> dict[str, bytes]:
        entries = [entry._replace(fingerprint=bytes([day]) * 16) for entry in places.entries]
        later = Places(entries, places.load)
        return {
            page.path: page.fingerprint
            for page_set in page_sets(later, tmp_path)
            for page in page_set.pages
        }

    places = directory([full_place()])
    assert prints(1) == prints(2)


def test_a_place_changes_only_the_files_that_it_stands_in(tmp_path):
    before, after = (
        {
            page.path.removeprefix(FOLDER): page.fingerprint
            for page_set in page_sets(directory(shown), tmp_path)
            for page in page_set.pages
        }
        for shown in (
            [place("31/a"), place("31/b", code_insee="31555", commune="Toulouse")],
            [place("31/a", nom="Neuf"), place("31/b", code_insee="31555", commune="Toulouse")],
        )
    )
    changed = {name for name in before if before[name] != after[name]}
    assert "31.csv" in changed
    assert "epci-243100633.csv" in changed
    assert "epci-243100518.csv" in before
    assert "epci-243100518.csv" not in changed


def test_a_commune_outside_every_epci_stands_in_no_file_of_an_epci():
    known = gazetteer()
    alone = place("31/x", code_insee="99999")
    files = export_files(export_areas(directory([alone]).entries, known, {}, "x"), FORMATS)
    assert not [file for file in files if isinstance(file, ExportFile) and file.area.kind == "epci"]
