"""What every reader gives and the structure is built from: a stream of lines.

A line is what the source shows as one line (PDF) or one block (DOCX, HTML, text): the
structure joins lines into paragraphs where the source has broken them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What the format itself says a line is; None where it says nothing (PDF, plain text).
Role = Literal["paragraph", "heading", "footnote", "table", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one look.

    Attributes:
        text: The characters; spans of a line, joined, are the line.
        size: Font size in points; 0 where unknown.
        raised: Superscript, by font, rise or markup: very likely a footnote mark.
        italic: Italic or marked as emphasis.
        bold: Bold or marked as strong.
        note: Number of the footnote that this mark calls, where the format says so.
    """

    text: str
    size: float = 0.0
    raised: bool = False
    italic: bool = False
    bold: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line or block of a source, in reading order.

    Attributes:
        spans: Its runs, in order.
        page: From 1; None where the format has no pages.
        left, right, top, bottom: Box in points from the page's top left corner; zeros
            where the format has no positions.
        whole: True where the source says that this is a whole block (DOCX, HTML), so
            that it is never joined with the next line.
        role: What the format says it is.
        level: Depth of a heading or list item from 1; 0 where unknown.
        number: An automatic list number as it is displayed (``6.``, ``(b)``), which does
            not stand in the spans.
        note: Number of the footnote whose text this is, where the format says so.
        cells: Cells of a table row; then ``spans`` hold the cells joined by tabs.
    """

    spans: tuple[Span, ...]
    page: int | None = None
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    whole: bool = False
    role: Role | None = None
    level: int = 0
    number: str | None = None
    note: str | None = None
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The line as one string."""
        return "".join(span.text for span in self.spans)

    @property
    def size(self) -> float:
        """The font size of most of its characters, in points; 0 where unknown."""
        weights: dict[float, int] = {}
        for span in self.spans:
            weights[span.size] = weights.get(span.size, 0) + len(span.text.strip())
        return max(weights, key=lambda size: weights[size], default=0.0)


@dataclass(frozen=True, slots=True)
class Pages:
    """A file as its reader gives it.

    Attributes:
        lines: In reading order.
        format: ``pdf``, ``docx``, ``html``, ``markdown`` or ``text``.
        page_count: 0 where the format has no pages.
        language: Where the format says so, an ISO 639-1 code.
        warnings: What was left out or decided while reading ("tracked changes: 3
            insertions accepted, 2 deletions dropped"), one line each.
    """

    lines: tuple[Line, ...]
    format: str
    page_count: int = 0
    language: str | None = None
    warnings: tuple[str, ...] = ()
