"""Entries of places that exist only in tests."""

from __future__ import annotations

from hashlib import blake2b

from plugins.records.entry import Entry


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
    mark = blake2b(f"{id_} {version}".encode(), digest_size=16).digest()
    return Entry(
        id=id_,
        fingerprint=mark,
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
