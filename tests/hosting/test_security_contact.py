"""Whom to tell of a fault that endangers readers, as RFC 9116 says it."""

from datetime import date, timedelta

import pytest

from plugins.hosting.security_contact import PATH, security_txt
from plugins.press.page_set import is_safe_path

SITE = "https://aide.exemple.fr"
MAIL = "annuaire@exemple.fr"


def test_the_file_has_all_that_is_asked():
    assert security_txt(SITE, MAIL, date(2026, 11, 30)) == (
        "Contact: mailto:annuaire@exemple.fr\n"
        "Expires: 2027-06-30T00:00:00Z\n"
        "Preferred-Languages: fr\n"
        "Canonical: https://aide.exemple.fr/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    ("site", "mail"),
    [
        ("", MAIL),
        ("http://aide.exemple.fr", MAIL),
        (f"{SITE}/aide", MAIL),
        (SITE, ""),
        (SITE, "par téléphone"),
        (SITE, "a@exemple.fr\nContact: https://ailleurs.exemple"),
        (SITE, "a@exemple.fr b@exemple.fr"),
    ],
)
def test_there_is_none_where_it_has_no_place(site: str, mail: str):
    assert security_txt(site, mail, date(2026, 11, 30)) == ""


def test_a_sign_in_an_address_is_written_as_an_address_says_it():
    assert "mailto:a%2Bb%3F@exemple.fr\n" in security_txt(SITE, "a+b?@exemple.fr", date(2026, 1, 1))


def test_it_changes_twice_a_year_and_lasts_six_months_to_a_year():
    days = [date(2027, 1, 1) + timedelta(number) for number in range(365)]
    texts = {security_txt(SITE, MAIL, day) for day in days}
    assert len(texts) == 2
    for day in days:
        line = next(
            line
            for line in security_txt(SITE, MAIL, day).splitlines()
            if line.startswith("Expires: ")
        )
        lasts = date.fromisoformat(line[9:19]) - day
        assert timedelta(180) < lasts <= timedelta(366)


def test_no_other_hidden_path_is_let_out():
    assert is_safe_path(PATH)
    for path in (".well-known", ".well-known/", ".well-known/.x", "a/.well-known/x", ".git/config"):
        assert not is_safe_path(path)
