"""Phrases of the code, as they are written there."""

from plugins.common.phrase_list import phrase_list


def test_bars_and_ends_of_lines_set_phrases_apart() -> None:
    written = """
        a completer|rien
        |sans objet|
    """
    assert phrase_list(written) == {"a completer", "rien", "sans objet"}
