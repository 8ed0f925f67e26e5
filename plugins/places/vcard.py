"""A place as a contact for a telephone's address book: vCard 4.0 (RFC 6350)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.records.model.place import Place
from plugins.vocabulary.advice import ADVICE

_LONGEST_LINE = 75
"""Bytes; the rest goes on the next line, after a space (RFC 6350, 3.2)."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_SPECIAL = re.compile(r"([\\,;])")


def vcard(place: Place, site_url: str) -> str:
    """The card of an open place. `site_url`: public address of the site, may be empty."""
    lines = ["BEGIN:VCARD", "VERSION:4.0", "KIND:org", *_properties(place, site_url), "END:VCARD"]
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def contact_link(place: Place, site_url: str) -> str:
    """The card as an address (RFC 2397): what a page carries itself needs no file beside it, and
    no network."""
    return "data:text/vcard;charset=utf-8," + quote(vcard(place, site_url), safe=":/;,=@+!*()~")


def _properties(place: Place, site_url: str) -> Iterator[str]:
    yield f"FN:{_text(place.nom)}"
    yield f"ORG:{_text(place.structure_parente or place.nom)}"
    street = ",".join(_text(line) for line in (place.adresse, place.complement_adresse) if line)
    yield f"ADR;TYPE=work:;;{street};{_text(place.commune)};;{place.code_postal};France"
    for number, phone in enumerate(place.phones, 1):
        yield f"TEL;TYPE=work,voice;PREF={number}:{phone.uri.removeprefix('tel:')}"
    for address in place.courriels:
        yield f"EMAIL;TYPE=work:{_text(address)}"
    for address in place.site_web:
        yield f"URL:{address}"
    if place.exact_point:
        yield f"GEO:geo:{','.join(place.exact_point.texts)}"
    if place.unread_hours:
        yield f"NOTE:{_text(FRENCH_SIGNS(f'{ADVICE.hours_unread} {place.unread_hours}'))}"
    elif place.horaires or place.permanence:
        yield f"NOTE:{_text(FRENCH_SIGNS(' '.join(_weeks(place))))}"
    if site_url:
        yield f"URL:{site_url}{place.url}"


def _weeks(place: Place) -> Iterator[str]:
    """When one is helped by a person, and when the place is open: one sentence each."""
    if place.permanence_hours:
        yield f"{ADVICE.permanence} {' ; '.join(place.permanence_hours.stated())}."
    if place.horaires:
        hours = " ; ".join(place.opening_hours.sentences())
        yield f"Ouvert : {hours}." if place.permanence else f"{hours[:1].upper()}{hours[1:]}."


def _text(value: str) -> str:
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub(" ", value))


def _fold(line: str) -> str:
    """At most 75 bytes a line, no character cut in two."""
    data, parts, limit = line.encode(), [], _LONGEST_LINE
    while len(data) > limit:
        cut = limit
        while data[cut] & 0xC0 == 0x80:  # the middle of a character
            cut -= 1
        parts.append(data[:cut].decode())
        data, limit = data[cut:], _LONGEST_LINE - 1
    return "\r\n ".join([*parts, data.decode()])
