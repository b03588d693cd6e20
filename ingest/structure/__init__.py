"""Lines to the tree of documents, paragraphs and footnotes.

The rooms, in the order in which the words pass them: ``furniture`` (running headers),
``contents``, ``notes`` (footnotes), ``rows`` (marks), ``tables``, ``join`` (whole blocks),
``slices`` (documents and their parts), ``part`` with ``pieces`` and ``numbering``
(paragraphs), ``unique`` (pinpoints), ``document``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.errors import NothingCitable
from ingest.model import Document, Matter
from ingest.read.lines import Pages
from ingest.references import link
from ingest.structure.account import unaccounted
from ingest.structure.blocks import look_of, make_blocks, make_rows
from ingest.structure.contents import find_contents
from ingest.structure.describe import Masthead, name_of, read_masthead
from ingest.structure.document import Grown, finish, grow_document
from ingest.structure.furniture import part_furniture
from ingest.structure.genre import is_of_the_genre
from ingest.structure.headings import Look
from ingest.structure.notes import take_notes
from ingest.structure.report import lay_out_report
from ingest.structure.slices import Slice, lay_out_decision, slice_documents
from ingest.structure.words import Joiner

#: So many numbered paragraphs are a text, however short.
_SEVERAL = 3

__all__ = ["Built", "build"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a file was built into.

    Attributes:
        documents: In reading order.
        warnings: What a reader should know, one line each.
        contents: Codes that the contents list names.
    """

    documents: tuple[Document, ...]
    warnings: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()


def build(pages: Pages, source: str) -> Built:
    """Build the documents of a file.

    Args:
        pages: As a reader gives them.
        source: Path of the file.

    Raises:
        NothingCitable: There is no paragraph in it, or it is a text of another kind.
    """
    lines, matter = part_furniture(pages.lines)
    masthead = read_masthead(lines, [one.text for one in matter], pages.language)
    inside, contents = find_contents(lines)
    matter += [Matter("contents", lines[i].text, lines[i].page) for i in sorted(inside)]
    body, notes = take_notes([line for i, line in enumerate(lines) if i not in inside])
    listed = " ".join(lines[i].text for i in sorted(inside))
    joiner = Joiner(line.text for line in lines)
    look = look_of(body)
    blocks = make_blocks(make_rows(body, notes), joiner)
    grown = _grow(slice_documents(blocks, look, listed), look, joiner, masthead, source)
    if not any(one.drafts for one in grown):
        raise NothingCitable("the text has no paragraph that can be cited")
    if not is_of_the_genre(grown, masthead, pages=pages.page_count):
        raise NothingCitable(
            "no decision, document symbol or numbered paragraph in it",
            "give a decision, or a report or note with its symbol at the top",
        )
    grown[0].matter[:0] = matter
    documents = finish(grown, notes, masthead, source, joiner)
    lost = unaccounted(pages.lines, documents)
    return Built(
        tuple(link(document) for document in documents), (*pages.warnings, *lost), contents
    )


def _grow(
    slices: Sequence[Slice], look: Look, joiner: Joiner, masthead: Masthead, source: str
) -> list[Grown]:
    grown: list[Grown] = []
    front: list[Matter] = []
    for one in slices:
        if one.head is None:
            layout = lay_out_report(one.blocks, look)
            code = masthead.symbols[0] if masthead.symbols else name_of(source)
            report = grow_document(code, "report", layout, look, joiner)
            if len(slices) > 1 and not _citable(report):
                front += [Matter("masthead", block.text, block.page) for block in one.blocks]
                continue
            grown.append(report)
        else:
            layout = lay_out_decision(one, look)
            grown.append(grow_document(one.head.code, "decision", layout, look, joiner))
            grown[-1].aliases = one.head.others
    if grown:
        grown[0].matter[:0] = front
    return grown


def _citable(report: Grown) -> bool:
    """Whether what stands before the first decision has numbered paragraphs of its own."""
    lengths = [
        len(draft.rich.text)
        for draft in report.drafts
        if draft.pinpoint.segments[-1].name == "para" and draft.parent is None
    ]
    return max(lengths, default=0) > 60 or len(lengths) >= _SEVERAL
