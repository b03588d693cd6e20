"""Rows to blocks: what the source has broken over lines and pages is made whole."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.block import Block
from ingest.structure.heads import is_bare_head
from ingest.structure.labels import read_label
from ingest.structure.notes_page import body_size
from ingest.structure.rows import Row
from ingest.structure.words import Joiner

#: A step down the page of more than this many usual steps begins a new block.
_GAP = 1.22
#: Font sizes that differ by more, in points, are different blocks.
_SIZE = 0.6
#: A line is short when it ends this share of the text's width before the margin.
_SHORT = 0.08
_INDENT = 6.0
#: A step of more font sizes is usual only where it comes so often.
_WIDE, _OFTEN = 1.4, 3
#: A line of fewer font sizes may be a paragraph of its own.
_LONG = 25
#: The usual step in font sizes, where a source does not show its own.
_LEADING = 1.25
#: Of a page's lines so many end before those that are sure to be full.
_FARTHEST = 0.95
#: Type of so much of the text's size is a heading's.
_LARGE = 1.15
#: Plain text is not wrapped to fewer characters than this.
_NARROW = 55.0

_TERMINAL = re.compile(r"[.;:!?][”\"’)\]]*$|,$|[;,]\s(?:and|or|y|o|et|ou)$")
_HANGING = re.compile(r"\b(?:and|of|the|for|to|in|on|by|with|de|del|la|y|des?|du|et|les?)$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_HARD = re.compile(r"[;:][”\"’)\]]*$|[;,]\s(?:and|or|y|o|et|ou)$")


def join_rows(rows: Sequence[Row], joiner: Joiner, page: Measures) -> list[Block]:
    """The blocks of some rows, in order; a row without words parts blocks."""
    blocks: list[Block] = []
    previous: Row | None = None
    for row in rows:
        if not row.text and not row.rich.marks:
            previous = None
            continue
        if previous is not None and blocks and page.goes_on(blocks[-1], previous, row):
            last = blocks[-1]
            blocks[-1] = replace(last, rich=joiner.join(last.rich, row.rich))
        else:
            blocks.append(_block_of(row, page))
        previous = row
    return blocks


def _block_of(row: Row, page: Measures) -> Block:
    line = row.line
    return Block(
        row.rich,
        line.page,
        line.left,
        line.size,
        line.role,
        line.level,
        line.number,
        line.cells or tuple(c.strip() for c in line.text.split("\t")),
        page.centred(row),
        tabbed="\t" in line.text,
        line=row.index,
    )


class Measures:
    """The measures of a source: its type, margins and usual steps from line to line.

    Attributes:
        size: Font size of most of the text, in points.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.placed = any(row.line.top for row in rows)
        self.size = body_size([row.line for row in rows])
        self._wrap = 0 if self.placed else _wrap(rows)
        self._margins = _margins(rows) if self.placed else {}
        self._steps = _usual_steps(rows) if self.placed else {}

    def centred(self, row: Row) -> bool:
        """Whether a line stands in the middle, well in from both margins."""
        left, right = self._margins.get(row.page, (0.0, 0.0))
        if right <= left:
            return False
        before, after = row.line.left - left, right - row.line.right
        return before > 40 and abs(before - after) < 0.12 * (right - left)

    def goes_on(self, block: Block, previous: Row, row: Row) -> bool:
        """Whether a row goes on with the block that the row before belongs to."""
        first, second = previous.line, row.line
        if first.role != second.role or first.role == "table":
            return False
        if first.whole or second.whole:
            return not self.placed and _broken_by_hand(block, row)
        if not self.placed:
            if is_bare_head(block.text) or is_bare_head(row.text):
                return False
            if read_label(row.text):  # ``paragraphs (b) and`` / ``(c) above``
                full = len(previous.text) >= self._wrap and not _TERMINAL.search(previous.text)
                return full and _HANGING.search(previous.text) is not None
            return row.text[:1].islower() or len(previous.text) >= self._wrap
        if abs(first.size - second.size) > _SIZE:
            return False
        if first.page != second.page:
            return self._over_page(block, previous, row)
        return self._down(block, previous, row)

    def _down(self, block: Block, previous: Row, row: Row) -> bool:
        first, second = previous.line, row.line
        step = self._steps.get(second.size, 1.2 * second.size)
        if second.top - first.top > _GAP * step:
            return False
        if _another_look(block, previous, row):
            return False
        ended = _TERMINAL.search(previous.text) is not None
        short = self._short(previous)
        # A number would have stood on the line above, had there been room for it.
        apart = _tabbed(row) or ended or (short and not _ADDRESS.search(previous.text))
        if apart and read_label(row.text) is not None:
            return False
        return not (ended and short and self._new_start(previous, row))

    def _over_page(self, block: Block, previous: Row, row: Row) -> bool:
        if _another_look(block, previous, row) or block.rich.all_bold != row.rich.all_bold:
            return False
        if is_bare_head(row.text):
            return False
        if row.line.size > _LARGE * self.size and not row.text[:1].islower():
            return False  # a heading at the top of a page
        ended = _TERMINAL.search(previous.text) is not None
        if read_label(row.text) is not None and (_tabbed(row) or ended):
            return False
        if not ended:
            return not self.centred(row)
        if row.text[:1].islower():
            return True
        if _HARD.search(previous.text) or previous.text.endswith(","):
            return False
        return not self._short(previous) and not self._new_start(previous, row)

    def _short(self, row: Row) -> bool:
        left, right = self._margins.get(row.page, (0.0, 0.0))
        return row.line.right < right - _SHORT * (right - left)

    def _new_start(self, previous: Row, row: Row) -> bool:
        indented = row.line.left > previous.line.left + _INDENT
        return indented or not row.text[:1].islower()


