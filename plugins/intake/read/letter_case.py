"""Text as people print it: capitals and abbreviations of administrative files undone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plugins.gazetteer import Commune, normalize

_SMALL = frozenset(
    "de du des la le les l d et à au aux en sur sous lès les chez dans pour par un une".split()
)
_ACRONYMS = frozenset(
    """ADMR APTIC ASBL BIJ BIT CAF CCAS CDA CDC CIAS CIDFF CNFS CPAM CRIJ CSC CSF DSD EPIDE EPN
    EPIC ESS EVS FACE GRETA MCEF MDPH MDS MJC MLHG MSA MSAP PIJ PIMMS PMI PRCP RD RN SIVOM
    SIVU TIC UDAF UFCV URSS ZA ZAC ZI II III IV VI VII VIII IX XI XII XIII XIV XV XVI BP CS
    TSA RDC""".split()
)
STREET_ABBREVIATIONS = {
    "ALL": "allée",
    "AV": "avenue",
    "AVE": "avenue",
    "BD": "boulevard",
    "BLD": "boulevard",
    "CHE": "chemin",
    "CHEM": "chemin",
    "CRS": "cours",
    "CTRE": "centre",
    "ESP": "esplanade",
    "FG": "faubourg",
    "IMP": "impasse",
    "LD": "lieu-dit",
    "LOT": "lotissement",
    "PAS": "passage",
    "PL": "place",
    "PRES": "président",
    "PDT": "président",
    "MAL": "maréchal",
    "GAL": "général",
    "QUAI": "quai",
    "RES": "résidence",
    "RTE": "route",
    "SQ": "square",
}
"""Of administrative files, in capitals, and what they stand for in an address."""
_KINDS_OF_STREET = frozenset(
    """allée allées avenue boulevard chemin cheminement cours esplanade faubourg impasse lieu-
    dit lotissement passage place quai rond-point route rue ruelle square sentier""".split()
)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*", re.UNICODE)
# Capitals lose their accents; these words come back in nearly every list.
_ACCENTS = {
    word.translate(str.maketrans("àâçéèêëîïôùû", "aaceeeeiiouu")): word
    for word in """agglomération aînés bâtiment bénévoles bibliothèque cité collège
    communauté déchets département départemental départementale école éducation égalité
    église étoile évêque fédération fête fêtes général hôtel île lycée maréchal marché
    médiathèque médiation métropole musée numérique pôle préfecture président prévention
    réemploi régie région république réseau résidence santé sécurité solidarité solidarités
    théâtre université""".split()
}
_ACRONYM_ALONE = re.compile(r"[^\W\d_]{2,6}")
_VOWEL = re.compile(r"[aeiouyàâéèêëîïôûü\d]", re.IGNORECASE)
_ELISION = re.compile(r"\b([dlDL]) (?=[aeiouyhAEIOUYHÀÂÉÈÊËÎÏÔÛÜ])")


@lru_cache(maxsize=1 << 14)  # a cell is tidied for each thing that is read in it
def tidy(text: str) -> str:
    """One line, one space, straight apostrophes, composed accents; control characters dropped."""
    composed = unicodedata.normalize("NFC", text).replace("’", "'").replace("`", "'")
    if not composed.isprintable():
        composed = "".join(char if char.isprintable() else " " for char in composed)
    return " ".join(composed.split()).strip(" ,;-–")


def place_name(text: str, commune: Commune) -> str:
    """A name as people print it: «COMMUNE D ARS EN RE» → «Commune d'Ars-en-Ré»."""
    name = tidy(text)
    if _shouts(name) and not _ACRONYM_ALONE.fullmatch(name):
        name = _official(_titles(name), commune)
    else:
        name = _official(name, commune, only_shouted=True)
    return name[:1].upper() + name[1:]


def street(text: str, commune: Commune) -> str:
    """An address as people print it: «24 PL CARNOT» → «24 place Carnot»."""
    address = tidy(text)
    shouts = _shouts(address)
    words = [STREET_ABBREVIATIONS.get(word, word) for word in address.split(" ")]
    if not shouts:
        return " ".join(words)
    return _official(_titles(" ".join(words)), commune)


def _shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 4 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _titles(text: str) -> str:
    """Capitals to a name: «24 place CARNOT» → «24 place Carnot». Acronyms keep theirs: the known
    ones, and words without a vowel."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        lowered = word.lower()
        if _INITIALS.fullmatch(word) or (len(word) == 1 and text[match.end() :][:1] == "."):
            return word
        if lowered in _SMALL or lowered in _KINDS_OF_STREET:
            return lowered
        if word in _ACRONYMS or (len(word) > 1 and not _VOWEL.search(word)):
            return word
        accented = _ACCENTS.get(lowered, lowered)
        return accented[:1].upper() + accented[1:]

    written = _ELISION.sub(r"\1'", _WORD.sub(one, text))
    return written[:1].upper() + written[1:]


def _official(text: str, commune: Commune, only_shouted: bool = False) -> str:
    """The commune's own name, with its accents and hyphens, where a text ends with it without."""
    wanted = normalize(commune.nom)
    if "(" not in text and not f" {normalize(text)}".endswith(f" {wanted}"):
        return text  # so end most names and streets: brackets alone put words elsewhere
    words = text.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        head = tail[:2] if tail[:2] in ("d'", "l'") and normalize(tail) != wanted else ""
        if normalize(tail[len(head) :]) == wanted:
            if only_shouted and not tail[len(head) :].isupper():
                return text
            return " ".join([*words[:start], head + commune.nom])
    return text
