"""A label that holds somewhere only is told of where it may be met."""

from pathlib import Path

import pytest

from plugins.common.program import SETTINGS
from plugins.gazetteer import Gazetteer
from plugins.places.labels_here import labels_here
from plugins.records.commands import check
from plugins.records.model.label import Label
from plugins.records.repository import read_repository
from tests.support.records import GOOD, TODAY
from tests.support.theme import page

LOCAL = {
    "arnia-mednum-bfc", "collectif-reemploi-normandie", "eclaireurs-du-numerique", "mes-papiers",
    "sud-labs",
}  # fmt: skip
WORKSHOP = "titre: Premiers pas\ntheme: autre\nautre_theme: Pas\nlieu: 31/mediatheque\n"
POSTS = "nom: Haute-Garonne\npostes:\n  - intitule: Aidant\n    nombre: 1\n    label: sud-labs\n"


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """The records of a directory, with one place."""
    (tmp_path / SETTINGS).write_text("", "utf-8")
    write(tmp_path / "places", "31/mediatheque", GOOD)
    return tmp_path / "places"


def write(places: Path, name: str, text: str) -> None:
    file = places / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def local(places: Path, *codes: str) -> set[str]:
    """Those of the labels that hold somewhere only of which a directory speaks."""
    gazetteer = Gazetteer.load(codes)
    shown = labels_here(read_repository(places, gazetteer, TODAY), gazetteer)
    assert {"france-services", "pix", "pass-numerique"} <= shown.keys()
    return LOCAL & shown.keys()


@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        (["988"], set()), (["974"], set()), (["31"], set()), ([], set()),
        (["26"], {"eclaireurs-du-numerique"}),
        (["R84"], {"eclaireurs-du-numerique", "mes-papiers"}),
        (["200046977"], {"mes-papiers"}), (["69"], {"mes-papiers"}),
        (["21"], {"arnia-mednum-bfc"}), (["243100633", "13"], {"sud-labs"}),
        (["*"], LOCAL),
    ],
)  # fmt: skip
def test_a_label_is_told_of_where_it_holds(places: Path, codes: list[str], shown: set[str]):
    assert local(places, *codes) == shown


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("31/mairie", f"{GOOD}labels:\n  - sud-labs\n"),
        ("31/ateliers/pas", f"{WORKSHOP}labels:\n  - sud-labs\n"),
        ("31/tournees/bus", "nom: Bus\nstatut: en service\nlabels:\n  - sud-labs\n"),
        ("territoires/departement/31", POSTS),
    ],
)
def test_one_that_a_record_names_has_its_page(places: Path, name: str, text: str):
    write(places, name, text)
    assert local(places, "31") == {"sud-labs"}


def test_those_of_the_program_that_name_a_territory_say_where(places: Path):
    labels = read_repository(places, Gazetteer.load([]), TODAY).of(Label)
    assert {slug for slug, label in labels.items() if label.territoires} == LOCAL


def test_a_territory_that_does_not_exist_is_said(places: Path):
    label = "nom: Ici\nnature: label\nresume: Un.\nstatut: actif\nterritoires:\n  - region/99\n"
    write(places, "labels/ici", label)
    (found,) = check(places, [places / "labels" / "ici.yaml"], TODAY)
    assert (found.line, found.field) == (6, "territoires[1]")


def test_its_page_says_where():
    tree = {"nom": "Ici", "nature": "label", "resume": "Un.", "statut": "actif"}
    paging = type("P", (), {"number": 1, "urls": ("/labels/ici/",)})()
    shown = {"label": Label.from_tree(tree, "ici"), "by_departement": [], "paging": paging}
    assert "<dt>Où</dt><dd>Normandie</dd>" in page("label.html", **shown, only_in=["Normandie"])
    assert "<dt>Où</dt>" not in page("label.html", **shown)
