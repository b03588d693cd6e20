"""Quoted provisions that run over several blocks: their numbers are text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.block import Block

_OPEN, _CLOSE = re.compile(r"[“„«]"), re.compile(r"[”»]")
_OPEN_AT_END = re.compile(r":\s*[“„«][^”»]*$")
_STRAIGHT_OPEN = re.compile(r"(?:^|:\s*)\"(?=[^\s\"])[^\"]*$")


def closes_quote(text: str) -> bool:
    """Whether typographic quotes close in a text."""
    return _CLOSE.search(text) is not None


def quote_length(blocks: Sequence[Block], index: int) -> int:
    """How many of the next blocks a quotation runs over that this block opens; 0 for none."""
    text = blocks[index].text
    if _STRAIGHT_OPEN.search(text):
        return _straight_length(blocks, index)
    if not (_OPEN.match(text) or _OPEN_AT_END.search(text)) or _CLOSE.search(text):
        return 0
    for ahead, block in enumerate(blocks[index + 1 : index + 60], start=1):
        if _OPEN.match(block.text):
            return 0
        if _CLOSE.search(block.text) and not _OPEN.search(block.text):
            return ahead
    return 0


def _straight_length(blocks: Sequence[Block], index: int) -> int:
    """The same for typewriter quotes, which open and close alike: they come in pairs."""
    if not blocks[index].text.count('"') % 2:
        return 0
    for ahead, block in enumerate(blocks[index + 1 : index + 60], start=1):
        if block.text.count('"') % 2:
            return 0 if _STRAIGHT_OPEN.search(block.text) else ahead
    return 0
