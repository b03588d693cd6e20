"""Lines to the tree of documents, paragraphs and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from ingest.errors import NothingCitable
from ingest.model import Document, Footnote, Matter
from ingest.pinpoint import Pinpoint
from ingest.read.lines import Pages
from ingest.references import link
from ingest.structure.block import Block
from ingest.structure.heads import Head, read_head
from ingest.structure.join import join_text
from ingest.structure.notes import Note, take_notes
from ingest.structure.rows import row_of
from ingest.structure.tree import Part, grow
from ingest.structure.verb import verb_of
from ingest.symbols import parse_code

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

    Raises:
        NothingCitable: There is no paragraph in it.
    """
    rows, notes = take_notes(row_of(line) for line in pages.lines)
    blocks = join_text(rows)
    starts = [(i, head) for i, b in enumerate(blocks) if (head := read_head(b)) is not None]
    documents = []
    for n, (index, head) in enumerate(starts):
        stop = starts[n + 1][0] if n + 1 < len(starts) else len(blocks)
        documents.append(_decision(head, blocks[index:stop], notes, source))
    if not documents:
        raise NothingCitable(f"{PurePath(source).name}: no paragraph that can be cited")
    return Built(tuple(documents), pages.warnings)


def _decision(head: Head, blocks: list[Block], notes: list[Note], source: str) -> Document:
    matter: list[Matter] = []
    title = blocks[0].without(head.title).rich
    rest = blocks[1:]
    if not title.text and rest:
        title, rest = rest[0].rich, rest[1:]
    if rest and rest[0].text.startswith("The ") and rest[0].text[-1] not in ".;:":
        matter.append(Matter("enacting", rest[0].text, rest[0].page))
        rest = rest[1:]
    drafts = grow(Part(Pinpoint(), "operative", rest), matter)
    paragraphs = tuple(
        replace(p, verb=verb_of(p.text)) for p in (d.paragraph(head.code) for d in drafts)
    )
    known = parse_code(head.code)
    return link(
        Document(
            head.code,
            title.text,
            source,
            body=known.body if known else None,
            meeting=known.meeting if known else None,
            paragraphs=paragraphs,
            footnotes=tuple(
                Footnote(
                    head.code,
                    note.number,
                    note.rich.text,
                    marked_in=tuple(p.id for p in paragraphs if note.number in p.footnotes),
                    page=note.page,
                )
                for note in notes
            ),
            title_marks=title.marks,
            matter=tuple(matter),
        )
    )
