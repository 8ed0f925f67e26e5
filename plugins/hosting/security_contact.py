"""`/.well-known/security.txt`: to whom a fault that endangers readers is told (RFC 9116)."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

PATH = ".well-known/security.txt"
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def security_txt(site_url: str, mail: str, today: date) -> str:
    """The file; "" where it has no place: a site that shares its host, or tells no address of mail.

    It expires at the end of the half-year that follows the present one: it changes twice a year,
    and a site that is built now and then has none that is out of date.
    """
    is_alone = re.fullmatch(r"https://[^/]+", site_url) is not None
    if not is_alone or not _MAIL.fullmatch(mail):
        return ""
    expires = f"{today.year}-12-31" if today.month <= 6 else f"{today.year + 1}-06-30"
    return (
        f"Contact: mailto:{quote(mail, safe='@')}\n"
        f"Expires: {expires}T00:00:00Z\n"
        "Preferred-Languages: fr\n"
        f"Canonical: {site_url}/{PATH}\n"
    )
