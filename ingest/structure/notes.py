"""Footnotes: their texts are taken out of the flow, wherever the source has put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.read.lines import Line, Span
from ingest.structure.labels import read_label
from ingest.structure.marks import MARK, one_marks
from ingest.structure.notes_flow import find_plain, with_left_marks
from ingest.structure.notes_page import opening, part_notes
from ingest.structure.notes_table import find_keyed, goes_on


@dataclass(slots=True)
class Note:
    """A footnote's text.

    Attributes:
        number: As printed.
        page: Page on which it begins.
        at: Index among the remaining lines before which it stood.
        lines: Its spans, line by line, without the mark.
        keyed: Whether it is a note of a table.
    """

    number: str
    page: int | None
    at: int
    lines: list[tuple[Span, ...]] = field(default_factory=list)
    keyed: bool = False


def take_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Part the notes from the lines."""
    if any(line.page is not None and line.top for line in lines):
        return _from_pages(lines)
    return _from_flow(lines)


def _from_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    body, pages = part_notes(lines)
    body, keyed = _from_tables(body)
    last = {line.page: index + 1 for index, line in enumerate(body)}
    notes: list[Note] = []
    at = 0
    for page in pages:
        at = last.get(page[0].page, at)
        for line in page:
            opened = opening(line)
            if opened is not None and (_follows(notes, opened[0], line) or not notes):
                lettered = opened[0].isalpha()
                notes.append(Note(opened[0], line.page, at, [opened[1]], keyed=lettered))
            elif notes:
                notes[-1].lines.append(line.spans)
    return body, sorted([*keyed, *notes], key=lambda note: note.at)


def _from_tables(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    """Notes that stand below their table in the middle of a page."""
    body: list[Line] = []
    notes: list[Note] = []
    openings = find_keyed(lines)
    last: Line | None = None  # of the note that may still go on
    for index, line in enumerate(lines):
        if index in openings:
            number, spans = openings[index]
            notes.append(Note(number, line.page, len(body), [spans], keyed=True))
            last = line
        elif last is not None and goes_on(last, line):
            notes[-1].lines.append(line.spans)
            last = line
        else:
            last = None
            body.append(line)
    return body, notes


def _follows(notes: Sequence[Note], number: str, line: Line) -> bool:
    """A raised mark opens a note; a plain number only where the count goes on to it."""
    if line.spans[0].raised or not number.isdigit():
        return True
    on_page = [note for note in notes if note.page == line.page]
    if not on_page:
        return True
    before = on_page[-1].number
    return before.isdigit() and int(number) == int(before) + 1


def _from_flow(lines: Sequence[Line]) -> tuple[list[Line], list[Note]]:
    body: list[Line] = []
    notes: list[Note] = []
    going_on = False
    plain, keyed = find_plain(lines), find_keyed(lines)
    for index, line in enumerate(lines):
        opened = keyed.get(index) or plain.get(index) or _flow_opening(line)
        if opened is not None:
            of_table = index in keyed
            notes.append(Note(opened[0], line.page, len(body), [opened[1]], keyed=of_table))
            going_on = not line.whole
        elif going_on and line.text.strip() and not line.role and read_label(line.text) is None:
            notes[-1].lines.append(line.spans)
        else:
            going_on = False
            body.append(with_left_marks(line))
    return body, notes


def _flow_opening(line: Line) -> tuple[str, tuple[Span, ...]] | None:
    if line.role == "footnote" and line.note is not None:
        return line.note, line.spans
    if line.role == "table" or len(line.spans) < 2 or not line.spans[0].raised:
        return None
    if not MARK.fullmatch(line.spans[0].text):
        return None
    return one_marks(line.spans[0].text)[0], line.spans[1:]
