"""Long lists, cut into pages of bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

LINES_A_PAGE = 200

ListLine = TypeVar("ListLine")


class Paging(NamedTuple):
    """Where a page stands in its list: `number` from 1; `urls` of all the pages."""

    number: int
    urls: tuple[str, ...]


def pages_of(
    lines: Sequence[ListLine], url: str, lines_a_page: int = LINES_A_PAGE
) -> Iterator[tuple[str, Paging, Sequence[ListLine]]]:
    """The pages of the list at `url`: each with its url, paging and lines; one when it is empty.

    The first page is `url` itself, the next ones are `url` + «page-2/», «page-3/»…
    """
    count = max(1, -(-len(lines) // lines_a_page))
    urls = tuple(url if number == 1 else f"{url}page-{number}/" for number in range(1, count + 1))
    for index, address in enumerate(urls):
        start = index * lines_a_page
        yield address, Paging(index + 1, urls), lines[start : start + lines_a_page]


def file_of(url: str) -> str:
    """The file of the output that is served at `url`: «/lieux/» → «lieux/index.html»."""
    return f"{url.removeprefix('/')}index.html"
