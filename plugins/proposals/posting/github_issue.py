"""`python3 -m plugins.proposals.posting.github_issue FOLDER`: proposes the record of a form.

Run by the second job of a workflow on issues: the first one, without any right, read the answers.
A branch and a pull request a form; run again, both follow. One comment under the issue says it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.proposals.posting.forge_api import ForgeError, told
from plugins.proposals.posting.github_forge import GithubRun, github_run, keep_one_comment
from plugins.proposals.posting.made_record import BadRecordError, MadeRecord, read_made_record

MARKER = "<!-- annuaire : réponse au formulaire -->"
_BEFORE = (
    "Les vérifications ont été faites avant de proposer. Pour les refaire, et voir les pages qui "
    "changent : fermez cette proposition, puis rouvrez-la. Rien n'est publié sans vous."
)


def propose(run: GithubRun, made: MadeRecord) -> str:
    """Propose the record, or say why there is none; what was done, in French.

    Raises:
        ForgeError: GitHub refuses.
    """
    number = int(run.event["issue"]["number"])
    if not made.path:
        return keep_one_comment(run, number, MARKER, f"{MARKER}\n\n{made.summary}")
    branch, base = f"fiche-{number}", str(run.event["repository"]["default_branch"])
    _push(run, made, branch, base, f"Fiche du formulaire {number}")
    pull = _pull(run, made, branch, base, number)
    text = f"{MARKER}\n\nMerci. Votre réponse est devenue une proposition : #{pull}.\n"
    keep_one_comment(run, number, MARKER, text)
    return f"Proposition {pull} : {made.path}."


def _push(run: GithubRun, made: MadeRecord, branch: str, base: str, message: str) -> None:
    """One commit on the default branch as it is now, which the branch of the form becomes."""
    call, git = run.api.call, f"{run.root}/git"
    head = call("GET", f"{git}/ref/heads/{base}")["object"]["sha"]
    base_tree = call("GET", f"{git}/commits/{head}")["tree"]["sha"]
    record = {"path": made.path, "mode": "100644", "type": "blob", "content": made.text}
    tree = call("POST", f"{git}/trees", {"base_tree": base_tree, "tree": [record]})["sha"]
    commit = {"message": message, "tree": tree, "parents": [head]}
    sha = call("POST", f"{git}/commits", commit)["sha"]
    try:
        call("POST", f"{git}/refs", {"ref": f"refs/heads/{branch}", "sha": sha})
    except ForgeError as error:
        if error.status != 422:  # it is there
            raise
        call("PATCH", f"{git}/refs/heads/{branch}", {"sha": sha, "force": True})


def _pull(run: GithubRun, made: MadeRecord, branch: str, base: str, number: int) -> int:
    """The open pull request of the branch, opened if need be; its number."""
    owner = run.repository.partition("/")[0]
    body = f"{made.summary}\n{_BEFORE}\n\nFerme le formulaire : closes #{number}\n"
    for found in run.api.items(f"{run.root}/pulls?state=open&head={owner}:{branch}"):
        run.api.call("PATCH", f"{run.root}/pulls/{int(found['number'])}", {"body": body})
        return int(found["number"])
    asked = {"title": f"Fiche : {made.path}", "head": branch, "base": base, "body": body}
    return int(run.api.call("POST", f"{run.root}/pulls", asked)["number"])


def main(folder: str) -> None:
    """Propose; a refusal ends with a sentence and code 1."""
    try:
        print(propose(github_run(), read_made_record(Path(folder))))
    except (ForgeError, BadRecordError, KeyError, TypeError) as error:
        sys.exit(told(error))


if __name__ == "__main__":
    main(sys.argv[1])
