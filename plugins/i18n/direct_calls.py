"""Compiled templates that call macros, functions and attributes as Python does.

Jinja asks each thing that is called whether it wants its context, and each macro whether it is
called with one: ours never are. A page of a commune has a hundred such calls.
"""

from __future__ import annotations

from io import StringIO
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup


class PlainMacro(Macro):
    """A macro that is called with arguments in their order takes no detour."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._left_out = (missing,) * len(self.arguments)
        self._is_plain = self._default_autoescape and not (
            self.caller or self.explicit_caller or self.catch_kwargs or self.catch_varargs
        )

    def __call__(self, *arguments: Any, **keywords: Any) -> str:
        """What the macro shows."""
        if keywords or not self._is_plain or len(arguments) > len(self._left_out):
            made: str = super().__call__(*arguments, **keywords)
            return made
        return Markup(self._func(*arguments, *self._left_out[len(arguments) :]))  # noqa: S704 (a macro escapes)


class DirectCalls(CodeGenerator):
    """Call macros and methods without asking each whether it wants Jinja's context: ours do not."""

    def visit_Call(  # noqa: N802 (Jinja's name)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        self.visit(node.node, frame)
        stream, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        arguments, self.stream = self.stream.getvalue(), stream
        self.write(f"({arguments.removeprefix(', ')})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro of our own kind."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """`place.nom` as Python says it: our templates read objects; keys of dicts are `d["k"]`."""
        if node.ctx == "load":
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if not frame.eval_ctx.volatile and frame.eval_ctx.autoescape and finalize.src is None:
            is_prose = getattr(node, "is_prose", False)
            self.write("environment.said(" if is_prose else "environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)
