"""The files of the repository's own site."""

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.support.few_papers import beginnings

SHEETS = ("territoires/31/labege", "territoires/17/la-rochelle", "territoires/epci/243100633")


def links(page: Path) -> list[str]:
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for name, value in attrs if name == "href" and value)

    Links().feed(page.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("folder", SHEETS)
def test_a_territory_links_to_its_list_and_its_poster(folder: str, built_site: Path):
    papers = [link for link in links(built_site / folder / "index.html") if ".pdf" in link]
    assert len(papers) == 2
    for address in papers:
        reader = PdfReader(io.BytesIO((built_site / address[1:]).read_bytes()))
        assert "16 novembre 2026" in " ".join(reader.pages[0].extract_text().split())


def test_every_commune_can_be_printed(built_site: Path):
    """This site prints few of the sheets that it names: those that are printed are all there."""
    named = set((built_site.parent / "papers.txt").read_text("utf-8").split())
    printed = {path.relative_to(built_site).as_posix()
               for path in (built_site / "papier").rglob("*.pdf")}  # fmt: skip
    for departement in ("31", "17"):
        communes = [page.parent.name for page in
                    (built_site / "territoires" / departement).glob("*/index.html")
                    if not re.match("communes|coordination|page-", page.parent.name)]  # fmt: skip
        assert len(communes) > 400
        sheets = {f"papier/{departement}/{c}-{sheet}.pdf"
                  for c in communes for sheet in ("liste", "affiche")}  # fmt: skip
        assert sheets <= named
    territories = {path for path in printed if not path.startswith("papier/agenda/")}
    few = beginnings()
    assert territories == {path for path in named if path.startswith(few)}
    assert len(territories) > 20


def test_a_round_leads_to_its_months_and_to_the_poster_of_each_stop(built_site: Path):
    page = built_site / "agenda/tournees/16/bus-france-services-emmaus-ruffec/index.html"
    papers = [link for link in links(page) if ".pdf" in link]
    assert sum("-agenda-" in link for link in papers) == 3
    assert sum(link.endswith("-affiche.pdf") for link in papers) == 12
    for address in papers:
        reader = PdfReader(io.BytesIO((built_site / address[1:]).read_bytes()))
        assert len(reader.pages) == 1
        assert "16 novembre 2026" in " ".join(reader.pages[0].extract_text().split())
