"""What to say of an address that was visited, and what to write instead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plugins.common.diagnostic import Diagnostic, FieldPath, quote, remark, warning
from plugins.french.dates import say_date
from plugins.records.model.types import WEB
from plugins.records.web.visited import Seen

_LONGEST = 500


def finding_of(where: FieldPath, url: str, seen: Seen) -> Diagnostic | None:
    """None when all is well, or when the site lets no program know."""
    visit = seen.visit
    if visit.answer == "private":
        return warning(
            where,
            f"{quote(url)} : {visit.reason}",
            "écrivez l'adresse que tout le monde peut ouvrir, ou supprimez la ligne",
        )
    if visit.answer == "down":
        if len(seen.failures) < 2:
            return remark(
                where,
                f"{quote(url)} ne répond pas aujourd'hui : {visit.reason}",
                "ne changez rien : elle sera revue un autre jour",
            )
        return warning(
            where,
            f"{quote(url)} ne répond pas depuis le {say_date(seen.failures[0])} : {visit.reason}",
            "ouvrez-la ; si elle n'existe plus, supprimez la ligne, ou écrivez la nouvelle",
        )
    if visit.answer == "there" and (said := _moved(url, visit.url)):
        is_sure = visit.is_permanent or _is_the_same(url, visit.url)
        if said and is_sure:
            return warning(where, f"{quote(url)} mène à une autre adresse", said)
    return None


def _moved(url: str, arrived: str) -> str:
    """What to write; "" where one arrives at the address itself, or at one that is for a visit."""
    if arrived.rstrip("/") == url.rstrip("/"):
        return ""
    old, new = urlsplit(url), urlsplit(arrived)
    if old.path.strip("/") and not new.path.strip("/"):
        return "la page n'existe plus : écrivez celle d'aujourd'hui, ou supprimez la ligne"
    if new.query != old.query or re.search(r"session|;", new.path):
        return ""
    if len(arrived) > _LONGEST or not re.match(WEB.regex, arrived):
        return ""
    if _site(new.hostname) == _site(old.hostname):
        return f"écrivez « {arrived} »"
    return f"si c'est bien son nouveau site, écrivez « {arrived} »"


def _is_the_same(url: str, arrived: str) -> bool:
    """Whether nothing but https or «www.» changes: whatever the kind of redirection."""
    old, new = urlsplit(url), urlsplit(arrived)
    return _site(old.hostname) == _site(new.hostname) and old.path.strip("/") == new.path.strip("/")


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")
