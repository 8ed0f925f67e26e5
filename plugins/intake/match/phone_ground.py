"""Which telephones and mails are those of one place: not of a whole country, nor of a head office.

«3631» answers for 17,000 post offices, 08 numbers for an operator, and many lists give every site
the number of its head office. Two rows that share one share no ground.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from plugins.intake.match.candidate import Candidate, list_of, text_of
from plugins.records.phones import compact_number

_NATIONAL = re.compile(r"(?:\+33|0)8\d{8}|\+?\d{2,6}")
_MOST_COMMUNES = 2
"""One given in more communes than this is that of no place."""
_MOST_STREETS = 5
"""And one given at more addresses of a commune than this (a town hall answers for its library)."""


def is_national(phone: str) -> bool:
    """3xxx, 08 xx, 116 xxx: a number of three to six digits, or one that is charged by its kind."""
    return bool(_NATIONAL.fullmatch(compact_number(phone)))


def head_office_contacts(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Telephones and mails that a table gives for places too far apart, or too many, to be those
    of one."""
    communes: defaultdict[str, set[str]] = defaultdict(set)
    streets: defaultdict[str, set[str]] = defaultdict(set)
    for candidate in candidates:
        for name in ("telephone", "courriels"):
            for contact in list_of(candidate.fields, name):
                communes[contact].add(candidate.commune.page_code)
                streets[contact].add(text_of(candidate.fields, "adresse").lower())
    return frozenset(
        contact
        for contact, codes in communes.items()
        if len(codes) > _MOST_COMMUNES or len(streets[contact]) > _MOST_STREETS
    )
