"""What the page of search and home receive; the settings of search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.settings import COUNT, FLAG, Setting
from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from plugins.gazetteer import Gazetteer
    from plugins.records.entry import Places
    from plugins.records.model.label import Label
    from plugins.search.across_names import Beside
    from plugins.vocabulary.needs import Need


@dataclass(frozen=True, slots=True)
class HomeContext(TemplateContext):
    """Home. Pelican renders it, once all plugins have filled its context: `gazetteer` (by
    plugins/gazetteer), `places` and `needs` (plugins/places), `commune_index` and `beside`
    (plugins/search)."""

    TEMPLATE: ClassVar[str] = "index.html"
    TRANSLATED: ClassVar[bool] = True

    gazetteer: Gazetteer
    """Official codes: lists of départements and communes."""
    places: Places
    """All places."""
    needs: Sequence[Need]
    """The five needs."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""
    beside: Beside
    """Other directories, for the macros `find` and `other_directories`."""


@dataclass(frozen=True, slots=True)
class SearchContext(TemplateContext):
    """`/recherche/`."""

    TEMPLATE: ClassVar[str] = "search.html"
    TRANSLATED: ClassVar[bool] = True

    commune_index: str
    """Folder of the index of communes, for the macro `find`."""
    covered: Sequence[str]
    """Names of what the site covers; none: all of France."""
    gazetteer: Gazetteer
    """Official codes: lists of départements and communes."""
    places: Places
    """All places."""
    full_text_start: Sequence[str]
    """What a search in texts fetches first, from its folder."""
    needs: Sequence[Need]
    """The five needs."""
    labels: Mapping[str, Label]
    """Labels by slug."""
    full_text_tags: Mapping[str, str]
    """For each index of texts what changes with its content; none: no search in texts."""
    small_words: Sequence[str]
    """Words that are not looked for, without accents."""
    keywords: Mapping[str, str]
    """By need, what people type for it in their language (`plugins.vocabulary`)."""
    place_names: str
    """Folder of the index of names of places."""
    beside: Beside
    """Other directories, for the macros `find` and `other_directories`."""


SETTINGS = (
    Setting(
        "SEARCH_FULL_TEXT",
        FLAG,
        True,
        "Whether texts can be searched, beside the names of communes.",
        ("search",),
    ),
    Setting(
        "SEARCH_ONE_INDEX_MOST",
        COUNT,
        3000,
        "With more places than this, readers are asked for their département and fetch its index "
        "of texts alone.",
        ("search",),
    ),
)
