"""Lines without furniture and notes to blocks: tables apart, all else joined."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.read.lines import Line
from ingest.structure.block import Block
from ingest.structure.calls import TABLE_PAGES
from ingest.structure.headings import Look
from ingest.structure.join import Measures, join_rows
from ingest.structure.notes import Note
from ingest.structure.notes_page import body_size
from ingest.structure.rows import Row, row_of
from ingest.structure.tables import find_tables, table_blocks
from ingest.structure.words import Joiner


def make_rows(lines: Sequence[Line], notes: Sequence[Note]) -> list[Row]:
    """The lines with their marks taken out, as far as they call a note near by."""
    everywhere = {note.number for note in notes}
    near: dict[int, set[str]] = {}
    of_tables: dict[int, set[str]] = {}
    for note in notes:
        page = note.page or 0
        for at in range(page - 1, page + 2):
            near.setdefault(at, set()).add(note.number)
        for at in range(page - TABLE_PAGES, page + 1):
            if not note.number.isdigit():
                of_tables.setdefault(at, set()).add(note.number)
    ended = _ends_of_tables(lines, notes)
    rows = []
    for index, line in enumerate(lines):
        known = everywhere
        if line.page is not None:
            known = near.get(line.page, set())
            if line.page in of_tables and _may_bear_letters(line):
                known = known | of_tables[line.page]
        rows.append(row_of(line, index, known, anew=index in ended))
    return rows


def _ends_of_tables(lines: Sequence[Line], notes: Sequence[Note]) -> set[int]:
    """The lines with words that stand right below notes of a table.

    Where such notes stand at the foot of a page, the table may go on overleaf.
    """
    ends = set()
    for note in notes:
        at = note.at
        while at < len(lines) and not lines[at].text.strip():
            at += 1
        if note.keyed and at < len(lines) and lines[at].page == note.page:
            ends.add(at)
    return ends


def _may_bear_letters(line: Line) -> bool:
    """Whether a line may call a note of its table: it has cells, or a raised letter."""
    return any("\t" in span.text or (span.raised and span.text.isalpha()) for span in line.spans)


def make_blocks(rows: Sequence[Row], joiner: Joiner) -> list[Block]:
    """The blocks of a source, in reading order."""
    measures = Measures(rows)
    blocks: list[Block] = []
    at = 0
    for start, stop in [*find_tables(rows, measures.size), (len(rows), len(rows))]:
        blocks += join_rows(rows[at:start], joiner, measures)
        if start < stop:
            blocks += table_blocks(rows[start:stop])
        at = stop
    return blocks


def look_of(lines: Sequence[Line]) -> Look:
    """How most of the text looks.

    Where there is no type but emphasis within sentences, as in text with ``*Requests*``,
    it says nothing about headings.
    """
    size = body_size(lines)
    styled = sum(1 for line in lines if any(span.bold or span.italic for span in line.spans))
    return Look(size, styled * 50 > len(lines) and (size > 0 or any(map(_is_set_off, lines))))


def _is_set_off(line: Line) -> bool:
    """Whether a line is a heading by its type."""
    spans = [span for span in line.spans if span.text.strip() and not span.raised]
    return line.role == "heading" or (bool(spans) and all(span.bold for span in spans))
