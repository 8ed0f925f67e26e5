"""Pages of `/besoins/`: their addresses, what each shows, fingerprints of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import Paging, file_of, pages_of
from plugins.gazetteer import Departement, Gazetteer
from plugins.places.by_commune import ROWS_A_PAGE, commune_order
from plugins.press import Page
from plugins.records.entry import Entry
from plugins.vocabulary.needs import Need


class NeedList(NamedTuple):
    """One page of the places of a département that answer a need."""

    need: Need
    departement: Departement
    url: str
    paging: Paging
    entries: Sequence[Entry]


class NeedPages:
    """The pages of every need; closed places are left out."""

    def __init__(
        self, needs: Sequence[Need], entries: Iterable[Entry], gazetteer: Gazetteer
    ) -> None:
        self.needs = needs
        self._entries = entries
        self._gazetteer = gazetteer

    @cached_property
    def _found(self) -> dict[str, dict[str, list[Entry]]]:
        """Places by need, then by département, those of a commune together."""
        found: dict[str, dict[str, list[Entry]]] = {need.slug: {} for need in self.needs}
        for entry in self._entries:
            if not entry.is_closed:
                for slug in entry.needs:
                    found[slug].setdefault(entry.departement, []).append(entry)
        for departements in found.values():
            for entries in departements.values():
                entries.sort(key=commune_order(self._gazetteer))
        return found

    def counts(self, need: Need) -> list[tuple[Departement, int]]:
        """Départements that have places for a need, with how many."""
        departements = self._gazetteer.all_departements
        return [(departements[code], len(e)) for code, e in self._found[need.slug].items()]

    def index_pages(self, commune_index: str) -> Iterator[Page]:
        """`/besoins/` (the key is None) and the page of every need (the key is the need).

        `commune_index`: where the index of communes is, which the page of a need asks.
        """
        yield Page("besoins/index.html", b"needs", None)
        for need in self.needs:
            yield Page(
                file_of(need.url), fingerprint_of(repr((self.counts(need), commune_index))), need
            )

    def list_pages(self) -> Iterator[Page]:
        """The lists, by need and département; the key is a `NeedList`."""
        for need in self.needs:
            for code, entries in self._found[need.slug].items():
                departement = self._gazetteer.all_departements[code]
                for url, paging, part in pages_of(entries, f"{need.url}{code}/", ROWS_A_PAGE):
                    fingerprints = b"".join(entry.fingerprint for entry in part)
                    yield Page(
                        file_of(url),
                        fingerprint_of(
                            repr(paging), fingerprints, self._gazetteer.fingerprint(code)
                        ),
                        NeedList(need, departement, url, paging, part),
                    )
