"""Rows to blocks: what the source has broken over lines and pages is made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.block import Block
from ingest.structure.labels import read_label
from ingest.structure.rows import Row

_OPEN_END = re.compile(r"[\w,’'”)\]–-]$")


def join_text(rows: Sequence[Row]) -> list[Block]:
    """Blocks of a source without positions: blank rows, numbers and roles part them."""
    blocks: list[Block] = []
    previous: Row | None = None
    for row in rows:
        if not row.text and not row.rich.marks:
            previous = None
            continue
        if previous is not None and blocks and _goes_on(previous, row):
            last = blocks[-1]
            blocks[-1] = Block(
                last.rich.join(row.rich, " "),
                last.page,
                last.left,
                last.size,
                last.role,
                last.level,
                last.number,
                last.cells,
                last.centred,
            )
        else:
            blocks.append(block_of(row))
        previous = row
    return blocks


def block_of(row: Row) -> Block:
    """The block that a row begins."""
    line = row.line
    return Block(
        row.rich, line.page, line.left, line.size, line.role, line.level, line.number, line.cells
    )


def _goes_on(previous: Row, row: Row) -> bool:
    if row.line.whole or previous.line.whole or row.line.role or previous.line.role:
        return False
    return read_label(row.text) is None
