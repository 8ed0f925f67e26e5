"""What only shows between records, and what the commands do with a folder of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.common.diagnostic import MAX_LINES_A_FILE, Diagnostic, report, show
from plugins.gazetteer import Gazetteer
from plugins.records.commands import (
    check,
    format_record,
    records,
)
from plugins.records.repository import read_repository
from plugins.records.writing.blank import BadNameError, RecordExistsError, new_record
from plugins.records.writing.schema import compiled
from tests.support.records import GOOD, TODAY, with_line

ROOT = Path(__file__).parents[2]
LABEL = "nom: France services\nnature: label\nresume: On vous aide.\nstatut: actif\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two places of one commune and one label."""
    (tmp_path / "31").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/france-services.yaml").write_text(LABEL)
    (tmp_path / "31/mediatheque-de-labege.yaml").write_text(GOOD)
    other = GOOD.replace("Médiathèque de Labège", "Mairie").replace("43.53", "43.532")
    (tmp_path / "31/mairie.yaml").write_text(other)
    return tmp_path


def said(folder, *paths) -> list[str]:
    return [
        show(diagnostic, "p") for diagnostic in check(folder, [folder / p for p in paths], TODAY)
    ]


def test_a_good_folder_has_no_problem(folder):
    assert said(folder) == []


def test_unknown_label_proposes_the_nearest(folder):
    (folder / "31/mairie.yaml").write_text(GOOD + "labels:\n  - france-service\n")
    (folder / "31/mediatheque-de-labege.yaml").unlink()
    expected = [
        "p/31/mairie.yaml:32:5: labels[1]: aucun label ne s'appelle « france-service » ; "
        "vouliez-vous dire « france-services » ?"
    ]
    assert said(folder) == expected
    assert said(folder, "31/mairie.yaml") == expected


@pytest.mark.parametrize("typed", ["france service", "France-Service", "Frances Services"])
def test_a_label_that_is_no_name_is_led_to_the_one_that_exists(folder, typed):
    (folder / "31/mairie.yaml").write_text(GOOD + f"labels:\n  - {typed}\n")
    (folder / "31/mediatheque-de-labege.yaml").unlink()
    expected = [
        f"p/31/mairie.yaml:32:5: labels[1]: « {typed} » n'est pas un identifiant ; "
        "écrivez « france-services »"
    ]
    assert said(folder) == expected
    assert said(folder, "31/mairie.yaml") == expected


def test_a_label_that_looks_like_none_is_not_led_astray(folder):
    (folder / "31/mairie.yaml").write_text(GOOD + "labels:\n  - Piscine Bleue\n")
    (folder / "31/mediatheque-de-labege.yaml").unlink()
    assert said(folder)[0].endswith("n'est pas un identifiant ; voyez le dossier places/labels/")


def test_the_links_of_a_faulty_record_are_said_in_the_same_run(folder):
    faulty = with_line("code_postal: 31670", "code_postal: 3167")
    (folder / "31/mairie.yaml").write_text(faulty + "labels:\n  - france-service\n")
    (folder / "31/mediatheque-de-labege.yaml").unlink()
    lines = said(folder)
    assert lines == said(folder, "31/mairie.yaml")
    assert ["code_postal" in line for line in lines] == [True, False]
    assert lines[1].startswith("p/31/mairie.yaml:32:5: labels[1]: aucun label")


def test_a_build_says_the_same_as_the_check(folder, tmp_path_factory):
    faulty = with_line("code_postal: 31670", "code_postal: 3167")
    (folder / "31/mairie.yaml").write_text(faulty + "labels:\n  - france-service\n")
    cache, gazetteer = tmp_path_factory.mktemp("cache"), Gazetteer.load(["31"])
    found = read_repository(folder, gazetteer, TODAY, cache_dir=cache, program="code").diagnostics
    errors = [
        diagnostic for diagnostic in check(folder, [], TODAY) if diagnostic.severity == "error"
    ]
    assert len(errors) == 2
    assert sorted(errors) == sorted(one for one in found if one.severity == "error")


def test_a_faulty_successor_is_not_a_lost_one(folder):
    (folder / "31/mairie.yaml").write_text(with_line("code_postal: 31670", "code_postal: 3167"))
    ended = "ferme_le: 2026-01-01\nremplace_par: 31/mairie\n"
    (folder / "31/mediatheque-de-labege.yaml").write_text(GOOD + ended)
    assert not [line for line in said(folder) if "remplace_par" in line]


def test_lost_successor(folder):
    text = with_line("Médiathèque de Labège", "Ancien lieu") + "ferme_le: 2026-01-01\n"
    (folder / "31/ancien.yaml").write_text(text + "remplace_par: 31/mairies\n")
    assert said(folder, "31/ancien.yaml") == [
        "p/31/ancien.yaml:32:15: remplace_par: la fiche « 31/mairies » n'existe pas ; "
        "vouliez-vous dire « 31/mairie » ?"
    ]
    (folder / "31/ancien.yaml").write_text(text + "remplace_par: 31/mairie\n")
    assert said(folder) == []


