"""The topics of workshops, as pages: the five of the programme, and all the others together."""

from __future__ import annotations

from typing import NamedTuple, get_args

from plugins.agenda.agenda_urls import topic_url
from plugins.gazetteer import slugify
from plugins.records.model.workshop import Theme


class Topic(NamedTuple):
    """`theme`: as records write it."""

    theme: str

    @property
    def slug(self) -> str:
        """In addresses: «rediger-son-cv»."""
        return slugify(self.theme)

    @property
    def url(self) -> str:
        """Of its page, from the root."""
        return topic_url(self.slug)

    @property
    def title(self) -> str:
        """As people read it."""
        return "Autres thèmes" if self.theme == "autre" else self.theme


TOPICS = {theme: Topic(theme) for theme in get_args(Theme)}
"""By theme, in the order of the programme."""
