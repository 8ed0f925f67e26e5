"""One address of each kind of page, found in the built site."""

from pathlib import Path

FIXED = {
    "home": "/",
    "places": "/lieux/",
    "places of a département": "/lieux/31/",
    "territories": "/territoires/",
    "département": "/territoires/31/",
    "epci": "/territoires/epci/243100633/",
    "communes": "/territoires/31/communes/",
    "coordination": "/territoires/epci/243100633/coordination/",
    "network": "/territoires/reseaux/aidants-et-mediateurs-du-sicoval/",
    "commune": "/territoires/31/labege/",
    "large commune": "/territoires/31/toulouse/",
    "labels": "/labels/",
    "territory outside": "/territoires/region/24/",
    "charters": "/charte/",
    "who coordinates": "/ctin/",
    "documents": "/documents/",
    "label": "/labels/france-services/",
    "needs": "/besoins/",
    "need": "/besoins/demarches/",
    "places of a need": "/besoins/demarches/31/",
    "map": "/cartes/",
    "agenda": "/agenda/",
    "agenda of a week": "/agenda/semaines/2026-11-23/",
    "agenda of a topic": "/agenda/themes/rediger-son-cv/",
    "agenda of a commune": "/agenda/16/tusson/",
    "agenda of a group of communes": "/agenda/epci/243100633/",
    "agenda of a département": "/agenda/16/",
    "workshop without dates": "/agenda/ateliers/31/rediger-son-cv/",
    "route": "/agenda/tournees/16/bus-france-services-emmaus-ruffec/",
    "route that is studied": "/agenda/tournees/31/service-itinerant-du-sicoval/",
    "commune of a stop": "/territoires/16/tusson/",
    "search": "/recherche/",
    "easy home": "/facile/",
    "easy need": "/facile/besoins/demarches/",
    "easy départements": "/facile/territoires/",
    "easy communes": "/facile/territoires/31/",
    "easy commune": "/facile/territoires/31/labege/",
    "easy group": "/facile/territoires/epci/243100633/",
    "offline": "/hors-ligne/",
    "integrate": "/integrer/",
    "frame": "/integrer/31/labege/",
    "frame of communes": "/integrer/31/",
    "components": "/composants/",
    "contribute": "/contribuer/",
    "accessibility": "/accessibilite/",
    "legal": "/mentions-legales/",
    "data": "/donnees/",
    "downloads": "/donnees/fichiers/",
    "downloads of a département": "/donnees/fichiers/31/",
    "losses": "/donnees/pertes/",
    "desks": "/qualite/",
    "desk": "/qualite/31/",
    "calls": "/qualite/31/a-appeler/",
}
KINDS = (*FIXED, "place", "poor place", "easy place", "empty commune", "not found")


def address(kind: str, site: Path) -> str:
    """Path of one page of that kind."""
    if kind in FIXED:
        return FIXED[kind]
    if kind == "not found":
        return "/cette-page-n-existe-pas/"
    folder = site / {"easy place": "facile/lieux/31", "empty commune": "territoires/31"}.get(
        kind, "lieux/31"
    )
    pages = sorted(folder.glob("*/index.html"))
    pages = [page for page in pages if not page.parent.name.startswith("page-")]
    if kind == "empty commune":
        pages = [page for page in pages if 'id="autour"' in (text := page.read_text("utf-8"))
                 and 'id="ici"' not in text][:1]  # fmt: skip
    if kind == "poor place":  # and not one that moved, whose page only leads on
        pages = [page for page in pages if 'id="source"' in page.read_text("utf-8")]
    by_size = sorted(pages, key=lambda page: (page.stat().st_size, page))
    page = by_size[0 if kind == "poor place" else -1]
    return f"/{page.parent.relative_to(site).as_posix()}/"