def test_the_same_place_twice_is_named_from_either_file(folder):
    twin = GOOD.replace("Médiathèque de Labège", "Mediathèque Labège").replace("43.53", "43.5301")
    (folder / "31/twin.yaml").write_text(twin)
    assert said(folder) == [
        "p/31/twin.yaml:2:6: attention: nom: ce lieu ressemble à 31/mediatheque-de-labege.yaml "
        "(même commune, nom et point proches) ; si c'est le même, gardez une seule fiche ; sinon, "
        "ajoutez « distinct_de: [31/mediatheque-de-labege] »"
    ]
    [message] = said(folder, "31/mediatheque-de-labege.yaml")
    assert "ressemble à 31/twin.yaml" in message


def test_two_places_that_somebody_says_to_be_distinct_are_not_asked_about(folder):
    twin = GOOD.replace("43.53", "43.5301")
    (folder / "31/twin.yaml").write_text(twin)
    [told] = said(folder)
    proposed = told.split("ajoutez « ")[1].removesuffix(" »")
    (folder / "31/twin.yaml").write_text(f"{twin}{proposed}\n")
    assert said(folder) == []
    assert said(folder, "31/mediatheque-de-labege.yaml") == []


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ("31/nulle-part", "distinct_de[1]: la fiche « 31/nulle-part » n'existe pas ; supprimez la"),
        ("31/mairi", "distinct_de[1]: la fiche « 31/mairi » n'existe pas ; écrivez « 31/mairie »"),
        ("31/twin", "distinct_de[1]: c'est le nom de cette fiche ; supprimez la ligne"),
    ],
)
def test_what_it_is_distinct_from_is_another_place(folder, other, message):
    text = with_line("nom: Médiathèque de Labège", "nom: Ludothèque")
    (folder / "31/twin.yaml").write_text(f"{text}distinct_de:\n  - {other}\n")
    [told] = said(folder)
    assert message in told
    assert said(folder, "31/twin.yaml") == [told]
    faulty = text.replace("code_postal: 31670", "code_postal: 3167")
    (folder / "31/twin.yaml").write_text(f"{faulty}distinct_de:\n  - {other}\n")
    assert len(said(folder)) == 2


NOWHERE = "latitude: 43.53\nlongitude: 1.51\n"
"""Taken away, nobody knows where the place of a good record stands."""


def blank(*changes: tuple[str, str]) -> str:
    """A record of that commune without point, telephone or number, and these lines more."""
    text = with_line(NOWHERE, "")
    text = text.replace("telephone:\n  - 05 61 00 00 00\n", "").replace(
        "pivot: 21310254400011\n", ""
    )
    text = text.replace("adresse: Rue de la Croix Rose\n", "")
    for old, new in changes:
        text = text.replace(old, new)
    return text


PHONE, SIRET = "telephone:\n  - 05.61.00.00.00\n", "pivot: 21310254400011\n"
ADDRESS, ELSEWHERE = "adresse: RUE DE LA CROIX-ROSE\n", "adresse: 4 avenue du Lac\n"
OTHER_NAME, LONG_NAME = "Espace numérique", "Espace France services de la médiathèque de Labège"


@pytest.mark.parametrize(
    ("name", "more", "shared"),
    [
        ("Médiathèque Labège", "", "même nom"),
        ("LABEGE, médiathèque de", PHONE, "même nom, même téléphone"),
        ("Médiathèque de Labège", ELSEWHERE, None),
        ("Médiathèque 2 de Labège", "", None),
        (OTHER_NAME, "", None),
        (OTHER_NAME, PHONE, None),
        (OTHER_NAME, ADDRESS, None),
        (OTHER_NAME, ADDRESS + PHONE, "même adresse, même téléphone"),
        (OTHER_NAME, ADDRESS + SIRET, "même adresse, même SIRET"),
        (OTHER_NAME, PHONE + SIRET, None),
        (LONG_NAME, PHONE + SIRET, "nom proche, même téléphone, même SIRET"),
        (LONG_NAME, PHONE, None),
        ("Médiathèque de Labège", "pivot: 21310555400017\n", None),
        ("Médiathèque de Labège", "ferme_le: 2026-01-01\n", None),
    ],
)
def test_without_a_point_names_addresses_and_numbers_tell(folder, name, more, shared):
    (folder / "31/mairie.yaml").unlink()
    twin = blank(("Médiathèque de Labège", name)) + more
    (folder / "31/twin.yaml").write_text(twin)
    found = [line for line in said(folder, "31/twin.yaml") if "ressemble" in line]
    expected = f"ressemble à 31/mediatheque-de-labege.yaml (même commune, {shared})"
    assert [expected in line for line in found] == [True] * (shared is not None)
    (folder / "31/twin.yaml").write_text(f"{twin}distinct_de: [31/mediatheque-de-labege]\n")
    assert said(folder, "31/twin.yaml") == []


