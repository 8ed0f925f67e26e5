"""The point of an address, asked of the national service of addresses (Géoplateforme, IGN), which
answers from the Base Adresse Nationale: https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage

What is sent is the address. What comes back is a stranger's: nothing of it is believed that is not
a number or a short text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from http.client import HTTPException, HTTPSConnection
from math import isfinite
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlencode

HOST = "data.geopf.fr"
_PATH = "/geocodage/search"
_TIMEOUT = 5.0
"""Seconds: somebody waits."""
_LARGEST = 256 * 1024
"""Bytes of an answer."""
_LONGEST = 200
"""Letters of an address, the most that the service reads."""
_MOST = 5


class FoundAddress(NamedTuple):
    """An address of the service. `score`: 0 to 1, its own; `is_door`: a house number, and not the
    middle of a street or of a town; degrees (WGS84); `code`: INSEE code of its commune."""

    label: str
    score: float
    is_door: bool
    latitude: float
    longitude: float
    code: str
    postcode: str


class NoAddressAnswerError(Exception):
    """The service does not answer, or not in words that we know; the message is French."""


class AddressService(Protocol):
    """Who knows where an address is."""

    host: str

    def find(self, address: str) -> list[FoundAddress]:
        """The addresses that it may be, the likeliest first.

        Raises:
            NoAddressAnswerError: nobody answers.
        """


class NationalAddresses:
    """The service itself, over the network."""

    host = HOST

    def find(self, address: str) -> list[FoundAddress]:
        """As the protocol says; one request, no redirection followed."""
        query = urlencode({"q": address[:_LONGEST], "limit": _MOST, "index": "address"})
        connection = HTTPSConnection(HOST, timeout=_TIMEOUT)
        try:
            connection.request("GET", f"{_PATH}?{query}", headers={"Accept": "application/json"})
            response = connection.getresponse()
            if response.status != 200:
                raise NoAddressAnswerError(f"il répond « {response.status} »")
            return read_answer(response.read(_LARGEST))
        except TimeoutError as failure:
            raise NoAddressAnswerError("il met trop de temps à répondre") from failure
        except (OSError, HTTPException) as failure:
            raise NoAddressAnswerError("le réseau ne répond pas") from failure
        finally:
            connection.close()


def read_answer(body: bytes) -> list[FoundAddress]:
    """The addresses of an answer (GeoJSON).

    Raises:
        NoAddressAnswerError: it is none.
    """
    try:
        features = json.loads(body)["features"]
        return list(_found(features))
    except (ValueError, KeyError, TypeError, RecursionError) as failure:
        raise NoAddressAnswerError("sa réponse n'est pas lisible") from failure


def _found(features: Iterable[Any]) -> Iterator[FoundAddress]:
    for feature in features:
        facts = feature["properties"]
        longitude, latitude = map(float, feature["geometry"]["coordinates"][:2])
        score = float(facts["score"])
        if not all(map(isfinite, (longitude, latitude, score))):
            raise ValueError("not a number")
        texts = (str(facts.get(name, ""))[:_LONGEST] for name in ("label", "citycode", "postcode"))
        label, code, postcode = texts
        is_door = facts.get("type") == "housenumber"
        yield FoundAddress(label, score, is_door, latitude, longitude, code, postcode)
