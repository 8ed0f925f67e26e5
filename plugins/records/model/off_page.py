"""How a model says that a field is for no reader: what is typed and shown nowhere is lost."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class OffPage:
    """Among the annotations of a field that no page shows, nor those of its part.

    `why`: whom it serves instead, a French sentence that docs/records.md repeats. Any other field
    changes what is read on a page; a test of each field holds that.
    """

    why: str


def off_page(field: FieldInfo) -> OffPage | None:
    """What a field says of being for no reader; None when it is on a page."""
    return next((each for each in field.metadata if isinstance(each, OffPage)), None)
