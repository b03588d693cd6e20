"""Decimal numbers of guidelines and rules: ``1.1``, ``2.1.3``.

Such a number looks like an amount; it counts only in a run, where each goes on from one
above it. What it stands before is a paragraph, or a heading where text follows a few words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.block import Block
from ingest.structure.headings import Look, is_heading, may_head
from ingest.structure.labels import DECIMAL, Label, Reading, read_label

_DECIMAL = re.compile(rf"(?P<value>{DECIMAL})\.?\s+(?=[^\W\d_a-zß-ÿ]|[“«\"\[(])")
#: So many numbers that go on from each other make a run.
_RUN = 2


def find_decimals(blocks: Sequence[Block], look: Look) -> dict[int, Label | None]:
    """The blocks of a part with a decimal number, by index; None for one that is a heading.

    A heading with a plain number (``2. Oil``) right above a decimal of its own is among them.
    """
    labels = _run({i: label for i, b in enumerate(blocks) if (label := _label(b)) is not None})
    found: dict[int, Label | None] = {}
    for index, label in labels.items():
        found[index] = None if _heads(blocks, index, labels, look) else label
        above = read_label(blocks[index - 1].opening) if index else None
        if above is not None and above.value == label.value.partition(".")[0]:
            words = blocks[index - 1].opening[above.length :]
            if label.value.endswith(".1") and may_head(words):
                found[index - 1] = None
    return found


def _label(block: Block) -> Label | None:
    if block.role == "table":
        return None
    match = _DECIMAL.match(block.opening)
    if match is None:
        return None
    value = match["value"]
    length = 0 if block.number else match.end()
    return Label(value, (Reading("1.1", int(value.rpartition(".")[2])),), length)


def _run(labels: dict[int, Label]) -> dict[int, Label]:
    """Those that begin a count, or go on from one above them; none where they are too few."""
    seen: set[tuple[int, ...]] = set()
    kept: dict[int, Label] = {}
    follow = 0
    for index, label in labels.items():
        steps = tuple(map(int, label.value.split(".")))
        *above, last = steps
        if last != 1 and (*above, last - 1) not in seen:
            continue
        follow += last != 1 or tuple(above) in seen or (above[0] - 1,) in {s[:1] for s in seen}
        seen.add(steps)
        kept[index] = label
    return kept if len(kept) >= _RUN and follow else {}


def _heads(blocks: Sequence[Block], index: int, labels: dict[int, Label], look: Look) -> bool:
    block, label = blocks[index], labels[index]
    if index + 1 == len(blocks):
        return False
    if is_heading(block, look, None, blocks[index + 1]):
        return True
    below = labels.get(index + 1)
    if below is None:
        after = read_label(blocks[index + 1].opening)
        counted = after is None or after.value[0].isdigit()
        return counted and may_head(block.text[label.length :])
    return below.value.startswith(label.value + ".") and may_head(block.text[label.length :])
