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
        words = " ".join(reader.pages[0].extract_text().split())
        assert "Informations mises à jour jusqu’au 1er août 2024." in words
        assert "16 novembre 2026" not in words


def epci_of(page: Path) -> str:
    """SIREN of the EPCI that the page of a commune names."""
    found = re.search(r'href="/territoires/epci/(\d{9})/"', page.read_text("utf-8"))
    return found[1] if found else ""


def test_every_commune_leads_to_sheets_its_own_or_those_of_its_epci(built_site: Path):
    """This site prints few of the sheets that it names: those that are printed are all there."""
    named = set((built_site.parent / "papers.txt").read_text("utf-8").split())
    printed = {path.relative_to(built_site).as_posix()
               for path in (built_site / "papier").rglob("*.pdf")}  # fmt: skip
    own = others = 0
    for departement in ("31", "17"):
        for page in (built_site / "territoires" / departement).glob("*/index.html"):
            commune = page.parent.name
            if re.match("communes|coordination|page-", commune):
                continue
            sheets = [link[1:] for link in links(page) if re.search("(liste|affiche).pdf$", link)]
            has_record = (built_site / "integrer" / departement / commune).is_dir()
            alone = f"papier/epci/{epci_of(page)}-liste.pdf" not in named  # none in its group
            assert len(sheets) == (2 if has_record or not alone else 0), commune
            assert set(sheets) <= named, commune
            where = f"papier/{departement}/{commune}-" if has_record else "papier/epci/"
            assert all(sheet.startswith(where) for sheet in sheets), commune
            own, others = own + has_record, others + (not has_record)
    assert own > 150
    assert others > 600
    territories = {path for path in printed if not path.startswith("papier/agenda/")}
    few = beginnings()
    assert territories == {path for path in named if path.startswith(few)}
    assert len(territories) > 10


def test_a_round_leads_to_its_months_and_to_the_poster_of_each_stop(built_site: Path):
    page = built_site / "agenda/tournees/16/bus-france-services-emmaus-ruffec/index.html"
    papers = [link for link in links(page) if ".pdf" in link]
    assert sum("-agenda-" in link for link in papers) == 3
    assert sum(link.endswith("-affiche.pdf") for link in papers) == 12
    for address in papers:
        reader = PdfReader(io.BytesIO((built_site / address[1:]).read_bytes()))
        assert len(reader.pages) == 1
