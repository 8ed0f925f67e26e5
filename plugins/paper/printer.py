"""Data and a Typst template → a PDF file (PDF/UA-1: tagged, in French, every font inside)."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import typst

_HERE = Path(__file__).parent


class Printer:
    """Makes PDF files; the same data give the same bytes, on any machine and at any time.

    A template reads its data from `sys.inputs.data`, as JSON. Only our own fonts and those inside
    Typst are used. Fonts and templates are read once by each process that prints.
    """

    def pdf(self, template: str, data: str) -> bytes:
        """The file that the template `typst/<template>.typ` makes of `data`, a JSON text.

        Raises typst.TypstError when the template and the data do not go together.
        """
        made = self._compilers[template].compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards="ua-1"
        )
        if not isinstance(made, bytes):
            raise TypeError(type(made))
        return made

    @cached_property
    def _compilers(self) -> dict[str, typst.Compiler]:
        return {
            path.stem: typst.Compiler(
                str(path),
                root=str(path.parent),
                font_paths=[str(_HERE / "fonts")],
                ignore_system_fonts=True,
            )
            for path in sorted((_HERE / "typst").glob("*.typ"))
        }
