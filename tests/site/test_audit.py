"""The repository's own site passes `annuaire audit`: links, anchors, titles, data, policies."""

from pathlib import Path

from plugins.hosting.audited.whole_folder import audit
from plugins.hosting.served.ready import PRIVATE
from tests.support.foreign import FOREIGN


def test_nothing_is_wrong_in_the_site(built_site: Path):
    foreign = tuple(f"{code}/" for code in FOREIGN)  # tests/site/test_languages_whole.py
    found = audit(built_site, left_out=(*PRIVATE, *foreign))
    assert found.pages > 1000
    # Few sheets are printed for tests (tests/support/few_papers.py); tests/paper holds their links.
    told = [one for one in found.diagnostics if "« /papier/" not in one.message]
    # Two records of one name in one commune have one title; `annuaire check` asks about them.
    alike = [one for one in told if "a le même titre" in one.message and "lieux/" in one.path]
    assert [one for one in told if one not in alike] == []
