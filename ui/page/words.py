"""The words of a paragraph as HTML: the quote marked, footnote marks where they stood."""

from __future__ import annotations

from ingest.model import Mark, Paragraph
from ingest.pinpoint import LEVELS
from ui.page.escape import safe


def words(text: str, marks: tuple[Mark, ...] = (), quote: str = "") -> str:
    """The text, escaped, with ``<mark>`` around the quote and ``<sup>`` for footnote marks."""
    start = text.find(quote) if quote else -1
    end = start + len(quote) if start >= 0 else -1
    notes: dict[int, list[str]] = {}
    for mark in marks:
        notes.setdefault(mark.offset, []).append(mark.number)
    html, here = "", 0
    for cut in sorted({0, len(text), *notes, *((start, end) if start >= 0 else ())}):
        html += safe(text[here:cut])
        here = cut
        # A mark at the end of the quote belongs to its last word, so it comes first.
        html += "".join(f"<sup>{safe(number)}</sup>" for number in notes.get(cut, ()))
        html += "</mark>" if cut == end else ""
        html += "<mark>" if cut == start else ""
    return html


def level(paragraph: Paragraph) -> int:
    """Depth of its numbering: 1 for ``6``, 2 for ``6(d)``; 1 where it has none."""
    return max(1, sum(1 for segment in paragraph.pinpoint.segments if segment.name in LEVELS))


def own_number(paragraph: Paragraph) -> str:
    """As it stands before its words: ``6.`` or ``(d)``; empty where nothing stands there."""
    if not paragraph.pinpoint:
        return ""
    last = paragraph.pinpoint.segments[-1]
    if last.name not in LEVELS:
        return ""
    return f"{last.value}." if last.name == "para" else f"({last.value})"
