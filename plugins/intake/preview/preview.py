"""What an import would understand of a table: its columns, its values, what to write down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.common.diagnostic import printable
from plugins.common.one_line import one_line
from plugins.gazetteer import Gazetteer, slugify
from plugins.intake.preview.layout_text import layout_text
from plugins.intake.read.columns.column_guess import (
    DAY,
    DAY_OF_PERMANENCE,
    HOUSE_NUMBER,
    ColumnGuess,
)
from plugins.intake.read.columns.guessed_layout import drafted_layout
from plugins.intake.read.columns.guesses import with_examples
from plugins.intake.read.layout import Layout, LayoutError
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.lost.lost_letters import restore
from plugins.intake.read.row_cells import Cells
from plugins.intake.read.row_values import read_values
from plugins.intake.read.table import Table, read_table
from plugins.intake.terms.meanings import BY_THE_TABLES, TermReader, Understanding
from plugins.intake.terms.tally import ValueCount, count_values
from plugins.intake.terms.term_sheet import read_term_sheet, term_sheet
from plugins.intake.where.known_names import names_a_commune

_MOST_VALUES = 15
_LONG = 80
_MOST_ROWS = 10
_IN_PLACE = {
    DAY: "horaires",
    DAY_OF_PERMANENCE: "permanence",
    HOUSE_NUMBER: "adresse, avant la rue",
}


@dataclass(frozen=True)
class Preview:
    """What is understood of a table; nothing was written."""

    file: str
    table: Table
    layout: Layout
    guesses: tuple[ColumnGuess, ...]
    """One for each column, in the order of the table."""
    values: tuple[ValueCount, ...]
    problem: str = ""
    """French: why the columns are not enough to make records; "" when they are."""
    private: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """What is said of values that tell of somebody (French) → numbers of their rows."""

    @property
    def unread(self) -> list[ColumnGuess]:
        """The columns that nothing reads: those that may mean something first."""
        left = [guess for guess in self.guesses if guess.column in self.layout.unread]
        return sorted(left, key=lambda guess: not guess.field)

    @property
    def layout_yaml(self) -> str:
        """The text for `--layout`."""
        stem = Path(self.file).stem
        return layout_text(self.layout, stem, slugify(stem) or "import")

    @property
    def term_sheet(self) -> str:
        """The table for `--terms`, as a CSV text; values that cite somebody are not in it."""
        return term_sheet(self.values)

    def lines(self) -> list[str]:
        """For the terminal, in the order of what a person must decide."""
        count = len(self.table.rows)
        head = f"{self.file} ({self.layout.name}) : {count} lignes lues, rien n'est écrit."
        lines = [head, *(f"  {told}" for told in self.table.remarks)]
        lines += [self.problem] if self.problem else []
        read = [guess for guess in self.guesses if guess.column not in self.layout.unread]
        lines += _titled("Colonnes non reprises :", [_left(guess) for guess in self.unread])
        lines += _titled("Colonnes reprises :", [_taken(guess) for guess in read])
        lines += list(self._value_lines())
        for told, rows in self.private.items():
            more = "…" if len(rows) > _MOST_ROWS else ""
            numbers = ", ".join(map(str, rows[:_MOST_ROWS]))
            lines.append(f"{told} (ligne{'s' if len(rows) > 1 else ''} {numbers}{more})")
        lines += ["Description de cette liste, à corriger puis à donner avec --layout :"]
        lines += [f"  {line}" for line in self.layout_yaml.splitlines()]
        return [printable(line) for line in lines]

    def _value_lines(self) -> Iterator[str]:
        """Value, how many rows, meaning: what has none first, then the commonest."""
        for name in dict.fromkeys(each.field for each in self.values):
            found = [each for each in self.values if each.field == name]
            found.sort(key=lambda each: (_is_whole(each), -each.count))
            if found:
                yield f"Valeurs lues pour « {name} » :"
            for each in found[:_MOST_VALUES]:
                value = each.value
                meaning = ", ".join(value.meanings) or (
                    "rien à noter" if _is_whole(each) else "sans équivalent, gardé tel quel"
                )
                yield f"  {each.count} fois « {one_line(value.typed, _LONG)} » → {meaning}"
            if len(found) > _MOST_VALUES:
                yield f"  … et {len(found) - _MOST_VALUES} autres (toutes avec --write-terms)"


def preview(
    source: Path, *, layout: Path | None = None, sheet: str = "", terms: Path | None = None
) -> Preview:
    """What an import of a file would understand. Writes nothing.

    Raises:
        ImportFileError: the file, its layout or its terms cannot be read.
    """
    gazetteer = Gazetteer.load(())
    table = restore(read_table(source, sheet), gazetteer)
    is_commune = partial(names_a_commune, gazetteer)
    problem = ""
    try:
        how = layout_for(table.columns, layout, table.rows, is_commune)
    except LayoutError as error:
        if layout is not None:
            raise
        problem = str(error).split(" Lancez --dry-run")[0]
        how = drafted_layout(table.columns, table.rows, is_commune)
    reader = TermReader(read_term_sheet(terms)) if terms else BY_THE_TABLES
    read = [(row.number, read_values(Cells(how.apply(row.cells)[0]), reader)) for row in table.rows]
    private: dict[str, list[int]] = {}
    for number, values in read:
        for told in values.remarks:
            private.setdefault(told, []).append(number)
    typed = ((number, values.typed) for number, values in read)
    guesses = how.guesses or _described(table, how, is_commune)
    return Preview(source.name, table, how, guesses, tuple(count_values(typed)), problem, private)


def _described(
    table: Table, layout: Layout, is_commune: Callable[[str], bool]
) -> tuple[ColumnGuess, ...]:
    """The columns of a described list; those that it leaves are guessed, and only proposed."""
    drafted = drafted_layout(table.columns, table.rows, is_commune).guesses
    return tuple(
        with_examples(
            ColumnGuess(guess.column, layout.read[guess.column], "la description le dit", True),
            [row.cells[guess.column] for row in table.rows if guess.column in row.cells],
        )
        if guess.column in layout.read
        else guess
        for guess in drafted
    )


def _left(guess: ColumnGuess) -> str:
    if guess.is_personal or not guess.field:
        why = guess.why or "son nom et ses cases ne disent pas ce que c'est"
        return f"« {guess.column} » : {why}{_such_as(guess)}"
    others = f" ou {', '.join(guess.others)}" if guess.others else ""
    return f"« {guess.column} » : {guess.field}{others} ? {guess.why}{_such_as(guess)}"


def _taken(guess: ColumnGuess) -> str:
    field = _IN_PLACE.get(guess.field, guess.field)
    return f"« {guess.column} » → {field} : {guess.why}{_such_as(guess)}"


def _such_as(guess: ColumnGuess) -> str:
    told = ", ".join(f"« {text} »" for text in guess.examples)
    return f" ; par exemple {told}" if told else ""


def _titled(title: str, items: Sequence[str]) -> list[str]:
    return [title, *(f"  {item}" for item in items)] if items else []


def _is_whole(count: ValueCount) -> bool:
    return count.value.state is Understanding.KNOWN
