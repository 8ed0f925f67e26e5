"""Usual slips in a value: a sign that YAML takes for its own, quotes, colons."""

from __future__ import annotations

import re
from typing import get_origin

from plugins.french.days import DAYS
from plugins.records.hints.list_hints import BELOW, parts_of
from plugins.records.hints.unknown_fields import fields_of, part_model
from plugins.records.hints.written_lines import COLON_INSIDE, quoted, write_line, written
from plugins.records.kinds import KINDS
from plugins.records.reading.slip_line import FIELD, KEY, Slip, SlipLine

BELOW_ITS_FIELD = "ceci va à la ligne suivante, après deux espaces"
NOT_MOVED_IN = "le texte n'est pas décalé sous ce champ"
SPECIAL = "« {} » a un sens particulier au début d'une valeur"
_IS_SPECIAL = re.compile(re.escape(SPECIAL).replace(re.escape("{}"), "."))
_ADDRESSES = ("-", "prise_rdv:", "fiche_acces_libre:", "inscription_en_ligne:", "url:", "site_web:")
LISTS = tuple(
    sorted(
        f"{name}:"
        for kind in KINDS.values()
        for name, field in kind.model.model_fields.items()
        if get_origin(field.annotation) is tuple
    )
)
_PARTS = {
    f"{name}:": fields_of(part)
    for kind in KINDS.values()
    for name, field in kind.model.model_fields.items()
    if get_origin(field.annotation) is not tuple and (part := part_model(field.annotation))
}


def special_start(line: SlipLine) -> Slip | None:
    """«adresse: @…»: a sign that means something to YAML."""
    if found := re.match(rf"({FIELD}(?:{KEY}: +)?)([@`%*&!|>\[\]{{}},].*)", line.text):
        if not found.group(1).strip():
            return None
        value = found.group(2)
        if value[0] == "[" and "]" not in value:
            lines = ", puis ".join(f"« - {written(part)} »" for part in parts_of(value[1:]))
            hint = BELOW + lines if lines else "écrivez un élément par ligne : « - … »"
            if not found[1].strip().startswith(LISTS):
                hint = write_line(f"{found[1].strip()} {written(value[1:])}")
            return found.end(1), "ce crochet ne se ferme pas", hint
        if re.fullmatch(r"[|>][-+]?\s*", value):
            return found.end(1), NOT_MOVED_IN, "mettez deux espaces devant chaque ligne du texte"
        if text := re.fullmatch(r"[|>]\s+(\S.*)", value):  # a text, begun on the line of its sign
            told = write_line(f"{found[1].strip()} {written(text[1].strip())}")
            return found.end(1), SPECIAL.format(value[0]), told
        link = re.fullmatch(r"\[([^\]]*)\]\((https?://\S+)\)\s*", value)
        if link and found[1].strip().startswith(_ADDRESSES):
            message = f"une adresse s'écrit seule, sans « {link[1]} »"
            return found.end(1), message, write_line(f"{found.group(1).strip()} {link[2]}")
        return found.end(1), SPECIAL.format(value[0]), quoted_from(line.text, found.end(1))
    return None


def is_special(message: str) -> bool:
    """Whether a fault is that of a sign in front of a value, which is then not read as typed."""
    return _IS_SPECIAL.fullmatch(message) is not None


def quoted_from(line: str, at: int) -> str:
    """What to write for a line whose value begins at a column, from 0: the value between quotes,
    without the remark behind it."""
    value = re.split(r"\s+#\s", line[at:])[0].strip()
    if value[:1] == "{" and value[-1:] == "}":
        return write_line(f"{line[:at].strip()} {written(value[1:-1])}")
    return write_line(f"{line[:at].strip()} {quoted(value)}")


def bad_quotes(line: SlipLine) -> Slip | None:
    """«nom: “Salle»: quotes that do not close, or close early."""
    found = re.match(rf"({FIELD}(?:{KEY}: +)?)([\"'])(.*)", line.text)
    if not found:
        return None
    sign, rest = found.group(2), found.group(3).rstrip()
    whole = rest.endswith(sign) and len(rest) > 1
    inner = rest[:-1] if whole else rest
    if whole and sign not in inner.replace(sign * 2, "") and "\\" not in inner:
        return None
    return (
        found.end(1),
        "les guillemets ne se ferment pas bien"
        if "\\" not in inner
        else "« \\ » pose problème ici",
        write_line(found.group(1).strip() + " " + quoted(_without(sign, inner))),
    )


def _without(sign: str, inner: str) -> str:
    """The words between quotes: apostrophes stay, double quotes that were not closed go."""
    return inner.replace("''", "'") if sign == "'" else inner.replace('"', "")


def second_colon(line: SlipLine) -> Slip | None:
    """«nom: Salle 2 : au fond»: a colon in a value."""
    if found := re.match(rf"({FIELD}{KEY} *: +)(?![\"'|>])(.*?:(?:\s.*|$))", line.text):
        value = found.group(2).rstrip()
        if inner := _inside(found.group(1).strip(), value):
            told = f"« {found.group(1).strip()} », puis «   {inner} »"
            return found.start(2), BELOW_ITS_FIELD, f"écrivez {told}"
        unwrapped = re.sub(r"^[«“„]\s*|\s*[»”]$", "", value)
        return (
            found.start(2) + value.index(":"),
            COLON_INSIDE,
            write_line(f"{found.group(1).strip()} {quoted(unwrapped)}"),
        )
    return None


def _inside(field: str, value: str) -> str:
    """A value that is a field of the part that stands there, or a day: «fauteuil: oui» behind
    «accessibilite:»; empty when it is not."""
    name, _, rest = (part.strip() for part in value.partition(":"))
    known = DAYS if field == "horaires:" else _PARTS.get(field, ())
    return f"{name}: {written(rest)}" if name.lower() in known and rest else ""


def sign_alone(line: SlipLine) -> Slip | None:
    """«fauteuil: ?», «mardi: -»: for YAML the first is a question, the second a list."""
    found = re.match(r"\s*(?:- +)?([^\W\d][^:#]*): +([?-])(?:[ \t]+(.*))?$", line.text)
    if not found:
        return None
    field, sign, rest = found[1].strip(), found[2], (found[3] or "").strip()
    if rest.startswith("#"):  # a remark, no value
        rest = ""
    is_day = any(word in field.lower() for word in (*DAYS, "vacances", "fériés"))
    if rest and (sign == "?" or is_day):
        return (
            found.start(2),
            f"{field}: « {sign} » n'a pas sa place devant une valeur",
            write_line(f"{field}: {rest}"),
        )
    if rest:
        return None
    return (
        found.start(2),
        f"{field}: « {sign} » ne dit rien",
        f"écrivez les heures, ou « {field}: fermé » ; on ne sait pas ? supprimez la ligne"
        if is_day
        else "supprimez la ligne si on ne sait pas",
    )
