"""The last line of a build."""

import pytest

from plugins.press.publish.progress import FILES_MOST, BuildReport, say


@pytest.mark.parametrize(("total", "warns"), [(FILES_MOST, False), (FILES_MOST + 1, True)])
def test_a_site_that_a_free_host_refuses_is_told(
    total: int, warns: bool, capsys: pytest.CaptureFixture[str]
):
    say(BuildReport(total=total, made=1, removed=0), 1.5)
    said = capsys.readouterr().err
    assert "1 faites ou refaites, en 1,5 s." in said
    assert ("PAPER_PDF" in said) == warns
