"""The text of `_headers`: for each folder of the site, what a browser may do with it.

Hosts add up the headers of all the rules that match an address, so that two policies would both
hold: the rule for everything has none, and each folder whose files are given out alike has its own.
A folder whose files are not (`/en/`, where the search may do more) has no rule, its folders have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from plugins.press.delivery import Delivery
from plugins.press.page_set import PageSet
from plugins.press.policy import Policies

Fields = Mapping[str, str]
HeaderRule = tuple[str, Fields]

HOST_WIDE = {"Strict-Transport-Security": "max-age=63072000"}
"""What browsers hold against the whole host, so only for a site that has one of its own. It says
nothing of other hosts of the same domain (`includeSubDomains`, `preload`): that is the town's."""
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers_file(page_sets: Iterable[PageSet], policies: Policies, root: str = "") -> str:
    """`_headers` for the pages of `page_sets`, on a site that lies under `root` («/aide», or
    nothing)."""
    files: list[tuple[str, Delivery]] = []
    types: set[tuple[str, str, str, bool]] = set()
    for page_set in page_sets:
        alike = page_set.delivery._replace(is_listed=True, types=())
        files += [(page.path, alike) for page in page_set.pages]
        types |= {
            (page.path.split("/", 1)[0], ending, content_type, page_set.delivery.is_listed)
            for ending, content_type in page_set.delivery.types
            for page in page_set.pages
            if page.path.endswith(ending)
        }
    everywhere = EVERYWHERE if root else HOST_WIDE | EVERYWHERE
    rules: list[HeaderRule] = [(f"{root}/*", everywhere), *_rules(files, f"{root}/", policies)]
    rules += [
        (f"{root}/{top}/*{ending}", _typed(content_type, is_listed=is_listed))
        for top, ending, content_type, is_listed in sorted(types)
    ]
    return "\n".join(_written(address, fields) for address, fields in rules)


def _rules(
    files: Iterable[tuple[str, Delivery]], folder: str, policies: Policies
) -> Iterator[HeaderRule]:
    """A rule for each file of `folder` and each folder in it, cut finer where it must be."""
    inside: dict[str, list[tuple[str, Delivery]]] = defaultdict(list)
    for path, delivery in files:
        name, slash, rest = path.partition("/")
        inside[name + slash].append((rest, delivery))
    for name, found in sorted(inside.items()):
        kinds = {delivery for _, delivery in found}
        if len(kinds) > 1:
            yield from _rules(found, f"{folder}{name}", policies)
            continue
        here = f"{name}*" if name.endswith("/") else name.removesuffix("index.html")
        yield f"{folder}{here}", _fields(kinds.pop(), policies)


def _typed(content_type: str, *, is_listed: bool) -> Fields:
    """A page says itself that it is not to be listed; no other file can."""
    return {"Content-Type": content_type} | ({} if is_listed else {"X-Robots-Tag": "noindex"})


def _fields(delivery: Delivery, policies: Policies) -> Fields:
    if delivery.policy is None:
        return {"X-Frame-Options": "DENY"}
    fields = {"Content-Security-Policy": policies.header(delivery.policy)}
    if delivery.policy != "frame":  # a frame may be shown by anybody
        fields["X-Frame-Options"] = "DENY"
    if delivery.is_shared or delivery.policy == "frame":
        fields["Cross-Origin-Resource-Policy"] = "cross-origin"
        fields["Access-Control-Allow-Origin"] = "*"
    else:
        fields["Cross-Origin-Resource-Policy"] = "same-origin"
    if delivery.policy == "frame":
        # After the site's own: browsers take the last that they know.
        fields["Referrer-Policy"] = "no-referrer"
    if delivery.cache:
        fields["Cache-Control"] = delivery.cache
    return fields


def _written(address: str, fields: Fields) -> str:
    return "".join([f"{address}\n", *(f"  {name}: {value}\n" for name, value in fields.items())])
