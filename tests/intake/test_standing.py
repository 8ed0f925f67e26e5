"""Places that a list says closed, moved, not open yet: in any cell, in any words."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake import ImportReport
from plugins.intake.read.standing import read_standing
from plugins.intake.write.report import RowStatus
from plugins.records.standing.told import without_state
from tests.support.intake import LABEGE

DAY = "2026-11-29"

HALTED = [
    ("nom", "Bibliothèque des Tilleuls (fermée depuis avril 2021)"),
    ("nom", "Bibliothèque du Lac INACTIF"),
    ("nom", "Bibliothèque du Lac (inactive)"),
    ("nom", "FERMÉ - Bibliothèque du Lac"),
    ("nom", "Bibliothèque du Lac - fermée"),
    ("nom", "BIBLIOTHEQUE DU LAC FERMEE"),
    ("nom", "Bibliothèque du Lac (fermé le 12/03/2021)"),
    ("nom", "Bibliothèque du Lac (transférée au 3 rue Haute)"),
    ("nom", "France services - ouverture prochaine"),
    ("nom", "Espace numérique (en projet)"),
    ("nom", "Médiathèque en travaux"),
    ("nom", "Médiathèque définitivement fermée"),
    ("nom", "Bibliothèque supprimée"),
    ("nom", "Lieu en cours de fermeture"),
    ("complement_adresse", "Fermé définitivement"),
    ("complement_adresse", "Plus d'accueil du public"),
    ("complement_adresse", "Nouvelle adresse : 86 place Haute"),
    ("complement_adresse", "ouvre en septembre 2027"),
    ("complement_adresse", "Fermeture au 31/12/2023"),
    ("presentation_resume", "Lieu fermé."),
    ("complement_adresse", "En cours de déménagement"),
    ("adresse", "//En cours de déménagement// mairie"),
    ("horaires", "Fermée depuis le confinement"),
    ("horaires", "temporairement fermé"),
    ("horaires", "Fermé pour travaux"),
    ("horaires", "Ouverture prévue en janvier"),
    ("presentation_resume", "La bibliothèque a fermé ses portes en 2020."),
    ("presentation_detail", "Espace en cours d'ouverture."),
    ("horaires_brut", "L'accueil est suspendu jusqu'à nouvel ordre"),
    ("presentation_resume", "Ce service n'est plus assuré"),
    ("presentation_resume", "Plus de permanence depuis septembre 2025"),
    ("presentation_resume", "Nos locaux sont fermés pour l'instant"),
    ("presentation_resume", "Local fermé suite à un dégât des eaux"),
    ("presentation_detail", "Nous déménageons en janvier 2027"),
    ("horaires", "Fermé au public"),
    ("nom", "Espace du Lac - provisoirement installé 4 rue Neuve"),
    ("nom", "Espace du Lac (en sommeil)"),
    ("nom", "Espace du Lac ARRÊTÉ"),
    ("nom", "Espace du Lac (jusqu'au 31/12/2026)"),
    ("nom", "Espace du Lac FERME"),
    ("nom", "Espace du Lac *fermé*"),
    ("nom", "ANNULÉ - Espace du Lac"),
    ("horaires", "Pas de permanence actuellement"),
    ("telephone", "Fermé"),
    ("telephone", "05 61 00 00 00 (fermé définitivement)"),
    ("telephone", "Fermé - ligne suspendue"),
    ("telephone", "Fermé définitivement, le numéro n'existe plus"),
    ("telephone", "inactif"),
    ("telephone", "Structure inactive"),
    ("services", "fermé"),
    ("nom", "Espace du Lac NE PAS DIFFUSER"),
    ("nom", "Espace du Lac (radié)"),
    ("nom", "Espace du Lac - liquidée"),
    ("nom", "Espace du Lac (fusionné avec la médiathèque)"),
    ("nom", "Association dissoute"),
    ("nom", "Espace à supprimer"),
    ("nom", "Espace du Lac (à archiver)"),
    ("nom", "CLOSED Espace du Lac"),
    ("nom", "Espace du Lac CLOSED"),
    ("nom", "Espace du Lac (closed)"),
    ("nom", "Espace du Lac - closed"),
    ("complement_adresse", "dissous"),
    ("complement_adresse", "désormais au 3 place Haute"),
    ("complement_adresse", "Réouverture le 4 janvier 2027"),
    ("presentation_resume", "L'association a été radiée en 2021"),
    ("presentation_resume", "Le service a été interrompu"),
]


@pytest.mark.parametrize(("field", "text"), HALTED)
def test_it_is_not_published_as_open(field: str, text: str) -> None:
    assert read_standing({field: text}, {}, "").halt


OPEN = [
    ("nom", "Médiathèque de la Ferme"),
    ("nom", "Ferme pédagogique du Lac"),
    ("nom", "Espace de la Fermée"),
    ("nom", "Espace du Clos"),
    ("nom", "Association Transfert"),
    ("nom", "Centre des Travaux publics"),
    ("nom", "Rendez-vous à domicile"),
    ("nom", "Aide à domicile de Bassac"),
    ("adresse", "rue de la Fermée"),
    ("adresse", "12 chemin de la Ferme"),
    ("horaires", "lundi 9h-12h, fermé le 24/12/2026"),
    ("horaires", "mardi 9h-12h, fermé en août"),
    ("horaires", "fermé ; mardi 9h-12h"),
    ("horaires", "mardi 9h-12h, fermeture le 24/12/2026"),
    ("horaires", "fermé"),
    ("complement_adresse", "ouvre le mardi"),
    ("horaires", "Fermé pendant les vacances scolaires"),
    ("presentation_resume", "Nous aidons les personnes inactives. Ouverture à tous."),
    ("presentation_resume", "Transfert de compétences et aide aux travaux manuels."),
    ("nom", "La Ferme"),
    ("nom", "Espace Ferme"),
    ("nom", "La Fermette"),
    ("adresse", "La Ferme"),
    ("adresse", "LA FERME"),
    ("adresse", "Fermette"),
    ("presentation_resume", "Plus de services près de chez vous"),
    ("presentation_resume", "Pour plus de permanences, appelez. Fermé le lundi."),
    ("presentation_resume", "Une aide quand vous déménagez ou changez d'adresse"),
    ("presentation_resume", "Réouverture en septembre 2020, après des années de travail"),
    ("horaires", "mardi 9h-12h, réouverture à 14h"),
    ("presentation_resume", "L'espace, désormais au complet, a fusionné deux équipes"),
    ("presentation_resume", "Aide pour afficher et diffuser vos photos"),
    ("telephone", "05 61 00 00 00 (hors service)"),
    ("telephone", "05 61 00 00 00 ligne suspendue"),
    ("telephone", "05 61 00 00 00 (inactif)"),
    ("telephone", "hors service"),
    ("telephone", "ligne fermée"),
    ("telephone", "05 61 00 00 00 n'existe plus"),
    ("telephone", "05 61 00 00 00 (n’existe plus)"),
    ("telephone", "05 61 00 00 00, ce numéro n'est plus en service"),
    ("telephone", "Standard fermé le mercredi"),
    ("telephone", "PH closed"),
    ("nom", "Closerie des Lilas"),
    ("complement_adresse", "Badge à retirer"),
    ("courriels", "accueil@ville.fr (hors service)"),
    ("courriels", "accueil@ville.fr (adresse supprimée)"),
    ("presentation_resume", "Ouverture en 2019, dans un lieu fermé aux voitures"),
]


@pytest.mark.parametrize(("field", "text"), OPEN)
def test_an_ordinary_place_stays(field: str, text: str) -> None:
    assert not any(read_standing({field: text}, {}, DAY))


def test_an_end_that_is_said_is_not_said_to_be_missing():
    text = "Travaux jusqu'au 15/02/2027"
    assert "sans dire la fin" not in read_standing({"nom": text}, {}, "").halt
    assert "sans dire la fin" in read_standing({"nom": "Travaux en cours"}, {}, "").halt


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Statut", "Fermé"),
        ("État du lieu", "inactif"),
        ("actif", "non"),
        ("Date de fermeture", "12/03/2021"),
        ("Observations", "Fermée depuis 2019"),
        *(
            (column, text)
            for column in ("Observations", "remarques", "Info libre")
            for text in (
                "Fermé",
                "FERMÉ",
                "Lieu fermé",
                "Structure fermée",
                "(fermé)",
                "INACTIF",
                "fermé le 31/12/2025",
                "À supprimer",
                "Fermeture prévue le 31/01/2027",
                "doublon de la mairie",
                "Nouvelle adresse : 4 rue Neuve",
                "Ne pas publier",
                "départ du conseiller",
                "Site fermé au public",
                "Établissement fermé administrativement",
                "ouverture janvier 2027",
            )
        ),
        ("ferme_le", "2025-01-01"),
        ("ferme_le", "avril 2021"),
        ("Fermé", "oui"),
        ("Ouvert (oui/non)", "non"),
        ("remplace_par", "31/mairie-exemple"),
        ("archivé", "TRUE"),
        ("ouvert au public", "non"),
        ("en_service", "FALSE"),
        ("statut", "suspendu"),
        ("statut", "en projet"),
    ],
)
def test_a_column_that_nothing_reads_tells_too(column: str, text: str) -> None:
    assert read_standing({}, {column: text}, "").halt


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Statut", "Bibliothèque municipale"),
        ("Type adresse", "Bâtiment ouvert"),
        ("Fermeture annuelle", "15/08/2026"),
        ("actif", "oui"),
        ("Lieu-dit", "La Ferme"),
        ("Type de lieu", "Ferme"),
        ("Horaires d'été", "Fermé"),
        ("Dimanche matin", "fermé"),
        ("Vacances", "Fermé"),
        ("Fermé le", "samedi"),
        ("Fermeture exceptionnelle", "24/12/2026"),
        ("ouvert le samedi", "non"),
        ("ferme_le", "-"),
        ("fermé", "non"),
        ("Observations", "RAS"),
        ("Statut", "Association"),
        ("Statut de déploiement au 07/04/2023", "Terminé"),
    ],
)
def test_an_ordinary_column_does_not(column: str, text: str) -> None:
    assert not read_standing({}, {column: text}, "").halt


@pytest.mark.parametrize(
    ("text", "until", "is_shut"),
    [
        ("Médiathèque (travaux jusqu'au 3 mars)", "2027-03-03", False),
        ("Médiathèque (fermée pour travaux jusqu'au 3 mars 2027)", "2027-03-03", True),
        ("Médiathèque (fermeture temporaire jusqu'au 15/01/2027)", "2027-01-15", True),
        ("Médiathèque (travaux jusqu'en mars 2027)", "2027-03-31", False),
    ],
)
def test_a_time_that_ends_is_a_message(text: str, until: str, is_shut: bool) -> None:
    standing = read_standing({"nom": text}, {}, DAY)
    assert (standing.halt, standing.until, standing.is_shut) == ("", until, is_shut)
    assert standing.message[0].isupper()
    assert without_state(text) == "Médiathèque"


def test_a_day_of_opening_that_has_not_come() -> None:
    assert read_standing({}, {"Date d'ouverture": "2027-03-01"}, DAY).halt
    assert not read_standing({}, {"Date d'ouverture": "2019-03-01"}, DAY).halt


def test_without_a_day_to_count_from_a_person_looks() -> None:
    assert read_standing({"nom": "Médiathèque (travaux jusqu'au 3 mars)"}, {}, "").halt


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("nom", "Domicile de Dominique"),
        ("adresse", "12 rue Haute (domicile)"),
        ("complement_adresse", "chez Mme Exemple"),
        ("adresse", "Domicile"),
    ],
)
def test_a_home_is_no_place(field: str, text: str) -> None:
    assert read_standing({field: text}, {}, "").is_home


def test_a_long_text_is_not_quoted_whole() -> None:
    text = "Demandez Mme Exemple. " + "Elle vous aide. " * 10 + "Ouverture prochaine."
    assert "Exemple" not in read_standing({"presentation_detail": text}, {}, "").halt


@given(st.text(max_size=60), st.sampled_from(["nom", "adresse", "horaires"]))
def test_no_text_breaks_the_reader(text: str, field: str) -> None:
    read_standing({field: text}, {text: text}, DAY)
    assert len(without_state(text)) <= len(text)


def test_a_name_of_no_place_of_today_is_asked_about(importing: Callable[..., ImportReport]) -> None:
    (row,) = importing({**LABEGE, "nom": "EX Cyberbase"}).rows
    assert row.status is RowStatus.IMPORTED
    assert [doubt for doubt in row.doubts if "« EX Cyberbase »" in doubt]


def test_a_number_that_is_no_longer_good_leaves_the_place(
    importing: Callable[..., ImportReport],
) -> None:
    (row,) = importing({**LABEGE, "telephone": "05 61 00 00 00 (hors service)"}).rows
    assert row.status is RowStatus.IMPORTED
    assert [told for told in row.remarks if "n'est plus bon, non repris" in told]
