"""One address of each kind of page, found in the built site."""

from pathlib import Path

FIXED = {
    "home": "/",
    "places": "/lieux/",
    "places of a département": "/lieux/31/",
    "territories": "/territoires/",
    "département": "/territoires/31/",
    "epci": "/territoires/epci/243100633/",
    "commune": "/territoires/31/labege/",
    "large commune": "/territoires/31/toulouse/",
    "labels": "/labels/",
    "label": "/labels/france-services/",
    "search": "/recherche/",
    "contribute": "/contribuer/",
    "accessibility": "/accessibilite/",
    "legal": "/mentions-legales/",
    "data": "/donnees/",
}
KINDS = (*FIXED, "place", "not found")


def address(kind: str, site: Path) -> str:
    """Path of one page of that kind."""
    if kind == "place":
        page = next(iter(sorted((site / "lieux" / "31").glob("*/index.html"))))
        return f"/lieux/31/{page.parent.name}/"
    return FIXED.get(kind, "/cette-page-n-existe-pas/")
