"""What a route that was only studied is said to be: nobody knows."""

from plugins.vocabulary.statuses import ROUTE_STATUS


def test_a_route_that_was_studied_is_not_said_not_to_exist():
    status = ROUTE_STATUS["étude"]
    for words in (status.words, status.title, status.more):
        assert "n’existe pas" not in words
    assert status.title.startswith("Nous ne savons pas")
