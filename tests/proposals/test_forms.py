"""The answers of each form become a record; clumsy and hostile ones become clear sentences."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.cli import annuaire
from plugins.proposals.forms.form_questions import (
    ADD_PLACE,
    CLOSE_PLACE,
    CORRECT_PLACE,
    FORMS,
    WORKSHOP,
    QuestionForm,
)
from plugins.proposals.forms.form_run import FormOutcome, run_form
from plugins.proposals.forms.form_summary import form_summary
from plugins.records.commands import check
from tests.support.proposed import RECORDS, write

TODAY = date(2026, 11, 30)
LIBRARY = "31/mediatheque-de-labege.yaml"


@pytest.fixture
def places(tmp_path: Path) -> Path:
    write(tmp_path / "places", RECORDS)
    return tmp_path / "places"


def body(form: QuestionForm, answers: Mapping[str, str]) -> str:
    """The body of an issue as GitHub's form leaves it."""
    return "\n\n".join(
        f"### {question.label}\n\n{answers.get(question.slug, '_No response_')}"
        for question in form.questions
    )


def run(places: Path, form: QuestionForm, answers: Mapping[str, str]) -> FormOutcome:
    return run_form(body(form, answers), places, TODAY)


def lines(places: Path, file: str) -> list[str]:
    return (places / file).read_text("utf-8").splitlines()


NEW = {
    "nom": "Espace des Essais",
    "commune": "31670 Labège",
    "adresse": "2 rue des Écoles",
    "telephone": "0561000001",
    "courriels": "accueil @ exemple.fr",
    "site_web": "www.exemple.fr",
    "horaires": "Mardi : 9h-12h, 14h-17h30\njeudi : fermé",
    "services": "- [X] Aide aux démarches administratives\n- [ ] Loisirs et créations numériques",
    "frais_a_charge": "Gratuit",
    "fauteuil": "oui",
    "reste": "Sonner deux fois.",
    "comment": "J'ai téléphoné",
}


def test_a_new_place(places: Path):
    outcome = run(places, ADD_PLACE, NEW)
    assert (outcome.file, outcome.refused) == ("31/espace-des-essais.yaml", "")
    assert lines(places, outcome.file) == [
        "# yaml-language-server: $schema=../schema/place.json",
        "nom: Espace des Essais",
        "adresse: 2 rue des Écoles",
        "code_postal: 31670",
        "code_insee: 31254",
        "commune: Labège",
        "telephone:",
        "  - 05 61 00 00 01",
        "courriels:",
        "  - accueil@exemple.fr",
        "site_web:",
        "  - https://www.exemple.fr",
        "horaires:",
        "  mardi: 9h-12h, 14h-17h30",
        "  jeudi: fermé",
        "services:",
        "  - Aide aux démarches administratives",
        "frais_a_charge:",
        "  - Gratuit",
        "accessibilite:",
        "  fauteuil: oui",
        "verifie_le: 2026-11-30",
        "verifie_par: bénévole",
    ]
    assert [kept.text for kept in outcome.kept] == ["Sonner deux fois."]
    assert not [one for one in check(places, today=TODAY) if one.severity == "error"]


def test_a_correction_keeps_the_rest_of_the_file(places: Path):
    text = "# Une note\n" + RECORDS[LIBRARY]
    write(places, {LIBRARY: text})
    answers = {
        "lieu": "https://aide.exemple.fr/lieux/31/mediatheque-de-labege/",
        "telephone": "05 61 00 00 09",
        "comment": "Autre",
    }
    outcome = run(places, CORRECT_PLACE, answers)
    assert outcome.file == LIBRARY
    assert outcome.changes == {"Téléphone": ("05 61 00 00 00", "05 61 00 00 09")}
    assert (places / LIBRARY).read_text("utf-8") == text.replace("00 00 00", "00 00 09")


@pytest.mark.parametrize(
    "named",
    ["Médiathèque de Labège", "mediatheque de labege, Labège", "31/mediatheque-de-labege",
     "places/31/mediatheque-de-labege.yaml", "Médiathèque de Labège (Labège)"],
)  # fmt: skip
def test_a_place_is_found_as_people_name_it(places: Path, named: str):
    answers = {"lieu": named, "telephone": "aucun"}
    outcome = run(places, CORRECT_PLACE, answers)
    assert outcome.file == LIBRARY
    assert not any("telephone" in line for line in lines(places, LIBRARY))


