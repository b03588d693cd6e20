"""Tables: runs of lines whose words stand in cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.block import Block
from ingest.structure.labels import DECIMAL, read_label
from ingest.structure.marks import rich_of
from ingest.structure.notes_page import SMALL
from ingest.structure.notes_table import LEAD
from ingest.structure.rows import Row

#: What stands between the cells of a row.
BAR = " | "
#: So many lines with cells make a table.
_ROWS = 2
#: So many lines without cells may stand between them: wrapped cells.
_BETWEEN = 4
#: ... and so many where they are in smaller type than the text.
_BETWEEN_SMALL = 9
_DECIMAL = re.compile(rf"{DECIMAL}\.?")
_SENTENCE = re.compile(r"\w+\s+\w+\s+\w+\s+\w+\s+\w+")
_BULLET = re.compile(r"[•●▪◦–—·*\uf0b7-]$")


def find_tables(rows: Sequence[Row], size: float) -> list[tuple[int, int]]:
    """Index ranges of the rows that are tables; ``size`` is that of most of the text."""
    celled = [_cells(row) for row in rows]
    ranges: list[tuple[int, int]] = []
    index = 0
    while index < len(rows):
        if celled[index] < 2:
            index += 1
            continue
        stop, count, row = index + 1, 1, index + 1
        while row < len(rows) and not _prose(rows, row, celled):
            small = 0 < rows[row].line.size <= SMALL * size
            if row - stop > (_BETWEEN_SMALL if small else _BETWEEN):
                break
            if celled[row] >= 2:
                stop, count = row + 1, count + 1
            row += 1
        while stop < len(rows) and _wrapped(rows, stop, index):
            stop += 1
        if count >= _ROWS or rows[index].line.role == "table":
            ranges.append((index, stop))
        index = stop
    return ranges


def _cells(row: Row) -> int:
    """How many cells a line has; a paragraph's number or bullet is none."""
    if row.line.role == "table":
        return max(2, len(row.line.cells))
    if row.line.role or "\t" not in row.line.text:
        return 1
    parts = [part.strip() for part in row.line.text.split("\t") if part.strip()]
    if len(parts) < 2:
        return 1
    head = parts[0]
    if _BULLET.match(head) or _is_number(head) or (len(head) == 1 and head.isalpha()):
        numbered = bool(_SENTENCE.match(parts[1])) or len(parts) == 2
        return len(parts) - 1 if numbered else len(parts)
    if _DECIMAL.fullmatch(head) and _SENTENCE.match(parts[1]):
        return len(parts) - 1
    return len(parts)


def _is_number(text: str) -> bool:
    label = read_label(text + " ")
    return (label is not None and label.length >= len(text)) or bool(
        re.fullmatch(r"[IVXL]{1,6}\.?|[A-Z]\.|\d{1,3}\.?", text)
    )


def _prose(rows: Sequence[Row], index: int, celled: Sequence[int]) -> bool:
    """Whether a line goes on with running text: a number in front, or another page's text."""
    row = rows[index]
    if not row.text or row.anew or LEAD.match(row.text):
        return True
    if celled[index] >= 2:
        return False
    if row.line.role in ("paragraph", "heading"):
        return True  # the source says what is a table
    label = read_label(row.text)
    numbered = label is not None and "\t" in row.line.text and bool(_SENTENCE.search(row.text))
    return numbered or (row.rich.all_bold and row.line.size > rows[index - 1].line.size + 1)


def _wrapped(rows: Sequence[Row], index: int, start: int) -> bool:
    """Whether a line below the last cells is the rest of a cell, not the next paragraph."""
    row, above = rows[index], rows[index - 1]
    if row.page != above.page or row.line.role != above.line.role:
        return False
    if not row.text or row.anew or LEAD.match(row.text):
        return False
    near = row.line.top - above.line.top < 1.3 * row.line.size
    return near and abs(row.line.size - above.line.size) < 0.3 and read_label(row.text) is None


def table_blocks(rows: Sequence[Row]) -> list[Block]:
    """The rows of a table; a line without a first cell goes on with the row above it."""
    first = min(row.line.left for row in rows)
    blocks: list[Block] = []
    for row in rows:
        if not row.text:
            continue
        spans = [replace(span, text=span.text.replace("\t", BAR)) for span in row.line.spans]
        known = {mark.number for mark in row.rich.marks}
        rich = rich_of(spans, known, row.page, row.index)
        cells = row.line.cells or tuple(p.strip() for p in row.line.text.split("\t"))
        wrapped = row.line.top > 0 and row.line.left > first + 12
        if blocks and wrapped and blocks[-1].page == row.page:
            last = blocks[-1]
            joint = (*last.cells, *cells)
            blocks[-1] = replace(last, rich=last.rich.join(rich, " "), cells=joint)
        else:
            line = row.line
            place = (row.page, line.left, line.size)
            anew = row.anew and not blocks
            blocks.append(Block(rich, *place, "table", cells=cells, line=row.index, anew=anew))
    return blocks