def _another_look(block: Block, previous: Row, row: Row) -> bool:
    """A heading above its text: all strong, then not."""
    if previous.rich.all_bold == row.rich.all_bold:
        return False
    if row.rich.all_bold:
        return not block.rich.bold
    return bool(block.rich.all_bold) and not (row.rich.bold and row.rich.bold[0][0] == 0)


def _broken_by_hand(block: Block, row: Row) -> bool:
    """A line break inside a heading, which an export turns into two paragraphs."""
    if len(block.text) > 200 or read_label(row.text) or is_bare_head(block.text):
        return False
    if row.line.role or _TERMINAL.search(block.text):
        return False
    return row.text[:1].islower() or _HANGING.search(block.text) is not None


def _tabbed(row: Row) -> bool:
    """Whether a gap stands between the number and the words."""
    head = row.line.text.split("\t", 1)
    return len(head) > 1 and len(head[0].strip()) <= 8


def _usual_steps(rows: Sequence[Row]) -> dict[float, float]:
    """From line to line of one size, in points: the step that is seen most.

    Only a long line that reaches the margin is likely to go on with the next one: a text of
    short paragraphs would show the step between these. A size without such lines (headings)
    is set as the others are.
    """
    steps: dict[float, Counter[float]] = {}
    margins = _margins(rows, _FARTHEST)
    for first, second in itertools.pairwise(rows):
        size = second.line.size
        step = round(second.line.top - first.line.top, 0)
        alike = first.page == second.page and first.line.size == size
        left, right = margins[first.page]
        full = first.line.right >= right - _SHORT * (right - left)
        long = first.line.right - first.line.left > _LONG * size
        if alike and full and long and 0.9 * size <= step <= 1.9 * size:
            steps.setdefault(size, Counter())[step] += 1
    usual = {}
    for size, counted in steps.items():
        most = max(counted.values())
        step = min(step for step, count in counted.items() if count >= 0.35 * most)
        if step < _WIDE * size or most >= _OFTEN:
            usual[size] = step + 0.5
    leading = min((_LEADING, *(step / size for size, step in usual.items())))
    return {size: usual.get(size, leading * size) for size in {row.line.size for row in rows}}


def _wrap(rows: Sequence[Row]) -> float:
    """Characters that a wrapped line of plain text has at least; a shorter one ends a block."""
    lengths = sorted(len(row.text) for row in rows if row.text)
    return max(_NARROW, 0.7 * lengths[int(0.9 * (len(lengths) - 1))]) if lengths else 0.0


def _margins(rows: Sequence[Row], share: float = 0.9) -> dict[int | None, tuple[float, float]]:
    """Left and right edge of the text on each page, which so many of its lines keep within."""
    pages: dict[int | None, list[Row]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    margins = {}
    for page, group in pages.items():
        lefts = sorted(row.line.left for row in group)
        rights = sorted(row.line.right for row in group)
        margins[page] = (lefts[len(lefts) // 4], rights[int(len(rights) * share)])
    return margins
