"""Workshops and routes, and their dated occurrences (Pelican plugin).

Adds to context: `agenda` (`plugins.agenda.sessions.agenda.Agenda`), `upcoming`
(`plugins.agenda.pages.upcoming.Upcoming`); the latter to templates too, with `calendars`
(`plugins.agenda.calendars.subscriptions.Subscriptions`). Writes `/agenda/`: pages, calendar files,
feeds. Reads `repository`, `gazetteer`, `places`, `labels`, `commune_index` in
the context.

`sessions` computes occurrences once a build, `AGENDA_DAYS` days from the day before it; `calendars`
and `pages` say them. A cancelled session stays among the occurrences; one is not sure where school
holidays decide that nobody knows yet. What is only studied, suspended or over has none.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.agenda.generator import AgendaGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(AgendaGenerator)
