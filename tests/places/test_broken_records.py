"""Every kind of broken record gets its own sentence, at its own place."""

from __future__ import annotations

import pytest

from tests.support.records import GOOD, ROUTE, WORKSHOP, check_text, lines, with_line

BROKEN = {
    "code with a space": (
        with_line("code_insee: 31254", "code_insee: 31 254"),
        "7:13: code_insee: « 31 254 » n'est pas un code INSEE de commune ; écrivez « "
        "code_insee: 31254 », celui de Labège",
    ),
    "code of no commune": (
        with_line("code_insee: 31254", "code_insee: 99999"),
        "7:13: code_insee: aucune commune n'a le code INSEE « 99999 » ; écrivez « "
        "code_insee: 31254 », celui de Labège",
    ),
    "repeated key": (
        GOOD + "nom: Autre\n",
        "31:1: nom: ce champ est écrit deux fois ; gardez une seule des deux lignes",
    ),
    "unknown field, near": (
        with_line("telephone:", "téléphones:"),
        "11:1: téléphones: ce champ n'existe pas ; vouliez-vous dire « telephone » ?",
    ),
    "unknown field, known synonym": (
        with_line("courriels:", "mail:"),
        "13:1: mail: ce champ n'existe pas ; vouliez-vous dire « courriels » ?",
    ),
    "unknown field, half of one": (
        with_line("courriels:", "publics:"),
        "13:1: publics: ce champ n'existe pas ; "
        "vouliez-vous dire « publics_specifiquement_adresses » ?",
    ),
    "unknown field, the beginning of one": (
        with_line("courriels:", "prise_en_charge:"),
        "13:1: prise_en_charge: ce champ n'existe pas ; "
        "vouliez-vous dire « prise_en_charge_specifique » ?",
    ),
    "kind in words": (
        with_line("  - BIB", "  - Bibliothèque"),
        "4:5: typologie[1]: « Bibliothèque » n'est pas dans la liste ; vouliez-vous dire « BIB » ?",
    ),
    "kind in other words": (
        with_line("  - BIB", "  - mediatheque"),
        "4:5: typologie[1]: « mediatheque » n'est pas dans la liste ; vouliez-vous dire « BIB » ?",
    ),
    "kind that has no code": (
        with_line("  - BIB", "  - Piscine"),
        "4:5: typologie[1]: « Piscine » n'est pas dans la liste ; "
        "la liste est dans docs/records.md, par exemple « BIB »",
    ),
    "identity inside": (
        GOOD + "id: 31/x\n",
        "31:1: id: ce champ n'existe pas ; supprimez la ligne : le nom du fichier suffit",
    ),
    "missing field": (
        with_line("commune: Labège\n", ""),
        "1:1: commune: ce champ est obligatoire ; ajoutez « commune: Labège »",
    ),
    "left blank": (
        with_line("commune: Labège", "commune:"),
        "8:9: commune: ce champ est obligatoire ; ajoutez « commune: Labège »",
    ),
    "not in the list": (
        with_line("- Gratuit", "- Gratuits"),
        "27:5: frais_a_charge[1]: « Gratuits » n'est pas dans la liste ; "
        "vouliez-vous dire « Gratuit » ?",
    ),
    "list without dash": (
        with_line("telephone:\n  - 05 61 00 00 00", "telephone: 05 61 00 00 00"),
        "11:12: telephone: une liste est attendue ; "
        "écrivez à la ligne suivante « - 05 61 00 00 00 »",
    ),
    "postcode without its zero": (
        with_line("code_postal: 31670", "code_postal: 1400"),
        "6:14: code_postal: « 1400 » n'est pas un code postal ; écrivez « 31670 », celui de Labège",
    ),
    "decimal comma": (
        with_line("latitude: 43.53", "latitude: 43,53"),
        "9:11: latitude: « 43,53 » n'est pas un nombre ; écrivez « 43.53 »",
    ),
    "French date": (
        with_line("verifie_le: 2026-03-03", "verifie_le: 03/04/2026"),
        "28:13: verifie_le: « 03/04/2026 » n'est pas une date ; écrivez « 2026-04-03 »",
    ),
    "date in words": (
        with_line("verifie_le: 2026-03-03", "verifie_le: mardi 3 mars 2026"),
        "28:13: verifie_le: « mardi 3 mars 2026 » n'est pas une date ; écrivez « 2026-03-03 »",
    ),
    "date of the other way round": (
        with_line("verifie_le: 2026-03-03", "verifie_le: 2026/3/3"),
        "28:13: verifie_le: « 2026/3/3 » n'est pas une date ; écrivez « 2026-03-03 »",
    ),
    "year of two figures": (
        with_line("verifie_le: 2026-03-03", "verifie_le: 03-04-26"),
        "28:13: verifie_le: « 03-04-26 » n'est pas une date ; écrivez « 2026-04-03 »",
    ),
    "degrees": (
        with_line("latitude: 43.53", "latitude: 43°31'48\"N"),
        "9:11: latitude: « 43°31'48\"N » n'est pas un nombre ; écrivez « 43.53 »",
    ),
    "needed field under another name": (
        with_line("commune: Labège", "Commune: Labège"),
        "8:1: Commune: ce champ n'existe pas ; vouliez-vous dire « commune » ?",
    ),
    "code left out": (
        with_line("code_insee: 31254\n", ""),
        "1:1: code_insee: ce champ est obligatoire ; "
        "ajoutez « code_insee: 31254 », celui de Labège",
    ),
    "code of another town left out": (
        with_line("code_insee: 31254\n", "").replace("Labège\nl", "Toulouse\nl"),
        "1:1: code_insee: ce champ est obligatoire ; "
        "ajoutez « code_insee: 31555 », celui de Toulouse",
    ),
    "values of a closed list on one line": (
        with_line("frais_a_charge:\n  - Gratuit", "frais_a_charge: gratuit, payant"),
        "26:17: frais_a_charge: « gratuit, payant » : une liste est attendue ; écrivez à "
        "la ligne suivante « - Gratuit », puis « - Payant »",
    ),
    "sentence for an exception": (
        GOOD + "exceptions: fermé du 24 décembre au 2 janvier\n",
        "31:13: exceptions: « fermé du 24 décembre au 2 janvier » : une liste est "
        "attendue ; écrivez à la ligne suivante « - du: 2026-12-24 », puis «   au: "
        "2027-01-02 », puis «   horaires: fermé » si c'est cette année-là",
    ),
    "two addresses on one line": (
        with_line("- mediatheque@mairie-exemple.fr", "- a@exemple.fr ; b@exemple.fr"),
        "14:5: courriels[1]: « a@exemple.fr ; b@exemple.fr » n'est pas une adresse électronique ; "
        "écrivez une ligne pour chacun : « - a@exemple.fr », puis « - b@exemple.fr »",
    ),
    "both coordinates in one": (
        with_line("latitude: 43.53\n", "latitude: 43.53, 1.51\n"),
        "9:11: latitude: « 43.53, 1.51 » n'est pas un nombre ; "
        "écrivez « latitude: 43.53 » et « longitude: 1.51 »",
    ),
    "day without a break": (
        with_line("  mercredi: 9h-12h", "  mercredi: journée continue 9h-17h"),
        "18:13: horaires.mercredi: « journée continue » n'est pas compris ; écrivez « 9h-17h »",
    ),
    "hours under another name": (
        with_line("horaires:", "heures:"),
        "15:1: heures: ce champ n'existe pas ; vouliez-vous dire « horaires » ?",
    ),
    "street under another name": (
        with_line("adresse: Rue", "rue: Rue"),
        "5:1: rue: ce champ n'existe pas ; vouliez-vous dire « adresse » ?",
    ),
    "day that is moved": (
        with_line("  mercredi: 9h-12h", "   mercredi: 9h-12h"),
        "18:4: cette ligne n'est pas alignée avec ses voisines ; "
        "mettez deux espaces devant, comme à la ligne d'avant",
    ),
    "field of a part": (
        GOOD + "fauteuil: oui\n",
        "31:1: fauteuil: ce champ n'existe pas ici ; écrivez « accessibilite: », puis «"
        "   fauteuil: oui »",
    ),
    "price": (
        with_line("- Gratuit", "- 5 €"),
        "27:5: frais_a_charge[1]: « 5 € » n'est pas dans la liste ; écrivez « Payant » ; "
        "le prix exact va dans « prix », ou dans une annonce",
    ),
    "hours with points": (
        with_line("  mercredi: 9h-12h", "  mercredi: 9.30 à 12, 14.00 à 17.15"),
        "18:13: horaires.mercredi: « 9.30 à 12 » : une heure s'écrit avec un « h » ; "
        "écrivez « 9h30-12h, 14h-17h15 »",
    ),
    "date in the future": (
        with_line("verifie_le: 2026-03-03", "verifie_le: 2027-03-03"),
        "28:13: verifie_le: cette date est dans l'avenir (2027-03-03) ; corrigez la date",
    ),
    "day that does not exist": (
        with_line("verifie_le: 2026-03-03", "verifie_le: 2026-02-30"),
        "28:13: verifie_le: « 2026-02-30 » n'existe pas ; vérifiez la date",
    ),
    "two telephone numbers on one line": (
        with_line("05 61 00 00 00", "05 61 00 00 00 / 05 62 00 00 00"),
        "12:5: telephone[1]: « 05 61 00 00 00 / 05 62 00 00 00 » n'est pas un numéro de "
        "téléphone ; écrivez une ligne pour chacun : « - 05 61 00 00 00 », puis « - 05 62"
        " 00 00 00 »",
    ),
    "cut telephone number": (
        with_line("05 61 00 00 00", "05 61 00 00"),
        "12:5: telephone[1]: « 05 61 00 00 » n'est pas un numéro de téléphone ; écrivez "
        "ses dix chiffres : il y en a 8",
    ),
    "site without its scheme": (
        GOOD + "site_web:\n  - www.labege.fr\n",
        "32:5: site_web[1]: « www.labege.fr » n'est pas une adresse de site ; "
        "écrivez « https://www.labege.fr »",
    ),
    "script as a site": (
        GOOD + "prise_rdv: javascript:alert(1)\n",
        "31:12: prise_rdv: « javascript:alert(1) » n'est pas une adresse de site ; "
        "écrivez l'adresse entière, par exemple https://www.mairie-exemple.fr",
    ),
    "SIRET with a wrong key": (
        with_line("21310254400011", "21310254400012"),
        "30:8: pivot: « 21310254400012 » n'est pas un SIRET : sa clé est fausse ; "
        "recopiez les 14 chiffres, ou supprimez la ligne",
    ),
    "SIRET of zeros": (
        with_line("21310254400011", "00000000000000"),
        "30:8: pivot: un SIRET de zéros ne veut rien dire ; supprimez la ligne",
    ),
    "point in another commune": (
        with_line("latitude: 43.53\nlongitude: 1.51", "latitude: 45.76\nlongitude: 4.83"),
        "9:11: latitude: ce point tombe près de Lyon (69), à 360 km du centre de sa commune "
        "(Labège) ; corrigez le point ou la commune, ou supprimez la latitude et la longitude",
    ),
    "swapped coordinates": (
        with_line("latitude: 43.53\nlongitude: 1.51", "latitude: 1.51\nlongitude: 43.53"),
        "9:11: latitude: la latitude et la longitude sont inversées ; "
        "écrivez « latitude: 43.53 » et « longitude: 1.51 »",
    ),
    "one coordinate": (
        with_line("longitude: 1.51\n", ""),
        "9:11: latitude: il manque la longitude ; écrivez les deux, ou supprimez la ligne",
    ),
    "postcode as INSEE code": (
        with_line("code_insee: 31254", "code_insee: 31670"),
        "7:13: code_insee: aucune commune n'a le code INSEE « 31670 » ; écrivez « "
        "code_insee: 31254 », celui de Labège",
    ),
    "another commune's code": (
        with_line("commune: Labège", "commune: Toulouse"),
        "8:10: commune: le code INSEE 31254 est celui de Labège, pas de Toulouse ; "
        "écrivez « commune: Labège », ou « code_insee: 31555 »",
    ),
    "end before the beginning": (
        GOOD + "exceptions:\n  - du: 2026-12-24\n    au: 2026-12-20\n    horaires: fermé\n",
        "33:9: exceptions[1].au: la fin est avant le début ; vérifiez les deux dates",
    ),
    "a permanence that cannot be read": (
        GOOD + "permanence:\n  lundi: 9h\n",
        "32:10: permanence.lundi: « 9h » est une heure seule : de quand à quand ? ; "
        "écrivez aussi l'heure de fin : « 9h-… »",
    ),
    "hours that cannot be read": (
        with_line("mercredi: 9h-12h", "mercredi: 9h"),
        "18:13: horaires.mercredi: « 9h » est une heure seule : de quand à quand ? ; "
        "écrivez aussi l'heure de fin : « 9h-… »",
    ),
    "bank account": (
        GOOD + "presentation_detail: Virement au FR76 3000 6000 0112 3456 7890 189\n",
        "31:22: presentation_detail: un numéro de compte ou de sécurité sociale est écrit ici ; "
        "effacez-le : cette fiche est publique",
    ),
    "colon inside an item": (
        GOOD + "a_apporter:\n  - papiers : carte\n",
        "32:5: a_apporter[1]: des deux-points se trouvent dans la valeur ; écrivez « "
        '"papiers : carte" »',
    ),
    "answer in English": (
        GOOD + "accessibilite:\n  fauteuil: yes\n",
        "32:13: accessibilite.fauteuil: « yes » n'est pas dans la liste ; "
        "vouliez-vous dire « oui » ?",
    ),
    "text too long": (
        GOOD + f"presentation_resume: {'a' * 281}\n",
        "31:22: presentation_resume: ce texte est trop long (281 caractères) ; "
        "280 caractères au plus",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_error_has_its_sentence_and_position(kind):
    text, expected = BROKEN[kind]
    checked = check_text(text)
    assert checked.record is None
    assert expected in lines(text)


WARNINGS = {
    "mobile number": (
        with_line("05 61 00 00 00", "06 12 34 56 78"),
        "12:5: attention: telephone[1]: « 06 12 34 56 78 » est un numéro de mobile ; "
        "gardez-le seulement si c'est le numéro du lieu, pas celui d'une personne",
    ),
    "somebody's address": (
        with_line("mediatheque@mairie", "marie.dupont@mairie"),
        "14:5: attention: courriels[1]: « marie.dupont@mairie-exemple.fr » semble être l'adresse "
        "d'une personne ; écrivez l'adresse du service, par exemple accueil@mairie-exemple.fr",
    ),
    "postcode of elsewhere": (
        with_line("code_postal: 31670", "code_postal: 31000"),
        "6:14: attention: code_postal: « 31000 » n'est pas un code postal de cette "
        "commune ; écrivez « 31670 », celui de Labège",
    ),
    "postcode of nobody": (
        with_line("code_postal: 31670", "code_postal: 31679"),
        "6:14: attention: code_postal: « 31679 » n'est le code postal d'aucune commune ; "
        "si c'est un code CEDEX, laissez-le et écrivez « CEDEX » dans complement_adresse "
        "; sinon, écrivez « 31670 », celui de Labège",
    ),
    "number that is not in use": (
        with_line("05 61 00 00 00", "08 70 00 00 00"),
        "12:5: attention: telephone[1]: « 08 70 00 00 00 » n'existe pas dans le plan de "
        "numérotation ; vérifiez ce numéro",
    ),
    "said twice": (
        with_line("- Gratuit", "- Gratuit\n  - Gratuit"),
        "28:5: attention: frais_a_charge[2]: « Gratuit » est écrit deux fois ; "
        "supprimez cette ligne",
    ),
    "number after a hash": (
        with_line("nom: Médiathèque de Labège", "nom: Espace # 3"),
        "2:13: attention: « # 3 » n'est pas lu sur cette ligne ; écrivez « nom: \"Espace #"
        ' 3" » si cela en fait partie',
    ),
    "town with the word of the post": (
        with_line("commune: Labège", "commune: Labège CEDEX 9"),
        "8:10: attention: commune: « Labège CEDEX 9 » n'est pas le nom officiel ; écrivez"
        " « commune: Labège » et « complement_adresse: CEDEX 9 »",
    ),
    "lost to a comment": (
        with_line("Rue de la Croix Rose", "Résidence #12"),
        "5:20: attention: « #12 » n'est pas lu sur cette ligne ; écrivez « adresse: "
        '"Résidence #12" » si cela en fait partie',
    ),
    "a person's name": (
        with_line("verifie_par: mairie", "verifie_par: Mme Martin"),
        "29:14: attention: verifie_par: « Mme Martin » semble être le nom d'une personne ; "
        "écrivez plutôt sa fonction, par exemple « mairie » ou « bénévole »",
    ),
    "a person in a text": (
        GOOD + "acces:\n  bus: Demandez Marie Dupont\n",
        "32:8: attention: acces.bus: « Marie Dupont » semble être le nom d'une personne ; "
        "écrivez plutôt sa fonction, par exemple « la conseillère numérique »",
    ),
    "a mobile number in a text": (
        GOOD + "presentation_resume: Appelez le 06 12 34 56 78.\n",
        "31:22: attention: presentation_resume: ce texte donne peut-être les coordonnées d'une "
        "personne : « 06 12 34 56 78 » ; effacez-les, ou écrivez celles d'un service",
    ),
    "hours of the night": (
        with_line("mercredi: 9h-12h", "mercredi: 2h-5h"),
        "18:13: attention: horaires.mercredi: « 2h-5h » : ouvert la nuit ? ; écrivez « 14h-17h » "
        "si c'est l'après-midi, ou les vraies heures",
    ),
    "lunch the wrong way round": (
        with_line("mercredi: 9h-12h", "mercredi: 14h-12h"),
        "18:13: attention: horaires.mercredi: « 14h-12h » finit avant de commencer ; écrivez "
        "« 12h-14h », ou les vraies heures",
    ),
    "ten minutes on a date": (
        GOOD + "exceptions:\n  - du: 2026-12-24\n    horaires: 9h-9h10\n",
        "33:15: attention: exceptions[1].horaires: « 9h-9h10 » dure 10 minutes ; écrivez l'heure "
        "de fin, par exemple « 9h-12h »",
    ),
    "lines that are past": (
        GOOD + "exceptions:\n  - du: 2026-08-01\n    au: 2026-08-15\n    horaires: fermé\n",
        "32:5: attention: exceptions[1]: cette exception est passée depuis le 15 août 2026 ; "
        "vous pouvez retirer ces lignes",
    ),
    "sentence for a name": (
        with_line("nom: Médiathèque de Labège", "nom: Médiathèque de Labège."),
        "2:6: attention: nom: le nom finit par un point ; écrivez « nom: Médiathèque de Labège »",
    ),
}


@pytest.mark.parametrize("kind", WARNINGS)
def test_warning_does_not_keep_a_record_from_the_site(kind):
    text, expected = WARNINGS[kind]
    assert check_text(text).record is not None
    assert expected in lines(text)


def test_a_cedex_code_that_is_said_to_be_one_is_right():
    text = with_line("code_postal: 31670", "complement_adresse: CEDEX 9\ncode_postal: 31679")
    assert check_text(text).diagnostics == []
    elsewhere = text.replace("31679", "35679")
    assert "n'est pas un code postal de cette commune" in "".join(lines(elsewhere))


def test_the_good_record_has_no_problem():
    assert check_text(GOOD).diagnostics == []


def test_every_fault_is_said_at_once():
    text = (
        GOOD.replace("- Gratuit", "- Gratuits")
        .replace("31670", "3167")
        .replace("latitude: 43.53", "latitude: 48.85")
        .replace("21310254400011", "21310254400012")
        + "nom: Autre\nzzz: 1\n"
    )
    fields = {diagnostic.field for diagnostic in check_text(text).diagnostics}
    assert fields == {"frais_a_charge[1]", "code_postal", "latitude", "pivot", "nom", "zzz"}


def test_wrong_folder_is_an_error():
    assert lines(GOOD, "17/mediatheque.yaml") == [
        "7:13: code_insee: « 31254 » est dans le département 31, le fichier est dans le "
        "dossier 17 ; "
        "corrigez le code, ou déplacez le fichier dans 31/"
    ]


def test_former_commune_names_the_present_one():
    text = with_line("code_insee: 31254", "code_insee: 17001")
    assert (
        "7:13: code_insee: « 17001 » est le code d'une ancienne commune ; "
        "écrivez « code_insee: 17397 » et « commune: Saint-Savinien »"
    ) in lines(text, "17/mediatheque.yaml")


def test_itinerant_places_may_have_a_mobile():
    text = with_line("05 61 00 00 00", "06 12 34 56 78") + "itinerance:\n  - Itinérant\n"
    assert check_text(text).diagnostics == []


def test_so_may_what_the_official_list_publishes():
    text = with_line("05 61 00 00 00", "06 12 34 56 78")
    official = text + "source:\n  - nom: france-services-2024-08\n"
    assert check_text(official).diagnostics == []
    assert len(lines(text + "source:\n  - nom: conseillers-numeriques-2022-12\n")) == 1


def test_one_wrong_item_does_not_hide_what_is_wrong_in_the_others():
    text = GOOD + (
        "exceptions:\n"
        "  - du: 24/12/2026\n    horaires: fermé\n"
        "  - du: 2026-12-24\n    au: 2026-01-02\n    horaires: fermé\n"
    )
    first, second = lines(text)
    assert first.startswith("32:9: exceptions[1].du: « 24/12/2026 » n'est pas une date")
    assert second.startswith("35:9: exceptions[2].au: ")


@pytest.mark.parametrize("name", ["Jean-Pierre Exemple", "marie exemple"])
def test_a_person_is_seen_where_a_role_or_a_place_is_expected(name: str):
    [role] = lines(with_line("verifie_par: mairie", f"verifie_par: {name}"))
    assert "semble être le nom d'une personne ; écrivez plutôt sa fonction" in role
    [place] = lines(with_line("nom: Médiathèque de Labège", f"nom: {name}"))
    assert "écrivez le nom du lieu" in place


@pytest.mark.parametrize("role", ["mairie", "bénévole", "conseil départemental", "Claire"])
def test_a_role_is_no_person(role: str):
    assert lines(with_line("verifie_par: mairie", f"verifie_par: {role}")) == []


def test_somebody_beside_the_town_is_seen_in_a_name():
    [told] = lines(with_line("nom: Médiathèque de Labège", "nom: Labège - Leila Benali"))
    assert "semble être le nom d'une personne ; écrivez le nom du lieu" in told


@pytest.mark.parametrize("who", ["moi", "Moi-même", "nous", "OK"])
def test_a_verifier_says_a_function(who: str) -> None:
    [told] = lines(with_line("verifie_par: mairie", f"verifie_par: {who}"))
    assert "ne dit pas qui a vérifié ; écrivez une fonction" in told


@pytest.mark.parametrize("value", ["", " []", " {}", " ''", "\n  -"])
def test_an_unknown_field_left_blank_is_said_as_with_a_value(value: str):
    said = lines(f"{GOOD}servces:{value}\n")
    assert len(said) == 1
    assert "servces: ce champ n'existe pas ; vouliez-vous dire « services » ?" in said[0]


def test_an_unknown_field_left_blank_is_said_in_parts_and_beside_other_faults():
    text = GOOD + "exceptions:\n  - du: 2026-12-24\n    horaires: fermé\n    motf:\n"
    assert ["exceptions[1].motf: ce champ" in line for line in lines(text)] == [True]
    assert len(lines(text.replace("code_postal: 31670", "code_postal: 3167"))) == 2
    assert len(lines(text + "nom: B\n")) == 2


def test_fields_and_days_left_blank_are_no_fault():
    assert lines(GOOD + "prise_rdv:\nannonces:\n  -\n") == []
    assert lines(GOOD.replace("lundi: fermé", "lundi:")) == lines(
        GOOD.replace("  lundi: fermé\n", "")
    )


def test_slips_that_stop_the_reading_hide_no_other_fault():
    text = with_line("nom: Médiathèque de Labège", 'nom: "Médiathèque de Labège')
    for old, new in (
        ("code_postal: 31670", "code_postal: 3167"),
        ("  mercredi:", "   mercredi:"),
        ("  jeudi: fermé", "\tjeudi: fermé"),
        ("- Gratuit", "- Gratuits"),
    ):
        text = text.replace(old, new)
    assert [line.split(":")[0] for line in lines(text)] == ["2", "6", "18", "19", "27"]


def test_a_slip_that_nobody_can_mend_ends_the_reading():
    assert len(lines(with_line("adresse: Rue", "adresse: [Rue"))) == 1


@pytest.mark.parametrize("text", ["", "# rien\n", "<b>bonjour</b>\n"])
def test_what_is_no_record_is_said_once(text: str) -> None:
    assert len(lines(text)) == 1


@pytest.mark.parametrize("name", ["*Le Lieu*", "!Lieu", "&Lieu"])
def test_a_sign_before_a_value_is_said_once(name: str) -> None:
    (told,) = lines(with_line("nom: Médiathèque de Labège", f"nom: {name}"))
    assert told.startswith("2:6: ")
    assert f"« {name[0]} » a un sens particulier" in told


WRONG_FOLDERS = {
    "31/messagerie.yaml": (WORKSHOP + "dates:\n  - le 1er mars 2027 9h-11h\n", "31/ateliers/"),
    "31/ateliers/mediatheque.yaml": (GOOD, "31/"),
    "974/tournees/mediatheque.yaml": (GOOD, "974/"),
    "ateliers/31/messagerie.yaml": (WORKSHOP, "31/ateliers/"),
    "tournees/bus.yaml": (ROUTE, "31/tournees/"),
}


@pytest.mark.parametrize("name", WRONG_FOLDERS)
def test_a_record_of_another_kind_says_where_it_goes(name: str) -> None:
    text, folder = WRONG_FOLDERS[name]
    (told,) = lines(text, name)
    assert told.startswith("1:1: ")
    assert told.endswith(folder)
