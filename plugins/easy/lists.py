"""Lists from which a commune is chosen in easy words, for who has no scripts or prefers to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.common.fingerprint import fingerprint_of
from plugins.easy.contract import EasyCommunesContext
from plugins.gazetteer import Gazetteer
from plugins.press.page_set import Page
from plugins.territories.area_pages import by_name
from plugins.territories.pages import Fingerprints
from plugins.territories.shared_pages import SharedPages
from plugins.vocabulary.needs import Need

_Chosen = tuple[str, Need | None]
"""Code of a département, what one came for."""


class EasyLists:
    """A list of communes for each département; again for each need, which its links keep."""

    def __init__(self, gazetteer: Gazetteer, needs: Sequence[Need], shared: SharedPages) -> None:
        self._gazetteer = gazetteer
        self._shared = shared
        self._needs = needs
        self.departements = list(gazetteer.departements.values())
        self.fingerprint = fingerprint_of(*(f"{one.code} {one.nom}" for one in self.departements))
        """Of the list of départements."""

    def pages(self) -> Iterator[Page]:
        """Those of communes; the key goes to `shown`."""
        common = Fingerprints(self._gazetteer, {})
        shared: dict[str, list[str]] = {one.code: [] for one in self.departements}
        for commune in self._gazetteer.communes.values():
            shared[commune.departement].append(self._shared.address(commune))
        for need in (None, *self._needs):
            for departement in self.departements:
                code = departement.code
                url = f"/facile{need.url if need else '/territoires/'}{code}/"
                fingerprint = fingerprint_of(common.table(code), repr(shared[code]))
                yield Page(f"{url[1:]}index.html", fingerprint, (code, need))

    def shown(self, key: _Chosen) -> EasyCommunesContext:
        """What a page of communes shows."""
        code, need = key
        communes = by_name(c for c in self._gazetteer.communes.values() if c.departement == code)
        return EasyCommunesContext(
            departement=self._gazetteer.departements[code],
            need=need,
            communes=[(one, self._shared.address(one) or one.url) for one in communes],
        )
