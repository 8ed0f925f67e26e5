"""«à» and «de» before the name of a commune."""

from __future__ import annotations

import pytest

from plugins.french.joins import at_town, of_town
from plugins.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "at", "of"),
    [
        ("Carpentras", "à Carpentras", "de Carpentras"),
        ("Apt", "à Apt", "d'Apt"),
        ("Arles", "à Arles", "d'Arles"),
        ("Évry-Courcouronnes", "à Évry-Courcouronnes", "d'Évry-Courcouronnes"),
        ("Œuilly", "à Œuilly", "d'Œuilly"),
        ("Le Havre", "au Havre", "du Havre"),
        ("Le Haillan", "au Haillan", "du Haillan"),
        ("le Havre", "au Havre", "du Havre"),
        ("Les Angles", "aux Angles", "des Angles"),
        ("La Rochelle", "à La Rochelle", "de La Rochelle"),
        ("L'Isle-sur-la-Sorgue", "à L'Isle-sur-la-Sorgue", "de L'Isle-sur-la-Sorgue"),
        ("Lesneven", "à Lesneven", "de Lesneven"),
        ("Leers", "à Leers", "de Leers"),
        ("Hyères", "à Hyères", "d'Hyères"),
        ("Hérouville-Saint-Clair", "à Hérouville-Saint-Clair", "d'Hérouville-Saint-Clair"),
        ("Haguenau", "à Haguenau", "de Haguenau"),
        ("Yvetot", "à Yvetot", "d'Yvetot"),
        ("Yerres", "à Yerres", "d'Yerres"),
        ("Yutz", "à Yutz", "de Yutz"),
        ("", "à ", "de "),
    ],
)
def test_a_name_is_joined_as_people_say_it(name: str, at: str, of: str) -> None:
    assert (at_town(name), of_town(name)) == (at, of)


def test_no_commune_of_france_is_joined_to_an_article_or_a_vowel() -> None:
    for commune in Gazetteer.load(["*"]).communes.values():
        for joined in (at_town(commune.nom), of_town(commune.nom)):
            assert not joined.lower().startswith(("à le ", "à les ", "de le ", "de les "))
        assert of_town(commune.nom)[:4].lower() not in ("de a", "de e", "de i", "de o", "de é")
