"""The blocks of a file to its documents, and a document's to its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.acts.verb import opening_verb
from ingest.model import Matter
from ingest.pinpoint import Pinpoint
from ingest.roman import from_roman
from ingest.structure.block import Block
from ingest.structure.closing import is_closing
from ingest.structure.enacting import decides, is_enacting, opens_preamble
from ingest.structure.headings import (
    Look,
    PartHead,
    heading_label,
    is_heading,
    read_part_head,
    stands_alone,
)
from ingest.structure.heads import Head, is_bare_head, read_head
from ingest.structure.labels import Label, read_label
from ingest.structure.part import Part
from ingest.structure.rich import Rich

#: A decision shows itself as one within so many blocks of its head.
_SOON = 14
_OF_DECISION = re.compile(r"\b(?:to|of|al?|de la|à la)\s+(?:the\s+)?(?:present\s+)?d[ée]cisi", re.I)
#: A title of an annex of which nothing else is left is not longer.
_TITLE_LONGEST = 200
#: When and where it was adopted, under the title.
_ADOPTED = re.compile(
    r"[(\[]?(?:adopted|approved|adopt[ée]e?|aprobad[ao])\s+(?:by|at|on|par|à|le|por|en|el)\b.{0,250}",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r"[IVXL]{1,5}\.?\s+[^a-z]{6,}$")


@dataclass(slots=True)
class Slice:
    """The blocks of one document.

    Attributes:
        head: Of a decision; None of a report.
        blocks: The head's own block first, where there is one.
    """

    head: Head | None
    blocks: list[Block]


@dataclass(slots=True)
class Layout:
    """A document's parts.

    Attributes:
        title: As printed.
        parts: Body first, then annexes, in order.
        matter: Enacting line and the headings that name parts.
    """

    title: Rich
    parts: list[Part]
    matter: list[Matter] = field(default_factory=list)


def slice_documents(blocks: Sequence[Block], look: Look, contents: str = "") -> list[Slice]:
    """Cut where a decision begins; what stands before the first is a slice without head.

    Args:
        blocks: Of the file.
        look: Of most of the text.
        contents: Words of the contents list; its numbered headings end a decision.
    """
    listed = _letters(contents)
    heads = {}
    for index, block in enumerate(blocks):
        head = read_head(block, stands_out=_stands_out(block, look))
        if head is not None and (_is_decision(blocks, index, look) or _is_titled(block, look)):
            heads[index] = head
    starts = sorted(heads)
    slices = []
    if not starts or starts[0] > 0:
        slices.append(Slice(None, list(blocks[: starts[0]] if starts else blocks)))
    annex = _open_annex(blocks[: starts[0]], look) if starts else 0
    for start, stop in zip(starts, [*starts[1:], len(blocks)][: len(starts)], strict=True):
        end = min(
            _own_end(blocks, start, stop, look, listed),
            _next_annex(blocks, start, stop, look, annex),
        )
        slices.append(Slice(heads[start], list(blocks[start:end])))
        if end < stop:
            slices.append(Slice(None, list(blocks[end:stop])))
    return _one_report(slices)


def _open_annex(blocks: Sequence[Block], look: Look) -> int:
    """The number of the report's annex in which its decisions stand; 0 where they do not."""
    heads = (read_part_head(block, look) for block in reversed(blocks))
    head = next((head for head in heads if head is not None), None)
    return (from_roman(head.value.lower()) or 0) if head and head.name == "annex" else 0


def _next_annex(blocks: Sequence[Block], start: int, stop: int, look: Look, annex: int) -> int:
    """Where the report's next annex begins, which is none of the decision before it.

    A decision's own second annex comes after its own first; and where its own say that they
    are annexes to it, one that does not is none.
    """
    if not annex:
        return stop
    own: set[str] = set()
    all_named = True
    for index in range(start + 1, stop):
        head = read_part_head(blocks[index], look)
        if head is None or head.name != "annex":
            continue
        named = _OF_DECISION.search(blocks[index].text) is not None
        apart = "I" not in own or all_named
        if not named and apart and from_roman(head.value.lower()) == annex + 1:
            return index
        own.add(head.value)
        all_named = all_named and named
    return stop


