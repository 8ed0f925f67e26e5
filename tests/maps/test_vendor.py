"""Files of others are those of their packages: named, licensed, unchanged."""

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.press.assets import Assets

VENDOR = Path(__file__).resolve().parents[2] / "theme" / "static" / "vendor"
PACKAGES = tomllib.loads((VENDOR / "vendor.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", PACKAGES)
def test_files_are_those_of_the_package(name):
    files = PACKAGES[name]["files"]
    folder = VENDOR / name
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == set(files)
    for file, digest in files.items():
        assert sha256((folder / file).read_bytes()).hexdigest() == digest, file


@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_states_its_version_its_licence_and_has_its_text(name):
    package = PACKAGES[name]
    assert package["source"] == f"npm {name}@{package['version']}"
    assert package["licence"]
    assert "LICENSE" in package["files"]


def test_no_file_is_there_without_a_package():
    folders = {path.name for path in VENDOR.iterdir() if path.is_dir()}
    assert folders == set(PACKAGES)


def test_scripts_of_others_are_published_as_they_are():
    assets = Assets(VENDOR.parent).page_set()
    published = {page.key: assets.render(page.key) for page in assets.pages}
    script = "vendor/leaflet/leaflet.js"
    assert published[script] == (VENDOR.parent / script).read_bytes()
