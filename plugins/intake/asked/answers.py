"""Questions of every kind: a text, a list, values of a closed list by their sense."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from plugins.common.diagnostic import Diagnostic, has_errors, printable
from plugins.french.joins import join
from plugins.intake.asked.addresses import AddressService
from plugins.intake.asked.asked_record import AskedRecord, FieldSheet
from plugins.intake.asked.console import Console, chosen, is_yes
from plugins.intake.terms.meanings import Understanding, meanings
from plugins.intake.terms.term_table import CLOSED, TermField
from plugins.records.hints.hint_texts import hint_texts
from plugins.records.hints.list_hints import parts_of
from plugins.vocabulary.meant_values import meant_values

UNKNOWN = "On ne sait pas : rien n'est écrit."
_BLANK = (
    ("supprimez la ligne", "ne répondez rien"),
    ("supprimez cette ligne", "ne répondez rien"),
)
"""What is said of lines to somebody who edits a file, and to somebody who answers."""


@dataclass
class Interview:
    """Who is asked, what is known, and the service that knows addresses."""

    console: Console
    draft: AskedRecord
    addresses: AddressService

    def kept(self, answer: str, faults: Callable[[str], list[Diagnostic]]) -> str:
        """The answer if it may stay: an error is told, of a doubt the person decides; what the
        message proposes instead, if they take it; else ""."""
        found = faults(answer)
        if self.are_borne(found):
            return answer
        proposed = _proposed(found)
        if not proposed or has_errors(faults(proposed)):
            return ""
        is_taken = is_yes(self.console, f"Écrire « {printable(proposed)} » ?", default=True)
        return proposed if is_taken else ""

    def are_borne(self, found: Sequence[Diagnostic]) -> bool:
        """Tell what is wrong; whether the answer may stay as it is."""
        errors = [one for one in found if one.severity == "error"]
        for one in errors or found:
            self.console.say(_told(one))
        if errors:
            return False
        doubts = [one for one in found if one.severity == "warning"]
        return not doubts or is_yes(self.console, "Garder cette réponse ?", default=True)


def _proposed(found: Sequence[Diagnostic]) -> str:
    """The one text that the messages propose to write instead; "" when there is none or several."""
    told = [hint_texts(one.hint) for one in found if one.severity == "error"]
    if len(told) != 1 or told[0] is None or told[0].verb != "replace":
        return ""
    (text, *more), *others = told[0].choices
    return "" if more or others else text


def _told(one: Diagnostic) -> str:
    hint = one.hint
    for line, answer in _BLANK:
        hint = hint.replace(line, answer)
    told = f"{one.message} ; {hint}" if hint else one.message
    return printable(f"Attention : {told}." if one.severity == "warning" else f"→ {told}.")


def ask_text(
    at: Interview,
    sheet: FieldSheet,
    name: str,
    question: str,
    *,
    is_needed: bool = False,
    clean: Callable[[str], str] = str,
) -> None:
    """A field of one line. `clean`: what of the answer is written."""
    while True:
        answer = clean(at.console.ask(question))
        if not answer:
            if not is_needed:
                sheet.values.pop(name, None)
                at.console.say(UNKNOWN)
                return
            at.console.say("Il en faut un pour faire une fiche. Ctrl-C pour arrêter.")
        elif kept := at.kept(answer, lambda text: sheet.faults(name, text)):
            sheet.values[name] = kept
            return


def ask_lines(
    at: Interview,
    sheet: FieldSheet,
    name: str,
    question: str,
    *,
    say_back: Callable[[str], str] = lambda text: "",
) -> None:
    """A list, a line each, until an empty answer. `say_back`: what was understood of a line."""
    lines: list[str] = []
    while answer := at.console.ask(question if not lines else "Un autre ? (Entrée : non)"):
        last = f"{sheet.named}{name}[{len(lines) + 1}]"

        def faults(text: str, so_far: Sequence[str] = lines, last: str = last) -> list[Diagnostic]:
            found = sheet.faults(name, [*so_far, text])
            return [one for one in found if not _is_of_another(one, name, last)]

        if kept := at.kept(answer, faults):
            lines.append(kept)
            if said := say_back(kept):
                at.console.say(f"Compris : {said}.")
    _keep(at, sheet, name, lines)


def _is_of_another(one: Diagnostic, name: str, last: str) -> bool:
    """Whether a finding is about a line that was borne already."""
    return f"{name}[" in one.field and not one.field.startswith(last)


def ask_meant(
    at: Interview, sheet: FieldSheet, name: TermField, question: str, others: Sequence[str] = ()
) -> None:
    """Values of closed lists, by their numbers or in one's own words. `others`: fields of the
    record that the words may fill, too («wifi»)."""
    values = CLOSED[name]
    for number, value in enumerate(values, 1):
        at.console.say(f"  {number}. {value}")
    while True:
        answer = at.console.ask(question)
        found, unknown = _meant(answer, name, (name, *others))
        if unknown or (answer and not found):
            at.console.say(f"Pas compris : {join(unknown) or printable(answer)}.")
            at.console.say("Écrivez des numéros de la liste, ou d'autres mots.")
            continue
        for each in found.values():
            at.console.say(f"Compris : {printable(', '.join(each))}.")
        if not answer or is_yes(at.console, "C'est bien cela ?", default=True):
            for field in (name, *others):
                if field in found:
                    sheet.values[field] = found[field]
                elif field == name:
                    _keep(at, sheet, name, [])
            return


def _meant(
    answer: str, name: TermField, fields: Collection[str]
) -> tuple[dict[str, list[str]], list[str]]:
    """Field → values that an answer means; what of it was not understood."""
    found: dict[str, list[str]] = {}
    unknown: list[str] = []
    values = CLOSED[name]
    if _is_numbers(answer):
        for number in answer.replace(",", " ").split():
            if 0 < int(number) <= len(values):
                found.setdefault(name, []).append(values[int(number) - 1])
            else:
                unknown.append(f"« {number} »")
    else:
        for part in _parts(answer, name, fields):
            meant = _values(part, name, fields)
            for field, each in meant.items():
                found.setdefault(field, []).extend(each)
            if not meant:
                unknown.append(printable(f"« {part} »"))
    return {field: list(dict.fromkeys(each)) for field, each in found.items()}, unknown


def _parts(answer: str, name: TermField, fields: Collection[str]) -> list[str]:
    """The whole where all of it is understood, else what separators part: no word is lost."""
    whole = meanings(name, answer)
    is_clear = all(
        each.state is Understanding.KNOWN and not each.values.keys().isdisjoint(fields)
        for each in whole
    )
    return [each.typed for each in whole] if whole and is_clear else parts_of(answer)


def _values(part: str, name: TermField, fields: Collection[str]) -> dict[str, list[str]]:
    """By the tables, else by the sense of the words."""
    found: dict[str, list[str]] = {}
    for each in meanings(name, part):
        for field, values in each.values.items():
            if field in fields:
                found.setdefault(field, []).extend(values)
    if not found and (meant := meant_values(part, CLOSED[name])):
        found[name] = meant
    return found


def _is_numbers(answer: str) -> bool:
    return answer.isascii() and answer.replace(",", " ").replace(" ", "").isdigit()


def ask_one(
    at: Interview,
    sheet: FieldSheet,
    name: str,
    question: str,
    choices: Sequence[str],
    default: str = "",
) -> None:
    """One value of a short list, by its number or its words; `default`: that of no answer."""
    while True:
        answer = chosen(at.console, question, choices)
        value = choices[answer] if isinstance(answer, int) else answer or default
        if not value:
            _keep(at, sheet, name, [])
            return
        if kept := at.kept(value, lambda text: _only_errors(sheet.faults(name, text))):
            sheet.values[name] = kept
            return


def _only_errors(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """A value of a short list is no slip: what it lacks beside it may come with later answers."""
    return [one for one in found if one.severity == "error"]


def _keep(at: Interview, sheet: FieldSheet, name: str, value: list[str]) -> None:
    if value:
        sheet.values[name] = value
    else:
        sheet.values.pop(name, None)
        at.console.say(UNKNOWN)
