"""The same records as a Hugo site: equivalent pages, the same content and about the same bytes.

Hugo is given for nothing what our build works out: opening hours in words, closures to come, phone
numbers, the nearest places of every place and commune, labels, needs. It validates nothing.
"""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.gazetteer import Commune, Gazetteer
from plugins.places.pages import PlacePages
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.repository import Repository
from plugins.territories.neighbourhood import Neighbourhood
from plugins.vocabulary.needs import NEEDS
from plugins.vocabulary.spoken import FRENCH

ROOT = Path(__file__).parent
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LISTS = ("SERVICES", "FEES", "ACCESS", "SUPPORT", "PUBLICS", "EQUIPMENT", "LANGUAGES", "KINDS")
_ACCESS = (
    ("fauteuil", "wheelchair", "Fauteuil roulant"),
    ("boucle_magnetique", "ear", "Boucle pour les appareils auditifs"),
    ("lsf", "signs", "Langue des signes"),
)
_ANSWERS = {"oui": ("yes", "Oui"), "non": ("no", "Non"), None: ("unknown", "On ne sait pas")}


def make_site(
    folder: Path, repository: Repository, gazetteer: Gazetteer, today: datetime.date
) -> None:
    """Write a Hugo site into `folder`, which must not exist."""
    shutil.copytree(ROOT / "hugo", folder)
    data = folder / "data"
    data.mkdir()
    (data / "words.json").write_text(json.dumps(_words()), encoding="utf-8")
    pages = PlacePages(
        repository.places, repository.of(Label), repository.fingerprints(Label), gazetteer
    )
    for entry in repository.places.entries:
        place = repository.places[entry.id]
        commune = gazetteer.page_of(entry.code_insee)
        if commune is None:
            raise LookupError(entry.code_insee)
        near = [
            {"url": item.place.url, "nom": item.place.nom, "km": _km(item.distance_km)}
            for item in pages.near(entry)
        ]
        fields = _fields(place, commune, gazetteer, today)
        fields |= {"proches": near, "labels_lus": _labels(repository, place)}
        path = folder / "content" / "lieux" / f"{entry.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps(fields, ensure_ascii=False, indent=1)
        path.write_text(f"{front}\n\n{place.presentation_detail or ''}\n", encoding="utf-8")
    around = Neighbourhood(gazetteer, repository.places.entries)
    communes = [_commune(commune, gazetteer, around) for commune in gazetteer.communes.values()]
    (data / "communes.json").write_text(json.dumps(communes), encoding="utf-8")


def _fields(
    place: Place, commune: Commune, gazetteer: Gazetteer, today: datetime.date
) -> dict[str, Any]:
    fields = place.model_dump(mode="json", exclude_none=True, exclude={"id", "horaires"})
    departement = gazetteer.all_departements[commune.departement]
    day = place.date_maj or today
    fields |= {
        "title": place.nom,
        "type": "lieux",
        "departement_nom": departement.nom,
        "departement_url": departement.url,
        "commune_url": commune.url,
        "besoins": [need.slug for need in place.needs],
        "telephones": [{"display": p.display, "uri": p.uri} for p in place.phones],
        "date_iso": day.isoformat(),
        "date_mots": _words_of(day),
        "acces_trois": list(_three_states(place)),
    }
    hours = place.opening_hours
    if not hours.week.is_unknown:
        fields["phrases"] = hours.sentences()
        fields["jours"] = [
            {"nom": row.when, "texte": ", ".join(row.hours)} for row in hours.rows(today)
        ]
        fields["fermetures"] = [
            {"iso": c.start.isoformat(), "mots": _words_of(c.start), "raison": c.reason}
            for c in hours.closures(today, 60)
        ]
        fields["ouvertures"] = [
            {"dayOfWeek": _DAYS[day], "opens": str(one.start), "closes": str(one.end)}
            for day, plan in enumerate(hours.weekly_plans() or ())
            for one in plan
        ]
    return fields


def _commune(commune: Commune, gazetteer: Gazetteer, around: Neighbourhood) -> dict[str, Any]:
    epci = gazetteer.epcis[commune.epci] if commune.epci else None
    departement = gazetteer.all_departements[commune.departement]
    return {
        "path": f"{commune.departement}/{commune.slug}",
        "nom": commune.nom,
        "departement": commune.departement,
        "departement_nom": departement.nom,
        "departement_url": departement.url,
        "epci_nom": epci.full_name if epci else "",
        "epci_url": epci.url if epci else "",
        "ici": [f"/lieux/{near.entry.id}" for near in around.here(commune.code, 20)],
        "autour": [
            {"lieu": f"/lieux/{near.entry.id}", "km": _km(near.distance_km or 0)}
            for near in around.nearest(commune.code)
        ],
    }


def _labels(repository: Repository, place: Place) -> list[dict[str, str]]:
    labels = repository.of(Label)
    found = [labels[slug] for slug in place.labels if slug in labels]
    return [{"url": label.url, "nom": label.nom, "resume": label.resume} for label in found]


def _three_states(place: Place) -> Iterator[dict[str, str]]:
    for field, icon, name in _ACCESS:
        kind, word = _ANSWERS[getattr(place.accessibilite, field, None)]
        yield {"icone": icon, "nom": name, "classe": kind, "mot": word}


def _words() -> dict[str, Any]:
    """The plain words of the site, as Hugo's data."""
    lists = {name: dict(getattr(FRENCH, name.lower())) for name in _LISTS}
    return lists | {"NEEDS": {need.slug: need.title for need in NEEDS}}


def _words_of(day: datetime.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _km(distance: float) -> str:
    return f"à {distance:.1f} km".replace(".", ",")
