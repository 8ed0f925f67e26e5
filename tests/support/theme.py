"""Components and pages as the press makes them, from real models: one page of each kind."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from plugins.agenda.calendars.subscriptions import Subscriptions
from plugins.agenda.contract import AgendaGlobals
from plugins.agenda.pages.upcoming import Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.titles import SessionLines
from plugins.contracts.collected import all_globals, contexts_by_template
from plugins.contracts.shown import TemplateContext
from plugins.gazetteer.areas_covered import AreasCovered
from plugins.hours import Evaluator
from plugins.i18n.constant_folding import FoldingEnvironment
from plugins.maps.contract import MapGlobals
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.map_urls import Maps
from plugins.maps.picture.picture import Pictures
from plugins.places.by_commune import CommunePlaces
from plugins.places.contract import PlaceGlobals
from plugins.places.vcard import contact_link
from plugins.press.press import Press
from plugins.press.rendering import renderer
from plugins.press.site import Site
from plugins.records.memory.vanished import Vanished
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.model.territory import Territory
from plugins.search.across_names import Beside
from plugins.territories.contract import CommuneToCall, Nearby, PostcodeGroup, PostcodeLink
from plugins.territories.others.kept_file import OtherDirectory
from plugins.territories.shared_pages import anchor
from plugins.territories.views import facets_among
from plugins.vocabulary.needs import NEEDS
from tests.support.places import full_place, gazetteer, near, place
from tests.support.reader import Reader

THEME = Path(__file__).resolve().parents[2] / "theme"
TODAY = datetime.date(2026, 11, 22)
HOSTILE = "Mairie </script><script>alert(1)</script> \" onload='x' & fils {{ 7*7 }}"
SITE = Site(
    name="Coup de main numérique",
    url="https://aide.exemple.fr",
    editor="https://forge.exemple.fr/aide/edit/main",
    date=TODAY,
    publisher={"nom": "Ville d'Exemple"},
)


def environment_of(site: Site) -> FoldingEnvironment:
    """The templates as the press compiles them for a site."""
    press = Press(
        output=Path("nowhere"),
        templates=[THEME / "templates"],
        static=THEME / "static",
        site=site,
        program="",
        build_key="",
        workers=1,
        swap_above=1,
        gives=all_globals(),
    )
    hours = Evaluator.of(TODAY).code
    areas = AreasCovered.of(gazetteer())
    press.provide(PlaceGlobals(hours, list, lambda place: contact_link(place, site.url), areas))
    loaded = (["vendor/leaflet/leaflet.js"], ["map.css"], "cartes/territoire.js")
    kinds = {"territoire": loaded, "france": loaded}
    maps = Maps(site.path, press.asset, kinds, ["31"])
    press.provide(MapGlobals(maps, Pictures(gazetteer(), Outlines.load())))
    press.provide(empty_agenda())
    return press.environment


def empty_agenda() -> AgendaGlobals:
    """What pages show of the agenda of a directory without workshops and routes."""
    known = gazetteer()
    agenda = Agenda({}, {}, known, TODAY, TODAY + datetime.timedelta(days=400), 20)
    lines = SessionLines(agenda, known, {}, TODAY)
    upcoming = Upcoming(agenda, lines, AgendaIndex(agenda, lines, known))
    return AgendaGlobals(upcoming, Subscriptions(agenda, known, {}, TODAY))


@cache
def environment() -> FoldingEnvironment:
    """Those of the site of these tests."""
    return environment_of(SITE)


def component(file: str, macro: str, *values: object) -> str:
    """What a macro of components/ gives for `values`."""
    module = environment().get_template(f"components/{file}.html").module
    return str(getattr(module, macro)(*values))


LABEL = Label.from_tree(
    {
        "nom": "Pass numérique",
        "nature": "dispositif",
        "resume": "Des chèques pour payer des cours.",
        "conseil": "Demandez à votre mairie.",
        "statut": "terminé",
        "depuis": "2019",
        "jusqu_a": "2024-01-16",
        "source": [{"titre": "Communiqué", "date": "2018-01-23", "date_probable": "2019-01-23"}],
    },
    "pass-numerique",
)

TERRITORY = Territory.from_tree(
    {
        "nom": "Sicoval",
        "presentation": "Le Sicoval réunit 36 communes.",
        "charte": {
            "intitule": "Territoire France connectée",
            "signee_le": "2019-02-14",
            "signataires": ["L'État", "Le Sicoval"],
        },
        "plan": {
            "intitule": "Plan d'actions du Sicoval",
            "axes": [{"titre": f"Axe {number}"} for number in range(1, 6)],
        },
        "coordination": [{"nom": "CTIN", "pilote": "Le Sicoval"}],
        "postes": [{"intitule": "conseillers numériques", "nombre": "4", "date": "2021"}],
        "financements": [{"objet": "PASS", "quantite": "100", "montant": "3000000"}],
        "chiffres": [{"valeur": "20 %", "texte": "des personnes", "date": "2019"}],
    },
    "epci/243100633",
)


def page(template: str, **variables: Any) -> str:
    """A page; TypeError when its contract has other names."""
    return shown(contexts_by_template()[template](**variables))


def shown(context: TemplateContext) -> str:
    """The page of a context."""
    kind = type(context)
    return renderer(environment().get_template(kind.TEMPLATE), kind)(context)


def place_page(shown: Place, **variables: object) -> str:
    known = gazetteer()
    base: Mapping[str, Any] = {
        "commune": known.communes["31254"],
        "departement": known.departements["31"],
        "labels": [LABEL],
        "near": [near(place("31/autre"))],
        "is_blank": False,
        "has_translation": not shown.is_closed,
        "to_call": None,
        "left": None,
    }
    return page("place.html", place=shown, **{**base, **variables})


def place_data(html: str) -> dict[str, Any]:
    """The first linked data of a page: those of the place."""
    reader = Reader(html)
    scripts = zip(reader.all("script"), reader.text_of("script"), strict=True)
    found = next(text for script, text in scripts if script.get("type") == "application/ld+json")
    data = json.loads(found)
    assert isinstance(data, dict)
    return data


def commune_page(here: list[Any], around: list[Any], **variables: object) -> str:
    """The page of Labège with these places, lists of `near(place)`."""
    known = gazetteer()
    base: Mapping[str, Any] = {
        "commune": known.communes["31254"],
        "epci": known.epcis["243100633"],
        "departement": known.departements["31"],
        "territory": None,
        "here_total": len(here),
        "to_complete": [],
        "list_pages": 0,
        "facets": facets_among(item.place for item in here + around),
        "here_facets": facets_among(item.place for item in here),
        "around_facets": facets_among(item.place for item in around),
        "limits": [],
        "across": [],
        "may_be_nearer": False,
        "elsewhere": {},
        "to_call": next((item for item in here + around if item.place.phones), None),
        "shared_url": "" if here else f"{known.epcis['243100633'].url}#31-labege",
        "easy_url": "/facile/territoires/31/labege/",
    }
    return page("commune.html", here=here, around=around, **{**base, **variables})


def every_page() -> dict[str, str]:
    """One page of each kind, by name."""
    known = gazetteer()
    departement, commune = known.departements["31"], known.communes["31254"]
    epci = known.epcis["243100633"]
    entry = SimpleNamespace(
        id="31/x",
        nom=HOSTILE,
        url="/lieux/31/x/",
        latitude=43.53,
        longitude=1.51,
        is_approximate=False,
    )
    hostile = place("31/y", nom=HOSTILE)
    groups = [CommunePlaces(commune, [hostile])]
    first = SimpleNamespace(number=1, urls=("/lieux/31/", "/lieux/31/page-2/"))
    communes = [(known.communes[code], [entry] * (n % 3)) for n, code in enumerate(epci.communes)]
    around = [near(place("31/y", nom=HOSTILE)), near(full_place(), None)]
    prose = SimpleNamespace(
        title="Mentions légales",
        slug="mentions-legales",
        url="mentions-legales/",
        content="<h2>Votre visite</h2>",
        metadata={"description": "Qui publie ce site."},
    )
    return {
        "place, full": place_page(full_place()),
        "place, bare": place_page(place(), labels=[], near=[]),
        "place, blank": place_page(place(), labels=[], is_blank=True, to_call=(full_place(), 2.5)),
        "place, not listed any more": place_page(
            place(), left=Vanished(HOSTILE, "", datetime.date(2025, 6, 1))
        ),
        "place, hostile": place_page(full_place(nom=HOSTILE, adresse=HOSTILE, commune=HOSTILE)),
        "place, closed": place_page(place(ferme_le="2025-01-31", remplace_par="31/autre")),
        "commune": commune_page([near(full_place())], around, here_total=30, list_pages=2),
        "places of a commune": page(
            "commune_places.html",
            commune=commune,
            departement=departement,
            url="/territoires/31/labege/lieux/",
            groups=[
                PostcodeGroup("31670", [Nearby(full_place(), 2.46, False)]),
                PostcodeGroup("", [Nearby(place("31/y", nom=HOSTILE), None, True)]),
            ],
            to_complete=[near(place("31/z"))],
            facets=["besoin-demarches"],
            postcodes=[PostcodeLink("31670", 1, "/territoires/31/labege/lieux/")],
            total=3,
            first=1,
            last=3,
            paging=first,
        ),
        "commune, empty": commune_page([], around),
        "epci": page(
            "epci.html",
            epci=epci,
            departements=[departement],
            communes=communes,
            url=epci.url,
            paging=first,
            groups=groups,
            without=[commune],
            sharing=[commune],
            nearest=lambda commune: around,
            anchor=anchor,
            coordination=f"{epci.url}coordination/",
            commune_index="/recherche/communes/",
        ),
        "coordination": page(
            "coordination.html",
            area=epci,
            name=epci.full_name,
            url=f"{epci.url}coordination/",
            steps=[(epci.full_name, epci.url)],
            territory=TERRITORY,
            networks=[],
        ),
        "communes": page("communes.html", departement=departement, communes=communes),
        "departement": page(
            "departement.html",
            departement=departement,
            epcis=[epci],
            communes=communes,
            labels=[LABEL],
            url=departement.url,
            paging=first,
            to_call=[CommuneToCall(commune, 2, full_place(nom=HOSTILE))],
            coordination="",
            commune_index="/recherche/communes/",
        ),
        "territoires": page(
            "territories.html",
            departements=[(departement, 2)],
            epcis=[epci],
            outside=[],
            commune_index="/recherche/communes/",
        ),
        "labels": page("labels.html", labels=[LABEL]),
        "label": page(
            "label.html", label=LABEL, by_departement=[(departement, groups)], paging=first
        ),
        "places": page(
            "places.html",
            heading="Haute-Garonne (31)",
            steps=[],
            url="/lieux/31/",
            departements=[],
            communes=groups,
            paging=first,
        ),
        "home": page(
            "index.html",
            gazetteer=known,
            places=SimpleNamespace(by_departement={"31": (entry,)}),
            needs=NEEDS,
            commune_index="/recherche/communes/",
            beside=Beside(
                [(OtherDirectory(HOSTILE, "https://aide.exemple.fr", ()), [HOSTILE])], ""
            ),
        ),
        "prose": page("page.html", page=prose, text=prose.content),
        "404": page("404.html"),
    }
