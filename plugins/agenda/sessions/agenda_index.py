"""Which territories, topics and weeks have something in the agenda, and where that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plugins.agenda import agenda_urls
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.titles import SessionLine, SessionLines
from plugins.common.today import end_of_month
from plugins.gazetteer import Commune, Departement, Epci, Gazetteer, slugify
from plugins.records.model.dated import DatedRecord
from plugins.vocabulary.topics import TOPICS, Topic

DAYS = 60
"""Lists hold so many days, and the rest of that month: enough for a site that is not built again
for weeks, and nothing comes into them every day."""
WEEKS = 8


class AgendaIndex:
    """Records and dates by territory. `lines`: those of the next `DAYS` days."""

    def __init__(self, agenda: Agenda, lines: SessionLines, gazetteer: Gazetteer) -> None:
        self._agenda = agenda
        self._gazetteer = gazetteer
        self.today = lines.today
        last = end_of_month(lines.today + timedelta(days=DAYS))
        self.lines = lines.of(o for o in agenda.occurrences if o.start.date() <= last)
        self._records: dict[str, dict[str, DatedRecord]] = {}
        self._lines: dict[str, list[SessionLine]] = {}
        for record in agenda.records:
            if not record.is_over:
                for territory in set(self._territories(record)):
                    self._records.setdefault(territory, {})[record.url] = record
        for line in self.lines:
            for territory in self._territories_of(line):
                self._lines.setdefault(territory, []).append(line)

    def records(self, territory: str) -> list[DatedRecord]:
        """Workshops and routes of a territory («commune/31254»), by name: those that are over are
        left out, those without dates are not."""
        found = self._records.get(territory, {}).values()
        return in_order(found)

    def lines_of(self, territory: str) -> list[SessionLine]:
        """What takes place there in the next `DAYS` days."""
        return self._lines.get(territory, [])

    def communes(self) -> list[Commune]:
        """Those with something, covered, by name."""
        known = self._gazetteer.communes
        found = [c for code in self._codes("commune") if (c := known.get(code))]
        return sorted(found, key=lambda commune: (commune.slug, commune.code))

    def epcis(self) -> list[Epci]:
        """Those with something, covered, by name."""
        known = self._gazetteer.epcis
        found = [e for siren in self._codes("epci") if (e := known.get(siren))]
        return sorted(found, key=lambda epci: (slugify(epci.nom), epci.siren))

    def departements(self) -> list[Departement]:
        """Those with something, covered, by code."""
        known = self._gazetteer.departements
        return [d for code in sorted(self._codes("departement")) if (d := known.get(code))]

    def topics(self) -> list[Topic]:
        """Those that some workshop has."""
        themes = {w.theme for w in self._agenda.workshops.values() if not w.is_over}
        return [topic for theme, topic in TOPICS.items() if theme in themes]

    def weeks(self) -> list[date]:
        """Mondays of the next weeks with something in them."""
        first = agenda_urls.monday_of(self.today)
        last = first + timedelta(weeks=WEEKS)
        found = {agenda_urls.monday_of(line.meeting.day) for line in self.lines}
        return sorted(monday for monday in found if first <= monday < last)

    def url_of(self, territory: Commune | Epci | Departement) -> str:
        """The address of its agenda; empty when there is nothing to say, or it is not covered."""
        known = self._gazetteer
        if isinstance(territory, Commune):
            id_, url = f"commune/{territory.code}", agenda_urls.commune_url(territory)
            is_covered = territory.code in known.communes
        elif isinstance(territory, Epci):
            id_, url = f"epci/{territory.siren}", agenda_urls.epci_url(territory.siren)
            is_covered = territory.siren in known.epcis
        else:
            id_, url = f"departement/{territory.code}", agenda_urls.departement_url(territory.code)
            is_covered = territory.code in known.departements
        return url if is_covered and id_ in self._records else ""

    def nearest_url(self, commune: Commune) -> str:
        """The agenda of the commune, or else of its EPCI, its département, or all of it."""
        epci = self._gazetteer.epcis.get(commune.epci or "")
        departement = self._gazetteer.departements.get(commune.departement)
        for territory in (commune, epci, departement):
            url = self.url_of(territory) if territory else ""
            if url:
                return url
        return agenda_urls.HOME

    def _codes(self, kind: str) -> set[str]:
        return {code for key in self._records for k, _, code in [key.partition("/")] if k == kind}

    def _territories(self, record: DatedRecord) -> Iterator[str]:
        """«commune/31254», «epci/243100633», «departement/31»."""
        yield from record.territoires
        for name in record.stops:
            yield from self._of_commune(self._agenda.site(record.kind, record.id, name).page_code)
        yield f"departement/{record.departement}"

    def _territories_of(self, line: SessionLine) -> set[str]:
        found = set(self._of_commune(line.where.commune.code if line.where.commune else ""))
        found.update(line.record.dated_territories)
        return found or {f"departement/{line.record.departement}"}

    def _of_commune(self, code: str) -> Iterator[str]:
        commune = self._gazetteer.commune(code) if code else None
        if commune is not None:
            yield f"commune/{commune.code}"
            yield f"departement/{commune.departement}"
            if commune.epci:
                yield f"epci/{commune.epci}"


def in_order(records: Iterable[DatedRecord]) -> list[DatedRecord]:
    """Workshops and routes by name."""
    return sorted(records, key=lambda record: (slugify(record.name), record.id))
