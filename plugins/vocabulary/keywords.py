"""Words that people type for a need and that no record holds: «carte grise», «WhatsApp»."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KEYWORDS: Mapping[str, str] = MappingProxyType(
    {
        "demarches": "allocation ameli ants apl asile assurance avis bourse caf carte cesu chomage "
        "compte cpam dossier droits formulaire franceconnect handicap identite immatriculation "
        "impot insee logement mariage mdph naissance passeport pension permis prefecture prime "
        "retraite rsa sejour secu securite tax urssaf vitale",
        "apprendre": "android application appli atelier boite clavier clic cours courriel debutant "
        "email excel facebook formation gmail iphone mail messagerie mot ordi passe photo skype "
        "smartphone souris tablette telephone video virus arnaque whatsapp windows word zoom",
        "se-connecter": "connexion cyber cybercafe imprimer imprimante internet ordinateur "
        "photocopie scan scanner wifi web",
        "s-equiper": "achat acheter don emprunter materiel moins neuf occasion pret prix "
        "reconditionne reparer reparation solidaire",
        "travail-famille": "actualisation candidature college cv ecole emploi ent enfant france "
        "interim job lettre lycee motivation parcoursup pole pronote stage travail",
    }
)
"""Slug of a need → beginnings of words, without accents. The project's own list."""
