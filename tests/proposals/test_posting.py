"""What posts to forges: one comment, kept up to date; nothing that the checks left is trusted."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.proposals.posting import github_comment, github_issue, gitlab_forge
from plugins.proposals.posting.forge_api import ForgeApi, ForgeError
from plugins.proposals.posting.github_comment import read_archive
from plugins.proposals.posting.made_record import BadRecordError, read_made_record
from plugins.proposals.said.comment import MARKER, comment_text
from plugins.proposals.said.proposition import (
    BadPropositionError,
    ProposedFault,
    ProposedLines,
    Proposition,
    dump_proposition,
)
from tests.support.fake_forge import FakeForge, forge

ROOT = "/repos/ville/annuaire"
SHA = "a" * 40
FAULT = ProposedFault(
    "places/31/x.yaml", 5, "error", "« comune » n'existe pas", "écrivez « commune »",
    False, ProposedLines(5, 5, ("commune: Labège",)),
)  # fmt: skip
PROPOSITION = Proposition((FAULT,), 1, pages=(("/lieux/31/x/", "changée"),))
BOT = {"login": "github-actions[bot]"}
PULL: dict[str, Any] = {
    "number": 7,
    "base": {"repo": {"full_name": "ville/annuaire"}},
    "head": {"sha": SHA, "ref": "main", "repo": {"full_name": "voisin/annuaire"}},
}


def archive(**contents: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
    return data.getvalue()


def packed(proposition: Proposition = PROPOSITION) -> bytes:
    return archive(**{"proposition.json": dump_proposition(proposition).encode()})


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeForge]:
    event = {
        "workflow_run": {
            "id": 3, "event": "pull_request", "head_sha": SHA, "head_branch": "main",
            "head_repository": {"owner": {"login": "voisin"}},
            "html_url": "https://github.example/ville/annuaire/actions/runs/3",
        },
        "issue": {"number": 12},
        "repository": {"default_branch": "main"},
    }  # fmt: skip
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    with forge() as server:
        for name, value in {
            "GITHUB_API_URL": server.address, "GITHUB_TOKEN": "jeton",
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "GITHUB_REPOSITORY": "ville/annuaire", "GITHUB_SERVER_URL": "https://github.example",
            "SITE_URL": "https://aide.exemple.fr", "CI_API_V4_URL": server.address,
            "CI_PROJECT_ID": "9", "FORGE_TOKEN": "jeton", "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_SOURCE_PROJECT_URL": "https://gitlab.example/ville/annuaire",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "corriger", "CI_DEFAULT_BRANCH": "main",
            "FORMULAIRE": "12",
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        artifact = {"id": 5, "name": "proposition", "expired": False, "size_in_bytes": 900}
        preview = {**artifact, "id": 6, "name": "apercu"}
        server.answers = {
            f"GET {ROOT}/pulls": [PULL],
            f"GET {ROOT}/actions/runs/3/artifacts": {"artifacts": [artifact, preview]},
            f"GET {ROOT}/actions/artifacts/5/zip": f"→ {server.address}/elsewhere",
            "GET /elsewhere": packed(),
            f"GET {ROOT}/issues/7/comments": [],
            f"GET {ROOT}/pulls/7/comments": [],
        }
        yield server


def posted(fake: FakeForge) -> str:
    [body] = fake.bodies(f"POST {ROOT}/issues/7/comments")
    text: str = body["body"]
    return text


def test_a_comment_and_a_suggestion_are_written(
    fake: FakeForge, capsys: pytest.CaptureFixture[str]
):
    github_comment.main()
    text = posted(fake)
    assert text.startswith(MARKER)
    editor = "https://github.example/voisin/annuaire/edit/main"
    assert f"[Ouvrir la fiche]({editor}/places/31/x.yaml)" in text
    assert "(https://aide.exemple.fr/lieux/31/x/) (changée)" in text
    assert "(https://github.example/ville/annuaire/actions/runs/3#artifacts)" in text
    [suggestion] = fake.bodies(f"POST {ROOT}/pulls/7/comments")
    assert (suggestion["path"], suggestion["line"], suggestion["commit_id"]) == (FAULT.file, 5, SHA)
    assert "```suggestion\ncommune: Labège\n```" in suggestion["body"]
    assert "Commentaire écrit." in capsys.readouterr().out


def test_the_token_is_sent_to_the_forge_alone(fake: FakeForge):
    github_comment.main()
    assert f"{ROOT}/pulls" in fake.tokens
    assert "/elsewhere" not in fake.tokens


def test_the_same_comment_is_changed_and_never_written_twice(fake: FakeForge):
    old: list[dict[str, Any]] = [
        {"id": 1, "user": {"login": "voisin"}, "body": f"{MARKER}\nimité"},
        {"id": 2, "user": BOT, "body": f"{MARKER}\nd'avant"},
    ]
    fake.answers[f"GET {ROOT}/issues/7/comments"] = old
    github_comment.main()
    assert not fake.bodies(f"POST {ROOT}/issues/7/comments")
    [changed] = fake.bodies(f"PATCH {ROOT}/issues/comments/2")
    old[1]["body"] = changed["body"]
    fake.asked.clear()
    github_comment.main()
    assert not fake.bodies(f"PATCH {ROOT}/issues/comments/2")


def test_a_suggestion_stays_while_it_is_true_and_goes_when_it_is_not(fake: FakeForge):
    github_comment.main()
    [body] = fake.bodies(f"POST {ROOT}/pulls/7/comments")
    mine = {"id": 1, "user": BOT, "line": 5, "body": body["body"]}
    stale = {**mine, "id": 2, "body": mine["body"].replace("suggestion ", "suggestion 0")}
    theirs = {**stale, "id": 3, "user": {"login": "voisin"}}
    fake.answers[f"GET {ROOT}/pulls/7/comments"] = [mine, stale, theirs]
    fake.asked.clear()
    github_comment.main()
    asked = [request for request, _ in fake.asked if "/pulls/" in request]
    assert asked == [f"DELETE {ROOT}/pulls/comments/2"]


def test_a_line_that_the_pull_request_does_not_show_is_left(fake: FakeForge):
    fake.answers[f"POST {ROOT}/pulls/7/comments"] = 422
    github_comment.main()
    assert posted(fake)


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [{**PULL, "head": {**PULL["head"], "sha": "b" * 40}}],
        [{**PULL, "base": {"repo": {"full_name": "autre/annuaire"}}}],
    ],
)
def test_no_comment_where_no_pull_request_has_that_head(fake: FakeForge, pulls: list[Any]):
    fake.answers[f"GET {ROOT}/pulls"] = pulls
    github_comment.main()
    assert fake.asked == []


@pytest.mark.parametrize(
    "data",
    [
        b"no archive", archive(), archive(**{"other.json": b"{}"}), packed()[:-30],
        archive(**{"proposition.json": b"{}"}), archive(**{"proposition.json": b" " * 10**7}),
        archive(**{"../proposition.json": b"{}"}),
        archive(**{"proposition.json": b"{}", "more": b""}),
    ],
)  # fmt: skip
def test_an_archive_that_is_not_ours_is_refused(fake: FakeForge, data: bytes):
    with pytest.raises(BadPropositionError):
        read_archive(data)
    fake.answers["GET /elsewhere"] = data
    with pytest.raises(SystemExit):
        github_comment.main()
    assert fake.asked == []


def test_an_archive_that_is_too_big_is_not_read(fake: FakeForge):
    fake.answers["GET /elsewhere"] = b"a" * 300_000
    with pytest.raises(SystemExit, match="trop longue"):
        github_comment.main()
    assert fake.asked == []


def test_a_forge_is_asked_over_https_and_said_when_it_refuses(fake: FakeForge):
    with pytest.raises(ForgeError):
        ForgeApi("http://forge.example", {}).call("GET", "/")
    with pytest.raises(ForgeError):
        ForgeApi("file:///etc", {}).call("GET", "/passwd")
    fake.answers[f"GET {ROOT}/pulls"] = 403
    with pytest.raises(SystemExit, match="403"):
        github_comment.main()


def test_an_answer_of_another_shape_is_a_sentence(fake: FakeForge):
    fake.answers[f"GET {ROOT}/pulls"] = [{"number": 7}]
    with pytest.raises(SystemExit, match="autrement que prévu"):
        github_comment.main()


def made(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


RECORD = "places/31/x.yaml"


def on_git(fake: FakeForge) -> None:
    git = f"{ROOT}/git"
    fake.answers |= {
        f"GET {git}/ref/heads/main": {"object": {"sha": SHA}},
        f"GET {git}/commits/{SHA}": {"tree": {"sha": "t1"}},
        f"POST {git}/trees": {"sha": "t2"},
        f"POST {git}/commits": {"sha": "c2"},
        f"GET {ROOT}/issues/12/comments": [],
        f"GET {ROOT}/pulls": [],
        f"POST {ROOT}/pulls": {"number": 13},
    }


def test_a_form_becomes_a_pull_request(fake: FakeForge, tmp_path: Path):
    on_git(fake)
    folder = made(tmp_path / "p", **{"resume.md": "## Ajouter\n", RECORD: "nom: X\n"})
    github_issue.main(str(folder))
    [tree] = fake.bodies(f"POST {ROOT}/git/trees")
    assert tree["tree"][0]["path"] == RECORD
    assert fake.bodies(f"POST {ROOT}/git/refs") == [{"ref": "refs/heads/fiche-12", "sha": "c2"}]
    [pull] = fake.bodies(f"POST {ROOT}/pulls")
    assert (pull["head"], pull["base"]) == ("fiche-12", "main")
    assert "## Ajouter" in pull["body"]
    assert "closes #12" in pull["body"]
    [answer] = fake.bodies(f"POST {ROOT}/issues/12/comments")
    assert "#13" in answer["body"]


def test_a_form_that_is_sent_again_changes_its_pull_request(fake: FakeForge, tmp_path: Path):
    on_git(fake)
    fake.answers[f"POST {ROOT}/git/refs"] = 422
    fake.answers[f"GET {ROOT}/pulls"] = [{"number": 13}]
    folder = made(tmp_path / "p", **{"resume.md": "## Ajouter\n", RECORD: "nom: X\n"})
    github_issue.main(str(folder))
    assert fake.bodies(f"PATCH {ROOT}/git/refs/heads/fiche-12") == [{"sha": "c2", "force": True}]
    assert fake.bodies(f"PATCH {ROOT}/pulls/13")
    assert not fake.bodies(f"POST {ROOT}/pulls")


def test_a_form_that_is_refused_is_answered(fake: FakeForge, tmp_path: Path):
    on_git(fake)
    github_issue.main(str(made(tmp_path / "p", **{"resume.md": "Aucune fiche\n"})))
    assert [request for request, _ in fake.asked] == [f"POST {ROOT}/issues/12/comments"]
    assert "Aucune fiche" in fake.asked[0][1]["body"]


@pytest.mark.parametrize(
    "contents",
    [
        {}, {"resume.md": "a", ".github/workflows/x.yml": "a"}, {"resume.md": "a", "x.yaml": "a"},
        {"resume.md": "a", "places/31/x.yaml": "a", "places/31/y.yaml": "a"},
        {"resume.md": "a", "places/labels/x.yaml": "a"}, {"resume.md": "a" * 70_000},
        {"resume.md": "a", "places/31/x.yaml": "a" * 70_000},
    ],
)  # fmt: skip
def test_what_is_no_record_is_not_proposed(tmp_path: Path, contents: dict[str, str]):
    folder = made(tmp_path / "p", **contents)
    folder.mkdir(exist_ok=True)
    with pytest.raises(BadRecordError):
        read_made_record(folder)


def test_a_link_is_not_followed(tmp_path: Path):
    folder = made(tmp_path / "p", **{"resume.md": "a"})
    (folder / "places").symlink_to("/etc")
    with pytest.raises(BadRecordError):
        read_made_record(folder)


GITLAB = "/projects/9"


def test_gitlab_has_its_note(fake: FakeForge, tmp_path: Path):
    told = tmp_path / "proposition.json"
    told.write_text(dump_proposition(PROPOSITION), "utf-8")
    notes = f"{GITLAB}/merge_requests/7/notes"
    theirs = {"id": 1, "author": {"id": 8}, "body": MARKER}
    fake.answers |= {"GET /user": {"id": 4}, f"GET {notes}": [theirs]}
    gitlab_forge.main("comment", str(told))
    [note] = fake.bodies(f"POST {notes}")
    editor = "https://gitlab.example/ville/annuaire/-/edit/corriger"
    assert f"]({editor}/places/31/x.yaml)" in note["body"]
    assert "suggestion" not in note["body"]
    fake.answers[f"GET {notes}"] = [theirs, {"id": 2, "author": {"id": 4}, "body": note["body"]}]
    gitlab_forge.main("comment", str(told))
    assert len(fake.bodies(f"PUT {notes}/2")) == 1
    assert len(fake.bodies(f"POST {notes}")) == 1


def test_gitlab_makes_a_merge_request_of_a_form(fake: FakeForge, tmp_path: Path):
    fake.answers |= {
        "GET /user": {"id": 4},
        f"GET {GITLAB}/issues/12": {"description": "### Nom"},
        f"GET {GITLAB}/issues/12/notes": [],
        f"GET {GITLAB}/merge_requests": [],
        f"POST {GITLAB}/merge_requests": {"iid": 3},
    }
    gitlab_forge.main("answers", str(tmp_path / "answers.md"))
    assert (tmp_path / "answers.md").read_text("utf-8") == "### Nom"
    folder = made(tmp_path / "p", **{"resume.md": "## Ajouter\n", RECORD: "nom: X\n"})
    gitlab_forge.main("propose", str(folder))
    [commit] = fake.bodies(f"POST {GITLAB}/repository/commits")
    assert (commit["branch"], commit["actions"][0]["action"]) == ("fiche-12", "create")
    [note] = fake.bodies(f"POST {GITLAB}/issues/12/notes")
    assert "!3" in note["body"]


def test_the_number_of_a_form_is_a_number(fake: FakeForge, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FORMULAIRE", "12/../../x")
    with pytest.raises(SystemExit, match="numéro"):
        gitlab_forge.main("answers", "x")


def test_the_comment_is_the_one_that_the_command_writes():
    assert comment_text(PROPOSITION).startswith(MARKER)
