"""Slips of volunteers, and the answer that each gets: computed from the record, with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.records.commands import check
from plugins.records.hints.meant_field import meant_field
from plugins.records.hints.unknown_fields import fields_of
from plugins.records.kinds import KINDS, Kind
from plugins.records.links import unknown_labels
from plugins.records.model.types import EMAIL, WEB
from plugins.records.repository import read_repository
from tests.support.records import GOOD, TODAY, lines
from tests.support.slips import PLACE, RECORDS

PLACE_FILE, WORKSHOP_FILE, ROUTE_FILE = RECORDS

SLIPS_SAID = {
    "hours, then a half day that is shut": (
        PLACE_FILE,
        "mercredi: 9h-12h",
        "mercredi: 9h-12h, fermé l'après-midi",
        "17:13: horaires.mercredi: « fermé l'après-midi » n'est pas compris ; écrivez « 9h-12h »",
    ),
    "day of the month behind its hours": (
        PLACE_FILE,
        "mercredi: 9h-12h",
        "mercredi: 9h-12h le premier mercredi du mois",
        "17:13: horaires.mercredi: il manque les heures de ce mercredi du mois ; "
        "écrivez « le premier mercredi du mois: 9h-12h »",
    ),
    "days of the week in a word": (
        PLACE_FILE,
        "  lundi: fermé\n"
        "  mardi: 9h-12h, 14h-17h30\n"
        "  mercredi: 9h-12h\n"
        "  jeudi: fermé\n"
        "  vendredi: 9h-12h\n",
        "  en semaine: 9h-17h\n",
        "15:15: horaires.en semaine: « semaine » n'est pas compris ; écrivez « du lundi"
        " au vendredi: 9h-17h » ou « du lundi au samedi: 9h-17h »",
    ),
    "working days": (
        PLACE_FILE,
        "  lundi: fermé\n"
        "  mardi: 9h-12h, 14h-17h30\n"
        "  mercredi: 9h-12h\n"
        "  jeudi: fermé\n"
        "  vendredi: 9h-12h\n",
        "  jours ouvrés: 9h-17h\n",
        "15:17: horaires.jours ouvrés: « jours » n'est pas compris ; écrivez « du lundi"
        " au vendredi: 9h-17h » ou « du lundi au samedi: 9h-17h »",
    ),
    "hours without a break": (
        PLACE_FILE,
        "mercredi: 9h-12h",
        "mercredi: journée continue 8h-18h",
        "17:13: horaires.mercredi: « journée continue » n'est pas compris ; écrivez « 8h-18h »",
    ),
    "cut number": (
        PLACE_FILE,
        "05 61 00 00 00",
        "05 61 00 00 0",
        "11:5: telephone[1]: « 05 61 00 00 0 » n'est pas un numéro de téléphone ; "
        "écrivez ses dix chiffres : il y en a 9",
    ),
    "list on the next line without dash": (
        PLACE_FILE,
        "telephone:\n  -",
        "telephone:\n ",
        "11:3: telephone: une liste est attendue ; écrivez « - 05 61 00 00 00 »",
    ),
    "two lines without dashes": (
        PLACE_FILE,
        "telephone:\n  - 05 61 00 00 00",
        "telephone:\n  05 61 00 00 00\n  05 61 00 00 01",
        "11:3: telephone: une liste est attendue ; "
        "écrivez « - 05 61 00 00 00 », puis « - 05 61 00 00 01 »",
    ),
    "services without dashes": (
        PLACE_FILE,
        "  - Aide aux démarches administratives\n  - Utilisation sécurisée du numérique",
        "  Aide aux démarches administratives\n  Utilisation sécurisée du numérique",
        "23:3: services: « Aide aux démarches administratives Utilisation sécurisée du… » : "
        "une liste est attendue ; écrivez « - Aide aux démarches administratives », "
        "puis « - Utilisation sécurisée du numérique »",
    ),
    "one value behind a dash": (
        PLACE_FILE,
        "adresse: Rue",
        "adresse: - Rue",
        "4:10: une seule valeur est attendue ici ; écrivez « adresse: Rue de la Croix Rose »",
    ),
    "text on the line of its sign": (
        PLACE_FILE,
        "presentation_resume: Un",
        "presentation_resume: | Un",
        "42:22: « | » a un sens particulier au début d'une valeur ; "
        "écrivez « presentation_resume: Un coup de main pour vos démarches. »",
    ),
    "code of the commune with a digit too few": (
        PLACE_FILE,
        "code_insee: 31254",
        "code_insee: 3125",
        "6:13: code_insee: « 3125 » n'est pas un code INSEE de commune ; "
        "écrivez « code_insee: 31254 », celui de Labège",
    ),
    "long dash": (
        PLACE_FILE,
        "  - 05 61",
        "  – 05 61",
        "11:3: telephone: une liste est attendue ; écrivez « - 05 61 00 00 00 »",
    ),
    "services on one line": (
        PLACE_FILE,
        "services:\n  - Aide aux démarches administratives\n  - Utilisation sécurisée du numérique",
        "services: démarches, imprimante",
        "22:11: services: « démarches, imprimante » : une liste est attendue ; écrivez "
        "à la ligne suivante « - Aide aux démarches administratives », puis « - Accès "
        "internet et matériel informatique »",
    ),
    "services in one item": (
        PLACE_FILE,
        "  - Utilisation sécurisée du numérique",
        "  - wifi et arnaques",
        "24:5: services[2]: « wifi et arnaques » n'est pas dans la liste ; écrivez une "
        "ligne pour chacun : « - Accès internet et matériel informatique », puis « - "
        "Utilisation sécurisée du numérique »",
    ),
    "service by its sense": (
        PLACE_FILE,
        "- Utilisation sécurisée du numérique",
        "- Démarches",
        "24:5: services[2]: « Démarches » n'est pas dans la liste ; vouliez-vous dire «"
        " Aide aux démarches administratives » ?",
    ),
    "appointment": (
        PLACE_FILE,
        "- Se présenter",
        "- Sur rendez-vous",
        "38:5: modalites_acces[1]: « Sur rendez-vous » n'est pas dans la liste ; "
        "écrivez « Téléphoner » ou « Prendre un RDV en ligne »",
    ),
    "price": (
        PLACE_FILE,
        "- Gratuit",
        "- 5 €",
        "26:5: frais_a_charge[1]: « 5 € » n'est pas dans la liste ; écrivez « Payant » "
        "; le prix exact va dans « prix », ou dans une annonce",
    ),
    "kind in words": (
        PLACE_FILE,
        "typologie:\n  - BIB",
        "typologie: Mairie de Labège",
        "2:12: typologie: « Mairie de Labège » : une liste est attendue ; écrivez à la "
        "ligne suivante « - MUNI »",
    ),
    "today": (
        PLACE_FILE,
        "verifie_le: 2026-03-03",
        "verifie_le: aujourd'hui",
        "27:13: verifie_le: « aujourd'hui » n'est pas une date ; écrivez « 2026-11-22 »",
    ),
    "day without its year": (
        PLACE_FILE,
        "verifie_le: 2026-03-03",
        "verifie_le: le 3 mars",
        "27:13: verifie_le: « le 3 mars » n'est pas une date ; écrivez « 2026-03-03 » "
        "si c'est cette année-là",
    ),
    "sentence in the place of exceptions": (
        PLACE_FILE,
        "exceptions:\n"
        "  - du: 2026-12-24\n"
        "    au: 2027-01-02\n"
        "    horaires: fermé\n"
        "    motif: Congés",
        "exceptions: fermé du 24 décembre au 2 janvier pour congés",
        "30:13: exceptions: « fermé du 24 décembre au 2 janvier pour congés » : une "
        "liste est attendue ; écrivez à la ligne suivante « - du: 2026-12-24 », puis «"
        "   au: 2027-01-02 », puis «   horaires: fermé », puis «   motif: congés »"
        " si c'est cette année-là",
    ),
    "sentence as an exception": (
        PLACE_FILE,
        "exceptions:\n"
        "  - du: 2026-12-24\n"
        "    au: 2027-01-02\n"
        "    horaires: fermé\n"
        "    motif: Congés",
        "exceptions:\n  - fermé le 24 et le 31 décembre",
        "31:5: exceptions[1]: « fermé le 24 et le 31 décembre » ne suffit pas ici ; "
        "écrivez « - du: 2026-12-24 », puis «   horaires: fermé », puis "
        "« - du: 2026-12-31 », puis «   horaires: fermé » si c'est cette année-là",
    ),
    "season as an exception": (
        PLACE_FILE,
        "  - du: 2026-12-24\n    au: 2027-01-02\n    horaires: fermé\n    motif: Congés",
        "  - août: fermé",
        "31:5: exceptions[1].août: ce champ n'existe pas ; les saisons et les jours vont sous "
        "« horaires » : « août: fermé »",
    ),
    "season in the place of exceptions": (
        PLACE_FILE,
        "  - du: 2026-12-24\n    au: 2027-01-02\n    horaires: fermé\n    motif: Congés",
        "  juillet-août: 9h-12h",
        "31:3: exceptions: une liste est attendue ; les saisons et les jours vont sous "
        "« horaires » : « juillet-août: 9h-12h »",
    ),
    "season in a sentence": (
        PLACE_FILE,
        "  - du: 2026-12-24\n    au: 2027-01-02\n    horaires: fermé\n    motif: Congés",
        "  - fermé en août",
        "31:5: exceptions[1]: « fermé en août » ne suffit pas ici ; les saisons et les jours "
        "vont sous « horaires » : par exemple « août: fermé »",
    ),
    "day of the week as an exception": (
        PLACE_FILE,
        "  - du: 2026-12-24\n    au: 2027-01-02\n    horaires: fermé\n    motif: Congés",
        "  - lundi: 9h-12h",
        "31:5: exceptions[1].lundi: ce champ n'existe pas ; les saisons et les jours vont sous "
        "« horaires » : « lundi: 9h-12h »",
    ),
    "text as an announcement": (
        PLACE_FILE,
        "  - du: 2026-11-20\n    texte: L'imprimante est en panne.",
        "  - Fermé cet été",
        "44:5: annonces[1]: « Fermé cet été » ne suffit pas ici ; écrivez « - du: "
        "2026-11-22 », puis «   texte: Fermé cet été »",
    ),
    "hash in a name": (
        PLACE_FILE,
        "nom: Médiathèque de Labège",
        "nom: Espace #Numérique",
        "1:13: attention: « #Numérique » n'est pas lu sur cette ligne ; écrivez « nom: "
        '"Espace #Numérique" » si cela en fait partie',
    ),
    "hash and words": (
        PLACE_FILE,
        "nom: Médiathèque de Labège",
        "nom: Espace # Numérique",
        "1:13: remarque: « # Numérique » n'est pas lu sur cette ligne ; écrivez « nom: "
        '"Espace # Numérique" » si cela en fait partie',
    ),
    "hash behind a number": (
        PLACE_FILE,
        "- 05 61 00 00 00",
        "- 05 61 00 00 00 #2",
        "11:20: attention: « #2 » n'est pas lu sur cette ligne ; ôtez ces mots, ou "
        "mettez cette note sur sa ligne",
    ),
    "braces": (
        PLACE_FILE,
        "adresse: Rue de la Croix Rose",
        "adresse: {Rue}",
        "4:10: adresse: « { » a un sens particulier au début d'une valeur ; écrivez « "
        "adresse: Rue »",
    ),
    "exclamation": (
        PLACE_FILE,
        "nom: Médiathèque de Labège",
        "nom: !Le Lieu",
        "1:6: nom: « ! » a un sens particulier au début d'une valeur ; écrivez « nom: "
        '"!Le Lieu" »',
    ),
    "line that is none": (
        PLACE_FILE,
        "nom: Médiathèque",
        "La fiche\nnom: Médiathèque",
        "1:1: cette ligne ne dit pas de quel champ elle est ; écrivez « # La fiche » : "
        "une note commence par « # »",
    ),
    "line of a text like a field": (
        PLACE_FILE,
        "presentation_resume: Un coup de main pour vos démarches.",
        "presentation_resume: Un coup de main.\ndeuxième ligne: suite",
        "43:1: deuxième ligne: ce champ n'existe pas ; écrivez « presentation_resume: "
        '"Un coup de main. deuxième ligne: suite" » sur une seule ligne',
    ),
    "field that nobody knows": (
        PLACE_FILE,
        "verifie_par: mairie",
        "verifie_par: mairie\nhumeur: bonne",
        "29:1: humeur: ce champ n'existe pas ; écrivez « # humeur: bonne » pour en "
        "faire une note (les champs sont dans docs/records.md)",
    ),
    "code of no commune": (
        PLACE_FILE,
        "code_insee: 31254",
        "code_insee: 31999",
        "6:13: code_insee: aucune commune n'a le code INSEE « 31999 » ; écrivez « "
        "code_insee: 31254 », celui de Labège",
    ),
    "answer out of its part": (
        PLACE_FILE,
        "accessibilite:\n  fauteuil: oui\n",
        "fauteuil: oui\n",
        "35:1: fauteuil: ce champ n'existe pas ici ; écrivez « accessibilite: », puis «"
        "   fauteuil: oui »",
    ),
    "link of Markdown": (
        PLACE_FILE,
        "- https://www.mairie-exemple.fr",
        "- [Mairie](https://www.mairie-exemple.fr)",
        "41:5: une adresse s'écrit seule, sans « Mairie » ; écrivez « - "
        "https://www.mairie-exemple.fr »",
    ),
    "escape of a hidden sign": (
        PLACE_FILE,
        "nom: Médiathèque de Labège",
        'nom: "Médiathèque\\u202e de Labège"',
        "1:6: nom: un caractère invisible interdit se trouve ici (U+202E) ; écrivez « "
        "Médiathèque de Labège »",
    ),
    "entity of a hidden sign": (
        PLACE_FILE,
        "Un coup de main pour vos démarches.",
        "Un coup de main&#8238; pour vos démarches.",
        "42:22: presentation_resume: un caractère invisible interdit se trouve ici "
        "(U+202E) ; écrivez « Un coup de main pour vos démarches. »",
    ),
    "private sign": (
        PLACE_FILE,
        "Rue de la Croix Rose",
        "Rue de la Croix \ue000Rose",
        "4:26: un caractère invisible interdit se trouve ici (U+E000) ; écrivez « "
        "adresse: Rue de la Croix Rose »",
    ),
    "tag sign": (
        PLACE_FILE,
        "Rue de la Croix Rose",
        "Rue de la Croix \U000e0041Rose",
        "4:26: un caractère invisible interdit se trouve ici (U+E0041) ; écrivez « "
        "adresse: Rue de la Croix Rose »",
    ),
    "sentence as a cancellation": (
        WORKSHOP_FILE,
        "  - date: 2026-12-01\n    motif: Grève",
        "  - le 1er décembre 2026 (grève)",
        "12:5: annulations[1]: « le 1er décembre 2026 (grève) » ne suffit pas ici : il "
        "manque « date » ; écrivez « - date: 2026-12-01 », puis «   motif: grève »",
    ),
    "topic of its own": (
        WORKSHOP_FILE,
        "theme: Échanger avec ses proches",
        "theme: Retouche photo",
        "2:8: theme: « Retouche photo » n'est pas dans la liste ; écrivez « theme: "
        "autre » et « autre_theme: Retouche photo »",
    ),
    "registration": (
        WORKSHOP_FILE,
        "inscription: obligatoire",
        "inscription: libre",
        "4:14: inscription: « libre » n'est pas dans la liste ; vouliez-vous dire « "
        "sans inscription » ?",
    ),
    "year that lacks": (
        WORKSHOP_FILE,
        "tous les mardis à partir du 6 octobre 2026, de 14h à 16h, sauf vacances scolaires",
        "tous les mardis de 14h à 16h à partir du 6 octobre",
        "10:46: dates[1]: « 6 octobre » : il manque l'année ; écrivez « tous les mardis"
        " de 14h à 16h à partir du 6 octobre 2026 »",
    ),
    "dates on demand": (
        WORKSHOP_FILE,
        "tous les mardis à partir du 6 octobre 2026, de 14h à 16h, sauf vacances scolaires",
        "sur demande",
        "10:5: dates[1]: « sur » n'est pas compris ; les dates ne sont pas connues ? "
        "ôtez cette ligne et « dates » : la page dira de les demander",
    ),
    "once a month": (
        WORKSHOP_FILE,
        "tous les mardis à partir du 6 octobre 2026, de 14h à 16h, sauf vacances scolaires",
        "une fois par mois",
        "10:5: dates[1]: « une » n'est pas compris ; quel jour du mois ? par exemple « "
        "le premier mardi du mois de 14h à 16h »",
    ),
    "code that lacks": (
        ROUTE_FILE,
        "    code_insee: 31048\n",
        "",
        "9:5: arrets[2].code_insee: ce champ est obligatoire ; ajoutez « code_insee: "
        "31048 », celui de Baziège",
    ),
    "code of elsewhere": (
        ROUTE_FILE,
        "code_insee: 31048",
        "code_insee: 16390",
        "9:14: arrets[2].commune: le code INSEE 16390 est celui de Tusson, pas de "
        "Baziège ; écrivez « commune: Tusson », ou « code_insee: 31048 »",
    ),
}


@pytest.mark.parametrize("slip", SLIPS_SAID)
def test_a_slip_of_a_volunteer_is_answered(slip: str) -> None:
    name, old, new, told = SLIPS_SAID[slip]
    assert RECORDS[name].count(old) == 1
    found = lines(RECORDS[name].replace(old, new), name)
    assert told in found
    assert [line for line in found if "obligatoire" in line and line != told] == []


def test_the_name_with_a_capital_is_the_name() -> None:
    told = lines(PLACE.replace("nom: Méd", "Nom: Méd"), PLACE_FILE)
    assert told == ["1:1: Nom: ce champ n'existe pas ; vouliez-vous dire « nom » ?"]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: str(kind.name))
def test_a_field_in_capitals_is_that_field(kind: Kind) -> None:
    fields = fields_of(kind.model)
    assert [name for name in fields if meant_field(name.capitalize(), fields) != name] == []


ONCE = {
    "line that stands twice": (
        "dates:\n",
        "dates:\n"
        "  - tous les mardis à partir du 6 octobre 2026, de 14h à 16h, sauf vacances scolaires\n",
        "est écrit deux fois",
    ),
    "way to register, not yet a list": (
        "telephone:\n  - 05 61 00 00 00",
        "telephone: 05 61 00 00 00",
        "une liste est attendue",
    ),
}


@pytest.mark.parametrize("value", ["{43.53}", "!43.53", "&43.53 1"])
@pytest.mark.parametrize("field", ["latitude: 43.53", "code_insee: 31254", "lundi: fermé"])
def test_a_value_that_yaml_takes_for_its_own_is_told_once(field: str, value: str) -> None:
    name = field.partition(":")[0]
    (told,) = lines(PLACE.replace(field, f"{name}: {value}"), PLACE_FILE)
    assert "a un sens particulier" in told


@pytest.mark.parametrize("slip", ONCE)
def test_what_follows_of_a_slip_is_not_told_too(slip: str) -> None:
    old, new, said = ONCE[slip]
    (told,) = lines(RECORDS[WORKSHOP_FILE].replace(old, new), WORKSHOP_FILE)
    assert said in told


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("nom: Médiathèque de Labège", "1:6: nom"), ("commune: Labège", "7:10: commune"),
        ("code_insee: 31254", "6:13: code_insee"), ("  - 05 61 00 00 00", "11:5: telephone[1]"),
        ("  mercredi: 9h-12h", "17:13: horaires.mercredi"),
        ("  - du: 2026-12-24", "31:9: exceptions[1].du"),
        ("verifie_le: 2026-03-03", "27:13: verifie_le"),
    ],
)  # fmt: skip
def test_what_a_hint_leaves_open_is_no_value(typed: str, at: str) -> None:
    open_line = re.sub(r"(.*?(?:: |- (?!du))).*", r"\1…", typed)
    (told,) = lines(PLACE.replace(typed, open_line), PLACE_FILE)
    assert told.startswith(f"{at}: « … » est à remplacer")


@pytest.mark.parametrize("filler", ["null", "N/A", "NaN", "néant", '"#REF!"'])
def test_a_filler_of_a_program_is_no_value(filler: str) -> None:
    (told,) = lines(PLACE.replace("nom: Médiathèque de Labège", f"nom: {filler}"), PLACE_FILE)
    assert told.startswith("1:6: nom: « ") and "ne dit rien" in told


def test_an_address_with_a_space_has_two_readings() -> None:
    told = lines(PLACE.replace("www.mairie-exemple.fr", "www.mairie exemple.fr"), PLACE_FILE)
    assert told[0].endswith(
        "écrivez « https://www.mairie-exemple.fr » ou « https://www.mairieexemple.fr »"
    )


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("https://www.ville.fr (rubrique numérique)", "écrivez « https://www.ville.fr »"),
        ("www.ville.fr, onglet Aide", "écrivez « https://www.ville.fr »"),
        (
            "https://ville.fr/page un",
            "écrivez « https://ville.fr/page-un » ou « https://ville.fr/pageun »",
        ),
        ("https://ma ville.fr (aide)", WEB.hint),
    ],
)
def test_words_behind_an_address_of_a_site_do_not_enter_it(typed: str, hint: str) -> None:
    told = lines(PLACE.replace("https://www.mairie-exemple.fr", typed), PLACE_FILE)
    assert told[0].endswith(hint)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("accueil@ville.fr (secrétariat)", "écrivez « accueil@ville.fr »"),
        ("Mairie accueil@ville.fr", "écrivez « accueil@ville.fr »"),
        ("Mairie - accueil@ville.fr", "écrivez « accueil@ville.fr »"),
        ("<accueil@ville.fr>", "écrivez « accueil@ville.fr »"),
        ("accueil@ville.fr bureau", "écrivez « accueil@ville.fr »"),
        ("accueil @ ville .fr", "écrivez « accueil@ville.fr »"),
        ("accueil. mairie@ville.fr", EMAIL.hint),
    ],
)
def test_words_beside_an_address_of_mail_do_not_enter_it(typed: str, hint: str) -> None:
    told = lines(PLACE.replace("mediatheque@mairie-exemple.fr", typed), PLACE_FILE)
    assert told[0].endswith(hint)


@pytest.mark.parametrize("typed", ["31670 Labège", "31670 CEDEX", "F-31670", "31 670"])
def test_a_postcode_among_words_is_proposed_alone(typed: str) -> None:
    told = lines(PLACE.replace("code_postal: 31670", f"code_postal: {typed}"), PLACE_FILE)
    assert told[0].endswith("écrivez « 31670 »")


@pytest.mark.parametrize(
    ("line", "again", "hint"),
    [
        (
            "  mercredi: 9h-12h\n",
            "  mercredi: 14h-17h\n",
            "gardez une seule ligne : « mercredi: 9h-12h, 14h-17h »",
        ),
        ("  mercredi: 9h-12h\n", "  mercredi: fermé\n", "gardez une seule des deux lignes"),
        (
            "telephone:\n",
            "telephone:\n  - 05 61 00 00 01\n",
            "mettez tout sous le premier « telephone: », puis ôtez celui-ci",
        ),
    ],
)
def test_neither_value_of_a_field_that_stands_twice_is_lost(
    line: str, again: str, hint: str
) -> None:
    both = line + again if line.startswith(" ") else again + line
    told = lines(PLACE.replace(line, both), PLACE_FILE)
    assert told[0].endswith(f"ce champ est écrit deux fois ; {hint}")


@pytest.mark.parametrize("typed", ["- {}", "**{}", "> {}"])
@pytest.mark.parametrize("name", ["commune", "typologie"])
def test_a_mark_in_front_of_a_field_goes(typed: str, name: str) -> None:
    (field,) = (line for line in PLACE.split("\n") if line.startswith(f"{name}:"))
    told = lines(PLACE.replace(f"\n{field}", f"\n{typed.format(field)}"), PLACE_FILE)
    assert told[0].endswith(f"rien ne va devant le nom d'un champ ; écrivez « {field} »")


@pytest.mark.parametrize(
    ("block", "inner"),
    [("accessibilite", "fauteuil: oui"), ("horaires", "lundi: fermé")],
)
def test_a_field_of_a_part_on_the_line_of_the_part_goes_below(block: str, inner: str) -> None:
    told = lines(PLACE.replace(f"{block}:\n  {inner}", f"{block}: {inner}"), PLACE_FILE)
    assert told[0].endswith(f"écrivez « {block}: », puis «   {inner} »")


def test_dashes_on_one_line_part_the_items_of_a_list() -> None:
    typed = "services: -Aide aux démarches administratives -Internet"
    told = lines(re.sub(r"services:\n(  - .*\n)+", f"{typed}\n", PLACE), PLACE_FILE)
    assert told[0].endswith(
        "« - Aide aux démarches administratives », "
        "puis « - Accès internet et matériel informatique »"
    )


def test_the_address_of_the_page_of_a_place_is_that_place() -> None:
    typed = "lieu: https://aide.exemple.fr/lieux/31/mediatheque-de-labege/"
    told = lines(f"{typed}\n{RECORDS[WORKSHOP_FILE]}", WORKSHOP_FILE)
    assert any(one.endswith("écrivez « 31/mediatheque-de-labege »") for one in told)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("8 personnes", "écrivez « 8 »"),
        ("max. 12", "écrivez « 12 »"),
        ("8 à 10", "écrivez des chiffres seulement, par exemple 8"),
        ("huit", "écrivez des chiffres seulement, par exemple 8"),
    ],
)
def test_one_count_among_words_is_proposed(typed: str, hint: str) -> None:
    told = lines(f"nombre_de_places: {typed}\n{RECORDS[WORKSHOP_FILE]}", WORKSHOP_FILE)
    assert told[0].endswith(f"n'est pas un nombre entier ; {hint}")


def test_all_levels_are_no_beginners() -> None:
    typed = RECORDS[WORKSHOP_FILE].replace("niveau: débutant", "niveau: tous niveaux")
    assert "vouliez-vous dire" not in lines(typed, WORKSHOP_FILE)[0]


@pytest.mark.parametrize("typed", ["statut: fermé", "etat: Fermeture définitive"])
def test_a_closing_does_not_become_a_note(typed: str) -> None:
    told = lines(f"{PLACE}{typed}\n", PLACE_FILE)
    assert told[0].endswith(
        "écrivez « ferme_le: … » avec le jour, si le lieu a fermé pour toujours"
    )


def test_an_unknown_label_is_told_with_those_there_are() -> None:
    (told,) = unknown_labels(["label-region"], {"aidants-connect", "france-services"})
    assert told.hint == "les labels sont « aidants-connect », « france-services »"


def test_two_records_in_one_file_are_said_once() -> None:
    (told,) = [line for line in lines(GOOD + GOOD) if "deux" in line]
    assert told.startswith(f"{GOOD.count(chr(10)) + 2}:1: une deuxième fiche commence ici")


def test_the_records_of_the_slips_have_no_fault() -> None:
    assert [line for name, text in RECORDS.items() for line in lines(text, name)] == []


NAMES = {
    "31/con.yaml": "renommez-le lieu-con.yaml",
    "labels/com1.yaml": "renommez-le lieu-com1.yaml",
    "31/nul/x.yaml": "une fiche va dans places/<département>/",
    "31/.mairie.yaml": "renommez-le mairie.yaml",
    "31/ma fiche.yaml": "renommez-le ma-fiche.yaml",
    "31/a%20b.yaml": "renommez-le a-20b.yaml",
    "31/a\\b.yaml": "renommez-le a-b.yaml",
    "31/a.b.yaml": "renommez-le a-b.yaml",
    "31/x.YAML": "renommez-le x.yaml",
    "31/x.yaml/.keep": "renommez-le x, ou supprimez-le",
    "haute-garonne/x.yaml": "déplacez-le dans 31/",
    "31 - Haute-Garonne/x.yaml": "déplacez-le dans 31/",
    "031/x.yaml": "déplacez-le dans 31/",
    "31/lieux/x.yaml": "déplacez-le dans 31/",
    "31/atelier/x.yaml": "déplacez-le dans 31/ateliers/",
    "Haute-Garonne/Ateliers/x.yaml": "déplacez-le dans 31/ateliers/",
    "tournees/31/x.yaml": "déplacez-le dans 31/tournees/",
    "2024/x.yaml": "une fiche va dans places/<département>/",
    f"31/{'a' * 130}.yaml": "120 caractères au plus",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_judged_alike_by_check_and_by_build(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(PLACE, encoding="utf-8")
    checked = check(tmp_path, today=TODAY)
    built = read_repository(tmp_path, Gazetteer.load([]), TODAY).diagnostics
    assert checked == built
    assert NAMES[name] in [one.hint for one in checked if one.severity == "error"]
