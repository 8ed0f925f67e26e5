"""What people do to a record: by hand, on the keyboard of a phone, with a spreadsheet.

Each slip takes the lines of a record and the number of one, and gives other lines; where it has no
sense, it gives them back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from tests.support.records import GOOD

Slip = Callable[[list[str], int], list[str]]

PLACE = (
    GOOD.replace("# yaml-language-server: $schema=../schema/place.json\n", "")
    + """\
exceptions:
  - du: 2026-12-24
    au: 2027-01-02
    horaires: fermé
    motif: Congés
accessibilite:
  fauteuil: oui
modalites_acces:
  - Se présenter
  - Téléphoner
site_web:
  - https://www.mairie-exemple.fr
presentation_resume: Un coup de main pour vos démarches.
annonces:
  - du: 2026-11-20
    texte: L'imprimante est en panne.
"""
)
WORKSHOP = """\
titre: Premiers pas avec sa messagerie
theme: Échanger avec ses proches
niveau: débutant
inscription: obligatoire
telephone:
  - 05 61 00 00 00
commune: Labège
code_insee: 31254
dates:
  - tous les mardis à partir du 6 octobre 2026, de 14h à 16h, sauf vacances scolaires
annulations:
  - date: 2026-12-01
    motif: Grève
verifie_le: 2026-10-03
"""
ROUTE = """\
nom: Bus France services
statut: en service
arrets:
  - commune: Labège
    code_insee: 31254
    point: Face à la mairie
    passages:
      - tous les mardis à partir du 6 octobre 2026, de 14h à 16h
  - commune: Baziège
    code_insee: 31048
    passages:
      - tous les jeudis à partir du 8 octobre 2026, de 14h à 16h
