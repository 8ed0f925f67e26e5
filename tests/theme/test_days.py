"""What templates say of the day of the build is in the fingerprints of their pages."""

from tests.support.theme import THEME

KNOWN = {
    "components/card.html",
    "components/dates.html",
    "components/easy.html",
    "components/frame_card.html",
    "components/hours.html",
    "components/place_data.html",
    "components/session_facts.html",
    "components/share.html",
    "easy_place.html",
    "place.html",
}
"""Templates that show a place (`plugins/records/turns`) or a session (`day_marks` of the agenda)."""


def test_no_other_template_asks_what_day_it_is():
    """Whatever else it said would be as of the last time its page was made: such a template comes
    here once the fingerprint of its pages holds what it says (decision 0049)."""
    folder = THEME / "templates"
    asking = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "site.date" in path.read_text("utf-8")
    }
    assert asking == KNOWN
