"""Fold words and addresses into a template while it compiles: they cost nothing when it renders.

Three forms disappear from the compiled template:

- a call of a folded function with constants: ``{{ _("Bonjour") }}``, ``{{ asset("x.css") }}``;
- ``{% trans %}Bonjour {{ name }}{% endtrans %}``, which becomes plain text around an expression;
- ``{% pluralize %}``, which in French becomes a choice between two such texts; languages with
  other rules choose when the page is made.

``_("…")`` is a text and is escaped where it is shown; the body of ``{% trans %}`` is part of the
template and may hold markup. What is read of a page gets the signs of its language
(`prose_places`): words here, values when they are shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.environment import TemplateModule, create_cache
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from plugins.i18n.direct_calls import DirectCalls, PlainMacro
from plugins.i18n.prose_places import give_signs
from plugins.i18n.typography import Typography

_PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%")
_SPECIAL = re.compile("[&<>'\"]")
_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLURALS = {"ngettext", "npgettext"}
_WORDS = _PLURALS | {"_", "gettext", "pgettext"}
_MOST_KEPT = 50_000
"""Texts with their signs; a text of a record stands on a dozen pages."""


class Folder(NodeTransformer):
    """Rewrite the tree of one template.

    `functions` are pure: called at compile time when all their arguments are constants.
    `folds_plurals`: the plural begins at two, as in French.
    """

    def __init__(
        self, functions: Mapping[str, Callable[..., str]], folds_plurals: bool = True
    ) -> None:
        self.functions = functions
        self.folds_plurals = folds_plurals

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's name)
        node = self.generic_visit(node)  # type: ignore[assignment]
        function = self._folded(node)
        if function is None:
            return node
        is_code = self._name(node) not in _WORDS  # an address, a policy
        node.is_code = is_code  # type: ignore[attr-defined]
        if node.dyn_args or node.dyn_kwargs:
            return node
        if not all(isinstance(argument, nodes.Const) for argument in node.args):
            return node
        if not all(isinstance(keyword.value, nodes.Const) for keyword in node.kwargs):
            return node
        arguments = [_constant(argument) for argument in node.args]
        keywords = {keyword.key: _constant(keyword.value) for keyword in node.kwargs}
        made = nodes.Const(function(*arguments, **keywords), lineno=node.lineno)
        made.is_code = is_code  # type: ignore[attr-defined]
        return made

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 (Jinja's name)
        node = self.generic_visit(node)  # type: ignore[assignment]
        if len(node.nodes) != 1:
            return node
        sentence = node.nodes[0]
        variables: Mapping[str, nodes.Expr] = {}
        if isinstance(sentence, nodes.Mod) and isinstance(sentence.right, nodes.Dict):
            pairs = sentence.right.items
            if all(isinstance(pair.key, nodes.Const) for pair in pairs):
                variables = {_constant(pair.key): pair.value for pair in pairs}
                sentence = sentence.left
        if not isinstance(sentence, nodes.MarkSafeIfAutoescape):
            return node
        words = sentence.expr
        if isinstance(words, nodes.Const):
            return self._text(words.value, variables, node.lineno)
        if self.folds_plurals and isinstance(words, nodes.Call) and self._name(words) in _PLURALS:
            *_, singular, plural, number = words.args
            return nodes.If(
                nodes.Compare(number, [nodes.Operand("gteq", nodes.Const(2))]),
                [self._text(self._word(plural), variables, node.lineno)],
                [],
                [self._text(self._word(singular), variables, node.lineno)],
                lineno=node.lineno,
            )
        return node

    def _text(self, text: str, variables: Mapping[str, nodes.Expr], line: int) -> nodes.Output:
        """«Il y a %(n)s lieux» with its variables, as literal text around expressions."""
        if not variables:
            return nodes.Output([nodes.TemplateData(text)], lineno=line)
        parts: list[nodes.Expr] = []
        end = 0
        for match in _PLACEHOLDER.finditer(text):
            parts.append(nodes.TemplateData(text[end : match.start()]))
            name = match[1]
            parts.append(variables[name] if name else nodes.TemplateData("%"))
            end = match.end()
        parts.append(nodes.TemplateData(text[end:]))
        return nodes.Output(parts, lineno=line)

    def _word(self, node: nodes.Expr) -> str:
        text: str = self.functions["gettext"](_constant(node))
        return text

    def _folded(self, call: nodes.Call) -> Callable[..., str] | None:
        return self.functions.get(self._name(call))

    @staticmethod
    def _name(call: nodes.Call) -> str:
        return call.node.name if isinstance(call.node, nodes.Name) else ""


def _constant(node: nodes.Node) -> Any:
    if not isinstance(node, nodes.Const):
        raise TypeError(type(node))
    return node.value


class LastingTemplate(Template):
    """A template whose module (its macros) is made once: it depends on globals only."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return self._module if self._module is not None else super()._get_default_module()


class FoldingEnvironment(Environment):
    """A Jinja environment of one language: words are folded when a template compiles."""

    code_generator_class = DirectCalls
    template_class = LastingTemplate
    Macro = PlainMacro

    def __init__(
        self,
        functions: Mapping[str, Callable[..., str]],
        folds_plurals: bool = True,
        typography: Typography | None = None,
        **options: Any,
    ) -> None:
        super().__init__(extensions=["jinja2.ext.i18n"], **options)
        self.policies["ext.i18n.trimmed"] = True
        self.policies["json.dumps_function"] = _TO_JSON
        self.policies["json.dumps_kwargs"] = {}
        self._folder = Folder(functions, folds_plurals)
        self._known: dict[str, Template] = {}
        self._typography = typography
        self._said: dict[str, str] = {}
        # A word chosen at run time («_(name)») still works, it is only not free.
        self.globals.update(functions)

    def with_globals(self, given: Mapping[str, Any]) -> FoldingEnvironment:
        """The same templates with some globals of their own: none that was loaded is shared."""
        own = self.overlay()
        own.globals = {**self.globals, **given}
        own.cache = create_cache(-1)
        own._known = {}
        return own

    @staticmethod
    def shown(value: Any) -> str:
        """A value as HTML, what `escape` gives, without making a `Markup` of every plain word."""
        kind = value.__class__
        if kind is Markup or (kind is str and _SPECIAL.search(value) is None):
            text: str = value
            return text
        return escape(value)

    def said(self, value: Any) -> str:
        """The same for what people read: with the signs of the language of the page. HTML that was
        made before has them already."""
        if value.__class__ is not str or self._typography is None:
            return self.shown(value)
        known = self._said.get(value)
        if known is None:
            if len(self._said) > _MOST_KEPT:
                self._said.clear()
            known = self._said[value] = self.shown(self._typography(value))
        return known

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 (Jinja's name)
    ) -> Template:
        """A page imports a dozen components: those already loaded are found at once."""
        if isinstance(name, Template) or globals:
            return super().get_template(name, parent, globals)
        template = self._known.get(name)
        if template is None:
            template = self._known[name] = super().get_template(name, parent)
        return template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict where Jinja makes a ChainMap: each import of a page compares its keys."""
        return {**self.globals, **d} if d else self.globals

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        self._folder.visit(tree)
        if self._typography is not None and (name is None or name.endswith(".html")):
            give_signs(tree, self._typography)
        return tree
