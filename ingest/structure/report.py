"""Documents that are no decisions: session reports, notes by the secretariat, INF documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Matter
from ingest.pinpoint import Pinpoint
from ingest.structure.block import Block
from ingest.structure.enacting import is_enacting
from ingest.structure.headings import Look, is_heading, read_part_head
from ingest.structure.labels import read_label
from ingest.structure.part import Part
from ingest.structure.rich import Rich
from ingest.structure.slices import Layout, cut_parts, take_enacting
from ingest.symbols import find_symbols

#: A masthead takes at most so many blocks.
_MASTHEAD = 40
#: A draft decision shows its enacting line within so many blocks below the masthead.
_SOON = 8
_OFFICE = re.compile(
    r"distr\b|distr\.|original\s*:|^general$|^limited$|united\s+nations$|naciones unidas$"
    r"|nations unies$|^\W*item \d|^agenda item|provisional agenda|^(?:first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|\w+teenth|\w+tieth|\w+-\w+) (?:session|meeting)$"
    r"|^addendum$"
    r"|^corrigendum$|^annex(?:es)?$|^(?:english|spanish|french|arabic|chinese|russian) only$"
    r"|^[^.;]{0,60}\b(?:19|20)\d\d$",
    re.IGNORECASE,
)

#: Who has written it: the line under the title, the last of a masthead.
_AUTHOR = re.compile(
    r"(?:(?:note|report|memorandum) (?:by|of|from) the (?:executive )?(?:secretar|director"
    r"|president|chair|co-chair|bureau|secretary-general)[^.;:]{0,60}"
    r"|(?:note|rapport) d(?:u|e la) (?:secr[ée]tari|directeur|directrice|pr[ée]sident)[^.;:]{0,60}"
    r"|(?:nota|informe) del? (?:la )?(?:secretar|director|presiden)[^.;:]{0,60})",
    re.IGNORECASE,
)

_TITLE = re.compile(
    r"(?:report|note|study|guid|summary|compil|synthesis|proposal|draft(?!\s+(?:decis|resol|conc)))",
    re.IGNORECASE,
)


def lay_out_report(blocks: Sequence[Block], look: Look) -> Layout:
    """Title, body and annexes of a report."""
    start = _masthead_end(blocks, look)
    drafted = _drafted(blocks, start, look)
    start = start if drafted is None else drafted
    title, used = _draft_title(blocks[:start], look) if drafted else _title(blocks[:start], look)
    matter: list[Matter] = []
    for index, block in enumerate(blocks[:start]):
        if index not in used:
            matter.append(Matter("masthead", block.text, block.page))
            marks = tuple(mark.at(len(title.text)) for mark in block.rich.marks)
            title = replace(title, marks=title.marks + marks)
    body, rest = Part(Pinpoint(), "report"), list(blocks[start:])
    if drafted is not None:
        body = Part(Pinpoint(), "operative", preamble=True)
        rest = take_enacting(body, rest, matter)
    parts = cut_parts(rest, body, look, matter)
    return Layout(title, parts, matter)


def _drafted(blocks: Sequence[Block], start: int, look: Look) -> int | None:
    """Index of the enacting line of a document that is one draft decision and nothing else."""
    heads = [read_part_head(block, look) for block in blocks]
    if sum(head is not None and head.name == "attachment" for head in heads) > 1:
        return None
    for index, block in enumerate(blocks[: start + _SOON]):
        if index and is_enacting(block) and block.text.endswith(","):
            return index
        if index >= start and read_label(block.opening) is not None:
            return None
    return None


def _draft_title(blocks: Sequence[Block], look: Look) -> tuple[Rich, set[int]]:
    """The head of the draft (``Draft decision BC-99/[ ]: …``), or else the masthead's title."""
    for index, block in enumerate(blocks):
        head = read_part_head(block, look)
        if head is not None and head.name == "attachment":
            return block.rich, {index}
    return _title(blocks, look)


def _masthead_end(blocks: Sequence[Block], look: Look) -> int:
    """Index of the first block of the text: after the last line that only a masthead has."""
    last = -1
    for index, block in enumerate(blocks[:_MASTHEAD]):
        text = block.text
        if len(text) > 400 or (
            read_label(text) is not None and text[:2].isdigit() is False and look.size == 0
        ):
            break
        label = read_label(block.opening)
        if label is not None and label.value == "1" and (block.number or len(text) > 60):
            break
        if _AUTHOR.fullmatch(text):
            return index + 1
        if _OFFICE.search(text) or (find_symbols(text) and len(text) < 80):
            last = index
    stop = last + 1
    # The title and who has written it come next.
    while 0 < stop < min(len(blocks), _MASTHEAD) and _is_front(blocks, stop, look):
        stop += 1
    if last < 0:
        while stop < len(blocks) - 1 and stop < 6 and _is_front(blocks, stop, look):
            stop += 1
    return stop


def _is_front(blocks: Sequence[Block], index: int, look: Look) -> bool:
    block = blocks[index]
    if read_label(block.opening) is not None or read_part_head(block, look):
        return False
    if block.role == "table":
        return False
    if re.match(r"(?:[IVXL]+|[A-Z])\.\s", block.opening):
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return is_heading(block, look, None, after)


def _title(blocks: Sequence[Block], look: Look) -> tuple[Rich, set[int]]:
    """The heading in the largest type of the masthead, below its last official line."""
    official = [_OFFICE.search(b.text) is not None or bool(find_symbols(b.text)) for b in blocks]
    last = max((index for index, is_so in enumerate(official) if is_so), default=-1)
    written = next((i for i, b in enumerate(blocks) if _AUTHOR.fullmatch(b.text)), None)
    choice = [
        (*_weight(block, look), index > last, index + 1 == written, *_worded(block, look), -index)
        for index, block in enumerate(blocks)
        if not official[index] and index != written and len(block.text) > 8
    ]
    if not choice:
        return Rich(""), set()
    index = -max(choice)[-1]
    return blocks[index].rich, {index}


def _weight(block: Block, look: Look) -> tuple[float, bool]:
    """The largest type wins, or what the source calls a heading."""
    return (block.size if look.size else 0.0), block.role == "heading"


def _worded(block: Block, look: Look) -> tuple[bool, int]:
    """Without any type the first that is worded as a title; the longest."""
    worded = _TITLE.match(block.text) is not None
    return worded, 0 if worded and not look.size else len(block.text)
