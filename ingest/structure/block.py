"""A block: one paragraph, heading or table row of the source, whole and without notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.read.lines import Role
from ingest.structure.rich import Rich


@dataclass(frozen=True, slots=True)
class Block:
    """What lines were joined into.

    Attributes:
        rich: Its words, the printed number in front included.
        page: Page on which it begins.
        left: Left edge of its first line in points.
        size: Font size in points; 0 where unknown.
        role: What the source says it is.
        level: Depth of a heading or list item from 1; 0 where unknown.
        number: Automatic number that does not stand among its words.
        cells: Cells of a table row.
        centred: Set off in the middle of the page.
        tabbed: A gap stands in its first line, as behind a number.
        line: Index of its first line in the source, notes left out.
        anew: It is a row that begins a table of its own.
    """

    rich: Rich
    page: int | None = None
    left: float = 0.0
    size: float = 0.0
    role: Role | None = None
    level: int = 0
    number: str | None = None
    cells: tuple[str, ...] = ()
    centred: bool = False
    tabbed: bool = False
    line: int = 0
    anew: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return self.rich.text

    @property
    def opening(self) -> str:
        """Its words with the automatic number in front, where it has one."""
        return f"{self.number} {self.text}" if self.number else self.text

    def without(self, count: int) -> Block:
        """Without its first ``count`` characters."""
        return replace(self, rich=self.rich.cut(count).strip())