def test_a_place_that_was_renamed_is_found_by_its_old_address(places: Path):
    write(places, {LIBRARY: RECORDS[LIBRARY] + "anciens_ids:\n  - 31/biblio\n"})
    outcome = run(places, CORRECT_PLACE, {"lieu": "/lieux/31/biblio/", "frais_a_charge": "Payant"})
    assert outcome.file == LIBRARY


def test_a_closure_for_good(places: Path):
    answers = {
        "lieu": "Mairie de Labège",
        "duree": "Pour toujours",
        "du": "le 30 juin 2026",
        "remplace_par": "Médiathèque de Labège",
    }
    outcome = run(places, CLOSE_PLACE, answers)
    assert lines(places, outcome.file)[-2:] == [
        "ferme_le: 2026-06-30",
        "remplace_par: 31/mediatheque-de-labege",
    ]


def test_a_closure_for_a_time(places: Path):
    answers = {
        "lieu": LIBRARY,
        "duree": "Pour un temps",
        "du": "24/12/2026",
        "au": "2 janvier 2027",
        "motif": "Congés",
    }
    outcome = run(places, CLOSE_PLACE, answers)
    assert lines(places, outcome.file)[-5:] == [
        "exceptions:",
        "  - du: 2026-12-24",
        "    au: 2027-01-02",
        "    horaires: fermé",
        "    motif: Congés",
    ]


COURSE = {
    "titre": "Écrire un message",
    "lieu": "Médiathèque de Labège",
    "theme": "Échanger avec ses proches",
    "dates": "- tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027",
    "annulations": "1er décembre 2026\nun autre jour",
    "niveau": "débutant",
    "nombre_de_places": "8",
    "comment": "Je travaille dans ce lieu",
}


def test_a_new_workshop(places: Path):
    outcome = run(places, WORKSHOP, COURSE)
    assert outcome.file == "31/ateliers/ecrire-un-message.yaml"
    assert lines(places, outcome.file) == [
        "# yaml-language-server: $schema=../../schema/workshop.json",
        "titre: Écrire un message",
        "theme: Échanger avec ses proches",
        "niveau: débutant",
        "nombre_de_places: 8",
        "lieu: 31/mediatheque-de-labege",
        "dates:",
        "  - tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027",
        "annulations:",
        "  - date: 2026-12-01",
        "verifie_le: 2026-11-30",
        "verifie_par: lieu",
    ]
    assert [kept.text for kept in outcome.kept] == ["un autre jour"]


def test_a_year_may_have_two_figures(places: Path):
    answers = {"lieu": LIBRARY, "duree": "Pour toujours", "du": "le 30/06/26"}
    outcome = run(places, CLOSE_PLACE, answers)
    assert "ferme_le: 2026-06-30" in lines(places, outcome.file)


@pytest.mark.parametrize(
    "days", ["1er et 8 décembre 2026", "8/12/2026 et 15/12/2026", "du 1er au 8 décembre 2026"]
)
def test_of_several_days_none_is_lost(places: Path, days: str):
    outcome = run(places, WORKSHOP, {**COURSE, "annulations": f"{days}\n22 décembre 2026"})
    assert [line for line in lines(places, outcome.file) if "date:" in line] == [
        "  - date: 2026-12-22"
    ]
    assert days in [kept.text for kept in outcome.kept]


def test_a_name_that_many_communes_have_gets_its_own(places: Path):
    outcome = run(places, ADD_PLACE, {**NEW, "nom": "Bibliothèque"})
    assert outcome.file == "31/bibliotheque-labege.yaml"


def test_a_point_that_may_be_of_the_former_address_is_told(places: Path):
    point = "latitude: 43.53\nlongitude: 1.51\n"
    write(places, {LIBRARY: RECORDS[LIBRARY].replace("telephone:", f"{point}telephone:")})
    outcome = run(places, CORRECT_PLACE, {"lieu": LIBRARY, "adresse": "3 rue des Essais"})
    assert "le point sur la carte" in form_summary(outcome)
    assert outcome.kept == []


