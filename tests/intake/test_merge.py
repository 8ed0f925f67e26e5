"""One record out of several rows, and what a person wrote in it since."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.known.compare import KeptByHand, three_way
from plugins.intake.match.candidate import Origin, RowFields
from plugins.intake.match.merge import Part, merge, sources


def part(source: str, date: str, fields: RowFields) -> Part:
    return Origin(source, source, date, "Licence Ouverte 2.0"), fields


LIST = part(
    "france-services-2024-08",
    "2024-08-01",
    {
        "nom": "France services",
        "labels": ["france-services"],
        "services": ["Utilisation sécurisée du numérique"],
    },
)
OLD = part(
    "hub-2020",
    "2020-01-01",
    {
        "nom": "MSAP",
        "telephone": ["05 61 00 00 00"],
        "frais_a_charge": ["Gratuit"],
        "horaires_brut": "le matin",
    },
)
NEW = part(
    "hub-2025",
    "2025-01-01",
    {
        "nom": "Maison",
        "telephone": ["05 61 00 00 01"],
        "frais_a_charge": ["Payant"],
        "labels": ["aidants-connect"],
        "services": ["Aide aux démarches administratives"],
        "horaires": {"lundi": "9h-12h"},
        "adresse": "1 rue A",
        "latitude": "43.5",
        "longitude": "1.5",
    },
)


def test_the_national_list_wins_then_the_newest_and_the_older_fill_gaps() -> None:
    merged = merge([OLD, NEW, LIST])
    assert merged["nom"] == "France services"
    assert merged["telephone"] == ["05 61 00 00 01"]
    assert merged["date_maj"] == "2025-01-01"


def test_lists_are_united_in_the_national_order_except_where_it_would_mean_nothing() -> None:
    merged = merge([OLD, NEW, LIST])
    assert merged["services"] == [
        "Aide aux démarches administratives",
        "Utilisation sécurisée du numérique",
    ]
    assert merged["labels"] == ["aidants-connect", "france-services"]
    assert merged["frais_a_charge"] == ["Payant"]


def test_hours_of_one_source_only() -> None:
    merged = merge([OLD, NEW])
    assert merged["horaires"] == {"lundi": "9h-12h"}
    assert "horaires_brut" not in merged


def test_the_order_of_rows_does_not_matter() -> None:
    results = [merge(list(order)) for order in permutations([OLD, NEW, LIST])]
    assert all(result == results[0] for result in results)
    assert [entry["nom"] for entry in sources([OLD, NEW, LIST])] == [
        "france-services-2024-08",
        "hub-2025",
        "hub-2020",
    ]


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (["1"], ["1", "2"], ["1", "2"]),
        (["1", "2"], ["1"], ["1", "2"]),
        (["1", "2"], ["3", "1"], ["1", "2", "3"]),
        (["1"], ["2"], ["1"]),  # a conflict: which is it?
        ([], ["2"], ["2"]),
    ],
)
def test_nothing_is_lost_of_contacts_that_share_one(
    first: list[str], second: list[str], merged: list[str]
) -> None:
    for name in ("telephone", "courriels", "site_web"):
        newest = part("b", "2025-01-01", {name: first} if first else {})
        assert merge([newest, part("a", "2024-01-01", {name: second})])[name] == merged


def test_two_spellings_of_a_site_are_one() -> None:
    newest = part("b", "2025-01-01", {"site_web": ["https://exemple.fr"]})
    older = part("a", "2024-01-01", {"site_web": ["http://www.exemple.fr/", "https://b.fr"]})
    assert merge([newest, older])["site_web"] == ["https://exemple.fr", "https://b.fr"]


TEXTS = st.dictionaries(
    st.sampled_from(["nom", "adresse", "code_postal", "latitude", "longitude", "horaires"]),
    st.sampled_from(["a", "b", "c"]),
)


@given(TEXTS, TEXTS, TEXTS)
def test_what_a_person_wrote_is_never_changed(
    base: RowFields, theirs: RowFields, ours: RowFields
) -> None:
    changes, kept = three_way(base, theirs, ours)
    for name in changes:
        assert ours.get(name) == base.get(name)
    for difference in kept:
        assert difference.field not in changes
        assert difference.ours != difference.theirs


@given(TEXTS, TEXTS)
def test_an_untouched_file_follows_the_source(base: RowFields, theirs: RowFields) -> None:
    changes, kept = three_way(base, theirs, dict(base))
    after = {name: value for name, value in {**base, **changes}.items() if value is not None}
    assert (after, kept) == (theirs, [])


def test_half_a_point_is_never_written() -> None:
    base: RowFields = {"latitude": "1", "longitude": "1"}
    theirs: RowFields = {"latitude": "2", "longitude": "2"}
    changes, kept = three_way(base, theirs, {"latitude": "1.5", "longitude": "1"})
    assert not changes
    assert kept == [KeptByHand("latitude", "1.5", "2"), KeptByHand("longitude", "1", "2")]
