"""What people write for a value of a closed list, by its words: «Démarches», «sur rendez-vous».

Source: the project's own list, of words that lists and volunteers were seen to type. A word is the
beginning of one, without accents; a value is meant when a text has one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType

from plugins.french.normalization import normalize

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # services
        "Aide aux démarches administratives": "demarche, administrati, papiers, impots, caf, ameli,"
        " dossier, formulaire, droits, service public, services publics, ecrivain public",
        "Maîtrise des outils numériques du quotidien": "initiation, debutant, bases, bureautique,"
        " ordinateur, smartphone, tablette, messagerie, mail, courriel, apprendre, outils,"
        " prise en main, formation, informatique",
        "Insertion professionnelle via le numérique": "emploi, cv, professionnel, insertion,"
        " travail, candidature, metier",
        "Utilisation sécurisée du numérique": "secur, arnaque, mot de passe, mots de passe, virus,"
        " donnees, piratage, protection",
        "Parentalité et éducation avec le numérique": "parent, ecole, scolar, education, pronote,"
        " enfant",
        "Loisirs et créations numériques": "loisir, creation, photo, video, jeu, jeux, musique,"
        " fablab, robotique",
        "Compréhension du monde numérique": "comprendre, comprehension, culture numerique,"
        " citoyen, esprit critique, information, intelligence artificielle",
        "Accès internet et matériel informatique": "wifi, wi-fi, internet, connexion, imprim,"
        " photocop, scan, acces libre, ordinateurs en libre, materiel, postes",
        "Acquisition de matériel informatique à prix solidaire": "achat, acheter, acquisition,"
        " reconditionn, equiper, solidaire, don d, vente, pas cher",
        # how one comes
        "Se présenter": "presenter, sans rendez-vous, sans rdv, acces libre, sur place, venir,"
        " entree libre, libre",
        "Téléphoner": "telephon, appel, rendez-vous, rdv, tel",
        "Contacter par mail": "mail, courriel, message",
        "Prendre un RDV en ligne": "en ligne, rendez-vous, rdv, internet, doctolib",
        "Ce lieu n'accueille pas de public": "pas de public, pas d'accueil, non accueil",
        "Envoyer un mail avec une fiche de prescription": "prescri, orientation",
        # what it costs
        "Gratuit": "gratui, libre, offert, 0 €, 0€, aucun frais, sans frais",
        "Gratuit sous condition": "condition, adheren, adhesion, abonne, habitants",
        "Payant": "payan, tarif, €, euro, cotisation",
        # how one is helped
        "En autonomie": "seul, autonom, libre",
        "Accompagnement individuel": "individu, personnalis, particulier, un par un, tete a tete",
        "Dans un atelier collectif": "atelier, collecti, groupe",
        "À distance": "distance, visio, telephone, en ligne",
        # for whom
        "Jeunes": "jeune, ado, mineurs",
        "Étudiants": "etudiant, universit",
        "Familles et/ou enfants": "famille, enfant, parent",
        "Seniors": "senior, aine, agee, retrait, ans et plus",
        "Femmes": "femme",
        "Surdité": "sourd, surdit, malentend, lsf, signes",
        "Handicaps moteurs": "moteur, fauteuil, pmr, mobilite",
        "Handicaps mentaux": "menta, cogniti, psychi, intellect",
        "Illettrisme": "illettr, lire, lecture, analphab",
        "Langues étrangères (anglais)": "anglais",
        "Langues étrangères (autres)": "arabe, espagnol, ukrain, autres langues, fle, traduc",
        "Déficience visuelle": "visuel, aveugle, malvoyan, non-voyan, braille",
        # what is there
        "wifi": "wifi, wi-fi, connexion, internet",
        "ordinateurs": "ordi, pc, postes",
        "imprimante": "imprim, photocop",
        "scanner": "scan, numeris",
        "prêt": "pret, emprunt, location",
        "Fixe": "fixe, locaux",
        "Itinérant": "itinera, bus, mobile, tourn, camion",
        # workshops and rounds
        "obligatoire": "obligatoire, oui, sur inscription, reservation",
        "conseillée": "conseil, recommand, souhait, de preference",
        "sans inscription": "sans, libre, non, aucune",
        "initiation": "initiation, decouv",
        "prévention": "prevention, arnaque, secur",
        "formation": "formation, cours, apprendre",
        "débutant": "debut, facile, grand debutant",
        "intermédiaire": "interm, moyen",
        "avancé": "avanc, confirm, perfectionn, expert",
        "annoncé": "annonc, bientot, a venir, prevu",
        "en cours": "en cours, actif, ouvert",
        "suspendu": "suspend, pause, reporte",
        "terminé": "termin, fini, clos, arret",
        "étude": "etude, projet",
        "expérimentation": "experim, test, essai",
        "en service": "service, actif, marche",
        "arrêté": "arret, termin, fini",
        "actif": "actif, en cours, ouvert",
        "ordinateur": "ordi, pc",
        "tablette": "tablet, ipad",
        "telephone": "telephon, smartphone, portable, mobile",
        "aucun": "aucun, rien, sans",
        "Rédiger son CV": "cv, emploi, candidature, lettre de motivation",
        "Échanger avec ses proches": "messagerie, mail, courriel, visio, proches, whatsapp",
        "Suivre la scolarité de ses enfants en ligne": "scolar, ecole, pronote, ent, enfants",
        "Maîtriser ses données personnelles": "donnees, mot de passe, mots de passe, vie privee",
        "Vérifier des informations": "verifier, fausses, infox, fake, desinformation",
        "approximative": "approx, environ, a peu pres, centre",
    }
)  # fmt: skip


@cache
def _pattern(value: str) -> re.Pattern[str]:
    stems = (stem.strip() for stem in _WORDS.get(value, "").split(","))
    joined = "|".join(_beginning(stem) for stem in stems if stem)
    return re.compile(rf"(?<![^\W_])(?:{joined})" if joined else r"(?!)")


def _beginning(stem: str) -> str:
    """A short one stands for itself: «ent» is no «entraide»."""
    return re.escape(stem) + (r"s?(?![^\W_])" if len(stem) < 4 and stem.isalnum() else "")


def meant_values(text: str, allowed: Collection[str]) -> list[str]:
    """The values of a list that a text may mean, the longest word first: all that are as likely."""
    plain = normalize(text)
    found: dict[str, int] = {}
    for value in allowed:
        lengths = [len(match[0]) for match in _pattern(value).finditer(plain)]
        if lengths:
            found[value] = max(lengths)
    most = max(found.values(), default=0)
    return [value for value, length in found.items() if length == most]
