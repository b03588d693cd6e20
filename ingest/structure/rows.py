"""A line with its marks taken out: what the rooms of the structure hand on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Mark
from ingest.read.lines import Line, Span
from ingest.structure.rich import Rich

#: What a raised run must look like to call a note: numbers, letters or stars, a few at once.
MARK = re.compile(
    r"\s*(?:\d{1,3}|[a-z]|\*{1,4}|[†‡§])(?:\s*[,–-]\s*(?:\d{1,3}|[a-z]))*\s*[,/)]?\s*"
)
_ONE = re.compile(r"\d{1,3}|[a-z]|\*{1,4}|[†‡§]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the source and its words.

    Attributes:
        line: As the reader gave it.
        rich: Its words without marks.
        opens: Number of the note whose mark stands first on the line, if one does.
    """

    line: Line
    rich: Rich
    opens: str | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.rich.text

    @property
    def page(self) -> int | None:
        """Page, from 1."""
        return self.line.page


def row_of(line: Line) -> Row:
    """Take the raised marks out of a line and keep where they stood."""
    pieces: list[str] = []
    marks: list[Mark] = []
    italic: list[tuple[int, int]] = []
    bold: list[tuple[int, int]] = []
    length = 0
    opens: str | None = None
    for span in line.spans:
        numbers = _numbers(span)
        if numbers:
            if not "".join(pieces).strip() and opens is None:
                opens = numbers[0]
            marks.extend(Mark(length, number) for number in numbers)
            continue
        if span.italic:
            italic.append((length, length + len(span.text)))
        if span.bold:
            bold.append((length, length + len(span.text)))
        pieces.append(span.text)
        length += len(span.text)
    rich = Rich("".join(pieces), tuple(marks), tuple(italic), tuple(bold)).tidy()
    return Row(line, rich, opens if rich.text else None)


def _numbers(span: Span) -> list[str]:
    if span.note is not None:
        return [span.note]
    if span.raised and MARK.fullmatch(span.text):
        return _ONE.findall(span.text)
    return []
