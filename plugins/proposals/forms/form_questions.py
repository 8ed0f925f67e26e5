"""The forms and their questions: declared once, written for each forge (`forge_templates`)."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from plugins.vocabulary import national
from plugins.vocabulary.topics import OTHER_TOPIC, Theme

QuestionKind = Literal["line", "lines", "one", "several"]
DONT_KNOW = "Je ne sais pas"
HOW: dict[str, str] = {
    "Je travaille dans ce lieu": "lieu",
    "Je travaille à la mairie ou à la communauté de communes": "mairie",
    "J'y suis allé": "bénévole",
    "J'ai téléphoné": "bénévole",
    "Autre": "",
}
"""How one knows → the role that a record says to have verified it; empty: nobody did."""
FOR_GOOD, FOR_A_TIME = "Pour toujours", "Pour un temps"
THEMES: tuple[str, ...] = tuple(
    OTHER_TOPIC if theme == "autre" else theme for theme in get_args(Theme)
)


class FormQuestion(NamedTuple):
    """`slug`: the field of records that it fills, or a name of its own; `label`: what forges show,
    of one form in one sense; `options`: of a choice; `example`: what may be answered."""

    slug: str
    label: str
    kind: QuestionKind = "line"
    options: tuple[str, ...] = ()
    advice: str = ""
    example: str = ""
    is_needed: bool = False


class QuestionForm(NamedTuple):
    """Its first question is asked by no other form: it tells which form was filled in."""

    slug: str
    title: str
    about: str
    issue_title: str
    questions: tuple[FormQuestion, ...]


_SERVICES: tuple[str, ...] = get_args(national.Service)
_PRICES: tuple[str, ...] = get_args(national.Frais)

_ADDRESS = FormQuestion(
    "adresse", "Adresse", advice="Le numéro et la rue.", example="2 rue des Écoles"
)
_TELEPHONE = FormQuestion(
    "telephone", "Téléphone", advice="Celui du lieu, jamais celui d'une personne.",
    example="05 61 00 00 00",
)  # fmt: skip
_EMAIL = FormQuestion(
    "courriels", "Adresse électronique", advice="Celle d'un service, jamais celle d'une personne.",
    example="accueil@mairie-exemple.fr",
)  # fmt: skip
_SITE = FormQuestion("site_web", "Site internet", example="https://www.mairie-exemple.fr")
_HOURS = FormQuestion(
    "horaires", "Horaires", "lines", advice="Une ligne par jour.",
    example="mardi : 9h-12h, 14h-17h30\njeudi : fermé",
)  # fmt: skip
_WHAT = FormQuestion("services", "Que peut-on y faire ?", "several", _SERVICES)
_PRICE = FormQuestion("frais_a_charge", "Est-ce gratuit ?", "one", (*_PRICES, DONT_KNOW))
_WHEELCHAIR = FormQuestion(
    "fauteuil", "Peut-on entrer en fauteuil roulant ?", "one", ("oui", "non", DONT_KNOW)
)
_REST = FormQuestion("reste", "Autre chose à dire ?", "lines", advice="Une personne le lira.")
_REST_OF_PLACE = _REST._replace(
    advice="Une personne le lira : ce lieu est en double, une information est à retirer…"
)
_HOW = FormQuestion("comment", "Comment le savez-vous ?", "one", tuple(HOW), is_needed=True)
_WHICH_ADVICE = "L'adresse de sa page, ou son nom et sa commune."
_NO_CHANGE = (
    "Laissez vide ce qui ne change pas. « aucun » efface un téléphone, un site, des horaires."
)

ADD_PLACE = QuestionForm(
    "ajouter-un-lieu",
    "Ajouter un lieu",
    "Il manque un lieu où l'on trouve de l'aide",
    "Ajouter : ",
    (
        FormQuestion(
            "nom", "Nom du lieu à ajouter", example="Médiathèque de Labège", is_needed=True
        ),
        FormQuestion("commune", "Commune", example="31670 Labège", is_needed=True),
        _ADDRESS, _TELEPHONE, _EMAIL, _SITE, _HOURS, _WHAT, _PRICE, _WHEELCHAIR, _REST, _HOW,
    ),
)  # fmt: skip
CORRECT_PLACE = QuestionForm(
    "corriger-un-lieu",
    "Corriger un lieu",
    "Une adresse, un téléphone, un horaire n'est pas bon",
    "Corriger : ",
    (
        FormQuestion(
            "lieu", "Lieu à corriger", advice=_WHICH_ADVICE,
            example="Médiathèque de Labège, Labège", is_needed=True,
        ),
        _ADDRESS._replace(label="La bonne adresse", advice=f"{_ADDRESS.advice} {_NO_CHANGE}"),
        _TELEPHONE._replace(label="Le bon téléphone"),
        _EMAIL._replace(label="La bonne adresse électronique"),
        _SITE._replace(label="Le bon site internet"),
        _HOURS._replace(label="Les bons horaires", advice="Tous les jours, une ligne par jour."),
        _WHAT._replace(label="Que peut-on aussi y faire ?"),
        _PRICE, _WHEELCHAIR, _REST_OF_PLACE, _HOW,
    ),
)  # fmt: skip
CLOSE_PLACE = QuestionForm(
    "signaler-une-fermeture",
    "Signaler une fermeture",
    "Un lieu a fermé, pour toujours ou pour un temps",
    "Fermé : ",
    (
        FormQuestion(
            "lieu", "Lieu qui est fermé", advice=_WHICH_ADVICE, example="Mairie de Labège, Labège",
            is_needed=True,
        ),
        FormQuestion(
            "duree", "Pour combien de temps ?", "one", (FOR_GOOD, FOR_A_TIME), is_needed=True
        ),
        FormQuestion("du", "Depuis quel jour ?", example="30 juin 2026", is_needed=True),
        FormQuestion(
            "au", "Jusqu'à quel jour ?", advice="Pour un temps seulement : le dernier jour."
        ),
        FormQuestion("motif", "Pourquoi ?", advice="Le public le lira.", example="Travaux"),
        FormQuestion("remplace_par", "Quel lieu le remplace ?", advice=_WHICH_ADVICE),
        _REST, _HOW,
    ),
)  # fmt: skip
WORKSHOP = QuestionForm(
    "ajouter-ou-changer-un-atelier",
    "Ajouter ou changer un atelier",
    "Des séances où l'on apprend, à des dates connues",
    "Atelier : ",
    (
        FormQuestion("titre", "Titre de l'atelier", example="Premiers pas", is_needed=True),
        FormQuestion(
            "page", "Adresse de sa page",
            advice="S'il est déjà dans l'annuaire. Laissez alors vide ce qui ne change pas.",
        ),
        FormQuestion("lieu", "Lieu de l'atelier", advice=_WHICH_ADVICE),
        FormQuestion("theme", "Thème", "one", THEMES),
        FormQuestion(
            "dates", "Dates", "lines", advice="Une phrase par ligne, avec l'heure et l'année.",
            example="tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027",
        ),
        FormQuestion(
            "annulations", "Séances annulées", "lines", advice="Un jour par ligne.",
            example="1er décembre 2026",
        ),
        FormQuestion(
            "niveau", "Niveau", "one", ("débutant", "intermédiaire", "avancé", DONT_KNOW)
        ),
        FormQuestion(
            "inscription", "Faut-il s'inscrire ?", "one",
            ("obligatoire", "conseillée", "sans inscription", DONT_KNOW),
        ),
        FormQuestion("nombre_de_places", "Combien de personnes au plus ?", example="8"),
        _TELEPHONE, _PRICE, _REST, _HOW,
    ),
)  # fmt: skip
FORMS = (CORRECT_PLACE, ADD_PLACE, CLOSE_PLACE, WORKSHOP)
"""In the order in which a forge offers them."""
