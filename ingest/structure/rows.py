"""A line with its words ready to be joined."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ingest.read.lines import Line
from ingest.structure.marks import rich_of
from ingest.structure.rich import Rich


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the source, its words without marks, and its place among the lines.

    ``anew``: notes of a table stood right above it, so that no table goes on with it.
    """

    line: Line
    rich: Rich
    index: int = 0
    anew: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.rich.text

    @property
    def page(self) -> int | None:
        """Page, from 1."""
        return self.line.page


def row_of(line: Line, index: int, known: Collection[str], *, anew: bool = False) -> Row:
    """The ``index``-th line of a source, whose raised marks call the notes ``known``."""
    return Row(line, rich_of(line.spans, known, line.page, index), index, anew)
