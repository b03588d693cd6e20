"""Who is asked to do what, by when: rows from the library, and tables of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from ingest.acts.model import Act
from ingest.errors import DecisionsError

#: The columns of a table, in order: the contract's names.
COLUMNS = ("label", "actor", "verb", "addressee", "act", "deadline", "condition")

#: A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

#: What a spreadsheet holds at most in one cell.
_CELL = 32_767


class CannotSave(DecisionsError):
    """A table that was asked for cannot be written."""


class ActStore(Protocol):
    """What is needed of the library."""

    def acts(self, where: Mapping[str, str]) -> Iterable[Act]:
        """The acts of all paragraphs that the filters let through, in reading order."""
        ...


def find_actions(
    library: ActStore, references: Iterable[str] = (), where: Mapping[str, str] | None = None
) -> tuple[Act, ...]:
    """The acts of some places, or of all, that the filters let through.

    Args:
        library: The library.
        references: Canonical labels; of a decision all its acts, of a chapeau also those
            of its sub-paragraphs. None given, all.
        where: Filters, field to value.
    """
    wanted = tuple(references)
    return tuple(
        act
        for act in library.acts(dict(where or {}))
        if not wanted or any(_within(act.label, reference) for reference in wanted)
    )


def _within(label: str, reference: str) -> bool:
    """Whether a label names a place or something inside it: not para. 16 for para. 1."""
    return label == reference or label.startswith((f"{reference}, ", f"{reference} ("))


def as_json(acts: Iterable[Act]) -> dict[str, list[dict[str, str | None]]]:
    """The contract's form."""
    return {"actions": [act.as_json() for act in acts]}


def guarded(cell: str | None) -> str:
    """A cell's text, which no spreadsheet takes for a formula."""
    text = cell or ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_csv(acts: Iterable[Act]) -> str:
    """A CSV table with a header; cells that look like formulas get an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(act)] for act in acts)
    return out.getvalue()


def write_csv(acts: Iterable[Act], path: Path) -> None:
    """Write the CSV table as UTF-8 with the mark that Excel needs to see that.

    Raises:
        CannotSave: The file cannot be written.
    """
    try:
        path.write_text(to_csv(acts), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise _cannot_save(path, error) from None


def write_xlsx(acts: Iterable[Act], path: Path) -> None:
    """Write a workbook with one sheet, every cell of it text.

    Raises:
        CannotSave: The file cannot be written.
    """
    # Heavy, and needed for this table alone.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Actions")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEFG", (24, 24, 20, 30, 80, 28, 32), strict=True):
        sheet.column_dimensions[column].width = width
    for index, row in enumerate([COLUMNS, *map(_row, acts)]):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text or "")[:_CELL])
            # Set after the value: openpyxl takes a leading "=" for a formula.
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=index == 0)
            cells.append(cell)
        sheet.append(cells)
    # Made whole before the file is touched: a place that cannot be written leaves nothing.
    made = io.BytesIO()
    book.save(made)
    try:
        path.write_bytes(made.getvalue())
    except OSError as error:
        raise _cannot_save(path, error) from None


def _row(act: Act) -> tuple[str | None, ...]:
    fields = act.as_json()
    return tuple(fields[column] for column in COLUMNS)


def _cannot_save(path: Path, error: OSError) -> CannotSave:
    return CannotSave(f"cannot write {path}: {error.strerror}", "choose another place")
