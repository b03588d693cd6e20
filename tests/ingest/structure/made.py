"""Fictional decisions for tests, as plain text and as printed pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.model import Document
from ingest.read.lines import Line, Pages, Span
from ingest.read.text import lines_of_text
from ingest.structure import Built, build

HEAD = "Decision BC-99/7: Management of discarded lanterns"
ENACTING = "The Conference of the Parties,"


def parse(text: str) -> Built:
    """What a text is built into."""
    return build(lines_of_text(text), "lanterns.txt")


def decision(
    *paragraphs: str, preamble: Sequence[str] = ("Recalling its earlier work,",)
) -> Document:
    """A decision with these paragraphs, each a block of its own."""
    (document,) = parse("\n\n".join((HEAD, ENACTING, *preamble, *paragraphs))).documents
    return document


def texts(document: Document) -> dict[str, str]:
    """Label without the code -> text."""
    return {p.pinpoint.label: p.text for p in document.paragraphs}


class Sheet:
    """Printed pages, line by line from the top."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.page = 1
        self.top = 80.0

    def line(
        self,
        *spans: Span | str,
        left: float = 113.0,
        right: float = 482.0,
        step: float = 12.0,
        size: float = 10.0,
        top: float | None = None,
    ) -> None:
        """Set one line, ``step`` points below the one before."""
        self.top = self.top + step if top is None else top
        runs = tuple(Span(s, size) if isinstance(s, str) else s for s in spans)
        self.lines.append(Line(runs, self.page, left, right, self.top, self.top + size))

    def paragraph(self, text: str, left: float = 113.0) -> None:
        """Set a text in lines of 60 characters after a gap."""
        rows = list(wrapped(text, 60))
        for index, row in enumerate(rows):
            last = index == len(rows) - 1
            self.line(
                row,
                left=left if not index else 113.0,
                right=482.0 if not last else 300.0,
                step=18.0 if not index else 12.0,
            )

    def heading(self, text: str) -> None:
        """Set a strong line in large type."""
        self.line(Span(text, 14.0, bold=True), right=300.0, step=30.0, size=14.0)

    def turn(self, *, symbol: str = "UNEP/LAMP.99/28") -> None:
        """Set the page number, begin the next page with its running header."""
        self.line(Span(str(self.page), 9.0, bold=True), left=56.0, right=61.0, size=9.0, top=804.0)
        self.page += 1
        self.line(Span(symbol, 9.0, bold=True), left=56.0, right=177.0, size=9.0, top=45.0)
        self.top = 60.0

    def pages(self) -> Pages:
        """What a reader would give."""
        return Pages(tuple(self.lines), "pdf", self.page)


def wrapped(text: str, width: int) -> Iterable[str]:
    """Lines of at most ``width`` characters."""
    row = ""
    for word in text.split():
        if row and len(row) + len(word) + 1 > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    yield row


def raised(number: str) -> Span:
    """A footnote's mark."""
    return Span(number, 6.0, raised=True)


def printed() -> Sheet:
    """The head, title and preamble of a decision in print."""
    sheet = Sheet()
    sheet.heading("Decision BC-99/7")
    sheet.heading("Management of discarded lanterns")
    sheet.line(Span(ENACTING, 10.0, italic=True), left=141, right=264, step=24)
    sheet.line(
        Span("Recalling", 10.0, italic=True),
        " its earlier work on lamps,",
        left=141,
        right=300,
        step=18,
    )
    return sheet


def only(sheet: Sheet) -> Document:
    """The one document that printed pages are built into."""
    (document,) = build(sheet.pages(), "lanterns.pdf").documents
    return document