def test_a_workshop_that_changes(places: Path):
    run(places, WORKSHOP, COURSE)
    answers = {
        "titre": "Écrire un message",
        "page": "https://aide.exemple.fr/agenda/ateliers/31/ecrire-un-message/",
        "annulations": "8 décembre 2026",
    }
    outcome = run(places, WORKSHOP, answers)
    assert list(outcome.changes) == ["Annulations"]
    assert "  - date: 2026-12-08" in lines(places, outcome.file)
    assert "niveau: débutant" in lines(places, outcome.file)


def test_what_is_not_understood_is_kept_for_a_person(places: Path):
    answers = {**NEW, "telephone": "demander à l'accueil", "horaires": "quand il fait beau"}
    outcome = run(places, ADD_PLACE, answers)
    assert not any("horaires" in line or "tele" in line for line in lines(places, outcome.file))
    assert {kept.text for kept in outcome.kept} >= {"demander à l'accueil", "quand il fait beau"}
    assert "quand il fait beau" in form_summary(outcome)


def test_one_date_that_is_not_understood_does_not_take_the_others(places: Path):
    dates = "le 14 octobre 2026 de 9h30 à 11h\nun de ces jours"
    outcome = run(places, WORKSHOP, {**COURSE, "dates": dates})
    assert "  - le 14 octobre 2026 de 9h30 à 11h" in lines(places, outcome.file)
    assert "un de ces jours" in [kept.text for kept in outcome.kept]


def test_what_tells_of_a_person_is_pointed_out(places: Path):
    outcome = run(places, ADD_PLACE, {**NEW, "telephone": "06 12 34 56 78"})
    assert any("mobile" in one.message for one in outcome.found)
    assert "mobile" in form_summary(outcome)


def test_a_likely_duplicate_leads_to_its_page(places: Path):
    answers = {"nom": "La Médiathèque de Labège", "commune": "Labège", "comment": "Autre"}
    text = form_summary(run(places, ADD_PLACE, answers), "https://aide.exemple.fr")
    page = "/lieux/31/mediatheque-de-labege/"
    assert f"  - son autre page : [{page}](https://aide.exemple.fr{page})" in text


def test_a_template_filled_in_by_hand(places: Path):
    text = (
        "### Lieu à corriger\n<!-- L'adresse de sa page -->\nMairie de Labège\n\n"
        "### Que peut-on aussi y faire ?\n- [ ] Loisirs et créations numériques\n"
        "- [x] Compréhension du monde numérique\n\n### Le bon téléphone\n\n"
    )
    outcome = run_form(text.replace("\n", "\r\n"), places, TODAY)
    assert outcome.changes == {"Services": ("", "Compréhension du monde numérique")}


REFUSED = [
    (ADD_PLACE, {**NEW, "nom": "../../../etc/passwd"}, ""),
    (ADD_PLACE, {**NEW, "nom": "..."}, "n'a pas de lettre"),
    (ADD_PLACE, {**NEW, "nom": "con"}, "31/con-labege.yaml"),
    (ADD_PLACE, {**NEW, "nom": "N" * 400}, "trop longue"),
    (ADD_PLACE, {**NEW, "nom": "_No response_"}, "il faut répondre"),
    (ADD_PLACE, {**NEW, "commune": "Nulle-Part"}, "Nulle-Part"),
    (ADD_PLACE, {**NEW, "nom": "Médiathèque de Labège"}, "déjà une fiche"),
    (CORRECT_PLACE, {"lieu": "/lieux/31/absent/", "telephone": "3949"}, "pas de fiche"),
    (CORRECT_PLACE, {"lieu": "Mairie de Labège"}, "dit déjà cela"),
    (CORRECT_PLACE, {"lieu": "Mairie de Labaige", "telephone": "3949"}, "Peut-être"),
    (ADD_PLACE, {**NEW, "commune": "Saint-Denis"}, "code postal"),
    (CLOSE_PLACE, {"lieu": "Mairie de Labège", "duree": "Pour toujours", "du": "hier"}, "l'année"),
    (CLOSE_PLACE, {"lieu": "Mairie de Labège", "duree": "Pour toujours", "du": "1/1/2030"}, "venu"),
    (CLOSE_PLACE, {"lieu": "31/..%2f", "duree": "Pour toujours", "du": "1/1/2026"}, "Lieu qui"),
    (WORKSHOP, {**COURSE, "lieu": "$(touch x)"}, "s'ajoute d'abord"),
    (WORKSHOP, {**COURSE, "page": "31/ateliers/absent"}, "pas de fiche"),
]


