"""Plain text, text exported from Word, and Markdown, to lines."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.errors import UnreadableFile
from ingest.read.charset import decode
from ingest.read.inline import inline_spans
from ingest.read.lines import Line, Pages, Span

_ATX = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"(\s*[-*_=]){3,}\s*$")
_TABLE_RULE = re.compile(r"\|?(\s*:?-{2,}:?\s*\|)+\s*(:?-{2,}:?)?\s*\|?$")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*")

#: A row of a contents list, or one that opens with its number, a bullet or a decision's code.
_LISTED = re.compile(
    r"^\W|^\(?[\w.-]{1,8}[.)]\t|^\w{1,2}\t[^\t]*$|^[\d.]+( bis| ter)?\t\D[^\t]*$"
    r"|^[^\t]*\t\d{1,3}$|^[^\t]{0,14}\d\s?/[^\t]{1,12}\t|\.{3}"
)
#: A row of two cells is a line of a table only where it is short.
_SHORT = 120
#: A cell has fewer lines.
_CELL_LINES = 12
#: A gap that parts cells, where a table is drawn with spaces.
_GAP = re.compile(r"\s*\t\s*|(?<=\S) {3,}(?=\S)")

#: Width of one character and of one tab, to give plain text a left edge in points.
COLUMN = 6.0
TAB = 8


def read_text(path: Path) -> Pages:
    """The lines of a text or Markdown file; a blank line stays as a line without spans.

    Raises:
        UnreadableFile: The file is empty, or its bytes are no text.
    """
    text = decode(path.read_bytes())
    if not text.strip():
        raise UnreadableFile("the file is empty", "check that it was saved completely")
    return lines_of_text(text)


def lines_of_text(text: str) -> Pages:
    """The lines of ``text``; a form feed begins a new page."""
    rows = text.replace("\v", "\n")
    sheets = rows.split("\f")
    whole = _one_line_a_paragraph(rows)
    lines: list[Line] = []
    markdown = False
    for number, sheet in enumerate(sheets, start=1):
        for row in _boxed(_mended(sheet.split("\n"))):
            line, marked = _line(row, number if len(sheets) > 1 else None, whole)
            markdown = markdown or marked
            if line is not None:
                lines.append(line)
    return Pages(
        tuple(lines), "markdown" if markdown else "text", len(sheets) if len(sheets) > 1 else 0
    )


def _mended(rows: list[str]) -> list[str]:
    """The rows of a table whole: a line break within a cell has cut them in two."""
    whole: list[str] = []
    at = 0
    while at < len(rows):
        stop = at + 1
        if _opens_row(rows[at]) and not _ends_row(rows[at]):
            stop = next(
                (
                    end + 1
                    for end in range(at + 1, min(at + _CELL_LINES, len(rows)))
                    if _ends_row(rows[end]) and not any(map(_opens_row, rows[at + 1 : end + 1]))
                ),
                stop,
            )
        whole.append(" ".join(row.strip() for row in rows[at:stop]) if stop > at + 1 else rows[at])
        at = stop
    return whole


def _opens_row(row: str) -> bool:
    return row.lstrip().startswith("|")


def _ends_row(row: str) -> bool:
    return row.rstrip().endswith("|")


def _boxed(rows: list[str]) -> list[str]:
    """Rows of a table that is drawn without its outer bars, or with gaps, with them."""
    gaps = [_gaps(row) for row in rows]
    bars = [0 if row.lstrip().startswith("|") else row.count(" | ") for row in rows]
    boxed = []
    for row, *counts in zip(rows, _with_neighbours(bars), _with_neighbours(gaps), strict=True):
        barred, gapped = (own and own in beside for own, *beside in counts)
        cells = _GAP.sub(" | ", row.strip()) if gapped else row.strip()
        boxed.append(f"| {cells} |" if barred or gapped else row)
    return boxed


def _with_neighbours(counts: list[int]) -> list[tuple[int, int, int]]:
    return list(zip(counts, [0, *counts], [*counts[1:], 0], strict=False))


def _gaps(row: str) -> int:
    """How many gaps part the cells of a row; behind a number, or before a page's, they do not."""
    row = _GAP.sub("\t", row.strip())
    count = row.count("\t")
    if "|" in row or "\t\t" in row or _LISTED.search(row) or (count == 1 and len(row) > _SHORT):
        return 0
    return count


def _one_line_a_paragraph(text: str) -> bool:
    """Whether lines are whole paragraphs, rather than wrapped at a width."""
    widths = sorted(len(row) for row in text.split("\n") if len(row) > 40)
    return bool(widths) and widths[int(len(widths) * 0.9)] > 120


def _line(row: str, page: int | None, whole: bool) -> tuple[Line | None, bool]:
    """A line (None for one that only draws), and whether it is written in Markdown."""
    stripped = row.strip()
    if not stripped:
        return Line((), page), False
    if _RULE.match(stripped) or _TABLE_RULE.match(stripped):
        return None, "|" in stripped
    if stripped.startswith("|") and stripped.endswith("|") and stripped.count("|") > 1:
        cells = tuple(cell.strip() for cell in stripped[1:-1].split("|"))
        if len(cells) == 1:  # a box drawn around text
            return _line(row.replace("|", " "), page, whole)
        spans = tuple(span for c in cells for span in (*inline_spans(c), Span("\t")))
        return Line(spans[:-1], page, whole=True, role="table", cells=cells), False
    left = _indent(row) * COLUMN
    heading = _ATX.match(stripped)
    if heading:
        return (
            Line(
                inline_spans(heading[2]),
                page,
                left,
                whole=True,
                role="heading",
                level=len(heading[1]),
            ),
            True,
        )
    note = _NOTE.match(stripped)
    if note:
        return (
            Line(inline_spans(stripped[note.end() :]), page, left, role="footnote", note=note[1]),
            True,
        )
    spans = inline_spans(stripped)
    return Line(spans, page, left, whole=whole), any(span.italic or span.bold for span in spans)


def _indent(row: str) -> int:
    return len(row.expandtabs(TAB)) - len(row.expandtabs(TAB).lstrip())