verifie_le: 2026-10-03
"""
RECORDS: Mapping[str, str] = {
    "31/mediatheque-de-labege.yaml": PLACE,
    "31/ateliers/messagerie.yaml": WORKSHOP,
    "31/tournees/bus.yaml": ROUTE,
}


def _line(change: Callable[[str], str]) -> Slip:
    """A slip that changes one line."""

    def slip(lines: list[str], at: int) -> list[str]:
        return [*lines[:at], *change(lines[at]).split("\n"), *lines[at + 1 :]]

    return slip


def _sub(pattern: str, new: str | Callable[[re.Match[str]], str]) -> Slip:
    return _line(lambda line: re.sub(pattern, new, line, count=1))


def _value(change: str) -> Slip:
    return _sub(r"^( *(?:- )?(?:\w+: )?)(\S.*)$", change)


def _list_on_one_line(between: str) -> Slip:
    def slip(lines: list[str], at: int) -> list[str]:
        if not lines[at].endswith(":"):
            return lines
        items, end = [], at + 1
        while end < len(lines) and re.match(r"  - [^:]*$", lines[end]):
            items.append(lines[end][4:])
            end += 1
        if not items:
            return lines
        return [*lines[:at], f"{lines[at]} {between.join(items)}", *lines[end:]]

    return slip


def _undashed(lines: list[str], at: int) -> list[str]:
    """The items of a list, without their dashes."""
    end = at + 1
    while end < len(lines) and re.match(r"  - [^:]*$", lines[end]):
        end += 1
    return [*lines[: at + 1], *(f"  {each[4:]}" for each in lines[at + 1 : end]), *lines[end:]]


def _merged(lines: list[str], at: int) -> list[str]:
    """The end of a line is lost."""
    if at + 1 >= len(lines) or not lines[at + 1]:
        return lines
    return [*lines[:at], lines[at] + " " + lines[at + 1].lstrip(), *lines[at + 2 :]]


def _with_the_next(lines: list[str], at: int) -> list[str]:
    """What stands below a field is typed behind it."""
    return _merged(lines, at) if lines[at].endswith(":") else lines


def _again(lines: list[str], at: int) -> list[str]:
    return [*lines[: at + 1], lines[at], *lines[at + 1 :]]


def _broken(lines: list[str], at: int) -> list[str]:
    """A value goes on at the next line."""
    words = lines[at].rsplit(" ", 1)
    if len(words) < 2 or ":" in words[1] or not re.match(r"\w+: \w+ \w", lines[at]):
        return lines
    return [*lines[:at], *words, *lines[at + 1 :]]


_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def _in_words(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return f"{int(day)} {_MONTHS.split()[int(month) - 1]} {year}"


_DAY = r"(\d{4})-(\d\d)-(\d\d)"
SLIPS: Mapping[str, Slip] = {
    "tab": _sub(r"^  ", "\t"),
    "one space": _sub(r"^  (?=\S)", " "),
    "three spaces": _sub(r"^  (?=\S)", "   "),
    "no space in front": _sub(r"^  (?=\S)", ""),
    "moved field": _sub(r"^(?=\w)", " "),
    "glued colon": _sub(r": (?=\S)", ":"),
    "space before the colon": _sub(r":(?= |$)", " :"),
    "equals": _sub(r": (?=\S)", " = "),
    "wide colon": _sub(r": (?=\S)", "："),
    "no colon": _sub(r"^(\w+): (?=\S)", r"\1 "),
    "French quotes": _value(r"\1« \2 »"),
    "smart quotes": _value(r"\1“\2”"),
    "low quotes": _value(r"\1„\2“"),
    "open quotes": _value(r'\1"\2'),
    "simple quotes": _value(r"\1'\2"),
    "words behind quotes": _value(r'\1"\2" (sûr)'),
    "no-break space": _sub(r": (?=\S)", ":\u00a0"),
    "no-break space in front": _sub(r"^  (?=\S)", "\u00a0\u00a0"),
    "narrow space in the value": _value("\\1\\2\u202f"),
    "glued dash": _sub(r"- (?=\S)", "-"),
    "star": _sub(r"^( *)- ", r"\1* "),
    "dash before a field": _sub(r"^(?=\w)", "- "),
    "bold name": _sub(r"^(\w+):", r"**\1:**"),
    "part on one line": _with_the_next,
    "bullet": _sub(r"^( *)- ", r"\1• "),
    "long dash": _sub(r"^( *)- ", r"\1– "),
    "no dashes": _undashed,
    "dash behind the field": _sub(r"^(\w+: )(?=\S)", r"\1- "),
    "text on the line of its sign": _sub(r"^(presentation\w+: )(?=\S)", r"\1| "),
    "no dash": _sub(r"^( *)- ", r"\1"),
    "capital": _sub(r"^( *(?:- )?)(\w)", lambda m: m[1] + m[2].upper()),
    "capitals": _sub(r"^( *)(\w+)(?=:)", lambda m: m[1] + m[2].upper()),
    "capital value": _sub(r"(?<=: )(\w+)$", lambda m: m[1].upper()),
    "hyphen in a name": _sub(r"^( *\w+)_(?=\w+:)", r"\1-"),
    "plural": _sub(r"^( *\w+)(?=:)", r"\1s"),
    "singular": _sub(r"^( *\w+)s(?=:)", r"\1"),
    "commas": _list_on_one_line(", "),
    "semicolons": _list_on_one_line(" ; "),
    "and": _list_on_one_line(" et "),
    "brackets": _list_on_one_line(" | "),
    "date in words": _sub(_DAY, _in_words),
    "French date": _sub(_DAY, r"\3/\2/\1"),
    "short date": _sub(r"\d\d(\d\d)-(\d\d)-(\d\d)", r"\3/\2/\1"),
    "date with points": _sub(_DAY, r"\3.\2.\1"),
    "date without zero": _sub(r"(\d{4})-0?(\d+)-0?(\d+)", r"\1-\2-\3"),
    "period in a day": _sub(_DAY, r"\3/\2/\1 au 31/12/2027"),
    "two days": _sub(_DAY, r"\1-\2-\3 et 2027-12-31"),
    "today": _sub(r"(?<=^verifie_le: )" + _DAY, "aujourd'hui"),
    "hours with points": _sub(r"(\d\d?)h(\d\d)", r"\1.\2"),
    "hours with spaces": _sub(r"(\d\d?)h(\d\d)", r"\1 h \2"),
    "hours with colons": _sub(r"(\d\d?)h-(\d\d?)h", r"\1:00-\2:00"),
    "long dash in hours": _sub(r"(\d\d?)h-", r"\1h–"),
    "day misspelt": _sub(r"\b(mar|lun)di", r"\1id"),
    "hours the other way round": _sub(r"(\d\d?h) à (\d\d?h)", r"\2 à \1"),
    "slash in hours": _sub(r"(\d\d?h) à (\d\d?h)", r"\1/\2"),
    "nothing behind the colon": _sub(r"(?<=:) \S.*$", ""),
    "phone with points": _sub(r"05 61 00 00 00", "05.61.00.00.00"),
    "phone with letters": _sub(r"05 61 00 00 00", "O5 61 OO OO OO"),
    "phone without zero": _sub(r"05 61 00 00 00", "561000000"),
    "cut phone": _sub(r"05 61 00 00 00", "05 61 00 00 0"),
    "phone with words": _sub(r"05 61 00 00 00", "Tél : 05 61 00 00 00"),
    "hash": _value(r"\1\2 #2"),
    "hash and words": _value(r"\1\2 # porte de gauche"),
    "braces": _value(r"\1{\2}"),
    "square brackets": _value(r"\1[\2]"),
    "open bracket": _value(r"\1[\2"),
    "parenthesis": _value(r"\1\2 (à vérifier)"),
    "at": _value(r"\1@\2"),
    "star in front": _value(r"\1*\2*"),
    "exclamation": _value(r"\1!\2"),
    "percent": _value(r"\1%\2"),
    "colon in the value": _value(r"\1\2 : au fond"),
    "question": _value(r"\1?"),
    "dash for nothing": _value(r"\1-"),
    "merged lines": _merged,
    "twice": _again,
    "broken line": _broken,
    "decimal comma": _sub(r"(\d)\.(\d)", r"\1,\2"),
    "lost zero": _sub(r"(?<=: )0", ""),
    "number of a spreadsheet": _sub(r"(?<=: )(\d{5})$", r"\1,0"),
    "grouped digits": _sub(r"(\d\d)(\d{3})$", r"\1 \2"),
    "trailing spaces": _sub(r"$", "   "),
    "soft hyphen": _sub(r"(\w\w)(\w)", "\\1\u00ad\\2"),
    "left-to-right mark": _sub(r"$", "\u200e"),
    "control": _value("\\1\\2\x07"),
    "escape": _value(r'\1"\2\\u202e"'),
    "lost accents": _sub(r"[éèê]", "e"),
    "English answer": _sub(r"oui$", "yes"),
    "no answer": _sub(r"oui$", "à voir"),
    "list item of another": _sub(r"^  - [^:]*$", "  - Démarches"),
    "two items": _sub(r"^  - ([^:]*)$", r"  - \1, \1"),
    "no scheme": _sub(r"https://", ""),
    "blank line": _sub(r"^", "\n"),
    "remark in front": _sub(r"^", "La fiche\n"),
}
