"""Footnotes: their texts are taken out of the flow, wherever the source has put them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.structure.rich import Rich
from ingest.structure.rows import Row


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's text.

    Attributes:
        number: As printed.
        rich: Its words.
        page: Page on which it begins.
        at: Index among the remaining rows before which it stood.
    """

    number: str
    rich: Rich
    page: int | None
    at: int


def take_notes(rows: Iterable[Row]) -> tuple[list[Row], list[Note]]:
    """Part the notes from the rows of a source that shows no positions (text, DOCX, HTML)."""
    body: list[Row] = []
    notes: list[Note] = []
    open_note = False
    for row in rows:
        number = row.line.note if row.line.role == "footnote" else row.opens
        if number is not None:
            marks = tuple(m for m in row.rich.marks if m.offset > 0)
            rich = Rich(row.rich.text, marks, row.rich.italic, row.rich.bold)
            notes.append(Note(number, rich, row.page, len(body)))
            open_note = not row.line.whole
        elif open_note and row.text and not row.line.role:
            last = notes[-1]
            notes[-1] = Note(last.number, last.rich.join(row.rich, " "), last.page, last.at)
        else:
            open_note = False
            body.append(row)
    return body, notes
