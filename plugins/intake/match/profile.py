"""What two rows are compared by: kind of place, own words, street, point, telephones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from plugins.gazetteer import Commune, normalize
from plugins.intake.match.candidate import RowFields, list_of, text_of
from plugins.intake.match.phone_ground import is_national
from plugins.intake.where.point_ground import locality, point_key

# Folded name → kind. Order matters: what an expression takes is not seen by the next ones.
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in {
        "bus": r"\b(?:bus|camion|itinerante?s?|mobile)\b",
        "fs": r"(?:\b(?:maison|espace) )?\bfrances? services?\b|\bmsap\b"
        r"|\b(?:maisons? (?:\w+ ){0,5}|(?:espace|point)s? (?:de |des |multi )?)services?\b"
        r"(?: (?:au|aux) publics?)?",
        "quartier": r"\bmairies? (?:de quartier|annexes?)\b"
        r"|\bmaisons? (?:de|des) (?:la )?citoyennetes?\b",
        "mairie": r"^(?:communes?|ville)(?: d[eu]s?| d)?\b|\bmairie\b|\bhotel de ville\b",
        "bib": r"\b(?:bibliotheques?|mediatheques?|medi tic|bib)\b",
        "ccas": r"\bccas\b|\bcentre communal d action sociale\b",
        "cias": r"\bcias\b|\bcentre intercommunal d action sociale\b",
        "cs": r"\bcentres? socia(?:l|ux)\b(?: et culturel)?|\bcentre socio ?culturel\b|\bcsc\b",
        "pij": r"\b(?:pij|bij|crij)\b|\binfo ?jeunes\b"
        r"|\b(?:point|bureau|centre regional) info\w* jeunesse\b",
        "ml": r"\bmissions? locales?\b|\bmlhg\b",
        "mds": r"\bmaisons?(?: departementales?)? (?:de la|des|de) solidarites?\b|\bmds\b",
        "ft": r"\bpole emploi\b|\bfrance travail\b",
        "mjc": r"\bmjc\b|\bmaison des jeunes(?: et de la culture)?\b",
        "epci": r"\bcommunaute (?:de communes?|d agglomeration|urbaine)\b|^cc\b|\bcdc\b|\bcda\b",
        "epn": r"\bcyber ?bases?\b|\bepn\b|\bespace public numerique\b",
        "tl": r"\btiers lieux?\b",
        "fablab": r"\bfab ?lab\b",
        "chambre": r"\bchambre(?: departementale)? d agriculture\b",
        "caf": r"\bcaf\b",
        "cpam": r"\bcpam\b",
        "poste": r"\b(?:la poste|bureau de poste|agence postale(?: communale)?)\b",
        "college": r"\b(?:college|lycee|ecole|universite)\b",
        "emmaus": r"\bemmaus\b",
    }.items()
)
_TYPES = {
    "BIB": "bib", "CCAS": "ccas", "CIAS": "cias", "CS": "cs", "CSC": "cs", "PIJ_BIJ": "pij",
    "ML": "ml", "MDS": "mds", "FT": "ft", "MJC": "mjc", "EPCI": "epci", "EPN": "epn",
    "TIERS_LIEUX": "tl", "FABLAB": "fablab", "CAF": "caf", "CPAM": "cpam", "LA_POSTE": "poste",
    "RFS": "fs", "MSAP": "fs", "MQ": "quartier",
}  # fmt: skip
_SMALL = frozenset(
    """a au aux avec chez d dans de des du en et l la le les n ou par pour s saint sainte sur un
    une""".split()
)
_VAGUE = frozenset(
    """agence antenne asso association annexe bureau centre commune communal communale
    departemental departementale espace intercommunal intercommunale lieu local locale maison mairie
    municipal municipale numerique point pole public publique relais salle section service site
    social sociale structure territorial territoriale ville""".split()
)
_NUMBERS = re.compile(r"\b\d{1,4}\b")
ONE_A_TOWN = frozenset({"mairie", "ccas", "cias", "epci"})
"""Kinds that a commune has once."""
_SMALL_TOWN = 5000
"""Inhabitants: with fewer, a commune has hardly two post offices."""


@dataclass(frozen=True)
class Profile:
    """One row, or one record, as the comparison sees it."""

    list_name: str
    """Stem of the source: two rows of one list are more likely two places."""
    official: bool
    kinds: frozenset[str]
    words: frozenset[str]
    """The name's own words: without kind, commune, articles, plural."""
    name: str
    """All words of the name, in order, without articles."""
    numbers: frozenset[str]
    street: str
    address: str
    """As typed."""
    point: tuple[float, float] | None
    phones: frozenset[str]
    pivot: str
    beside: frozenset[str] = frozenset()
    """Words of the address's complement, which often names the house."""
    types: frozenset[str] = frozenset()
    """Kinds that the national types say, besides those of the name."""
    mails: frozenset[str] = frozenset()
    has_desk: bool = False
    """Its own row says that it is labelled France services."""
    called: str = ""
    """The whole name without articles nor the commune's, in the singular: what rows of one list
    that speak of one place write alike."""
    stands_alone: bool = False
    """The commune has hardly two of that name: it has a word of its own, is of a kind that a
    commune has once, or the commune is small."""
    hours: tuple[tuple[str, str], ...] = ()
    """Hours by day, of the place and of the permanence: («permanence lundi», «9h-12h»)."""

    locality: frozenset[str] = frozenset()
    """Own words of the address, also of one that is not kept because letters of it are lost."""
    has_shared_point: bool = False
    """Its list gives its point to several addresses."""

    def blocks(self) -> set[str]:
        """Two places are compared only when they share one of these."""
        found = {f"w:{word}" for word in self.words} | {f"t:{phone}" for phone in self.phones}
        found.add(f"n:{self.called}")
        if not self.words:
            found |= {f"k:{kind}" for kind in self.kinds}
        if "fs" in self.kinds:
            found.add("k:fs")
        if self.street:
            found.add(f"a:{self.street}")
        if self.pivot:
            found.add(f"p:{self.pivot}")
        if self.point:
            south, west = int(self.point[0] * 500), int(self.point[1] * 500)
            found |= {f"g:{south + i},{west + j}" for i in (0, 1) for j in (0, 1)}
        return found


