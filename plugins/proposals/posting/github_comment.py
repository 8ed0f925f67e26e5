"""`python3 -m plugins.proposals.posting.github_comment`: after the checks of a pull request.

Run by `workflow_run`, from the default branch. The pull request is the open one whose head is the
commit that was checked, found by what GitHub itself says: nothing that the checks wrote names it.
"""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from plugins.common.diagnostic import printable
from plugins.proposals.posting.forge_api import ForgeError, told
from plugins.proposals.posting.github_forge import BOT, GithubRun, github_run, keep_one_comment
from plugins.proposals.said.comment import MARKER, ForgeLinks, comment_text
from plugins.proposals.said.proposition import (
    MAX_BYTES,
    BadPropositionError,
    ProposedFault,
    Proposition,
    read_proposition,
)
from plugins.proposals.said.safe_markdown import block, prose

ARTIFACT, FILE = "proposition", "proposition.json"
PREVIEW = "apercu"
_SUGGESTION = "<!-- annuaire : suggestion "


def post(run: GithubRun, server: str, site: str) -> str:
    """Tell of the checks of a pull request; what was done, in French.

    Raises:
        ForgeError: GitHub refuses.
    """
    checked = run.event["workflow_run"]
    if checked["event"] != "pull_request":
        return "Ce n'est pas la vérification d'une proposition."
    pull = _pull_of(run, checked)
    if pull is None:
        return "La proposition a changé depuis, ou elle est fermée : rien n'est écrit."
    artifacts = run.api.call("GET", f"{run.root}/actions/runs/{int(checked['id'])}/artifacts")
    sizes = {each["name"]: each for each in artifacts["artifacts"] if not each["expired"]}
    if ARTIFACT not in sizes:
        return "La vérification n'a rien laissé : rien n'est écrit."
    proposition = read_archive(_archive(run, sizes[ARTIFACT]))
    number = int(pull["number"])
    head = pull["head"]
    repository = (head["repo"] or {}).get("full_name", "")
    links = ForgeLinks(
        f"{server}/{repository}/edit/{quote(head['ref'])}" if repository else "",
        site.rstrip("/"),
        f"{checked['html_url']}#artifacts" if PREVIEW in sizes else "",
        has_suggestions=True,
    )
    said = keep_one_comment(run, number, MARKER, comment_text(proposition, links))
    return f"{said} {_suggest(run, number, checked['head_sha'], proposition)}"


def _pull_of(run: GithubRun, checked: dict[str, Any]) -> dict[str, Any] | None:
    """The open pull request of this repository whose head is the commit that was checked."""
    owner = (checked["head_repository"] or {}).get("owner", {}).get("login", "")
    head = quote(f"{owner}:{checked['head_branch']}", safe="")
    for pull in run.api.items(f"{run.root}/pulls?state=open&head={head}"):
        is_ours = pull["base"]["repo"]["full_name"] == run.repository
        if is_ours and pull["head"]["sha"] == checked["head_sha"]:
            found: dict[str, Any] = pull
            return found
    return None


def _archive(run: GithubRun, artifact: dict[str, Any]) -> bytes:
    if artifact["size_in_bytes"] > MAX_BYTES:
        raise ForgeError("la vérification a laissé un fichier trop gros")
    return run.api.download(f"{run.root}/actions/artifacts/{int(artifact['id'])}/zip", MAX_BYTES)


def read_archive(data: bytes) -> Proposition:
    """The one file of an archive, never written to a disk.

    Raises:
        BadPropositionError: it holds something else, or more.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.namelist() != [FILE]:
                raise BadPropositionError("l'archive n'a pas le fichier attendu")
            with archive.open(FILE) as stream:
                return read_proposition(stream.read(MAX_BYTES + 1))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise BadPropositionError("l'archive ne peut pas être lue") from error


def _suggest(run: GithubRun, number: int, commit: str, proposition: Proposition) -> str:
    """One suggestion under each line that has one; those that are no more true go."""
    wanted = {_key(fault): fault for fault in proposition.faults if _can_be_accepted(fault)}
    comments = f"{run.root}/pulls/{number}/comments"
    for key in _known(run, comments, wanted):
        wanted.pop(key, None)
    written = 0
    for key, fault in wanted.items():
        try:
            run.api.call("POST", comments, _suggestion(key, fault, commit))
            written += 1
        except ForgeError as error:
            if error.status != 422:  # a line that the pull request does not show
                raise
    return f"Suggestions nouvelles : {written}."


def _can_be_accepted(fault: ProposedFault) -> bool:
    lines = fault.lines
    if lines is None or fault.is_elsewhere or not fault.is_linkable:
        return False
    return all(line == printable(line) for line in lines.lines)


def _key(fault: ProposedFault) -> str:
    return blake2b(
        repr((fault.file, fault.message, fault.lines)).encode(), digest_size=8
    ).hexdigest()


def _known(run: GithubRun, comments: str, wanted: Iterable[str]) -> list[str]:
    """The suggestions that are there and still true; the others of ours are deleted."""
    kept = []
    for found in list(run.api.items(comments)):
        body = str(found["body"])
        if found["user"]["login"] != BOT or not body.startswith(_SUGGESTION):
            continue
        key = body.removeprefix(_SUGGESTION).partition(" ")[0]
        if key in wanted and found.get("line"):
            kept.append(key)
        else:
            run.api.call("DELETE", f"{run.root}/pulls/comments/{int(found['id'])}")
    return kept


def _suggestion(key: str, fault: ProposedFault, commit: str) -> dict[str, object]:
    lines = fault.lines
    if lines is None:
        raise ValueError(fault)
    said = block(lines.lines, "suggestion")
    body = {
        "body": f"{_SUGGESTION}{key} -->\n{prose(fault.message)}\n\n{said}\n",
        "commit_id": commit,
        "path": fault.file,
        "side": "RIGHT",
        "line": lines.last,
    }
    if lines.last > lines.first:
        body |= {"start_line": lines.first, "start_side": "RIGHT"}
    return body


def main() -> None:
    """Post; a refusal ends with a sentence and code 1."""
    try:
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        print(post(github_run(), server, os.environ.get("SITE_URL", "")))
    except (ForgeError, BadPropositionError, KeyError, TypeError) as error:
        sys.exit(told(error))


if __name__ == "__main__":
    main()
