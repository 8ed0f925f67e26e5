"""Records that a person deleted: what their rows said still tells that a new row is that place.

A coordinator who removed a record would find it again, under the same name, as soon as another
list has the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from plugins.gazetteer import Commune
from plugins.intake.match.candidate import Candidate, text_of
from plugins.intake.match.profile import profile_of
from plugins.intake.match.same_place import links
from plugins.intake.write.last_import import LastImport
from plugins.intake.write.record_files import RecordFiles
from plugins.records.memory.lines import RememberedRow


class DeletedRecords:
    """Remembered rows of records that are there no more, by commune."""

    def __init__(
        self, records: RecordFiles, last_import: LastImport, communes: Mapping[str, Commune]
    ) -> None:
        pages = {commune.code: page for page, commune in communes.items()}
        self._communes = communes
        self._rows: dict[str, list[RememberedRow]] = defaultdict(list)
        for row in last_import.rows():
            if records.has_loaded(row.place) and row.place not in records:
                code = text_of(row.fields, "code_insee")
                page = pages.get(code, code)
                if page in communes and row.place not in records.unreadable:
                    self._rows[page].append(row)

    def twin(self, rows: list[Candidate], shared: frozenset[str]) -> str | None:
        """The deleted record of the place that these rows of one commune tell of; None: none.

        `shared`: telephones and mails that are those of no place.
        """
        page = rows[0].commune.page_code
        deleted = self._rows.get(page, [])
        if not deleted:
            return None
        told = [(row.origin, row.fields) for row in rows]
        told += [(row.origin, row.fields) for row in deleted]
        profiles = [
            profile_of(fields, self._communes[page], origin.stem, origin.is_official, shared)
            for origin, fields in told
        ]
        for link in links(profiles):
            first, second = sorted((link.first, link.second))
            are_both_official = profiles[first].official and profiles[second].official
            if link.verdict.same and first < len(rows) <= second and not are_both_official:
                return deleted[second - len(rows)].place
        return None
