"""What the State and territories signed, announced and coordinate, from documents (Pelican plugin).

Adds nothing to the context; gives the templates `commitment_pages`, those that exist. Writes
`/charte/` (who signed, on a drawn map and in a table; plans, and what exists behind each axis
today), `/ctin/` (who coordinates; posts and money, with their sums) and `/documents/` (each
document, with its dates and what rests on it), where records say something of these. Reads
`repository`, `gazetteer` and `axes` in the context.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.commitments.generator import CommitmentsGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(CommitmentsGenerator)