def _own_end(blocks: Sequence[Block], start: int, stop: int, look: Look, listed: str) -> int:
    """Where a decision ends: before a numbered heading that is the publication's own.

    That is one which its contents list names, or one behind the decision's closing line.
    """
    closed = annexed = False
    for index in range(start + 1, stop):
        block = blocks[index]
        annexed = annexed or read_part_head(block, look) is not None
        closed = closed or is_closing(block.text)
        if not _SECTION.match(block.text) or not is_heading(block, look, None, None):
            continue
        if (closed and not annexed) or (listed and _letters(block.text)[:40] in listed):
            return index
    return stop


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _one_report(slices: list[Slice]) -> list[Slice]:
    """What belongs to no decision is one document, the publication itself."""
    loose = [one for one in slices if one.head is None]
    for one in loose[1:]:
        loose[0].blocks += one.blocks
        slices.remove(one)
    return slices


def _is_titled(block: Block, look: Look) -> bool:
    """A heading that is a decision's name: it counts even where the text stands elsewhere."""
    heading = block.role == "heading" or (look.styled and stands_alone(block, look))
    return heading and block.text[:1].isalpha() and is_bare_head(block.text)


def _stands_out(block: Block, look: Look) -> bool:
    return block.role == "heading" or block.rich.all_bold or block.centred or not look.styled


def _is_decision(blocks: Sequence[Block], index: int, look: Look) -> bool:
    """Whether what follows reads like a decision: an enacting line, participles, verbs."""
    for block in blocks[index + 1 : index + 1 + _SOON]:
        if read_head(block, stands_out=_stands_out(block, look)):
            return False
        if is_enacting(block):
            return True
        label, words = _numbered(block)
        if opening_verb(words) is not None:
            return True
        if label is not None and label.value == "1":
            return True
    return False


def _numbered(block: Block) -> tuple[Label | None, str]:
    """The number of a block, and its words without it."""
    label = read_label(block.opening)
    return label, block.text[label.length :] if label and not block.number else block.text


def lay_out_decision(part: Slice, look: Look) -> Layout:
    """Title, enacting line, body and annexes of a decision."""
    head = part.head
    assert head is not None
    matter: list[Matter] = []
    title, rest = _title(part.blocks, head, look, matter)
    body = Part(Pinpoint(), "operative", preamble=True)
    parts = cut_parts(take_enacting(body, rest, matter), body, look, matter)
    return Layout(title, parts, matter)


def take_enacting(part: Part, blocks: Sequence[Block], matter: list[Matter]) -> list[Block]:
    """The blocks without the enacting lines that open a part, which say whether reasons follow."""
    count = 0
    while count < len(blocks) and is_enacting(blocks[count]):
        block = blocks[count]
        matter.append(Matter("enacting", block.text, block.page))
        part.calls += block.rich.marks
        part.preamble = not decides(block.text)
        count += 1
    return list(blocks[count:])


def _title(
    blocks: Sequence[Block], head: Head, look: Look, matter: list[Matter]
) -> tuple[Rich, list[Block]]:
    first = blocks[0].without(head.title).rich
    of_code = tuple(mark.at(0) for mark in blocks[0].rich.marks if mark.offset <= head.title)
    first = replace(first, marks=of_code + first.marks)
    enacting = next(_body_starts(blocks[: _SOON + 1]), None)
    stop = 1
    if enacting is not None:
        stop = enacting
    else:
        while stop < len(blocks) and _is_title(blocks, stop, look, empty=not first.text):
            stop += 1
    title = first
    for block in blocks[1:stop]:
        if _ADOPTED.fullmatch(block.text):
            matter.append(Matter("masthead", block.text, block.page))
        else:
            title = title.join(block.rich, " " if title.text else "")
    return title, list(blocks[stop:])


def _body_starts(blocks: Sequence[Block]) -> Iterator[int]:
    """Where a line says who decides, or the reasons for it begin."""
    for index, block in enumerate(blocks):
        _, words = _numbered(block)
        if index and (is_enacting(block) or opens_preamble(words)):
            yield index


