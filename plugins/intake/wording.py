"""Text as people print it: capitals and abbreviations of administrative files undone."""

from __future__ import annotations

import re
import unicodedata

from plugins.gazetteer import Commune, fold

_SMALL = frozenset(
    "de du des la le les l d et à au aux en sur sous lès les chez dans pour par un une".split()
)
_ACRONYMS = frozenset(
    """ADMR APTIC ASBL BIJ BIT CAF CCAS CDA CDC CIAS CIDFF CNFS CPAM CRIJ CSC CSF DSD EPIDE EPN EPIC
    ESS EVS FACE GRETA MCEF MDPH MDS MJC MLHG MSA MSAP PIJ PIMMS PMI PRCP RD RN SIVOM SIVU TIC UDAF UFCV
    URSS ZA ZAC ZI II III IV VI VII VIII IX XI XII XIII XIV XV XVI BP CS TSA RDC""".split()
)
_STREETS = {
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
_KINDS_OF_STREET = frozenset(
    """allée allées avenue boulevard chemin cheminement cours esplanade faubourg impasse lieu-dit
    lotissement passage place quai rond-point route rue ruelle square sentier""".split()
)
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*", re.UNICODE)
_ELISION = re.compile(r"\b([dlDL]) (?=[aeiouyhAEIOUYHÀÂÉÈÊËÎÏÔÛÜ])")


def tidy(text: str) -> str:
    """One line, one space, straight apostrophes, composed accents; control characters dropped."""
    composed = unicodedata.normalize("NFC", text).replace("’", "'").replace("`", "'")
    shown = (char if char.isprintable() else " " for char in composed)
    return " ".join("".join(shown).split()).strip(" ,;-–")


def place_name(text: str, commune: Commune) -> str:
    """A name as people print it: «COMMUNE D ARS EN RE» → «Commune d'Ars-en-Ré»."""
    name = tidy(text)
    if not _shouts(name):
        return name
    return _official(_sentence(name), commune)


def street(text: str, commune: Commune) -> str:
    """An address as people print it: «24 PL CARNOT» → «24 place Carnot»."""
    address = tidy(text)
    shouts = _shouts(address)
    words = [_STREETS.get(word, word) for word in address.split(" ")]
    if not shouts:
        return " ".join(words)
    return _official(_titles(" ".join(words)), commune)


def _shouts(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 4 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _sentence(text: str) -> str:
    """Capitals to a sentence; a word of letters without vowel, or a known acronym, keeps them."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        if word.upper() in _ACRONYMS or not re.search("[AEIOUYÀÉÈÊÎÔÛaeiouyàéèêîôû]", word):
            return word if len(word) > 1 else word.lower()
        return word.lower()

    lowered = _ELISION.sub(r"\1'", _WORD.sub(one, text))
    return lowered[:1].upper() + lowered[1:]


def _titles(text: str) -> str:
    """Capitals to a street name: «24 place CARNOT» → «24 place Carnot»."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        lowered = word.lower()
        if word in _ACRONYMS or any(char.isdigit() for char in word):
            return word if word in _ACRONYMS else lowered
        if lowered in _SMALL or lowered in _KINDS_OF_STREET:
            return lowered
        return lowered[:1].upper() + lowered[1:]

    written = _ELISION.sub(r"\1'", _WORD.sub(one, text))
    return written[:1].upper() + written[1:]


def _official(text: str, commune: Commune) -> str:
    """The commune's own name, with its accents and hyphens, where a text ends with it without."""
    wanted = fold(commune.nom)
    words = text.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        head = ""
        if tail[:2] in ("d'", "l'"):
            head = tail[:2] if fold(tail) != wanted else ""
        if fold(tail[len(head) :]) == wanted:
            return " ".join([*words[:start], head + commune.nom])
    return text
