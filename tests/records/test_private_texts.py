"""No text of any record says who somebody is or how to reach them: `check` tells, where it is."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.checks.context import Context
from plugins.records.doubts.private_texts import no_account, nothing_private
from plugins.records.kinds import KINDS
from plugins.records.persons.cited import contacts_in, may_cite, persons_in
from plugins.records.persons.office_addresses import is_somebodys
from tests.support.places import gazetteer, place
from tests.support.record_values import FieldAt, changed, fields_of, reduced
from tests.support.records import GOOD, lines

TODAY = Context(gazetteer(), date(2026, 11, 29))
READ_ELSEWHERE = {"telephone", "commune", "dates", "dates_en_plus", "passages", "id", "licence"}
"""Fields that take any words and have rules of their own, or that name nobody."""
IDS = {"territory": "epci/243100633", "label": "x", "network": "x"}


def texts() -> list[tuple[str, FieldAt]]:
    return [
        (name, found)
        for name, kind in KINDS.items()
        for found in fields_of(kind.model)
        if found.path[-1] not in READ_ELSEWHERE
    ]


def said_of(kind: str, found: FieldAt, text: str) -> list[str] | None:
    """What is said of a record with this text there; None where the field takes no text."""
    model = KINDS[kind].model  # type: ignore[index]
    for value in (text, [text], {"lundi": text}):
        tree = changed(reduced(model, found.path), found.path, value)
        try:
            record = model.from_tree(tree, IDS.get(kind, "31/x"))
        except ValueError:
            continue
        return [one.message for one in nothing_private(record, TODAY)]
    return None


@pytest.mark.parametrize(("kind", "found"), texts(), ids=lambda v: getattr(v, "name", v))
def test_every_field_that_takes_words_is_read(kind: str, found: FieldAt) -> None:
    told = said_of(kind, found, "Écrivez à marie.dupont@exemple.fr")
    if told is not None:
        assert any("marie.dupont@exemple.fr" in message for message in told)


def test_most_texts_are_read() -> None:
    takes = [found for kind, found in texts() if said_of(kind, found, "Bonjour à tous") is not None]
    assert len(takes) > 90


SAID = (
    "Demandez Mme Exemple à l'accueil.",
    "Contact : Marie Dupont",
    "Contactez Marie Dupont au 05 61 00 00 00.",
    "Le mardi avec Fatima El Amrani, à la mairie.",
    "Marie Dupont vous accueille le mardi.",
    "Marie Dupont, conseillère numérique, est là le jeudi.",
    "Absence de Julien Petit",
    "Conseillère numérique : Marie-Claude Durand",
    "Conseiller numérique - Julien Petit",
)
NOT_SAID = (
    "Un coup de main pour vos démarches.",
    "Avenue Marie Dupont, face à la mairie.",
    "Salle Julien Petit, au premier étage.",
    "Bus 12, arrêt Jean Moulin.",
    "Le lieu porte le nom de Marie Curie.",
    "Un centre ouvert par Louise Michel.",
    "Rue Monsieur Vincent",
    "Contactez la Maison France services.",
    "Avec Aidants Connect, un agent fait la démarche pour vous.",
    "Permanence de Madame la Maire",
    "Contactez Emmaüs Connect ou Pix.",
    "Louise Michel",
    "Du lundi au vendredi, sauf en août",
)


@pytest.mark.parametrize("text", SAID)
def test_somebody_is_cited(text: str) -> None:
    assert list(persons_in(text))
    assert may_cite(text)
    assert [one.where for one in nothing_private(place(presentation_detail=text), TODAY)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Monsieur Paul Durand", ["Monsieur Paul Durand"]),
        ("Demandez Mme Exemple", ["Mme Exemple"]),
        ("Marie Dupont est là ; demandez M. Exemple", ["M. Exemple", "Marie Dupont"]),
        ("Demandez M. Paul Durand, ou Marie Dupont est là le mardi", ["M. Paul", "Marie Dupont"]),
    ],
)
def test_each_is_named_once(text: str, named: list[str]) -> None:
    assert list(persons_in(text)) == named


@pytest.mark.parametrize("text", NOT_SAID)
def test_nobody_is(text: str) -> None:
    assert not list(persons_in(text))
    assert not list(nothing_private(place(presentation_detail=text), TODAY))


@pytest.mark.parametrize(
    ("address", "somebodys"),
    [
        ("marie.dupont@exemple.fr", True),
        ("dupont.marie31@exemple.fr", True),
        ("marie-claude.exemple@exemple.fr", True),
        ("m.exemple@exemple.fr", True),
        ("mdupont@exemple.fr", True),
        ("marie@exemple.fr", True),
        ("accueil@exemple.fr", False),
        ("mairie.labege@exemple.fr", False),
        ("labege.marie@exemple.fr", False),
        ("cyberbase@exemple.fr", False),
        ("lycee.jean.moulin@exemple.fr", False),
        ("les-amis-de-jean@exemple.fr", False),
        ("fontaine.marie@exemple.fr", True),
        ("fs-ruffec@exemple.fr", False),
    ],
)
def test_whose_address(address: str, somebodys: bool) -> None:
    assert is_somebodys(address, {"labege"}) is somebodys


@pytest.mark.parametrize("name", ["marie exemple", "DUPONT Marie", "M. Exemple", "J. Dupont"])
def test_a_name_is_seen_in_a_record_that_says_nothing_else(name: str) -> None:
    assert [one.where for one in nothing_private(place(nom=name), TODAY)] == [("nom",)]


@pytest.mark.parametrize(
    "number",
    ["1 84 12 2A 123 457 96", "1 84 12 19 123 457 96", "FR76 3000 6000 0112 3456 7890 189"],
)
def test_an_account_is_an_error_whatever_else_is_asked(number: str) -> None:
    record = place(nom="Marie Dupont", presentation_resume=f"Demandez Mme Exemple : {number}")
    found = list(nothing_private(record, TODAY))
    assert len(found) > 1
    assert list(no_account(record, TODAY)) == [one for one in found if one.severity == "error"]
    assert [one.where for one in no_account(record, TODAY)] == [("presentation_resume",)]
    assert list(nothing_private(place(presentation_resume=number), TODAY))


def test_a_mobile_in_a_text_where_nothing_moves() -> None:
    text = "Appelez le 06 12 34 56 78."
    [found] = nothing_private(place(presentation_resume=text), TODAY)
    assert "« 06 12 34 56 78 »" in found.message
    assert not list(
        nothing_private(place(presentation_resume=text, itinerance=["Itinérant"]), TODAY)
    )


@given(st.text(max_size=200))
def test_what_is_cited_was_announced_by_the_quick_look(text: str) -> None:
    """`may_cite` spares the rest; it must not hide anything."""
    assert may_cite(text) or not [*persons_in(text), *contacts_in(text)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "complement_adresse: Bureau de Mme Exemple\n",
            "31:21: attention: complement_adresse: « Mme Exemple » semble être le nom d'une "
            "personne ; écrivez plutôt sa fonction, par exemple « la conseillère numérique »",
        ),
        (
            "annonces:\n  - du: 2026-11-01\n    texte: Absence de Julien Petit\n",
            "33:12: attention: annonces[1].texte: « Julien Petit » semble être le nom d'une "
            "personne ; écrivez plutôt sa fonction, par exemple « la conseillère numérique »",
        ),
        (
            "a_apporter:\n  - une question à marie.dupont@exemple.fr\n",
            "32:5: attention: a_apporter[1]: ce texte donne peut-être les coordonnées d'une "
            "personne : « marie.dupont@exemple.fr » ; effacez-les, ou écrivez celles d'un service",
        ),
    ],
)
def test_it_is_said_where_it_stands_and_the_advice_passes(more: str, expected: str) -> None:
    assert lines(GOOD + more) == [expected]
    better = more.replace("Mme Exemple", "la conseillère numérique").replace(
        "Julien Petit", "la conseillère numérique"
    )
    better = better.replace("marie.dupont@exemple.fr", "accueil@exemple.fr")
    assert lines(GOOD + better) == []


@pytest.mark.parametrize("kind", ["label", "network", "territory", "route"])
def test_a_name_is_confirmed_only_where_it_can_be(kind: str) -> None:
    model = KINDS[kind].model  # type: ignore[index]
    record = model.from_tree(
        {**reduced(model, ("nom",)), "nom": "Marie Dupont"}, IDS.get(kind, "31/x")
    )
    [found] = nothing_private(record, TODAY)
    assert ("nom_confirme" in found.hint) is ("nom_confirme" in model.model_fields)
    assert get_args(KINDS["place"].model.model_fields["nom_confirme"].annotation)
