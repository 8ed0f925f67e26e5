"""The last lines of a build."""

from pathlib import Path

import pytest

from plugins.press.publish.hosts import GIGABYTE, MEBIBYTE, Weight, weigh, where_it_fits
from plugins.press.publish.progress import BuildReport, say

SMALL = Weight(files=9_000, entries=16_000, size=250 * 10**6, largest=MEBIBYTE)


def test_a_build_says_what_it_made_and_where_the_site_fits(capsys: pytest.CaptureFixture[str]):
    say(BuildReport(total=9_000, made=1, removed=0, weight=SMALL), 1.5)
    said = capsys.readouterr().err
    assert "1 faites ou refaites, en 1,5 s." in said
    assert "Cloudflare Pages gratuit" in said
    assert "Ne tient pas" not in said


def test_nothing_is_said_of_hosts_when_the_site_was_not_weighed(
    capsys: pytest.CaptureFixture[str],
):
    say(BuildReport(total=25_000, made=0, removed=0), 1.5)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("weight", "refused", "why"),
    [
        (SMALL._replace(files=20_001), "Cloudflare Pages gratuit", "20\u202f001 fichiers, au plus"),
        (SMALL._replace(files=100_001), "Cloudflare Pages payant", "au plus 100\u202f000"),
        (SMALL._replace(entries=200_001), "GitLab Pages", "200\u202f001 fichiers et dossiers"),
        (SMALL._replace(size=GIGABYTE + 1), "GitHub Pages", "1\u202f001 Mo, au plus 1\u202f000 Mo"),
        (SMALL._replace(largest=26 * MEBIBYTE), "Cloudflare Pages payant", "un fichier de 28 Mo"),
    ],
)
def test_a_host_that_does_not_take_the_site_is_named_with_the_reason(
    weight: Weight, refused: str, why: str
):
    fits, does_not = where_it_fits(weight)
    assert refused not in fits
    assert "un serveur à soi" in fits
    assert refused in does_not
    assert why in does_not
    assert "PAPER_PDF" in does_not


def test_folders_count_once_each(tmp_path: Path):
    for path in ("index.html", "a/b/index.html", "a/b/c.txt", "a/d/index.html"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x" * 7, "utf-8")
    paths = ["index.html", "a/b/index.html", "a/b/c.txt", "a/d/index.html"]
    assert weigh(tmp_path, paths) == Weight(files=4, entries=7, size=28, largest=7)
