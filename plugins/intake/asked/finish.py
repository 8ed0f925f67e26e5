"""The end of an interview: is the record there already, is it right, where does it go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.common.diagnostic import printable
from plugins.gazetteer import slugify
from plugins.intake.asked.answers import Interview
from plugins.intake.asked.asked_record import AskedRecord
from plugins.intake.asked.console import is_yes
from plugins.intake.match.slugs import MAX_LENGTH, new_slug
from plugins.records.free_names import TakenNames
from plugins.records.kinds import KINDS
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.repairs import slug_of
from plugins.records.unwritten import faults_unwritten, known_alike

_MOST = 9
_OTHER = "pas "
"""Before the record that the place was said not to be, among what has been asked."""


def is_known_already(at: Interview, places_dir: Path) -> bool:
    """Tell of the records that the place may be, each once. Whether it is one; those that the
    checks would ask for are written as others."""
    draft, console = at.draft, at.console
    if draft.kind != "place":
        return False
    path = RecordPath("place", f"{draft.departement}/brouillon")
    probe = {**draft.values, "code_postal": draft.values.get("code_postal", "00000")}
    alike = known_alike(places_dir, path, _text(at, probe, path))
    for known in [one for one in alike if _OTHER + one.place.id not in draft.asked][:_MOST]:
        console.say(f"L'annuaire a déjà : {printable(known.place.nom)} ({known.shared}).")
        if known.place.adresse:
            console.say(f"  {printable(known.place.adresse)}")
        if is_yes(console, "Est-ce le même lieu ?", default=False):
            file = places_dir / KINDS["place"].file(known.place.id)
            console.say(f"Corrigez plutôt sa fiche : {file}")
            return True
        draft.asked.append(_OTHER + known.place.id)
        if known.is_asked:
            others = draft.values.get("distinct_de", [])
            draft.values["distinct_de"] = sorted({*others, known.place.id})
    return False


def _text(at: Interview, values: dict[str, object], path: RecordPath) -> str:
    return AskedRecord(at.draft.kind, at.draft.context, values).text(path)


def new_path(at: Interview, places_dir: Path) -> RecordPath:
    """A file that is not there yet: of a place, named as an import does; of others, after its name,
    with its commune, then a number, where another has it."""
    draft = at.draft
    taken = TakenNames(places_dir, draft.kind, draft.departement)
    commune = at.draft.context.gazetteer.page_of(draft.values.get("code_insee", ""))
    if draft.kind == "place" and commune is not None:
        slug = new_slug(draft.values, commune, taken)
    else:
        name, town = slugify(draft.name) or "sans-nom", slugify(draft.values.get("commune", ""))
        ends = ("", f"-{town}", *(f"-{number}" for number in range(2, 99)))
        wanted = (f"{name[: MAX_LENGTH - len(end)].strip('-')}{end}".strip("-") for end in ends)
        slug = next((each for each in wanted if each not in taken), "sans-nom")
    return RecordPath(draft.kind, f"{draft.departement}/{slug}")


def reviewed(at: Interview, places_dir: Path, path: RecordPath, words: Sequence[str]) -> str | None:
    """Show the record. None to write it, "" to leave it, or the question to ask again."""
    console, draft = at.console, at.draft
    if is_known_already(at, places_dir):
        return ""
    text = draft.text(path)
    console.say(f"\nVoici la fiche, {places_dir / path.file} :\n")
    for line in text.splitlines()[1:]:
        console.say(f"  {printable(line)}")
    found = faults_unwritten(places_dir, path, text, draft.context)
    errors = [one for one in found if one.severity == "error"]
    console.say("")
    for one in errors or found:
        console.say(printable(f"{one.field} : {one.message} ; {one.hint}"))
    question = "L'écrire ? (o : oui, n : non, ou ce qui est à changer : " + ", ".join(words) + ")"
    while True:
        answer = console.ask(question).lower()
        if answer in ("o", "oui") and not errors:
            return None
        if answer in ("n", "non"):
            return ""
        folded = slug_of(answer)
        if again := next((word for word in words if folded and slug_of(word) == folded), None):
            return again
        console.say("Corrigez d'abord ce qui ne va pas." if errors else "Écrivez o, n, ou un mot.")
