"""Calendars of a few départements, and weeks made by Hypothesis."""

from types import SimpleNamespace

from hypothesis import strategies as st

from plugins.hours import Calendar

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
PLACES = {
    "31": ("C", "Europe/Paris"),
    "67": ("B", "Europe/Paris"),
    "2A": ("Corse", "Europe/Paris"),
    "972": ("", "America/Martinique"),
    "988": ("", "Pacific/Noumea"),
}
SEASONS = ("de juillet à août", "de septembre à juin", "en mai", "du 24 décembre au 2 janvier")


def calendar_of(code: str = "31") -> Calendar:
    zone, timezone = PLACES[code]
    return Calendar.of(SimpleNamespace(code=code, school_zone=zone, timezone=timezone))


def clock(minutes: int) -> str:
    return f"{minutes // 60}h{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}h"


@st.composite
def spans(draw: st.DrawFn) -> list[tuple[int, int]]:
    """One to three spans of a day, in order, apart from one another."""
    quarters = st.lists(st.integers(0, 95), min_size=2, max_size=6, unique=True)
    fingerprints = sorted(draw(quarters.filter(lambda fingerprints: len(fingerprints) % 2 == 0)))
    return [(a * 15, b * 15) for a, b in zip(fingerprints[::2], fingerprints[1::2], strict=True)]


def typed(pairs: list[tuple[int, int]]) -> str:
    return ", ".join(f"{clock(start)}-{clock(end)}" for start, end in pairs)


@st.composite
def french_weeks(draw: st.DrawFn) -> dict[str, str]:
    """Weeks as `annuaire format` writes them, with holidays and seasons or without."""
    value = st.one_of(
        st.just("fermé"), st.just("sur rendez-vous"), spans().map(typed),
        spans().map(lambda pairs: typed(pairs) + " sur rendez-vous"),
    )  # fmt: skip
    week = draw(st.dictionaries(st.sampled_from(DAYS), value, min_size=1))
    for holiday in ("jours fériés", "vacances scolaires"):
        said = draw(st.one_of(st.none(), st.just("fermé"), spans().map(typed)))
        if said:
            week[holiday] = said
    seasons = draw(st.lists(st.sampled_from(SEASONS), max_size=2, unique=True))
    for season in sorted(seasons, key=SEASONS.index):  # the wider first, or they are refused
        days = draw(st.sampled_from(["le mardi", "le lundi et le jeudi", "tous les jours"]))
        school = week.get("vacances scolaires")
        is_of_dates, is_wide = season == SEASONS[3], season == SEASONS[1] and len(seasons) > 1
        opens_on_holidays = week.get("jours fériés", "fermé") != "fermé"
        ways = []  # what is not refused
        if school is None or season not in (SEASONS[0], SEASONS[3]):
            ways.append(spans().map(typed))
        if (school in (None, "fermé") or is_of_dates) and not (is_wide and opens_on_holidays):
            ways.append(st.just("fermé"))
        if ways:
            week[f"{season}, {days}"] = draw(st.one_of(ways))
    return week
