"""The paragraphs of one part of a document: a body, an annex, an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.acts.verb import opening_verb, uncapped
from ingest.model import Kind, Matter
from ingest.pinpoint import LEVELS, Pinpoint
from ingest.structure.block import Block
from ingest.structure.closing import is_closing, is_date
from ingest.structure.decimals import find_decimals
from ingest.structure.draft import Draft
from ingest.structure.enacting import enacting_below
from ingest.structure.headings import Look, heading_label, heading_rank, is_bare_label, is_heading
from ingest.structure.labels import Label, Reading, read_label
from ingest.structure.numbering import Entry, place, root
from ingest.structure.quotes import closes_quote, quote_length
from ingest.structure.rich import Call, Rich
from ingest.structure.words import Joiner

_BULLET = re.compile(r"[•●▪◦·–—*-]\s")
#: In which languages an annex is issued.
_LANGUAGES = re.compile(
    r"[\[(](?:original:\s*)?(?:(?:arabic|chinese|english|french|russian|spanish|and|y|et"
    r"|ingl[ée]s|espa[ñn]ol|franc[ée]s|anglais|fran[çc]ais|espagnol)[,\s]*)+"
    r"(?:only|[uú]nicamente|solamente|seulement)?[\])]",
    re.IGNORECASE,
)
_NO_DOT = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z])")
_QUOTE = re.compile(r"[“«„\"‘]\s?\(?[\w*]")
_NUMBERED_HEADING = 110
#: So many headings with nothing below them make an outline.
_OUTLINE = 3
#: So many numbered titles with text below each are chapters.
_CHAPTERS = 2
_ENDED = re.compile(r"[.;:!?,][”\"’)\]]*$|[;,]\s(?:and|or|y|o|et|ou)$")


@dataclass(slots=True)
class Part:
    """The blocks of a part.

    Attributes:
        pinpoint: Of the part; empty for the body.
        kind: Of its paragraphs.
        blocks: Without the head that names the part.
        headings: Titles above its first block.
        preamble: Whether unnumbered paragraphs at its beginning are preambular.
        calls: Footnote marks of its headings.
    """

    pinpoint: Pinpoint
    kind: Kind
    blocks: list[Block] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    preamble: bool = False
    calls: tuple[Call, ...] = ()


@dataclass(slots=True)
class _Piece:
    """A block and what it was taken for."""

    block: Block
    role: str  # closing, remark, enacting, heading, entry, table, label, text
    label: Label | None = None
    stack: tuple[Reading, ...] = ()


class Grower:
    """Makes the drafts of one part, in reading order."""

    def __init__(self, part: Part, look: Look, joiner: Joiner) -> None:
        self.part = part
        self.look = look
        self.joiner = joiner
        self.drafts: list[Draft] = []
        self.matter: list[Matter] = []
        self.titles: list[tuple[float, str]] = [(0, title) for title in part.headings]
        self.preambular = part.preamble
        self.reasoned = False
        self.preambles = 0
        self.unnumbered = 0
        self.tables = 0
        self.last: Draft | None = None
        self.fresh = True
        self.table: tuple[Pinpoint, str] | None = None
        self.row = 0
        self.pending: tuple[Call, ...] = part.calls
        self.below: int | None = None  # see ``_depth_below``

    def grow(self) -> list[Draft]:
        """Take in all blocks."""
        pieces = _pieces(self.part.blocks, self.look, preamble=self.part.preamble)
        if self.part.kind == "annex":
            _open_outline(pieces, self.look)
        self.reasoned = any(piece.role == "enacting" for piece in pieces)
        for index, piece in enumerate(pieces):
            self.below = _depth_below(pieces, index) if piece.role == "text" else None
            if piece.role != "table":
                self.table = None
            getattr(self, f"_{piece.role}")(piece)
        self._drop_empty()
        if self.drafts and self.pending:
            last = self.drafts[-1].rich
            calls = tuple(call.at(len(last.text)) for call in self.pending)
            self.drafts[-1].rich = replace(last, marks=last.marks + calls)
        return self.drafts

    def _drop_empty(self) -> None:
        """A number that is followed by nothing is no paragraph."""
        for draft in [d for d in self.drafts if not d.rich.text and not d.children]:
            self.drafts.remove(draft)
            if draft.parent is not None:
                draft.parent.children.remove(draft)
            self.matter.append(Matter("heading", draft.pinpoint.number, draft.page))

    # What each block does.

    def _closing(self, piece: _Piece) -> None:
        self.matter.append(Matter("closing", piece.block.text, piece.block.page))

    def _remark(self, piece: _Piece) -> None:
        self.matter.append(Matter("masthead", piece.block.text, piece.block.page))

    def _enacting(self, piece: _Piece) -> None:
        self.matter.append(Matter("enacting", piece.block.text, piece.block.page))
        self.pending += piece.block.rich.marks
        self.preambular = self.reasoned = False
        self.fresh = True

    def _heading(self, piece: _Piece) -> None:
        block = piece.block
        rank: float = heading_rank(block, self.look)
        above_rank, above = self.titles[-1] if self.titles else (0, "")
        if self.fresh and is_bare_label(above) and not is_bare_label(block.opening):
            rank = max(rank, above_rank + 0.5)  # ``II`` and below it its title
        while self.titles and self.titles[-1][0] >= rank:
            self.titles.pop()
        self.titles.append((rank, block.opening))
        self.matter.append(Matter("heading", block.opening, block.page))
        self.pending += block.rich.marks
        self.fresh = True

    def _entry(self, piece: _Piece) -> None:
        self._unnumbered(piece.block)

    def _table(self, piece: _Piece) -> None:
        block = piece.block
        if self.table is None:
            self.tables += 1
            self.row = 0
            pinpoint = self.part.pinpoint / ("table", str(self.tables))
            self.table = (pinpoint, " | ".join(cell for cell in block.cells if cell))
        pinpoint, header = self.table
        self.row += 1
        heading = self._path()
        if self.row > 1 and header:
            heading = f"{heading} > {header}" if heading else header
        row = pinpoint / ("row", str(self.row))
        self.drafts.append(
            Draft(
                row,
                "table",
                self._marked(block.rich),
                block.page,
                heading=heading,
                line=block.line,
            )
        )

    def _label(self, piece: _Piece) -> None:
        block, label = piece.block, piece.label
        assert label is not None
        stack = piece.stack[root(piece.stack) :]
        if self.preambular and _depth(piece) == len(stack) and self.preambles:
            return self._numbered(block, label, len(stack), "preambular")
        if self.reasoned:  # reasons with numbers, which go on below the enacting line
            return self._numbered(block, label, _depth(piece), "preambular")
        self.preambular = False
        return self._numbered(block, label, _depth(piece), self.part.kind)

    def _numbered(self, block: Block, label: Label, depth: int, kind: Kind) -> None:
        depth = min(depth, len(LEVELS) - 1)
        parent = self._above(depth)
        base = self.part.pinpoint if parent is None else parent.pinpoint
        draft = Draft(
            base / (LEVELS[depth], label.value),
            kind,
            Rich(label.opens).join(block.without(label.length).rich, ""),
            block.page,
            depth,
            block.left,
            parent,
            self._path(),
            self._sections(),
            line=block.line,
        )
        if parent is not None:
            parent.children.append(draft)
        self._append(draft)

    def _text(self, piece: _Piece) -> None:
        block = piece.block
        if self.preambular:
            self._preambular(block)
        elif self.last is not None and not self._begins(block):
            self._owner(block).add(block.rich, self.joiner)
        else:
            self._unnumbered(block)

    def _preambular(self, block: Block) -> None:
        verb = opening_verb(uncapped(block.text))
        form = verb.form if verb is not None and not self.reasoned else None
        if form == "third" or (form == "plural" and self.preambles):
            self.preambular = False
            self._unnumbered(block)
            return
        going_on = block.text[:1].islower() or _BULLET.match(block.text) is not None
        # A line break of the source in the middle of a sentence: ``2016–2017``.
        broken = block.text[:1].isdigit() and self.last and not _ENDED.search(self.last.rich.text)
        if (going_on or broken) and self.last is not None:
            self._owner(block).add(block.rich, self.joiner)
            return
        self.preambles += 1
        pinpoint = self.part.pinpoint / ("preamble", "") / ("para", str(self.preambles))
        self._append(
            Draft(
                pinpoint,
                "preambular",
                block.rich,
                block.page,
                left=block.left,
                heading=self._path(),
                line=block.line,
            )
        )

    def _unnumbered(self, block: Block) -> None:
        self.unnumbered += 1
        self._append(
            Draft(
                self.part.pinpoint / ("unnumbered", str(self.unnumbered)),
                self.part.kind,
                block.rich,
                block.page,
                left=block.left,
                heading=self._path(),
                section=self._sections(),
                line=block.line,
            )
        )

    # Where it belongs.

    def _marked(self, rich: Rich) -> Rich:
        """The marks of the headings above a paragraph count as its own, before its first word."""
        calls = tuple(call.at(0) for call in self.pending)
        self.pending = ()
        return replace(rich, marks=calls + rich.marks) if calls else rich

    def _append(self, draft: Draft) -> None:
        draft.rich = self._marked(draft.rich)
        self.drafts.append(draft)
        self.last = draft
        self.fresh = False

    def _begins(self, block: Block) -> bool:
        """Whether words without a number are a paragraph of their own."""
        last = self.last
        assert last is not None
        if block.text[:1].islower() or _BULLET.match(block.text) or _QUOTE.match(block.text):
            return False
        if self.fresh:
            return True
        unnumbered = last.pinpoint.segments[-1].name == "unnumbered"
        return unnumbered and _ENDED.search(last.rich.text) is not None

    def _owner(self, block: Block) -> Draft:
        """Which open paragraph words without a number go on with."""
        last = self.last
        assert last is not None
        text = last.rich.text
        bullet = _BULLET.match(block.text) is not None
        if last.parent is None or bullet or not _ENDED.search(text) or text.endswith(":"):
            return last
        if _QUOTE.match(block.text):
            return last
        chain = [last]
        while chain[-1].parent is not None:
            chain.append(chain[-1].parent)
        if block.left > last.left + 4:
            return last
        if self.below is not None and self.below > 0:
            # The lists that end here are those below the paragraph that the next number shows.
            return next((draft for draft in chain if draft.depth <= self.below), last)
        if block.left:
            for draft in chain[1:]:
                if abs(draft.left - block.left) < 4:
                    return draft
        if self.below is not None and self.below <= 0:
            return chain[-1]
        return chain[1] if block.text[:1].islower() else chain[-1]

    def _above(self, depth: int) -> Draft | None:
        """The paragraph whose list a number of this depth belongs to."""
        if depth == 0 or self.last is None:
            return None
        draft: Draft | None = self.last
        while draft is not None and draft.depth >= depth:
            draft = draft.parent
        return draft

    def _path(self) -> str | None:
        return " > ".join(title for _, title in self.titles) or None

    def _sections(self) -> tuple[str, ...]:
        labels = (heading_label(title) for rank, title in self.titles if rank)
        return tuple(label for label in labels if label)


def _depth(piece: _Piece) -> int:
    """How deep a number stands: 0 for a paragraph, 1 for a sub-paragraph, …"""
    stack = piece.stack[root(piece.stack) :]
    return len(stack) - (stack[0].style in ("1.", "1.1"))


def _depth_below(pieces: Sequence[_Piece], index: int) -> int | None:
    """How deep the paragraph stands beside or under which the next number is; None at the end."""
    numbered = (piece for piece in pieces[index + 1 :] if piece.role == "label")
    after = next(numbered, None)
    if after is None:
        return None
    announced = pieces[index].block.text.endswith(":") or after.stack[-1].ordinal == 1
    return _depth(after) - announced


def _pieces(blocks: Sequence[Block], look: Look, *, preamble: bool) -> list[_Piece]:
    pieces: list[_Piece] = []
    titled: Reading | None = None
    quoted = 0
    decimals = find_decimals(blocks, look)
    enacting = enacting_below(blocks) if preamble else None
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if index == enacting:
            pieces.append(_Piece(block, "enacting"))
            continue
        if quoted:
            pieces.append(_Piece(block, "text"))
            quoted = 0 if closes_quote(block.text) else quoted - 1
            continue
        quoted = quote_length(blocks, index)
        if index in decimals and not quoted:
            label = decimals[index]
            pieces.append(_Piece(block, "label" if label else "heading", label))
            continue
        piece = _piece(block, look, before, after, bool(quoted))
        item = _titled_item(block, before, titled) if piece.role == "heading" else None
        if item is not None:
            titled = item.readings[0]
            piece = _Piece(block, "label", item)
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


def _open_outline(pieces: Sequence[_Piece], look: Look) -> None:
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
) -> _Piece:
    if block.role == "table":
        return _Piece(block, "table")
    closing = before is not None and is_closing(before.text) and is_date(block.text)
    if is_closing(block.text) or closing or (after is None and is_date(block.text)):
        return _Piece(block, "closing")
    if _LANGUAGES.fullmatch(block.text):
        return _Piece(block, "remark")
    if not quoting and is_heading(block, look, before, after):
        return _Piece(block, "heading")
    label = _label_of(block)
    return _Piece(block, "label" if label else "text", label)


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


def _number(pieces: list[_Piece], *, preamble: bool) -> None:
    """Place all numbers of the part together: the neighbours decide."""
    _head_chapters(pieces)
    entries: list[Entry] = []
    numbered: list[_Piece] = []
    before: _Piece | None = None
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


def _head_chapters(pieces: list[_Piece]) -> None:
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
        if len(below.block.text) < _NUMBERED_HEADING or not below.block.text.endswith("."):
            return
    for index in counted:
        pieces[index].role = "heading"


def _may_be_first(piece: _Piece) -> bool:
    """Whether a numbered block may be the first operative paragraph: ``1.`` and a verb."""
    assert piece.label is not None
    verb = opening_verb(piece.block.text[piece.label.length :])
    return piece.label.value == "1" and verb is not None and verb.form != "participle"


def _may_head(pieces: Sequence[_Piece], index: int) -> bool:
    """Whether a numbered line may be a heading: short, without an end, text after it."""
    block = pieces[index].block
    words = block.text[pieces[index].label.length :] if pieces[index].label else block.text  # type: ignore[union-attr]
    return (
        0 < len(words) <= _NUMBERED_HEADING
        and words[:1].isupper()
        and _ENDED.search(words) is None
        and opening_verb(words) is None
        and index + 1 < len(pieces)
        and pieces[index + 1].role in ("label", "text")
    )
