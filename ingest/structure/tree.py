"""Blocks of one document to its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Kind, Matter, Paragraph
from ingest.pinpoint import LEVELS, Pinpoint
from ingest.structure.block import Block
from ingest.structure.labels import Label, Reading, read_label
from ingest.structure.numbering import Entry, place
from ingest.structure.rich import Rich


@dataclass(slots=True)
class Draft:
    """A paragraph while its words are gathered."""

    pinpoint: Pinpoint
    kind: Kind
    rich: Rich
    page: int | None
    parent: Pinpoint | None = None
    heading: str | None = None
    tail: int | None = None

    def add(self, rich: Rich, *, after_list: bool) -> None:
        """Words that go on after a break or after the list of sub-paragraphs."""
        if after_list and self.tail is None:
            self.tail = len(self.rich.text) + 1
        self.rich = self.rich.join(rich, " ")

    def paragraph(self, document: str) -> Paragraph:
        """The finished paragraph."""
        return Paragraph(
            document,
            self.pinpoint,
            self.kind,
            self.rich.text,
            tail=self.tail,
            parent=None
            if self.parent is None
            else replace(_EMPTY, document=document, pinpoint=self.parent).id,
            heading=self.heading,
            page=self.page,
            marks=self.rich.marks,
        )


_EMPTY = Paragraph("", Pinpoint(), "operative", "")


@dataclass(slots=True)
class Part:
    """The blocks of a body or an annex, and where it hangs."""

    pinpoint: Pinpoint
    kind: Kind
    blocks: list[Block] = field(default_factory=list)


def grow(part: Part, matter: list[Matter]) -> list[Draft]:
    """The paragraphs of a part; its headings go into ``matter``."""
    labels = [_label(block) for block in part.blocks]
    entries: list[Entry] = []
    for index, label in enumerate(labels):
        if label is not None:
            before = part.blocks[index - 1].text if index else ""
            entries.append(Entry(label, asked=before.endswith(":")))
    stacks = iter(place(entries))
    drafts: list[Draft] = []
    preambular = 0
    for block, label in zip(part.blocks, labels, strict=True):
        if label is not None:
            stack = next(stacks)
            drafts.append(_numbered(part, block, label, stack, drafts))
        elif block.role == "heading":
            matter.append(Matter("heading", block.text, block.page))
        elif drafts and drafts[-1].kind != "preambular":
            _follow(drafts, block)
        else:
            preambular += 1
            pinpoint = part.pinpoint / ("preamble", "") / ("para", str(preambular))
            drafts.append(Draft(pinpoint, "preambular", block.rich, block.page))
    return drafts


def _label(block: Block) -> Label | None:
    if block.number:
        label = read_label(block.number + " ")
        return None if label is None else replace(label, length=0)
    return read_label(block.text)


def _numbered(
    part: Part, block: Block, label: Label, stack: tuple[Reading, ...], drafts: list[Draft]
) -> Draft:
    depth = len(stack) - 1 + (0 if stack[0].style == "1." else 1)
    names = LEVELS[min(depth, len(LEVELS) - 1)]
    parent = _parent(drafts, depth) if depth else None
    base = parent.pinpoint if parent is not None else part.pinpoint
    return Draft(
        base / (names, label.value),
        part.kind,
        block.without(label.length).rich,
        block.page,
        None if parent is None else parent.pinpoint,
    )


def _parent(drafts: Sequence[Draft], depth: int) -> Draft | None:
    for draft in reversed(drafts):
        name = draft.pinpoint.segments[-1].name
        if draft.kind != "preambular" and name in LEVELS and LEVELS.index(name) < depth:
            return draft
    return None


def _follow(drafts: list[Draft], block: Block) -> None:
    """Words without a number after a paragraph: they go on with it, or with its chapeau."""
    last = drafts[-1]
    owner = last
    if last.parent is not None and block.left <= _left_of(last):
        owner = next(draft for draft in drafts if draft.pinpoint == last.parent)
    owner.add(block.rich, after_list=owner is not last)


def _left_of(draft: Draft) -> float:
    return 0.0