def _is_title(blocks: Sequence[Block], index: int, look: Look, *, empty: bool) -> bool:
    block = blocks[index]
    if read_label(block.opening) or opening_verb(block.text) or read_part_head(block, look):
        return False
    if index == 1 and empty:
        return True
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return look.styled and is_heading(block, look, blocks[index - 1], after)


def cut_parts(blocks: Sequence[Block], body: Part, look: Look, matter: list[Matter]) -> list[Part]:
    """The body and, from each head of an annex or article on, a part of its own."""
    parts = [body]
    stack: list[PartHead] = []
    seen: set[Pinpoint] = {body.pinpoint}
    index = 0
    drafts: list[str] = []
    while index < len(blocks):
        block = blocks[index]
        proposal = body.kind == "report" and _proposes(blocks, index)
        head = PartHead("attachment", "", 0) if proposal else read_part_head(block, look)
        index += 1
        if head is None or (head.name in ("article", "rule") and not stack and body.preamble):
            parts[-1].blocks.append(block)
            continue
        if head.name == "attachment" and not head.value and (proposal or block.text not in drafts):
            drafts.append(block.text)
            head = head._replace(value=str(len(drafts)) if len(drafts) > 1 else "")
        stack = [*_above(stack, head), head]
        pinpoint = body.pinpoint
        for one in stack:
            pinpoint /= (one.name, one.value)
        if pinpoint in seen:  # the head comes back on the next page, or in another text
            stack.pop()
            parts[-1].blocks.append(block)
            continue
        seen.add(pinpoint)
        if proposal:
            index -= 1
        else:
            matter.append(Matter("heading", block.text, block.page))
        draft = head.name == "attachment" and _has_enacting(blocks[index : index + _SOON])
        part = Part(pinpoint, "annex", preamble=draft, calls=() if proposal else block.rich.marks)
        title = "" if proposal else block.text[head.title :].strip()
        titles = [title] if title else []
        while index < len(blocks) and _is_part_title(blocks, index, look, draft=draft):
            titles.append(blocks[index].text)
            part.calls += blocks[index].rich.marks
            matter.append(Matter("heading", blocks[index].text, blocks[index].page))
            index += 1
        while draft and index < len(blocks) and is_enacting(blocks[index]):
            matter.append(Matter("enacting", blocks[index].text, blocks[index].page))
            index += 1
        part.headings = (*_inherited(parts, pinpoint), *titles)
        parts.append(part)
    return parts


def _proposes(blocks: Sequence[Block], index: int) -> bool:
    """Whether a note quotes a decision that it proposes: its enacting line, behind a colon."""
    block = blocks[index]
    announced = index > 0 and blocks[index - 1].text.rstrip().endswith(":")
    return announced and block.text.endswith(",") and is_enacting(block)


def _above(stack: Sequence[PartHead], head: PartHead) -> list[PartHead]:
    """The heads that a head stands under: an appendix under its annex, an article under both."""
    ranks = {"annex": 0, "appendix": 1, "attachment": 1, "article": 2, "rule": 2}
    return [one for one in stack if ranks[one.name] < ranks[head.name]]


def _inherited(parts: Sequence[Part], pinpoint: Pinpoint) -> tuple[str, ...]:
    for part in reversed(parts):
        if part.pinpoint and part.pinpoint == pinpoint.parent:
            return part.headings
    return ()


def _has_enacting(blocks: Sequence[Block]) -> bool:
    return any(is_enacting(block) for block in blocks)


def _is_part_title(blocks: Sequence[Block], index: int, look: Look, *, draft: bool) -> bool:
    block = blocks[index]
    if draft and is_enacting(block):
        return False
    if read_part_head(block, look) or is_closing(block.text) or block.role == "table":
        return False
    if read_label(block.opening) is not None or heading_label(block.opening) is not None:
        return False
    if index + 1 == len(blocks):  # the decisions that it names stand below
        return block.text[-1:] not in ".;:," and len(block.text) <= _TITLE_LONGEST
    return is_heading(block, look, None, blocks[index + 1])
