"""What the examples are given: records as volunteers write them, of a place that does not exist."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any, NamedTuple

from markupsafe import Markup

from plugins.components.sample_agenda import sample_agenda
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.areas_covered import AreasCovered
from plugins.hours import Evaluator
from plugins.hours.holidays import Calendar
from plugins.i18n.languages import LANGUAGES
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.picture.picture import Pictures
from plugins.paper.pages import papers_of
from plugins.places.by_commune import CommunePlaces
from plugins.places.listed_sources import ListedSource
from plugins.places.vcard import contact_link
from plugins.press.site import Site
from plugins.records.entry import entry_of
from plugins.records.model.label import Label
from plugins.records.model.labelled import Gain
from plugins.records.model.network import Network
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.model.territory import Territory
from plugins.search.across_names import Beside
from plugins.territories.limits import Limit
from plugins.territories.others.across import HelpAcross
from plugins.territories.others.kept_file import OtherDirectory, OtherPlace
from plugins.vocabulary.licences import OPEN_LICENCE
from plugins.vocabulary.needs import NEEDS

TODAY = datetime.date(2026, 11, 16)
_LEAST = {
    "nom": "Médiathèque des Tilleuls",
    "code_postal": "31670",
    "code_insee": "31254",
    "commune": "Labège",
    "latitude": "43.53",
    "longitude": "1.53",
}
_MORE = {
    "typologie": ["BIB"],
    "adresse": "1 rue de l'Exemple",
    "telephone": ["05 61 00 00 00", "3949"],
    "horaires": {"lundi": "fermé", "mardi": "9h-12h, 14h-17h30", "jeudi": "9h-12h"},
    "exceptions": [{"du": "2026-12-24", "au": "2027-01-02", "horaires": "fermé"}],
    "services": ["Aide aux démarches administratives"],
    "frais_a_charge": ["Gratuit"],
    "accessibilite": {"fauteuil": "oui", "boucle_magnetique": "non"},
    "verifie_le": "2026-10-03",
    "verifie_par": "la mairie",
    "source": [{"nom": "france-services-2024-08", "date": "2024-08-01"}],
}
_LABEL = {
    "nom": "Pass numérique",
    "nature": "dispositif",
    "resume": "Des chèques pour payer des cours.",
    "statut": "terminé",
    "depuis": "2019",
    "jusqu_a": "2024-01-16",
}


_LIVING_LABEL = {
    "nom": "Conseillers numériques",
    "nature": "dispositif",
    "resume": "Une personne vous apprend à vous servir d'un ordinateur.",
    "statut": "actif",
    "depuis": "2021",
}


_TERRITORY = {
    "nom": "Pays de l'Exemple",
    "presentation": "Vingt communes autour d'une ville, qui s'entraident.",
    "site_web": "https://www.pays-exemple.fr",
    "postes": [{"intitule": "conseiller numérique", "nombre": "2", "pour": "le pays"}],
    "chiffres": [
        {
            "valeur": "20 %",
            "texte": "des habitants demandent de l'aide.",
            "date": "2021",
            "source": [{"titre": "Rapport d'exemple", "date": "2021-05", "editeur": "Le pays"}],
        }
    ],
}
_NETWORK = {
    "nom": "Réseau de l'Exemple",
    "resume": "Des personnes qui aident, et qui se parlent.",
    "statut": "actif",
}
_SITE = Site(
    name="Annuaire d'exemple",
    url="https://aide.exemple.fr",
    editor="https://forge.exemple.fr/aide/edit/main",
    date=TODAY,
    publisher={"nom": "Ville d'Exemple", "courriel": "aide@ville-exemple.fr"},
)
_QR = Markup('<svg viewBox="0 0 3 3" aria-hidden="true"><path d="M0 0h1v1H0z"/></svg>')


class Samples(NamedTuple):
    """What examples are given: names of their own, and `globals` in the place of the site's."""

    given: dict[str, Any]
    globals: dict[str, Any]


def samples() -> Samples:
    """All of them; they change with neither the site nor the day of the build."""
    gazetteer = Gazetteer.load(["243100633"])
    calendar = Calendar.of(gazetteer.all_departements["31"])
    commune = gazetteer.communes["31254"]

    def place(slug: str, **fields: Any) -> Place:
        return Place.from_tree({**_LEAST, **fields}, f"31/{slug}", calendar)

    full = place("mediatheque-des-tilleuls", **_MORE)
    bare = place("lieu-peu-connu")
    entry = entry_of(full, b"")
    territory = Territory.from_tree(_TERRITORY, "epci/243100633")
    agenda = sample_agenda(entry, gazetteer, TODAY)
    drawn = Pictures(gazetteer, Outlines.load()).commune(commune, [Near(full)])
    there = OtherPlace(
        url="https://ariege.example/lieux/09/mediatheque/",
        nom="Médiathèque de l'exemple",
        commune="Sainte-Suzanne",
        departement="09",
        latitude=43.1,
        longitude=1.4,
        telephone="+33561000000",
        licence="Licence Ouverte 2.0",
    )
    given = {
        **agenda.given,
        "across": HelpAcross(there, "Annuaire de l'exemple", 4.3),
        "bare": bare,
        "beside": Beside(
            [
                (OtherDirectory("Annuaire de l'exemple", "https://ariege.example", ()), ["Ariège"]),
                (OtherDirectory("Aide du val", "https://val.example", ()), []),
            ],
            "recherche/voisins",
        ),
        "closed": place("lieu-ferme", ferme_le="2025-01-31"),
        "commune": commune,
        "communes": [(commune, [full, bare])],
        "island": gazetteer.page_of("97801"),
        "date": datetime.date(2026, 3, 1),
        "departement": gazetteer.all_departements["31"],
        "drawn": drawn,
        "gain": Gain("France services", "label", "/labels/france-services/", ("Gratuit",), ()),
        "gazetteer": gazetteer,
        "groups": [CommunePlaces(commune, [full, bare])],
        "label": Label.from_tree(_LABEL, "pass-numerique"),
        "living_label": Label.from_tree(_LIVING_LABEL, "conseillers-numeriques"),
        "later": datetime.date(2026, 8, 12),
        "limit": Limit(gazetteer.all_departements["09"], commune, 4.3),
        "needs": NEEDS,
        "network": Network.from_tree(_NETWORK, "reseau-de-l-exemple"),
        "paging": SimpleNamespace(number=2, urls=("/lieux/31/", "/lieux/31/page-2/")),
        "place": full,
        "places": SimpleNamespace(by_departement={"31": [full, bare]}),
        "area_files": SimpleNamespace(
            name="Labège",
            places=2,
            licence=OPEN_LICENCE,
            files=[SimpleNamespace(title="Tableau", address="/donnees/v1/lieux-tableur.csv")],
            losses="",
        ),
        "source": ListedSource("Liste d'exemple", "Des lieux.", TODAY, TODAY, ("Libre",), 2),
        "territory": territory,
        "today": TODAY,
        "unsure": Route.from_tree(
            {"nom": "Bus", "statut": "en service", "dates_confirmees": "non"}, "31/bus"
        ),
    }
    made = {
        "areas": AreasCovered("departement", True, True),
        "has_easy": True,
        "hours_code": Evaluator(TODAY, 7).code,
        "contact_link": lambda place: contact_link(place, ""),
        "languages": tuple(LANGUAGES.values()),
        "papers": papers_of,
        "qr": lambda url: _QR,
        "site": _SITE,
    }
    return Samples(given, {**agenda.globals, **made})


class Near(NamedTuple):
    """A place as the picture of a commune takes it: it is a part of the list."""

    place: Place
