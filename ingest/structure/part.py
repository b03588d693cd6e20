"""The paragraphs of one part of a document: a body, an annex, an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.acts.verb import opening_verb, uncapped
from ingest.model import Kind, Matter
from ingest.pinpoint import LEVELS, Pinpoint
from ingest.structure.block import Block
from ingest.structure.draft import Draft
from ingest.structure.enacting import acts_in_romance
from ingest.structure.headings import ENDED, Look, heading_label, heading_rank, is_bare_label
from ingest.structure.labels import Label
from ingest.structure.notes_table import LEAD
from ingest.structure.numbering import root
from ingest.structure.pieces import Piece, depth_below, depth_of, make_pieces, open_outline
from ingest.structure.rich import Call, Rich
from ingest.structure.words import Joiner

_BULLET = re.compile(r"[•●▪◦·–—*-]\s")
_QUOTE = re.compile(r"[“«„\"‘]\s?\(?[\w*]")
#: What a note below a table opens with: its key, or what it is.
_TABLE_NOTE = re.compile(rf"(?:[a-z]|[*†‡]{{1,3}})\s+[\"“(]?[A-Z\d]|{LEAD.pattern}")


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
        self.below_table = False
        self.pending: tuple[Call, ...] = part.calls
        self.below: int | None = None  # see ``depth_below``

    def grow(self) -> list[Draft]:
        """Take in all blocks."""
        pieces = make_pieces(self.part.blocks, self.look, preamble=self.part.preamble)
        if self.part.kind == "annex":
            open_outline(pieces, self.look)
        self.reasoned = any(piece.role == "enacting" for piece in pieces)
        for index, piece in enumerate(pieces):
            self.below = depth_below(pieces, index) if piece.role == "text" else None
            if piece.role != "table":
                self.table = None
            if piece.role != "text":
                self.below_table = piece.role == "table"
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

    def _closing(self, piece: Piece) -> None:
        self.matter.append(Matter("closing", piece.block.text, piece.block.page))

    def _remark(self, piece: Piece) -> None:
        self.matter.append(Matter("masthead", piece.block.text, piece.block.page))

    def _enacting(self, piece: Piece) -> None:
        self.matter.append(Matter("enacting", piece.block.text, piece.block.page))
        self.pending += piece.block.rich.marks
        self.preambular = self.reasoned = False
        self.fresh = True

    def _heading(self, piece: Piece) -> None:
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

    def _entry(self, piece: Piece) -> None:
        self._unnumbered(piece.block)

    def _table(self, piece: Piece) -> None:
        block = piece.block
        if self.table is None or block.anew:
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

    def _label(self, piece: Piece) -> None:
        block, label = piece.block, piece.label
        assert label is not None
        stack = piece.stack[root(piece.stack) :]
        if self.preambular and depth_of(piece) == len(stack) and self.preambles:
            return self._numbered(block, label, len(stack), "preambular")
        if self.reasoned:  # reasons with numbers, which go on below the enacting line
            return self._numbered(block, label, depth_of(piece), "preambular")
        self.preambular = False
        return self._numbered(block, label, depth_of(piece), self.part.kind)

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

    def _text(self, piece: Piece) -> None:
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
        romance = not self.reasoned and acts_in_romance(block.text)
        if form == "third" or romance or (form == "plural" and self.preambles):
            self.preambular = False
            self._unnumbered(block)
            return
        going_on = block.text[:1].islower() or _BULLET.match(block.text) is not None
        # A line break of the source in the middle of a sentence: ``2016–2017``.
        broken = block.text[:1].isdigit() and self.last and not ENDED.search(self.last.rich.text)
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
        if self.below_table and _TABLE_NOTE.match(block.text):
            return True
        if block.text[:1].islower() or _BULLET.match(block.text) or _QUOTE.match(block.text):
            return False
        if self.fresh:
            return True
        unnumbered = last.pinpoint.segments[-1].name == "unnumbered"
        return unnumbered and ENDED.search(last.rich.text) is not None

    def _owner(self, block: Block) -> Draft:
        """Which open paragraph words without a number go on with."""
        last = self.last
        assert last is not None
        text = last.rich.text
        bullet = _BULLET.match(block.text) is not None
        if last.parent is None or bullet or not ENDED.search(text) or text.endswith(":"):
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
