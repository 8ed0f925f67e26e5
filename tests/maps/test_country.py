"""The picture of the whole directory, before its map is opened."""

from __future__ import annotations

import gzip
import re
from types import SimpleNamespace

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.page import first_view
from plugins.maps.picture.picture import Pictures


def test_the_picture_of_the_country_shows_each_place_and_stays_light():
    codes = [code for code in Gazetteer.load(["31"]).all_departements if len(code) == 2]
    known = Gazetteer.load(codes)
    places = [c for c in known.communes.values() if c.latitude is not None]
    spots = [
        SimpleNamespace(latitude=c.latitude, longitude=c.longitude, is_approximate=False)
        for c in places
    ]
    bounds = first_view(list(known.departements.values()))
    assert bounds
    picture = Pictures(known, Outlines.load()).country(
        bounds, list(known.departements.values()), spots
    )
    body = str(picture.body)
    assert picture.dots + picture.outside == len(spots) > 30_000
    assert body.count('class="covered"') == len(known.departements) > 90
    assert len(re.findall("h0", body.partition('class="dot"')[2])) <= 800
    assert len(gzip.compress(body.encode(), 9)) < 11_000


def test_few_places_keep_their_own_spots_in_the_picture_of_the_country():
    gazetteer = Gazetteer.load(["31"])
    area = [gazetteer.departements["31"]]
    bounds = first_view(area)
    assert bounds
    near = [
        SimpleNamespace(latitude=43.6, longitude=longitude, is_approximate=False)
        for longitude in (1.40, 1.44, None)
    ]
    picture = Pictures(gazetteer, Outlines.load()).country(bounds, area, near)
    assert picture.dots == 2
    assert str(picture.body).partition('class="dot"')[2].count("h0") == 2
