"""`python3 -m plugins.proposals.posting.gitlab_forge comment|answers|propose …`, from a pipeline.

`comment FILE`: the one note of a merge request; `answers FILE`: the text of an issue into a file;
`propose FOLDER`: a form that became a record, as a merge request. The token (`FORGE_TOKEN`) is that
of a bot of the project. Source: docs.gitlab.com, REST API (notes, issues, commits, merge requests).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from urllib.parse import quote

from plugins.proposals.posting.forge_api import ForgeApi, ForgeError, told, variable
from plugins.proposals.posting.made_record import BadRecordError, read_made_record
from plugins.proposals.said.comment import MARKER, ForgeLinks, comment_text
from plugins.proposals.said.proposition import MAX_BYTES, BadPropositionError, read_proposition

_ANSWER = "<!-- annuaire : réponse au formulaire -->"


class GitlabProject:
    """A project of GitLab, as its pipelines see it."""

    def __init__(self) -> None:
        self._api = ForgeApi(variable("CI_API_V4_URL"), {"PRIVATE-TOKEN": variable("FORGE_TOKEN")})
        self._root = f"/projects/{quote(variable('CI_PROJECT_ID'), safe='')}"

    def comment(self, file: Path) -> str:
        """Tell of the checks of the merge request of this pipeline; what was done, in French."""
        with file.open("rb") as stream:
            proposition = read_proposition(stream.read(MAX_BYTES + 1))
        project = os.environ.get("CI_MERGE_REQUEST_SOURCE_PROJECT_URL", "")
        branch = quote(os.environ.get("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", ""))
        links = ForgeLinks(
            f"{project}/-/edit/{branch}" if project and branch else "",
            os.environ.get("SITE_URL", "").rstrip("/"),
            os.environ.get("PREVIEW_URL", ""),
        )
        number = int(variable("CI_MERGE_REQUEST_IID"))
        return self._keep_one_note(
            f"merge_requests/{number}", MARKER, comment_text(proposition, links)
        )

    def answers(self, file: Path) -> str:
        """Write the text of the issue `FORMULAIRE` into a file."""
        issue = self._api.call("GET", f"{self._root}/issues/{_number()}")
        file.write_text(str(issue["description"] or ""), encoding="utf-8")
        return "Réponses lues."

    def propose(self, folder: Path) -> str:
        """Propose the record that the answers became, or say why there is none."""
        made, number = read_made_record(folder), _number()
        if not made.path:
            return self._keep_one_note(f"issues/{number}", _ANSWER, f"{_ANSWER}\n\n{made.summary}")
        branch, base = f"fiche-{number}", variable("CI_DEFAULT_BRANCH")
        action = "update" if Path(made.path).is_file() else "create"
        commit = {
            "branch": branch,
            "start_branch": base,
            "force": True,
            "commit_message": f"Fiche du formulaire {number}",
            "actions": [{"action": action, "file_path": made.path, "content": made.text}],
        }
        self._api.call("POST", f"{self._root}/repository/commits", commit)
        asked = f"{self._root}/merge_requests?state=opened&source_branch={branch}"
        found = next(iter(self._api.items(asked)), None)
        description = f"{made.summary}\nCloses #{number}\n"
        if found is None:
            request = {
                "source_branch": branch,
                "target_branch": base,
                "title": f"Fiche : {made.path}",
                "description": description,
                "remove_source_branch": True,
            }
            found = self._api.call("POST", f"{self._root}/merge_requests", request)
        else:
            path = f"{self._root}/merge_requests/{int(found['iid'])}"
            self._api.call("PUT", path, {"description": description})
        told = f"Merci. Votre réponse est devenue une proposition : !{int(found['iid'])}."
        return self._keep_one_note(f"issues/{number}", _ANSWER, f"{_ANSWER}\n\n{told}\n")

    def _keep_one_note(self, where: str, marker: str, text: str) -> str:
        """Our one note there says this now; found by its first line, among those of our token."""
        notes = f"{self._root}/{where}/notes"
        mine = self._api.call("GET", "/user")["id"]
        for found in self._api.items(f"{notes}?sort=asc"):
            if found["author"]["id"] == mine and str(found["body"]).startswith(marker):
                self._api.call("PUT", f"{notes}/{int(found['id'])}", {"body": text})
                return "Commentaire mis à jour."
        self._api.call("POST", notes, {"body": text})
        return "Commentaire écrit."


def _number() -> int:
    text = variable("FORMULAIRE")
    if not text.isdecimal():
        raise ForgeError("FORMULAIRE : écrivez le numéro du ticket, par exemple 12")
    return int(text)


def main(verb: str, path: str) -> None:
    """Do it; a refusal ends with a sentence and code 1."""
    try:
        project = GitlabProject()
        verbs = {
            "comment": project.comment, "answers": project.answers, "propose": project.propose,
        }  # fmt: skip
        print(verbs[verb](Path(path)))
    except (
        ForgeError,
        BadPropositionError,
        BadRecordError,
        KeyError,
        TypeError,
    ) as error:
        sys.exit(told(error))


if __name__ == "__main__":
    main(*sys.argv[1:])
