"""What the State and territories signed, announced and coordinate: pages computed from records."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from plugins.commitments.contract import ChartersContext, CoordinationsContext, DocumentsContext
from plugins.commitments.coordinations import coordinations
from plugins.commitments.documents_cited import cited_documents
from plugins.commitments.plans import measured_plans, told_figures
from plugins.commitments.signatories import signatories, signatory_map
from plugins.commitments.totals import PrintedTotal, printed_totals
from plugins.french.numbers import number
from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.picture.picture import Pictures
from plugins.quality.charter_axes import Behind
from plugins.records.announced.announced_sums import wrong_sums
from plugins.records.commands import check
from plugins.records.model.territory import Territory
from plugins.records.repository import read_repository
from tests.support.theme import shown

ROOT = Path(__file__).parents[2]
SOURCE = [{"titre": "Un accord", "editeur": "Un éditeur"}]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["16", "17", "31"])


@pytest.fixture(scope="module")
def records(gazetteer: Gazetteer):
    return read_repository(ROOT / "places", gazetteer, date(2026, 11, 30)).of(Territory)


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("\u202f", " ").split())


def territory(identity: str, **said: Any) -> Territory:
    return Territory.from_tree({"nom": identity, **said}, identity)


def test_every_territory_that_signed_has_its_line_its_number_and_its_link(gazetteer, records):
    signed = signatories(records, gazetteer)
    assert [one.charter.signee_le for one in signed[:3]] == ["2019-02-14", "2019-03-18", None]
    assert len(signed) == 10
    picture = signatory_map(signed, Pictures(gazetteer, Outlines.load()), gazetteer)
    assert picture is not None
    assert picture.numbers == {one.id: rank for rank, one in enumerate(signed, start=1)}
    page = shown(ChartersContext(signed, picture, {}, [], [], []))
    for one in signed:
        assert f'<a href="{one.url}">' in page
    assert page.count("On ne sait pas quand") == 8


def test_a_directory_without_a_map_of_the_signatories_has_the_table(gazetteer):
    charter = {"intitule": "Charte", "signee_le": "2019"}
    signed = signatories({"autre/a": territory("autre/a", charte=charter)}, gazetteer)
    assert signatory_map(signed, Pictures(gazetteer, Outlines.load()), gazetteer) is None
    page = text(shown(ChartersContext(signed, None, {}, [], [], [])))
    assert "L’annuaire connaît 1 territoire. Nous savons quand chacun a signé." in page


def test_what_exists_behind_a_plan_is_said_beside_each_axis(gazetteer, records):
    behind = Behind("Renseigner", ["148 lieux dans l'annuaire"], ["3 fiches sans horaires"])
    plans = measured_plans(records.values(), lambda _: {"Renseigner": behind}, gazetteer)
    assert plans[0].axes[0].axis.titre == "Renseigner"
    assert len(plans[0].axes) == 5
    page = text(shown(ChartersContext([], None, {}, [], plans, [])))
    assert "1. Renseigner 148 lieux dans l’annuaire 3 fiches sans horaires" in page
    assert "Ces axes sont ceux de Charente-Maritime , pas ceux de la charte" in page


def test_a_figure_that_two_territories_print_is_told_once(gazetteer):
    figure = {"valeur": "20 %", "texte": "des habitants", "date": "2019"}
    two = [territory(id_, chiffres=[figure]) for id_ in ("departement/31", "departement/17")]
    (one,) = told_figures(two, gazetteer)
    assert [named.url for named in one.told_by] == ["/territoires/31/", "/territoires/17/"]


def test_the_printed_totals_are_the_sums_of_the_territories(gazetteer, records):
    (total,) = printed_totals(records, gazetteer)
    assert (total.sum_of_posts, total.sum_of_euros, total.is_sum) == (185, 9_250_000, True)
    assert [row.sum_of_posts for row in total.rows] == [60, 50, 15, 20, 8, 32]
    assert total.rows[0].euros == 3_000_000
    page = text(shown(CoordinationsContext([], [], [total], number)))
    assert "La somme 185 9 250 000 € Ce que dit le document 185 9 250 000 €" in page
    assert "font bien ce total" in page


def posts(count: int, whom: str, **more: Any) -> dict[str, Any]:
    return {"intitule": "Conseiller", "nombre": count, "pour": whom, "source": SOURCE, **more}


def announced(total: int, *, share: int = 4) -> dict[str, Territory]:
    parts = ["departement/31", "epci/243100633"]
    return {
        "autre/etat": territory("autre/etat", postes=[posts(total, "Deux", territoires=parts)]),
        "departement/31": territory("departement/31", postes=[posts(56, "A"), posts(4, "B")]),
        "epci/243100633": territory("epci/243100633", postes=[posts(share, "B")]),
    }


def test_a_share_that_two_records_tell_is_added_once(gazetteer):
    records = announced(60)
    assert list(wrong_sums(records["autre/etat"], records, gazetteer)) == []
    (total,) = printed_totals(records, gazetteer)
    assert (total.sum_of_posts, total.is_sum) == (60, True)


def test_two_shares_alike_in_one_record_are_two(gazetteer):
    records = announced(64)
    both = [posts(56, "A"), posts(4, "B"), posts(4, "B")]
    records["departement/31"] = territory("departement/31", postes=both)
    assert list(wrong_sums(records["autre/etat"], records, gazetteer)) == []
    (total,) = printed_totals(records, gazetteer)
    assert (total.sum_of_posts, total.is_sum) == (64, True)


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("epci/243100633", "epci/200068641", 8),  # the Sicoval and the Muretain, side by side
        ("departement/31", "departement/32", 8),
        ("epci/200046977", "departement/69", 8),  # the Métropole de Lyon is no part of the Rhône
        ("departement/31", "region/76", 4),
        ("commune/31254", "epci/243100633", 4),
        ("epci/200046977", "region/84", 4),
    ],
)
def test_equal_shares_are_one_only_where_their_territories_meet(
    gazetteer, first: str, second: str, count: int
):
    total = posts(count, "Deux", territoires=[first, second])
    records = {
        "autre/etat": territory("autre/etat", postes=[total]),
        first: territory(first, postes=[posts(4, "Les communes")]),
        second: territory(second, postes=[posts(4, "Les communes")]),
    }
    assert list(wrong_sums(records["autre/etat"], records, gazetteer)) == []
    (found,) = printed_totals(records, gazetteer)
    assert (found.sum_of_posts, found.is_sum) == (count, True)


def test_a_total_that_names_itself_or_a_territory_twice_counts_each_share_once(gazetteer):
    parts = ["departement/31", "departement/31"]
    own = [posts(4, "A"), posts(4, "Tous", territoires=parts)]
    records = {"departement/31": territory("departement/31", postes=own)}
    assert list(wrong_sums(records["departement/31"], records, gazetteer)) == []
    (total,) = printed_totals(records, gazetteer)
    assert (total.sum_of_posts, total.is_sum) == (4, True)


def test_a_total_that_is_no_sum_is_asked_about_and_said(gazetteer):
    records = announced(61)
    (found,) = wrong_sums(records["autre/etat"], records, gazetteer)
    assert found.where == ("postes", 0, "nombre")
    assert "les parts des territoires font 60, ce total dit 61" in found.message
    (total,) = printed_totals(records, gazetteer)
    assert not total.is_sum
    assert "ne font pas ce total" in text(shown(CoordinationsContext([], [], [total], number)))


def test_a_territory_that_tells_no_share_is_named(gazetteer):
    records = announced(60)
    del records["departement/31"]
    (found,) = wrong_sums(records["autre/etat"], records, gazetteer)
    assert found.where == ("postes", 0, "territoires", 0)


def test_a_total_of_which_nobody_tells_a_share_has_no_table(gazetteer):
    records = {"autre/etat": announced(60)["autre/etat"]}
    (total,) = printed_totals(records, gazetteer)
    page = shown(CoordinationsContext([], [], [total], number))
    assert "on ne la connaît pas" in page
    assert "<table" not in page


def test_posts_without_money_have_their_lines(gazetteer):
    (total,) = printed_totals(announced(60), gazetteer)
    assert isinstance(total, PrintedTotal)
    assert total.money is None
    assert [(row.sum_of_posts, row.euros) for row in total.rows] == [(56, None), (4, None)]


def test_a_coordination_of_several_territories_is_one(gazetteer, records):
    first, *_ = coordinations(records, gazetteer)
    assert "(CTIN)" in first.name
    assert len(first.where) == 6
    assert first.leaders == 5
    assert "Les Interconnectés" in first.supported_by
    page = shown(CoordinationsContext([first], [], [], number))
    assert page.count(", menée par") == 6


def test_a_document_keeps_the_date_it_prints_and_the_one_that_is_right(gazetteer, records):
    documents = cited_documents(records.values(), gazetteer)
    release = next(one for one in documents if "n° 232" in one.citation.titre)
    assert (release.citation.date, release.established) == ("2018-01-23", "2019-01-23")
    assert {"Ardèche", "L'État"} <= {page.name for page in release.told}
    assert len({one.citation.titre for one in documents}) == len(documents)
    undated = [one.established == "" for one in documents]
    assert undated == sorted(undated)
    page = text(shown(DocumentsContext(documents)))
    assert "Date imprimée 23 janvier 2018 Date la plus probable 23 janvier 2019" in page


def test_a_label_that_does_not_exist_is_said(tmp_path: Path):
    for name, said in (
        (
            "labels/pass-numerique.yaml",
            "nom: Pass\nnature: label\nresume: Un.\nstatut: actif\n",
        ),
        (
            "territoires/departement/31.yaml",
            "nom: Haute-Garonne\ndispositifs:\n  - nom: Pass\n    label: pass-numeriqe\n",
        ),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, "utf-8")
    (found,) = [one for one in check(tmp_path) if one.severity == "error"]
    assert (found.line, found.field) == (4, "dispositifs[1].label")
    assert found.hint == "vouliez-vous dire « pass-numerique » ?"