def test_places_that_stand_apart_are_two(folder):
    text = GOOD.replace("43.53", "43.535").replace("Rue de la Croix Rose", "Rue du Lac")
    (folder / "31/twin.yaml").write_text(text)
    assert said(folder) == []


def test_many_look_alikes_take_one_line(folder):
    for name in ("a", "b", "c"):
        (folder / f"31/{name}.yaml").write_text(GOOD)
    [message] = said(folder, "31/mediatheque-de-labege.yaml")
    assert "ressemble à 31/a.yaml et à 2 autres (" in message


def test_nothing_is_skipped_in_silence(folder):
    for name in ("31/Labège.yaml", "31/x.yml", "31/sub/x.yaml", "x.yaml", "31/notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(GOOD)
    (folder / "31/link.yaml").symlink_to("/etc/passwd")
    assert {diagnostic.path for diagnostic in check(folder, (), TODAY)} == {
        "31/Labège.yaml", "31/x.yml", "31/sub/x.yaml", "x.yaml", "31/notes.txt", "31/link.yaml",
    }  # fmt: skip
    assert said(folder, "31/link.yaml") == [
        "p/31/link.yaml:1:1: ce n'est pas un fichier ordinaire ; supprimez-le"
    ]
    assert said(folder, "31/Labège.yaml") == [
        "p/31/Labège.yaml:1:1: le nom de ce fichier ne convient pas ; renommez-le labege.yaml"
    ]


def test_a_file_outside_the_folder_is_refused(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "x.yaml"
    elsewhere.write_text(GOOD)
    [diagnostic] = check(folder, [elsewhere], TODAY)
    assert diagnostic.severity == "error"


def test_at_most_twenty_lines_a_file():
    many = [Diagnostic("31/x.yaml", line, 1, "nom", "faux", "vrai") for line in range(1, 51)]
    lines = list(report(many))
    assert len(lines) == MAX_LINES_A_FILE
    assert lines[-1] == "places/31/x.yaml: et 31 autres fautes dans ce fichier"


def test_a_message_cannot_move_the_cursor():
    line = show(Diagnostic("31/\x1b[2J.yaml", 1, 1, "nom", "\x1b[31m\r\u202e", "\n::error::"))
    assert line.isprintable()
    assert line.startswith("places/")


def test_format_orders_and_keeps_the_meaning(folder):
    path = folder / "31/mairie.yaml"
    path.write_text("commune: Labège\ntypologie: [BIB]\nnom: 'Mairie'\n")
    assert format_record(path).changes
    assert path.read_text() == (
        "# yaml-language-server: $schema=../schema/place.json\n"
        "nom: Mairie\ntypologie:\n  - BIB\ncommune: Labège\n"
    )
    assert not format_record(path).changes


def test_format_of_parts_and_other_kinds(folder):
    path = folder / "labels/france-services.yaml"
    path.write_text("statut: actif\nexporte: {valeur: France Services, champ: x}\nnom: F\n")
    assert format_record(path).changes
    assert path.read_text() == (
        "# yaml-language-server: $schema=../schema/label.json\n"
        "nom: F\nstatut: actif\nexporte:\n  champ: x\n  valeur: France Services\n"
    )


@pytest.mark.parametrize("text", ["nom: A # une note\n", "# note\nnom: A\n", "nom: 'A\n"])
def test_format_loses_no_comment_and_leaves_what_it_cannot_read(folder, text):
    path = folder / "31/mairie.yaml"
    path.write_text(text)
    assert not format_record(path).changes
    assert path.read_text() == text


def test_new_record_is_a_form_whose_blanks_are_named(folder):
    path = new_record(folder, "31", "Maison France services : l'Escale")
    assert path == folder / "31/maison-france-services-l-escale.yaml"
    diagnostics = check(folder, [path], TODAY)
    assert [diagnostic.field for diagnostic in diagnostics] == [
        "code_postal",
        "code_insee",
        "commune",
    ]
    with pytest.raises(RecordExistsError):
        new_record(folder, "31", "Maison France services : l'Escale")
    with pytest.raises(BadNameError):
        new_record(folder, "../x", "y")
    with pytest.raises(BadNameError, match='annuaire new 31 "Mairie"'):
        new_record(folder, "Haute-Garonne", "Mairie")
    with pytest.raises(BadNameError, match="« 99 » n'est pas le code d'un département"):
        new_record(folder, "99", "Mairie")
    with pytest.raises(BadNameError, match="« … » n'a pas de lettre"):
        new_record(folder, "31", "…")
    assert new_record(folder, "31", "CON").name == "lieu-con.yaml"


def test_records_of_a_folder(folder):
    assert records(folder, [folder / "labels"]) == [folder / "labels/france-services.yaml"]
    assert len(records(folder)) == 3


def test_compiled_files_are_current():
    for path, text in compiled(ROOT).items():
        assert path.read_text(encoding="utf-8") == text, (
            f"run python -m plugins.records.writing.schema ({path})"
        )