def profile_of(
    fields: RowFields,
    commune: Commune,
    list_name: str = "",
    official: bool = False,
    shared: frozenset[str] = frozenset(),
    lost_address: str = "",
) -> Profile:
    """Profile of the fields of a row or a record; `shared`: telephones, mails, points
    of no one place; `lost_address`: one with letters lost, that the fields do not have."""
    name = normalize(text_of(fields, "nom"))
    named, rest = _kinds(name)
    kinds = set(named)
    if "fs" in kinds:  # the host's name is not another kind: «France services La Poste de X»
        kinds &= {"fs", "poste", "bus"}
    if "Itinérant" in list_of(fields, "itinerance"):
        kinds.add("bus")
    types = {_TYPES[code] for code in list_of(fields, "typologie") if code in _TYPES}
    if not kinds - {"bus"}:
        kinds |= types
    own = set(normalize(commune.nom).split())
    words = _words(rest, own)
    precise = words - _VAGUE
    is_small = commune.population is not None and commune.population < _SMALL_TOWN
    address = normalize(text_of(fields, "adresse"))
    return Profile(
        list_name=list_name,
        official=official,
        kinds=frozenset(kinds),
        words=frozenset(precise or (words if not kinds else ())),
        name=" ".join(word for word in name.split() if word not in _SMALL),
        numbers=frozenset(_NUMBERS.findall(address)),
        street=" ".join(sorted(_words(_NUMBERS.sub(" ", address), own) - {"rue", "bis", "ter"})),
        address=text_of(fields, "adresse"),
        point=_point(fields),
        phones=frozenset(
            phone
            for phone in list_of(fields, "telephone")
            if phone not in shared and not is_national(phone)
        ),
        types=frozenset(types),
        beside=frozenset(_words(normalize(text_of(fields, "complement_adresse")), own)),
        pivot=text_of(fields, "pivot"),
        mails=frozenset(list_of(fields, "courriels")) - shared,
        has_desk="france-services" in list_of(fields, "labels"),
        called=_called(name, own),
        stands_alone=bool(precise) or is_small or bool(kinds & ONE_A_TOWN),
        hours=_hours(fields),
        locality=locality(
            text_of(fields, "adresse") or lost_address, commune, text_of(fields, "nom")
        ),
        has_shared_point=bool(shared)
        and point_key(text_of(fields, "latitude"), text_of(fields, "longitude")) in shared,
    )


def is_generic(nom: str, commune: Commune) -> bool:
    """A name that many communes have: «Mairie», «Médiathèque municipale»."""
    _, rest = _kinds(normalize(nom))
    return not _words(rest, set(normalize(commune.nom).split())) - _VAGUE


@lru_cache(maxsize=1 << 10)  # asked again when the record of the commune gets its slug
def _kinds(name: str) -> tuple[frozenset[str], str]:
    kinds = set()
    for kind, pattern in _KINDS:
        rest = pattern.sub(" ", name)
        if rest != name:
            kinds.add(kind)
            name = rest
    return frozenset(kinds), name


def _called(name: str, own: set[str]) -> str:
    words = [word for word in name.split() if word not in _SMALL]
    return " ".join(map(_singular, (word for word in words if word not in own))) or " ".join(words)


def _hours(fields: RowFields) -> tuple[tuple[str, str], ...]:
    """By day; of hours typed as one text, the whole text."""
    found: list[tuple[str, str]] = []
    for name in ("horaires", "permanence"):
        week = fields.get(name)
        if isinstance(week, dict):
            found += [(f"{name} {day}", hours) for day, hours in week.items()]
        elif isinstance(week, str) and week:
            found.append((name, week))
    return tuple(found)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _words(text: str, own: set[str]) -> set[str]:
    """Words in the singular, without articles nor the commune's name."""
    return {_singular(word) for word in text.split() if word not in _SMALL and word not in own}


def _point(fields: Mapping[str, object]) -> tuple[float, float] | None:
    try:
        return float(text_of(fields, "latitude")), float(text_of(fields, "longitude"))
    except ValueError:
        return None
