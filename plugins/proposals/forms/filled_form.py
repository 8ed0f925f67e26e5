"""The body of an issue, as a form of a forge leaves it or as a person fills a template in: each
question and its answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.common.hidden_characters import without_hidden
from plugins.french.normalization import normalize
from plugins.proposals.forms.form_questions import DONT_KNOW, FORMS, FormQuestion, QuestionForm

MAX_BODY = 65_536
"""Characters that GitHub takes for an issue; more was not written in a form."""
MAX_LINE, MAX_LINES = 300, 5000
_HEADING = re.compile(r"#{2,4}[ \t]+(.*?)[ \t]*#*[ \t]*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LABEL = re.compile(r"^/label .*$", re.MULTILINE)
"""GitLab takes it out of a template once it is sent."""
_TICK = re.compile(r"\s*[-*+]\s+\[([ xX])\]\s*(.*?)\s*")
_NOTHING = frozenset(("no response", "pas de reponse", "none", "-", "?"))
"""What forges write for no answer, and what people do."""


class UnreadFormError(Exception):
    """The text is no filled form of ours; the message is French."""


class KeptAnswer(NamedTuple):
    """What goes into no record: the question, the answer as typed, why (French, may be empty)."""

    question: str
    text: str
    why: str = ""


class FilledForm(NamedTuple):
    """`given`: answers by slug, those that are not empty; `ticked`: the options chosen, by slug;
    `kept`: what nobody can place."""

    form: QuestionForm
    given: Mapping[str, str]
    ticked: Mapping[str, tuple[str, ...]]
    kept: tuple[KeptAnswer, ...]

    def label(self, slug: str) -> str:
        """What the form calls a question."""
        return next((one.label for one in self.form.questions if one.slug == slug), slug)


def read_form(body: str) -> FilledForm:
    """Read a filled form.

    Raises:
        UnreadFormError: it is too long, or begins with the first question of none of our forms.
    """
    if len(body) > MAX_BODY:
        raise UnreadFormError("Ce message est trop long : un formulaire tient en quelques lignes.")
    plain = unicodedata.normalize("NFC", body.replace("\r\n", "\n").replace("\r", "\n"))
    lines = _LABEL.sub("", _COMMENT.sub("", without_hidden(plain))).split("\n")
    form = _form_of(lines)
    before, answers = _cut(lines, form)
    kept = [KeptAnswer("Avant le formulaire", before)] if before else []
    given: dict[str, str] = {}
    ticked: dict[str, tuple[str, ...]] = {}
    for question in form.questions:
        text = answers.get(question.slug, "")
        if normalize(text).strip("_ *.") in _NOTHING:
            continue
        if question.kind == "several":
            chosen, others = _ticks(text, question)
            ticked[question.slug] = chosen
            kept += [
                KeptAnswer(question.label, other, "ce n'est pas dans la liste") for other in others
            ]
            continue
        value, why = _value(text, question)
        if why:
            kept.append(KeptAnswer(question.label, text, why))
        elif value:
            given[question.slug] = value
    return FilledForm(form, given, ticked, tuple(kept))


def _form_of(lines: list[str]) -> QuestionForm:
    firsts = {normalize(form.questions[0].label): form for form in FORMS}
    for line in lines:
        if (heading := _heading(line)) in firsts:
            return firsts[heading]
    titles = ", ".join(f"« {form.title} »" for form in FORMS)
    raise UnreadFormError(
        f"Ce message n'est pas un formulaire rempli. Choisissez l'un de ceux-ci : {titles}."
    )


def _heading(line: str) -> str:
    found = _HEADING.fullmatch(line.strip())
    return normalize(found[1]) if found else ""


def _cut(lines: list[str], form: QuestionForm) -> tuple[str, Mapping[str, str]]:
    """What stands before the form, and the answers by slug. A question counts once: what looks like
    it a second time is part of an answer."""
    slugs = {normalize(question.label): question.slug for question in form.questions}
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in lines:
        slug = slugs.get(_heading(line), "")
        if slug and slug not in found and (found.keys() != {""} or slug == form.questions[0].slug):
            current = slug
            found[current] = []
        else:
            found[current].append(line)
    texts = {
        slug: "\n".join(line.rstrip() for line in each).strip() for slug, each in found.items()
    }
    return texts.pop(""), texts


def _ticks(text: str, question: FormQuestion) -> tuple[tuple[str, ...], list[str]]:
    """The options that are ticked, and other lines."""
    known = {normalize(option): option for option in question.options}
    chosen: list[str] = []
    others: list[str] = []
    for line in filter(str.strip, text.split("\n")):
        tick = _TICK.fullmatch(line)
        words = tick[2] if tick else line.strip(" -*\t")
        option = known.get(normalize(words))
        if tick and tick[1] == " ":
            continue
        if option:
            chosen.append(option)
        else:
            others.append(words)
    return tuple(dict.fromkeys(chosen)), others


def _value(text: str, question: FormQuestion) -> tuple[str, str]:
    """The answer, and why it cannot be taken (French); one of them is empty."""
    if question.kind == "lines":
        return ("", "la réponse est trop longue") if len(text) > MAX_LINES else (text, "")
    lines = list(_said(text))
    if question.kind == "one":
        known = {normalize(option): option for option in question.options}
        chosen = [known[normalize(line)] for line in lines if normalize(line) in known]
        if len(lines) > 1 or len(chosen) < len(lines):
            return "", "ce n'est pas l'un des choix"
        return ("" if chosen[:1] == [DONT_KNOW] else "".join(chosen)), ""
    if len(lines) > 1:
        return "", "la réponse tient sur plusieurs lignes"
    value = "".join(lines)
    return ("", "la réponse est trop longue") if len(value) > MAX_LINE else (value, "")


def _said(text: str) -> Iterator[str]:
    """Its lines, without those that say nothing."""
    return (" ".join(line.split()) for line in text.split("\n") if line.strip())
