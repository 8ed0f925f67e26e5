"""A repository of GitHub, as its workflows see it.

Sources: docs.github.com, REST API (pulls, issues, git data, actions); its events.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from plugins.proposals.posting.forge_api import ForgeApi, variable

BOT = "github-actions[bot]"


class GithubRun(NamedTuple):
    """`repository`: «owner/name»; `event`: what started the workflow; `root`: the path of the
    repository in the API."""

    api: ForgeApi
    repository: str
    event: dict[str, Any]

    @property
    def root(self) -> str:
        """What paths of the API of this repository begin with."""
        return f"/repos/{self.repository}"


def github_run() -> GithubRun:
    """From what GitHub gives to a workflow."""
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {variable('GITHUB_TOKEN')}",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    event = json.loads(Path(variable("GITHUB_EVENT_PATH")).read_text("utf-8"))
    return GithubRun(
        ForgeApi(variable("GITHUB_API_URL"), headers), variable("GITHUB_REPOSITORY"), event
    )


def keep_one_comment(run: GithubRun, number: int, marker: str, text: str) -> str:
    """Our one comment under an issue or a pull request says this now; what was done, in French. It
    is found by its first line, among those of the workflow alone."""
    root = run.root
    for found in run.api.items(f"{root}/issues/{number}/comments"):
        if found["user"]["login"] == BOT and str(found["body"]).startswith(marker):
            if found["body"].replace("\r\n", "\n").strip() == text.strip():
                return "Le commentaire dit déjà cela."
            run.api.call("PATCH", f"{root}/issues/comments/{int(found['id'])}", {"body": text})
            return "Commentaire mis à jour."
    run.api.call("POST", f"{root}/issues/{number}/comments", {"body": text})
    return "Commentaire écrit."
