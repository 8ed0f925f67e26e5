"""The kinds of value that fields share: a short text, a day, a web address, a code.

Every scalar arrives as text (the reader sees to it), so each type says how text becomes a value.
A `Pattern` carries its own French words: what to say of a value that does not match is written
beside the expression that refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from plugins.common.diagnostic import quote
from plugins.french.dates import read_date


class Pattern(NamedTuple):
    """A regular expression with what to say when a value does not match it."""

    regex: str
    message: str
    hint: str


POSTCODE = Pattern(
    r"^[0-9]{5}$", "n'est pas un code postal", "écrivez cinq chiffres, par exemple 31670 ou 01000"
)
COMMUNE_CODE = Pattern(
    r"^([013-9][0-9]|2[AB1-9])[0-9]{3}$",
    "n'est pas un code INSEE de commune",
    "écrivez les cinq caractères du code INSEE, par exemple 31254, 2A004 ou 97105",
)
EMAIL = Pattern(
    r"^[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$",
    "n'est pas une adresse électronique",
    "écrivez une seule adresse, par exemple accueil@mairie-exemple.fr",
)
WEB = Pattern(
    r"^https?://[^\s/?#@:<>\"'`\\^{|}]+\.[^\s/?#@:<>\"'`\\^{|}.]+(:[0-9]{1,5})?([/?#][^\s<>\"`\\^{|}]*)?$",
    "n'est pas une adresse de site",
    "écrivez l'adresse entière, par exemple https://www.mairie-exemple.fr",
)
PIVOT = Pattern(
    r"^[0-9A-Za-z]{9,14}$",
    "n'est pas un numéro SIRET ou RNA",
    "écrivez les 14 chiffres du SIRET sans espace, ou supprimez la ligne",
)
LANGUAGE = Pattern(
    r"^[a-z]{2,3}$",
    "n'est pas un code de langue",
    "écrivez deux lettres, par exemple fr, en, ar ou uk",
)
SLUG = Pattern(
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "n'est pas un identifiant",
    "écrivez-le en minuscules sans accent, avec des tirets, par exemple france-services",
)
PLACE_ID = Pattern(
    r"^([0-9]{2}|2[AB]|9[78][0-9])/[a-z0-9]+(-[a-z0-9]+)*$",
    "ne désigne pas une fiche de lieu",
    "écrivez le département puis le nom du fichier sans .yaml, par exemple 31/mairie-de-labege",
)
DATED_ID = Pattern(
    r"^(?:[0-9]{2}|2[AB]|9[78][0-9])/[a-z0-9]+(?:-[a-z0-9]+)*$",
    "ne désigne pas une fiche",
    "écrivez le département puis le nom du fichier sans .yaml, par exemple 31/ancien-nom",
)
TERRITORY_ID = Pattern(
    r"^((epci|departement|region|commune)/[0-9AB]+|autre/[a-z0-9]+(-[a-z0-9]+)*)$",
    "ne désigne pas un territoire",
    "écrivez la sorte puis le code, par exemple epci/243100633 ou departement/31",
)
LOOSE_DATE = Pattern(
    r"^(1[89]|20)[0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    "n'est pas une date",
    "écrivez l'année, l'année et le mois, ou le jour : 2019, 2019-03 ou 2019-03-18",
)
ONE_LINE = Pattern(
    r"^[^\n]+$", "tient sur plusieurs lignes", "écrivez ce texte sur une seule ligne"
)
PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {
        pattern.regex: pattern
        for pattern in (
            POSTCODE, COMMUNE_CODE, EMAIL, WEB, PIVOT, LANGUAGE, SLUG, PLACE_ID, DATED_ID,
            TERRITORY_ID, LOOSE_DATE, ONE_LINE,
        )
    }
)  # fmt: skip


def fault(message: str, hint: str) -> PydanticCustomError:
    """What a validator raises: pydantic carries the two French sentences to the report."""
    return PydanticCustomError("faute", "{message}", {"message": message, "hint": hint})


NOT_A_DAY = "n'est pas une date"
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JOINED_DAY = re.compile(r"^((?:19|20)[0-9]{2})[. ]?([0-9]{2})[. ]?([0-9]{2})$")
"""«20260303», «2026.03.03»."""
_FRENCH_DAY = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})")


def read_day(value: object) -> date:
    """A day written 2026-03-03; a French «3/3/2026», a «3 mars 2026» are refused with
    their corrected form."""
    if isinstance(value, date):
        return value
    text = value if isinstance(value, str) else ""
    if _ISO_DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise fault(f"{quote(text)} n'existe pas", "vérifiez la date") from None
    hint = "écrivez année-mois-jour, par exemple 2026-03-31"
    text = _JOINED_DAY.sub(r"\1-\2-\3", text)
    if french := _FRENCH_DAY.fullmatch(text):
        day, month, year = map(int, french.groups())
        year += 2000 if year < 100 else 0
        try:
            hint = f"écrivez « {date(year, month, day).isoformat()} »"
        except ValueError:
            hint = "écrivez année-mois-jour avec un jour qui existe, par exemple 2026-03-31"
    elif day_typed := read_date(text):
        hint = f"écrivez « {day_typed.isoformat()} »"
    raise fault(f"{quote(str(value))} {NOT_A_DAY}", hint)


def _straight(value: object) -> object:
    return value.replace("’", "'") if isinstance(value, str) else value


def _text(longest: int | None, pattern: Pattern | None = ONE_LINE) -> Any:
    """`longest`: None where the pattern says it, which has better words than «trop long»."""
    return StringConstraints(
        strip_whitespace=True,
        min_length=1,
        max_length=longest,
        pattern=pattern.regex if pattern else None,
    )


# An editor reads `31670` as a number where our reader keeps text: its schema must accept both.
_NUMBER_TOO = Field(json_schema_extra={"type": ["string", "integer"]})

OneLine = Annotated[str, _text(200)]
DateText = Annotated[str, _text(300)]
ShortText = Annotated[str, _text(280)]
Paragraphs = Annotated[str, _text(5000, None)]
Postcode = Annotated[str, _text(None, POSTCODE), _NUMBER_TOO]
CommuneCode = Annotated[str, _text(None, COMMUNE_CODE), _NUMBER_TOO]
Pivot = Annotated[str, _text(None, PIVOT), _NUMBER_TOO]
PhoneText = Annotated[str, _text(40), _NUMBER_TOO]
Email = Annotated[str, _text(120, EMAIL)]
Web = Annotated[str, _text(500, WEB)]
LanguageCode = Annotated[str, _text(None, LANGUAGE)]
LabelSlug = Annotated[str, _text(80, SLUG)]
PlaceId = Annotated[str, _text(120, PLACE_ID)]
DatedId = Annotated[str, _text(120, DATED_ID)]
TerritoryId = Annotated[str, _text(120, TERRITORY_ID)]
LooseDate = Annotated[str, _text(None, LOOSE_DATE), _NUMBER_TOO]
IsoDate = Annotated[date, BeforeValidator(read_day)]
Answer = Literal["oui", "non"]
Status = Literal["actif", "suspendu", "terminé"]
StraightApostrophe = BeforeValidator(_straight)


def former_ids(example: str) -> Any:
    """The field `anciens_ids`, the same for each kind of record: ids of its own kind."""
    return Field(
        (),
        max_length=20,
        title="Anciennes adresses",
        description="Les noms que cette fiche a portés, ou ceux des fiches qu'elle remplace et qui "
        "n'existent plus, pour que les anciens liens marchent.",
        examples=[example],
    )


# The identity of a record comes from its file's name. The reader refuses control characters, so no
# record can state one itself.
IDENTITY: Final = "\0id"


class StrictModel(BaseModel):
    """What every record and part of a record has in common: fixed once read, no unknown field."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        allow_inf_nan=False,
        defer_build=True,  # few commands read records of every kind
    )
