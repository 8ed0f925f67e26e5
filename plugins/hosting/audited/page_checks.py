"""What one page says that is wrong, or missing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from plugins.common.diagnostic import Diagnostic, quote
from plugins.hosting.audited.fault import fault
from plugins.hosting.audited.page_reader import Address, ReadPage
from plugins.hosting.audited.policy_checks import policy_faults
from plugins.hosting.audited.site_files import Addresses, PageTarget, SiteFiles

HEAVIEST = 500_000
"""Bytes of a page with all that it loads by itself: half a minute on a slow telephone."""


def page_faults(path: str, page: ReadPage, files: SiteFiles, given: str) -> Iterator[Diagnostic]:
    """All that is seen in the page alone, with the list of files; `given`: the policy that the host
    sends with it."""
    yield from _itself(path, page)
    for block in page.data:
        yield from _data_faults(path, block.start, block.text)
    addresses = Addresses(path, page.base, page.canonical)
    for address in page.led:
        yield from _dead(path, address, addresses, files, page)
    weight = files.sizes.get(path, 0)
    asked: set[str] = set()
    for address in page.loaded:
        target = addresses.resolve(address.url)
        if isinstance(target, str):
            told = f"la page demande un fichier à un autre site, {quote(target)}"
            hint = "copiez ce fichier dans le site : qui lit ne doit pas être suivi"
            yield fault(path, address.line, told, hint, "warning")
        elif target is not None:
            yield from _dead(path, address, addresses, files, page, is_loaded=True)
            file = files.find(target.path)
            if file and file not in asked and file != path:
                asked.add(file)
                weight += files.sizes[file]
    if weight > HEAVIEST:
        told = f"la page pèse {weight // 1000} ko avec ce qu'elle charge"
        yield fault(path, 1, told, f"{HEAVIEST // 1000} ko au plus", "warning")
    yield from policy_faults(path, page, given)


def _itself(path: str, page: ReadPage) -> Iterator[Diagnostic]:
    if not page.titles or not page.titles[0]:
        yield fault(path, 1, "la page n'a pas de titre", "écrivez-en un dans « title »")
    elif len(page.titles) > 1:
        yield fault(path, 1, f"la page a {len(page.titles)} titres", "gardez-en un")
    if not page.language and not page.is_moved:
        told = "la page ne dit pas sa langue"
        yield fault(path, 1, told, 'ajoutez lang, par exemple « html lang="fr" »')
    for address in page.repeated:
        told = f"l'id {quote(address.url)} est déjà pris, ligne {page.ids[address.url]}"
        yield fault(path, address.line, told, "donnez un autre nom à l'un des deux")


def _data_faults(path: str, line: int, text: str) -> Iterator[Diagnostic]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as failure:
        told = "ces données JSON-LD ne se lisent pas"
        at = line + getattr(failure, "lineno", 1) - 1
        yield fault(path, at, told, getattr(failure, "msg", "trop profond"))
        return
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict) or "@context" not in item:
            yield fault(path, line, "ces données JSON-LD n'ont pas de « @context »", "ajoutez-le")


def _dead(
    path: str,
    address: Address,
    addresses: Addresses,
    files: SiteFiles,
    page: ReadPage,
    *,
    is_loaded: bool = False,
) -> Iterator[Diagnostic]:
    """A link that leads to no file, or to no place of its own page."""
    target = addresses.resolve(address.url)
    if not isinstance(target, PageTarget):
        return
    if not address.url.startswith("#") and target.path:
        file = files.find(target.path)
        if file is None:
            if not files.is_moved(target.path):
                word = "ce fichier" if is_loaded else "ce lien"
                told = f"{word} ne mène nulle part : {quote(address.url)}"
                yield fault(path, address.line, told, "corrigez l'adresse, ou ajoutez la page")
            return
        if file != path:
            return
    if not is_loaded and not page.reads_hash and not is_here(target.anchor, page.ids):
        told = f"rien dans la page ne s'appelle {quote('#' + target.anchor)}"
        yield fault(path, address.line, told, "corrigez le lien, ou donnez cet id")


def is_here(anchor: str, ids: Collection[str]) -> bool:
    """Whether a browser goes somewhere for it: an id, the top; or a script does, by a route."""
    bare = anchor.partition(":~:")[0]
    return not bare or bare.lower() == "top" or bare[0] in "/!" or bare in ids
