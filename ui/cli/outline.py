"""A parsed document as text for a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ingest.model import Document
from ui.cli.answer import shorten
from ui.cli.output import clean


def outline(document: Document) -> RenderableType:
    """Head, paragraphs and footnotes, each shortened to what shows that it is in its place."""
    facts = [document.body, document.meeting, document.adopted, ", ".join(document.symbols)]
    head = Text.assemble((clean(document.code), "bold cyan"), "  ", (clean(document.title), "bold"))
    parts: list[RenderableType] = [head]
    if known := [clean(fact) for fact in facts if fact]:
        parts.append(Text(" · ".join(known), style="dim"))
    parts.append(Padding(_paragraphs(document), (1, 0)))
    if document.footnotes:
        parts.append(_footnotes(document))
    return Group(*parts)


def _paragraphs(document: Document) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("pinpoint", "kind", "notes", "text"):
        table.add_column(title, no_wrap=title != "text")
    for paragraph in document.paragraphs:
        table.add_row(
            clean(paragraph.pinpoint.label),
            paragraph.kind,
            clean(" ".join(paragraph.footnotes)),
            clean(shorten(paragraph.text, 120)),
        )
    return table


def _footnotes(document: Document) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("footnote", no_wrap=True)
    table.add_column("text")
    for footnote in document.footnotes:
        table.add_row(clean(footnote.number), clean(shorten(footnote.text, 160)))
    return table
