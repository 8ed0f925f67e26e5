"""A repository of records with a change in it, as one who proposes makes it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

PLACE = """nom: Médiathèque de Labège
adresse: Rue de la Croix Rose
code_postal: 31670
code_insee: 31254
commune: Labège
telephone:
  - 05 61 00 00 00
horaires:
  lundi: fermé
  du mardi au vendredi: 9h-12h
  samedi et dimanche: fermé
"""
TOWN_HALL = "nom: Mairie de Labège\ncode_postal: 31670\ncode_insee: 31254\ncommune: Labège\n"
WORKSHOP = """titre: Premiers pas
theme: Rédiger son CV
lieu: 31/mairie-de-labege
"""
RECORDS = {
    "31/mediatheque-de-labege.yaml": PLACE,
    "31/mairie-de-labege.yaml": TOWN_HALL,
    "31/ateliers/premiers-pas.yaml": WORKSHOP,
}


def git(repository: Path, *arguments: str) -> str:
    """Run git there, as somebody who has no settings of their own."""
    who = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.fr", "-c", "core.hooksPath="]
    done = subprocess.run(
        ["git", "-C", str(repository), *who, *arguments],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def repository_of(folder: Path, records: Mapping[str, str] = RECORDS) -> Path:
    """A new repository whose `main` has these records; its folder of records."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder / "places", records)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Fiches")
    return folder / "places"


def write(places: Path, records: Mapping[str, str]) -> None:
    """Write these records."""
    for name, text in records.items():
        path = places / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
