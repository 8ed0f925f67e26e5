"""The policy of a page (CSP): there, strict, and one that its own page can live with."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence

from plugins.common.diagnostic import Diagnostic, quote
from plugins.hosting.audited.fault import fault
from plugins.hosting.audited.page_reader import Inline, ReadPage

_LOOSE = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:")
"""Words that let anybody's script run."""


def policy_faults(path: str, page: ReadPage, given: str) -> Iterator[Diagnostic]:
    """What is wrong with the policy of a page, else with that which its host sends."""
    policy = page.policy if page.policy is not None else given
    if not policy.strip():
        hint = "ajoutez Content-Security-Policy, dans la page ou dans « _headers »"
        yield fault(path, 1, "la page n'a pas de politique de sécurité", hint, "warning")
        return
    rules = directives(policy)
    scripts = rules.get("script-src", rules.get("default-src"))
    if scripts is None:
        yield fault(
            path, 1, "la politique de sécurité laisse tout programme s'exécuter",
            "ajoutez « script-src 'self' »", "warning",
        )  # fmt: skip
        return
    for word in _LOOSE:
        if word in scripts:
            told = f"la politique de sécurité permet {quote(word)} aux programmes"
            yield fault(path, 1, told, "retirez ce mot", "warning")
    for kind, blocks in (("script-src", page.scripts), ("style-src", page.styles)):
        allowed = rules.get(kind, rules.get("default-src", ()))
        for block in blocks:
            if block.text.strip() and not _is_allowed(block, allowed):
                what = "ce programme" if kind == "script-src" else "cette feuille de style"
                told = f"{what} est dans la page, et la politique de sécurité ({kind}) le refuse"
                yield fault(path, block.start, told, f"ajoutez « '{hash_of(block.text)}' »")
    for handler in page.handlers:
        kind = "style-src" if handler.url == "style" else "script-src"
        if "'unsafe-inline'" not in rules.get(kind, rules.get("default-src", ())):
            told = f"la politique de sécurité ({kind}) refuse l'attribut {quote(handler.url)}"
            yield fault(path, handler.line, told, "mettez-le dans un fichier")


def directives(policy: str) -> Mapping[str, Sequence[str]]:
    """The rules of a policy, by name; the first of two of one name counts."""
    rules: dict[str, Sequence[str]] = {}
    for part in policy.split(";"):
        name, *words = part.split() or [""]
        rules.setdefault(name.lower(), words)
    return rules


def hash_of(text: str) -> str:
    """By which a policy allows a text in the page: «sha256-…»."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _is_allowed(block: Inline, allowed: Sequence[str]) -> bool:
    is_named = any(word.startswith(("'sha", "'nonce-")) for word in allowed)
    if "'unsafe-inline'" in allowed and not is_named:
        return True
    return f"'{hash_of(block.text)}'" in allowed or any(w.startswith("'nonce-") for w in allowed)