@pytest.mark.parametrize(("form", "answers", "told"), REFUSED)
def test_clumsy_and_hostile_answers_end_as_sentences(
    places: Path, form: QuestionForm, answers: Mapping[str, str], told: str
):
    before = set(places.parent.rglob("*"))
    outcome = run(places, form, answers)
    text = form_summary(outcome)
    assert told in outcome.refused + outcome.file
    assert "Traceback" not in text
    made = set(places.parent.rglob("*")) - before
    assert made <= {places / outcome.file} if outcome.file else not made


def test_markup_in_an_answer_is_text(places: Path):
    answers = {**NEW, "nom": "Essai", "reste": "@moi `x` ```\n# Titre\n[a](b)"}
    text = form_summary(run(places, ADD_PLACE, {**answers, "adresse": "rue: *x* <b>@moi</b> #1"}))
    assert "````\n@moi `x` ```\n# Titre\n[a](b)\n````" in text
    assert "- Adresse : `rue: *x* <b>@moi</b> #1`" in text
    record = (places / "31/essai.yaml").read_text("utf-8")
    assert 'adresse: "rue: *x* <b>@moi</b> #1"' in record


def test_yaml_in_an_answer_is_text(places: Path):
    outcome = run(places, ADD_PLACE, {**NEW, "adresse": "1 rue X\nferme_le: 2026-01-01"})
    assert not any(line.startswith("ferme_le") for line in lines(places, outcome.file))


def test_a_message_that_is_no_form_is_told_so(places: Path, tmp_path: Path):
    for number, text in enumerate(("", "bonjour", "### Commune\n\nLabège", "\0" * 9, "a" * 70_000)):
        source = tmp_path / f"{number}.md"
        source.write_text(text, "utf-8")
        ended = CliRunner().invoke(annuaire, ["form", str(source), "--places", str(places)])
        assert ended.exit_code == 1
        assert "Aucune fiche n'a été écrite." in ended.stdout


def test_bytes_that_are_no_text_are_no_form(places: Path, tmp_path: Path):
    source = tmp_path / "form.md"
    source.write_bytes(b"\xff\xfe### Nom du lieu \xc3\n")
    ended = CliRunner().invoke(annuaire, ["form", str(source), "--places", str(places)])
    assert ended.exit_code == 1
    assert ended.exception is None or isinstance(ended.exception, SystemExit)


def test_the_command_writes_the_summary(places: Path, tmp_path: Path):
    source, summary = tmp_path / "form.md", tmp_path / "summary.md"
    source.write_text(body(ADD_PLACE, NEW), "utf-8")
    asked = ["form", str(source), "--places", str(places), "--summary", str(summary)]
    ended = CliRunner().invoke(annuaire, asked)
    assert (ended.exit_code, ended.stdout) == (0, "places/31/espace-des-essais.yaml\n")
    assert summary.read_text("utf-8").startswith("## Ajouter un lieu\n\nNouvelle fiche : `places/")


def test_a_question_has_one_sense():
    firsts = [form.questions[0].label for form in FORMS]
    assert len(set(firsts)) == len(FORMS)
    for form in FORMS:
        labels = [question.label for question in form.questions]
        assert len(set(labels)) == len(labels)
        assert not set(firsts) & set(labels[1:])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_answered_nothing_breaks(places: Path, data: st.DataObject):
    form = data.draw(st.sampled_from(FORMS))
    odd = st.text(max_size=60) | st.sampled_from(
        [
            "31/mairie-de-labege",
            "Labège",
            "1/1/2027",
            "### Commune",
            "\u202e",
            "- [x] a",
            "{}",
            "null",
        ]
    )
    answers = {
        question.slug: data.draw(
            st.sampled_from(question.options) | odd if question.options else odd
        )
        for question in form.questions
        if question.is_needed or data.draw(st.booleans())
    }
    outcome = run(places, form, answers)
    assert form_summary(outcome)
    assert bool(outcome.file) != bool(outcome.refused)
    if outcome.file and outcome.is_new:
        path = places / outcome.file
        assert path.resolve().is_relative_to(places.resolve())
        path.unlink()
    write(places, RECORDS)
