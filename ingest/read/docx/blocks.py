"""The blocks of a Word file -> lines: paragraphs, tables, boxes, notes, headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ingest.read.docx.notes import Notes
from ingest.read.docx.numbering import Numbering
from ingest.read.docx.runs import Call, Piece, Runs, Tally, alternative
from ingest.read.docx.styles import Styles
from ingest.read.docx.xml import W, number, switch, value
from ingest.read.lines import Line, Role, Span
from ingest.read.spans import cell as row_cell
from ingest.read.spans import divided, joined, plain, trimmed
from ingest.read.spans import row as joined_row

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AROUND = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
#: More than any table has; a larger number in the file is an attack.
_MOST_COLUMNS = 63


@dataclass(slots=True)
class Open:
    """A paragraph whose mark was deleted, so that it runs on into the next one."""

    properties: etree._Element | None
    pieces: list[Piece]

    @property
    def has_words(self) -> bool:
        """Whether anything of it is left to show."""
        return any(
            isinstance(piece, Call) or (isinstance(piece, Span) and piece.text.strip())
            for piece in self.pieces
        )


class Story:
    """Reads one story (the body, a note, a header) into lines.

    Args:
        styles, numbering, notes, tally: Those of the file, shared by all its stories.
        role: The role of all its lines; None for the body, where each has its own.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        tally: Tally,
        role: Role | None = None,
    ) -> None:
        self._styles, self._numbering, self._notes = styles, numbering, notes
        self._tally = tally
        self._runs = Runs(styles, tally)
        self._role: Role | None = role
        self._open: Open | None = None

    def lines(self, container: Iterable[etree._Element]) -> Iterator[Line]:
        """The lines of blocks, or of all blocks in an element; notes after what calls them."""
        for block in _blocks(container, self._tally):
            if block.tag == W + "p":
                yield from self._paragraph(block)
            else:
                yield from self._table(block)
        if self._open is not None:
            rest, self._open = self._open, None
            yield from self._close(rest)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        properties = paragraph.find(W + "pPr")
        pieces = list(self._runs.pieces(paragraph, value(properties, "pStyle")))
        here = Open(properties, pieces)
        if self._open is not None:
            # The first of joined paragraphs keeps its form, unless nothing of it is left.
            form = self._open.properties if self._open.has_words else properties
            here = Open(form, self._open.pieces + pieces)
            self._open = None
        if self._mark_is_gone(properties):
            self._open = here
        else:
            yield from self._close(here)

    def _mark_is_gone(self, properties: etree._Element | None) -> bool:
        mark = properties.find(W + "rPr") if properties is not None else None
        if mark is None:
            return False
        if mark.find(W + "ins") is not None or mark.find(W + "moveTo") is not None:
            self._tally.counts["insertions"] += 1
        if mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None:
            self._tally.counts["deletions"] += 1
            return True
        return bool(switch(mark, "specVanish"))

    def _close(self, paragraph: Open) -> Iterator[Line]:
        label, depth = self._label(paragraph.properties)
        pieces, notes = self._marked(paragraph.pieces)
        heading = self._heading(paragraph.properties)
        role: Role = self._role or ("heading" if heading else "paragraph")
        parts = [trimmed(joined(pieces))] if heading else divided(pieces)
        level = heading or (depth + 1 if label else 0)
        for index, spans in enumerate(part for part in parts if part):
            first = label if index == 0 else None
            yield Line(spans, whole=True, role=role, level=level, number=first)
        yield from notes
        for piece in paragraph.pieces:
            if isinstance(piece, etree._Element):
                yield from self._story(self._role).lines(piece)

    def _heading(self, properties: etree._Element | None) -> int:
        own = number(properties, "outlineLvl")
        if own is not None:
            return own + 1 if 0 <= own < 9 else 0
        return self._styles.heading(value(properties, "pStyle"))

    def _label(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """The automatic number of a paragraph, which counts it, and its level from 0."""
        style = value(properties, "pStyle")
        styled = self._styles.list_of(style)
        list_id = value(properties, "numPr", "numId")
        depth = number(properties, "numPr", "ilvl")
        if list_id is None:
            if styled is None:
                return None, 0
            list_id, giver, styled_depth = styled
            if depth is None:
                depth = self._numbering.level_of_style(list_id, style or giver)
            if depth is None:
                depth = self._numbering.level_of_style(list_id, giver)
            depth = styled_depth if depth is None else depth
        elif depth is None:
            by_style = self._numbering.level_of_style(list_id, style) if style else None
            depth = by_style
        depth = depth or 0
        return self._numbering.label(list_id, depth), depth

    def _marked(self, pieces: Iterable[Piece]) -> tuple[list[Span], list[Line]]:
        """Spans with the marks of notes in their places, and the lines of those notes."""
        spans: list[Span] = []
        notes: list[Line] = []
        typed: Call | None = None
        for piece in pieces:
            if isinstance(piece, Call) and piece.typed:
                typed = piece
            elif isinstance(piece, Call):
                mark = self._notes.count(piece)
                spans.append(Span(mark, raised=True, note=mark))
                notes += self._note(piece, mark)
            elif isinstance(piece, Span) and typed is not None and piece.text.strip():
                mark = piece.text.strip()
                spans.append(replace(piece, raised=True, note=mark))
                notes += self._note(typed, mark)
                typed = None
            elif isinstance(piece, Span):
                spans.append(piece)
        return spans, notes

    def _note(self, call: Call, mark: str) -> Iterator[Line]:
        text = self._notes.text(call)
        if text is None:
            self._tally.counts["notes without text"] += 1
            return
        spans: list[Span] = []
        for line in self._story("footnote").lines(text):
            spans += [Span("\n")] if spans else []
            spans += [Span(f"{line.number} ")] if line.number else []
            spans += line.spans
        if spans and call.typed and spans[0].text.startswith(mark):
            spans[0] = replace(spans[0], text=spans[0].text[len(mark) :])
        yield Line(trimmed(joined(spans)), whole=True, role="footnote", note=mark)

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = [list(_within(row, "tc", self._tally)) for row in _rows(table, self._tally)]
        if max(map(len, rows), default=0) <= 1:
            # A frame around text is no table.
            for cell in (cell for row in rows for cell in row):
                yield from self.lines(cell)
            return
        for row, cells in zip(_rows(table, Tally()), rows, strict=True):
            yield from self._row(row, cells)

    def _row(self, row: etree._Element, cells: list[etree._Element]) -> Iterator[Line]:
        columns: list[tuple[Span, ...]] = [()] * _skipped(row, "gridBefore")
        notes: list[Line] = []
        for cell in cells:
            lines = list(self.lines(cell))
            notes += [line for line in lines if line.role == "footnote"]
            spans = row_cell(line for line in lines if line.role != "footnote")
            columns.append(spans)
            columns += [()] * (_span(cell) - 1)
        if any(columns):
            texts = tuple(plain(column) for column in columns)
            yield Line(joined_row(columns), whole=True, role=self._role or "table", cells=texts)
        yield from notes

    def _story(self, role: Role | None) -> Story:
        return Story(self._styles, self._numbering, self._notes, self._tally, role)


def _skipped(row: etree._Element, name: str) -> int:
    return min(max(number(row, "trPr", name) or 0, 0), _MOST_COLUMNS)


def _span(cell: etree._Element) -> int:
    return min(max(number(cell, "tcPr", "gridSpan") or 1, 1), _MOST_COLUMNS)


def _blocks(container: Iterable[etree._Element], tally: Tally) -> Iterator[etree._Element]:
    """Paragraphs and tables, through what stands around them."""
    for node in container:
        if node.tag in (W + "p", W + "tbl"):
            yield node
        elif node.tag in _AROUND:
            yield from _blocks(node, tally)
        elif node.tag == _MC + "AlternateContent":
            yield from _blocks(alternative(node), tally)
        elif node.tag == W + "altChunk":
            tally.counts["embedded"] += 1


def _within(parent: etree._Element, name: str, tally: Tally) -> Iterator[etree._Element]:
    """Rows of a table, or cells of a row, without those that were deleted."""
    for node in parent:
        if node.tag == W + name:
            if node.find(f"{W}{name}Pr/{W}cellDel") is not None:
                tally.counts["deletions"] += 1
            else:
                yield node
        elif node.tag in _AROUND:
            yield from _within(node, name, tally)


def _rows(table: etree._Element, tally: Tally) -> Iterator[etree._Element]:
    for row in _within(table, "tr", tally):
        if row.find(f"{W}trPr/{W}del") is not None:
            tally.counts["deletions"] += 1
            continue
        if row.find(f"{W}trPr/{W}ins") is not None:
            tally.counts["insertions"] += 1
        yield row
