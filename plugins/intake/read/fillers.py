"""What tables write where they know nothing: «-», «néant», 99999, #REF!. It is no fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.common.phrase_list import phrase_list
from plugins.gazetteer import normalize
from plugins.records.house_numbers import SPREADSHEET_ERROR, false_number

_WORDS = phrase_list(
    """
    a completer|a confirmer|a definir|a determiner|a preciser|a remplir|a renseigner|aucun|aucune
    inconnu|inconnue|indefini|indetermine|n a|n c|n d|n r|na|nan|nc|nd|neant|nil|non applicable
    non communique|non communiquee|non concerne|non connu|non connue|non defini|non definie
    non disponible|non indique|non indiquee|non precise|non precisee|non renseigne|non renseignee
    none|nr|null|pas d information|pas de donnee|pas de donnees|pas renseigne|rien|sans objet
    tbc|tbd|todo|undefined|vide|xxx|xxxx|xxxxx
    """
)
_LONGEST = max(map(len, _WORDS)) + 30
_NOUN = (
    r"(?:adresses?|rue|voie|coordonnees|telephones?|tel|numeros?|e mails?|mails?|courriels?"
    r"|sites?|horaires?|code postal|commune|ville|informations?|donnees?)"
    r"(?: (?:postale?|exacte?|precise?|mail|web|internet|electronique|de telephone))?"
)
_NOUN_BEFORE = re.compile(rf"(?:l )?{_NOUN} (?:est |sont )?(?=\w)")
_NONE_OF = re.compile(rf"(?:sans|pas d(?: une?| e)?|pas de|aucune?) {_NOUN}")
_ASK = re.compile(
    r"(?:merci de )?(?:se renseigner|renseignez vous|se rapprocher|rapprochez vous|contactez nous"
    r"|nous (?:contacter|consulter)|(?:contacter|consulter|appeler|voir avec)(?= ))"
    r"(?: (?:aupres )?(?:de |du |d )?(?:la |le |l )?(?:structure|organisme|etablissement"
    r"|association|lieu|service|accueil|mairie))?(?: directement)?"
    r"(?: pour (?:plus d informations|en savoir plus))?"
)
"""«Se rapprocher de l'organisme»: it tells nothing of the hours or of the price."""
_ERROR_ALONE = re.compile(rf"\s*{SPREADSHEET_ERROR}\s*", re.IGNORECASE)
# 22222 is the code of Plouha: only zeros, or four nines and more.
_ALL_SAME = re.compile(r"[-+]?(?:0+|9{4,})(?:[.,]0+)?")
_WHOLE_NUMBER = re.compile(r"^0*([1-9]\d{0,3})(?:[.,]0+)?(?=\s)")
_NAMED_BY_NUMBER = frozenset({"id"})
"""Fields in which 0 or 99999 is a name like another."""


@lru_cache(maxsize=1 << 17)  # most cells of a list are those of other rows
def is_filler(text: str, field: str = "") -> bool:
    """Whether a whole cell says nothing. Digits count except in a field that numbers its rows."""
    if len(text) > _LONGEST:
        return False
    words, digits = _says_nothing(text, field not in ("latitude", "longitude"))
    return words or (digits and field not in _NAMED_BY_NUMBER)


def _says_nothing(text: str, grouped: bool) -> tuple[bool, bool]:
    """(By its words or signs, by its digits). `grouped`: digits may have signs between them."""
    if not text[:1].isalnum() and not any(char.isalnum() for char in text):
        return "@" not in text, False  # half an address is told by who reads addresses
    if text[0] == "#" and _ERROR_ALONE.fullmatch(text):
        return True, False
    if not text[0].isalpha():
        digits = re.sub(r"[\s./-]", "", text) if grouped else text.strip()
        if _ALL_SAME.fullmatch(digits):
            return False, True
    if text[0].isdigit():
        return False, False
    words = normalize(text)
    if _ASK.fullmatch(words):
        return True, False
    return words in _WORDS or bool(_NONE_OF.fullmatch(words)) or _bare(words) in _WORDS, False


def _bare(words: str) -> str:
    """«non communique» of «adresse non communiquees»."""
    found = _NOUN_BEFORE.match(words)
    return re.sub(r"(?<=[eiu])e?s?$", "", words[found.end() :]) if found else words


def without_fillers(
    cells: Mapping[str, str], fields: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """(The cells that say something, a French remark for each one that does not). `fields`: which
    field a column is read for; columns that nothing reads are left as they are."""
    kept: dict[str, str] = {}
    remarks: list[str] = []
    for column, text in cells.items():
        field = fields.get(column)
        if field is None or not is_filler(text, field):
            kept[column] = text
        elif field != "pivot" or text.strip("0"):  # the schema writes zeros for no SIRET
            remarks.append(f"{field} : « {text[:40]} » ne dit rien, non repris")
    return kept, remarks


def without_false_number(street: str) -> tuple[str, str]:
    """(«avenue du 8 mai 1945», a French remark) of «99999 avenue du 8 mai 1945»; the second is ""
    when the number of the house may be one. «0012» and «12.0» are how tables write 12."""
    if wrong := false_number(street):
        return street[len(wrong) :], f"« {wrong.strip(' ,;-')} » n'est pas un numéro, non repris"
    found = _WHOLE_NUMBER.match(street)
    if found and found[0] != found[1]:
        return found[1] + street[found.end() :], f"« {found[0]} » lu {found[1]}"
    return street, ""
