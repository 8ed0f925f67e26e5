"""Places that exist only in tests: as records state them, as the build lists them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from types import SimpleNamespace

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.records.entry import Entry, Places, entry_of
from plugins.records.model.place import Place


@cache
def gazetteer() -> Gazetteer:
    """That of the Haute-Garonne."""
    return Gazetteer.load(["31"])


@cache
def calendar(departement: str = "31") -> Calendar:
    """Holidays there."""
    return Calendar.of(gazetteer().all_departements[departement])


def place(id: str = "31/mediatheque-de-labege", **fields: object) -> Place:  # noqa: A002
    """A place with the least a record must say, and `fields`; None takes a field away."""
    tree = {
        "nom": "Médiathèque de Labège",
        "code_postal": "31670",
        "code_insee": "31254",
        "commune": "Labège",
        **fields,
    }
    stated = {name: value for name, value in tree.items() if value is not None}
    return Place.from_tree(stated, id, calendar(id.partition("/")[0]))


def in_commune(
    id: str,  # noqa: A002
    code: str,
    latitude: float | str | None = None,
    longitude: float | str | None = None,
    **fields: object,
) -> Place:
    """A place of the commune `code`, named after its file."""
    commune = gazetteer().commune(code)
    assert commune
    tree: dict[str, object] = {
        "nom": id.partition("/")[2].replace("-", " ").capitalize(),
        "code_postal": commune.postcodes[0],
        "code_insee": code,
        "commune": commune.nom,
    }
    if latitude is not None and longitude is not None:
        tree |= {"latitude": str(latitude), "longitude": str(longitude)}
    return place(id, **{**tree, **fields})


def full_place(**fields: object) -> Place:
    """A place that says everything."""
    return place(
        "31/mediatheque-de-labege",
        **{
            "typologie": ["BIB"],
            "adresse": "Rue de la Croix Rose",
            "complement_adresse": "Au fond de la cour",
            "latitude": "43.53",
            "longitude": "1.51",
            "telephone": ["05 61 00 00 00", "3949"],
            "courriels": ["mediatheque@exemple.fr"],
            "site_web": ["https://www.exemple.fr/mediatheque"],
            "prise_rdv": "https://rdv.exemple.fr/",
            "horaires": {"lundi": "fermé", "mardi": "9h-12h, 14h-17h30", "jeudi": "9h-12h"},
            "exceptions": [{"du": "2026-12-24", "au": "2027-01-02", "horaires": "fermé"}],
            "services": ["Aide aux démarches administratives"],
            "frais_a_charge": ["Gratuit"],
            "modalites_acces": ["Se présenter", "Téléphoner"],
            "modalites_accompagnement": ["Accompagnement individuel"],
            "publics_specifiquement_adresses": ["Seniors"],
            "prise_en_charge_specifique": ["Illettrisme"],
            "presentation_detail": "Un **accueil** calme.\n\n<script>alert(1)</script>",
            "labels": ["france-services"],
            "equipements": ["wifi", "prêt"],
            "accessibilite": {"fauteuil": "oui", "boucle_magnetique": "non"},
            "langues": ["fr", "en"],
            "acces": {"bus": "Ligne 79", "parking": "Devant la mairie"},
            "a_apporter": ["Pièce d'identité"],
            "annonces": [{"du": "2026-11-01", "au": "2026-12-20", "texte": "Plus d'imprimante."}],
            "verifie_le": "2026-10-03",
            "verifie_par": "la mairie",
            "source": [{"nom": "france-services-2024-08", "date": "2024-08-01"}],
            **fields,
        },
    )


def near(shown: Place, km: float | None = 2.46) -> SimpleNamespace:
    """A place in the list of a commune."""
    return SimpleNamespace(place=shown, distance_km=km, is_approximate=False)


def entry(
    id_: str,
    code: str,
    latitude: float | None = None,
    longitude: float | None = None,
    *,
    nom: str = "",
    labels: tuple[str, ...] = (),
    closed: bool = False,
    version: int = 1,
) -> Entry:
    """What the build always has in memory of a place; another `version`, another fingerprint."""
    return Entry(
        id=id_,
        fingerprint=_digest(f"{id_} {version}"),
        nom=nom or id_,
        code_insee=code,
        latitude=latitude,
        longitude=longitude,
        labels=labels,
        services=(),
        typologie=(),
        itinerance=(),
        is_closed=closed,
        remplace_par=None,
    )


def listed(one: Place) -> Entry:
    """The entry of a place; its fingerprint changes with anything that the place says."""
    return entry_of(one, _digest(repr(one)))


def directory(found: Iterable[Place]) -> Places:
    """All of them, as the build knows them."""
    by_id = {one.id: one for one in found}
    entries = [listed(one) for _, one in sorted(by_id.items())]
    return Places(entries, lambda entry: by_id[entry.id])


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=16).digest()
