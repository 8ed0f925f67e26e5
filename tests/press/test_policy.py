"""The policy that every page states."""

import base64
import hashlib

import pytest

from plugins.press.policy import Policies, early_target


def images(policies: Policies, kind: str = "site") -> str:
    rules = str(policies.policy(kind)).split("; ")
    return next(rule.removeprefix("img-src ") for rule in rules if rule.startswith("img-src "))


def test_without_maps_images_come_from_the_site_alone():
    assert images(Policies()) == "'self' data:"


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://data.geopf.fr/wmts?TILEMATRIX={z}&TILEROW={y}", "https://data.geopf.fr"),
        ("https://{s}.tuiles.exemple.fr/{z}/{x}/{y}.png", "https://*.tuiles.exemple.fr"),
        ("https://tuiles.exemple.fr:8443/{z}/{x}/{y}.png", "https://tuiles.exemple.fr:8443"),
    ],
)
def test_images_of_one_host_are_allowed_and_nothing_else_of_it(address: str, origin: str):
    policies = Policies()
    policies.allow_images(address)
    policies.allow_images(address)
    assert images(policies) == images(policies, "search") == f"'self' data: {origin}"
    assert policies.policy().count(origin) == policies.header().count(origin) == 1
    assert "connect-src 'self';" in policies.policy()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://exemple.fr/{z}",
        "https://exemple.fr",
        "https://moi@exemple.fr/",
        "https://a.fr; script-src *;/",
        "https://*/",
        "data:image/png;base64,",
        "//exemple.fr/",
    ],
)
def test_what_is_not_an_address_of_tiles_is_refused(address: str):
    with pytest.raises(ValueError, match=r".*"):
        Policies().allow_images(address)


def test_one_script_may_stand_in_pages_of_the_site_and_in_no_frame():
    text = early_target().removeprefix("<script>").removesuffix("</script>")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in str(Policies().header()).split("; ")
    for kind in ("search", "frame"):
        assert "script-src 'self' 'sha256" not in Policies().header(kind)


@pytest.mark.parametrize("kind", ["site", "search", "frame"])
def test_a_policy_allows_the_styles_that_stand_in_pages_and_no_other(kind: str):
    text = "p{color:red}"
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    rules = str(Policies([text]).header(kind)).split("; ")
    assert f"style-src 'self' 'sha256-{digest}'" in rules
    assert "style-src 'self'" in str(Policies().header(kind)).split("; ")
