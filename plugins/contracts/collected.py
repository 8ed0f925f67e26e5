"""Gather the contracts of all packages."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from plugins.contracts.settings import Setting
from plugins.contracts.shown import TemplateContext, TemplateGlobals

_PLUGINS = Path(__file__).parent.parent


class Contract(NamedTuple):
    """What one package declares. `package`: «plugins.paper»; `gives`: classes of names for all
    templates."""

    package: str
    contexts: tuple[type[TemplateContext], ...]
    gives: tuple[type[TemplateGlobals], ...]
    settings: tuple[Setting, ...]


def contracts() -> tuple[Contract, ...]:
    """Those of every package of `plugins` that has a module `contract`, by name: also of those
    that a site leaves out, so that their settings are known and their names have their defaults."""
    names = sorted(f"plugins.{path.parent.name}" for path in _PLUGINS.glob("*/contract.py"))
    return tuple(contract_of(name, import_module(f"{name}.contract")) for name in names)


def all_globals() -> list[type[TemplateGlobals]]:
    """The classes of names that plugins give to all templates."""
    return [kind for contract in contracts() for kind in contract.gives]


def contexts_by_template() -> dict[str, type[TemplateContext]]:
    """What each template receives."""
    return {kind.TEMPLATE: kind for contract in contracts() for kind in contract.contexts}


def all_settings() -> list[Setting]:
    """The settings that packages declare."""
    return [setting for contract in contracts() for setting in contract.settings]


def contract_of(package: str, module: ModuleType) -> Contract:
    """What `module` declares, in its order; what it imports from another is the other's."""
    own = [
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    ]
    return Contract(
        package,
        tuple(kind for kind in own if issubclass(kind, TemplateContext) and kind.TEMPLATE),
        tuple(kind for kind in own if issubclass(kind, TemplateGlobals)),
        tuple(getattr(module, "SETTINGS", ())),
    )
