"""What each block of a part is taken for, and which level its number belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.acts.verb import opening_verb
from ingest.structure.block import Block
from ingest.structure.closing import is_closing, is_date
from ingest.structure.decimals import find_decimals
from ingest.structure.enacting import enacting_below
from ingest.structure.headings import Look, heading_rank, is_heading, may_head
from ingest.structure.labels import Label, Reading, read_label
from ingest.structure.numbering import Entry, place, root
from ingest.structure.quotes import closes_quote, quote_length

#: In which languages an annex is issued.
_LANGUAGES = re.compile(
    r"[\[(](?:original:\s*)?(?:(?:arabic|chinese|english|french|russian|spanish|and|y|et"
    r"|ingl[ée]s|espa[ñn]ol|franc[ée]s|anglais|fran[çc]ais|espagnol)[,\s]*)+"
    r"(?:only|[uú]nicamente|solamente|seulement)?[\])]",
    re.IGNORECASE,
)
_NO_DOT = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z])")
#: Text below the title of a chapter is not shorter.
_SENTENCE = 110
#: So many headings with nothing below them make an outline.
_OUTLINE = 3
#: So many numbered titles with text below each are chapters.
_CHAPTERS = 2


@dataclass(slots=True)
class Piece:
    """A block and what it was taken for."""

    block: Block
    role: str  # closing, remark, enacting, heading, entry, table, label, text
    label: Label | None = None
    stack: tuple[Reading, ...] = ()


def depth_of(piece: Piece) -> int:
    """How deep a number stands: 0 for a paragraph, 1 for a sub-paragraph, …"""
    stack = piece.stack[root(piece.stack) :]
    return len(stack) - (stack[0].style in ("1.", "1.1"))


def depth_below(pieces: Sequence[Piece], index: int) -> int | None:
    """How deep the paragraph stands beside or under which the next number is; None at the end."""
    numbered = (piece for piece in pieces[index + 1 :] if piece.role == "label")
    after = next(numbered, None)
    if after is None:
        return None
    announced = pieces[index].block.text.endswith(":") or after.stack[-1].ordinal == 1
    return depth_of(after) - announced


def make_pieces(blocks: Sequence[Block], look: Look, *, preamble: bool) -> list[Piece]:
    """The blocks of a part, each with what it is taken for and its place in the lists.

    Args:
        blocks: Of the part.
        look: Of the source.
        preamble: Whether it may begin with reasons.
    """
    pieces: list[Piece] = []
    titled: Reading | None = None
    quoted = 0
    decimals = find_decimals(blocks, look)
    enacting = enacting_below(blocks) if preamble else None
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if index == enacting:
            pieces.append(Piece(block, "enacting"))
            continue
        if quoted:
            pieces.append(Piece(block, "text"))
            quoted = 0 if closes_quote(block.text) else quoted - 1
            continue
        quoted = quote_length(blocks, index)
        if index in decimals and not quoted:
            label = decimals[index]
            pieces.append(Piece(block, "label" if label else "heading", label))
            continue
        piece = _piece(block, look, before, after, bool(quoted))
        item = _titled_item(block, before, titled) if piece.role == "heading" else None
        if item is not None:
            titled = item.readings[0]
            piece = Piece(block, "label", item)
        elif piece.label is not None and piece.label.value[0].isdigit():
            titled = None
        pieces.append(piece)
    _number(pieces, preamble=preamble)
    return pieces


def _titled_item(block: Block, before: Block | None, last: Reading | None) -> Label | None:
    """The letter of a list item that is a title in strong type, with a list of its own below.

    The first one is announced by a colon, others go on from one; elsewhere such a block is a
    heading.
    """
    label = _label_of(block)
    if label is None or block.role == "heading" or label.readings[0].style != "(a)":
        return None
    style, ordinal = label.readings[0]
    if last == (style, ordinal - 1):
        return label
    asked = before is not None and before.text.rstrip().endswith(":")
    return label if asked and ordinal == 1 else None


def open_outline(pieces: Sequence[Piece], look: Look) -> None:
    """Make paragraphs of the headings of an outline, which have no text below them."""
    ranks = [heading_rank(p.block, look) if p.role == "heading" else None for p in pieces]
    empty = [
        piece
        for piece, rank, after in zip(pieces, ranks, [*ranks, 0][1:], strict=True)
        if rank is not None and after is not None and after <= rank
    ]
    texts = sum(piece.role in ("label", "text", "table") for piece in pieces)
    if len(empty) >= _OUTLINE and len(empty) > texts:
        for piece in empty:
            piece.role = "entry"


def _piece(
    block: Block, look: Look, before: Block | None, after: Block | None, quoting: bool
) -> Piece:
    if block.role == "table":
        return Piece(block, "table")
    closing = before is not None and is_closing(before.text) and is_date(block.text)
    if is_closing(block.text) or closing or (after is None and is_date(block.text)):
        return Piece(block, "closing")
    if _LANGUAGES.fullmatch(block.text):
        return Piece(block, "remark")
    if not quoting and is_heading(block, look, before, after):
        return Piece(block, "heading")
    label = _label_of(block)
    return Piece(block, "label" if label else "text", label)


def _label_of(block: Block) -> Label | None:
    if block.number:
        label = read_label(block.number + " ")
        return None if label is None else replace(label, length=0)
    label = read_label(block.text)
    bare = _NO_DOT.match(block.text) if label is None and block.tabbed else None
    if bare is None or opening_verb(block.text[bare.end() :]) is None:
        return label
    # A number whose full stop was forgotten: the verb behind it tells.
    return Label(bare["number"], (Reading("1.", int(bare["number"])),), bare.end())


def _number(pieces: list[Piece], *, preamble: bool) -> None:
    """Place all numbers of the part together: the neighbours decide."""
    _head_chapters(pieces)
    entries: list[Entry] = []
    numbered: list[Piece] = []
    before: Piece | None = None
    fresh = False
    for index, piece in enumerate(pieces):
        if piece.role == "heading":
            fresh = True
        if piece.label is not None and piece.role == "label":
            asked = before is not None and before.block.text.rstrip().endswith((":", "–", "—"))
            operative = preamble and _may_be_first(piece)
            entries.append(Entry(piece.label, asked, fresh, _may_head(pieces, index), operative))
            numbered.append(piece)
            fresh = False
        before = piece
    for piece, stack in zip(numbered, place(entries), strict=True):
        piece.stack = stack
        if not stack:
            piece.role = "heading"


def _head_chapters(pieces: list[Piece]) -> None:
    """Make headings of numbered titles, where each has sentences without a number below it."""
    counted = [
        index
        for index, piece in enumerate(pieces)
        if piece.label is not None and piece.role == "label" and piece.label.value.isdigit()
    ]
    if len(counted) < _CHAPTERS:
        return
    for index in counted:
        below = pieces[index + 1] if index + 1 < len(pieces) else None
        if below is None or below.role != "text" or not _may_head(pieces, index):
            return
        if len(below.block.text) < _SENTENCE or not below.block.text.endswith("."):
            return
    for index in counted:
        pieces[index].role = "heading"


def _may_be_first(piece: Piece) -> bool:
    """Whether a numbered block may be the first operative paragraph: ``1.`` and a verb."""
    assert piece.label is not None
    verb = opening_verb(piece.block.text[piece.label.length :])
    return piece.label.value == "1" and verb is not None and verb.form != "participle"


def _may_head(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a numbered line may be a heading: short, without an end, text after it."""
    block = pieces[index].block
    words = block.text[pieces[index].label.length :] if pieces[index].label else block.text  # type: ignore[union-attr]
    below = pieces[index + 1 : index + 2]
    return may_head(words) and any(piece.role in ("label", "text") for piece in below)
