"""A directory of N invented but realistic places, always the same for the same N and seed.

Communes are real and weighted by population; N = 1,000 covers 5 départements, 5,000 covers 25,
20,000 all 101, so the number of places a département stays the same. A file weighs 1.7 kB on
average. The records are for measuring only: no place in them exists.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from plugins.gazetteer import Commune, Gazetteer, slugify
from plugins.vocabulary import national

PLACES_A_DEPARTEMENT = 200
DEPARTEMENTS = 101

_KINDS = {
    "Médiathèque": "BIB",
    "Mairie annexe": "MUNI",
    "France services": "RFS",
    "Centre social": "CS",
    "CCAS": "CCAS",
    "Espace numérique": "EPN",
    "Maison de quartier": "MQ",
    "Mission locale": "ML",
    "Agence postale": "LA_POSTE",
    "Tiers-lieu": "TIERS_LIEUX",
}
_STREETS = "rue de la République,avenue Jean Jaurès,place du Marché,rue des Écoles,chemin du Moulin"
_NAMES = (
    "des Tilleuls,du Centre,Simone Veil,de la Gare,Jean Moulin,des Remparts,du Parc,Victor Hugo"
)
_SENTENCES = (
    "Une équipe vous accueille et vous aide pas à pas.",
    "Vous pouvez venir avec votre propre téléphone ou votre ordinateur.",
    "Des ateliers en petit groupe ont lieu chaque semaine, toute l'année.",
    "Un ordinateur et une imprimante sont à votre disposition sur place.",
    "Prenez rendez-vous par téléphone pour être aidé plus longtemps.",
    "L'aide est confidentielle : personne d'autre ne voit vos papiers.",
    "On vous montre comment créer une adresse électronique et vous en servir.",
    "Les enfants peuvent attendre dans l'espace de lecture.",
    "Apportez vos codes d'accès et votre dernier courrier, si vous en avez.",
)
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MORNINGS = ("8h30-12h", "9h-12h", "9h-12h30", "9h30-12h", "10h-12h", "10h-12h30", "8h-12h15")
_AFTERNOONS = (
    "13h30-17h",
    "14h-17h",
    "14h-17h30",
    "14h-18h",
    "13h30-16h30",
    "14h30-19h",
    "15h-18h",
)
_OSM = ("Mo-Fr 09:00-12:00,14:00-17:00", "Tu-Sa 10:00-12:30,14:00-18:00", "Mo-Th 08:30-16:30")


def make_places(folder: Path, count: int, seed: int = 1) -> list[str]:
    """Write `count` records into `folder`; returns the codes of the départements covered."""
    chance = random.Random(f"{seed} {count}")
    everywhere = Gazetteer.load(["*"])
    codes = _spread(
        [code for code in everywhere.departements if len(code) == 2 or code < "975"],
        max(1, min(DEPARTEMENTS, round(count / PLACES_A_DEPARTEMENT))),
    )
    for index, code in enumerate(codes):
        share = count * (index + 1) // len(codes) - count * index // len(codes)
        communes = [c for c in everywhere.communes.values() if c.departement == code]
        for slug, text in _records(communes, share, chance):
            path = folder / code / f"{slug}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return codes


def _spread(codes: Sequence[str], count: int) -> list[str]:
    """`count` of the codes, at even steps."""
    return [codes[index * len(codes) // count] for index in range(count)]


def _records(
    communes: Sequence[Commune], count: int, chance: random.Random
) -> Iterator[tuple[str, str]]:
    usable = [c for c in communes if c.latitude is not None and c.postcodes]
    weights = [(c.population or 1) ** 0.8 for c in usable]
    taken: set[str] = set()
    for commune in chance.choices(usable, weights, k=count):
        kind = chance.choice(list(_KINDS))
        name = f"{kind} {chance.choice(_NAMES.split(','))}"
        slug = base = slugify(f"{name} {commune.nom}")
        number = 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        yield slug, _record(name, _KINDS[kind], commune, chance)


def _record(name: str, kind: str, commune: Commune, chance: random.Random) -> str:
    some = chance.sample
    lines = [
        "# yaml-language-server: $schema=../schema/place.json",
        f"nom: {name}",
        f"typologie:\n  - {kind}",
        f"adresse: {chance.randint(1, 120)} {chance.choice(_STREETS.split(','))}",
        f"code_postal: {commune.postcodes[0]}",
        f"code_insee: {commune.code}",
        f'commune: "{commune.nom}"',
        f"latitude: {(commune.latitude or 0) + chance.uniform(-0.008, 0.008):.5f}",
        f"longitude: {(commune.longitude or 0) + chance.uniform(-0.008, 0.008):.5f}",
    ]
    if len(commune.departement) == 2 and chance.random() < 0.9:
        digits = f"{chance.randint(200_000, 799_999):06}"
        number = f"0{chance.randint(3, 5)} {chance.randint(60, 69)} {digits[:2]} {digits[2:4]}"
        lines.append(f"telephone:\n  - {number} {digits[4:]}")
    lines += [
        f"courriels:\n  - accueil@{commune.slug[:30].strip('-')}.fr",
        f"site_web:\n  - https://www.{commune.slug[:30].strip('-')}.fr/{slugify(name)}",
    ]
    lines += _hours(chance)
    lines += ["itinerance:\n  - Fixe"]
    lines += _list("services", some(get_args(national.Service), chance.randint(1, 5)))
    lines += _list("publics_specifiquement_adresses", some(get_args(national.Public), 2))
    lines += ["frais_a_charge:\n  - Gratuit"] if chance.random() < 0.8 else []
    lines += ["modalites_acces:\n  - Se présenter\n  - Téléphoner"]
    lines += _list("modalites_accompagnement", some(get_args(national.ModaliteAccompagnement), 2))
    lines.append(f'presentation_resume: "{chance.choice(_SENTENCES)}"')
    text = "\n  ".join(some(_SENTENCES, chance.randint(4, 8)))
    lines.append(f"presentation_detail: |\n  {text}")
    labels = [slug for slug in ("france-services", "conseillers-numeriques") if kind != "ML"]
    lines += _list("labels", some(labels, chance.randint(0, len(labels))))
    lines += _list("equipements", some(["wifi", "ordinateurs", "imprimante", "scanner"], 2))
    lines.append("accessibilite:\n  fauteuil: " + chance.choice(["oui", "non"]))
    lines += ["a_apporter:\n  - pièce d'identité", "langues:\n  - fr"]
    if chance.random() < 0.5:
        lines += [f"verifie_le: 2026-0{chance.randint(1, 9)}-15", "verifie_par: mairie"]
    lines += [
        "source:\n  - nom: banc-d-essai\n    date: 2026-01-15\n    licence: Licence Ouverte 2.0",
        "date_maj: 2026-01-15",
        "",
    ]
    return "\n".join(lines)


def _hours(chance: random.Random) -> list[str]:
    draw = chance.random()
    if draw < 0.1:
        return []
    if draw < 0.25:
        return [f"horaires: {chance.choice(_OSM)}"]
    lines = ["horaires:"]
    for index, day in enumerate(_DAYS):
        if index == 6 or chance.random() < 0.2:
            hours = "fermé"
        elif chance.random() < 0.3:
            hours = chance.choice(_MORNINGS)
        else:
            hours = f"{chance.choice(_MORNINGS)}, {chance.choice(_AFTERNOONS)}"
        lines.append(f"  {day}: {hours}")
    return lines


def _list(field: str, values: Sequence[str]) -> list[str]:
    return [f"{field}:", *(f"  - {value}" for value in values)] if values else []
