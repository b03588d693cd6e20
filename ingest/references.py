"""Mentions in a text of other paragraphs, decisions and documents.

A mention is read from its pieces (``ingest.mentions``), and whose paragraphs are meant is
decided in ``ingest.attribution``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.attribution import Attribution, Owners
from ingest.codes import find_codes
from ingest.mentions import Piece, find_pieces
from ingest.model import Document, Footnote, Paragraph, Reference, ReferenceKind
from ingest.pinpoint import LEVELS, Pinpoint, Segment, paragraph_label, parse_label
from ingest.roman import from_roman
from ingest.symbols import find_symbols

_NEAR = re.compile(r"\s*,?\s*(?:above|below|supra|infra|ci-dessus|ci-dessous)\b", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:decisions?|decs?\.?|resolutions?|documents?|reports?|d[ée]cisions?|r[ée]solutions?"
    r"|decisi[óo]n(?:es)?|resoluci[óo]n(?:es)?|documentos?)\s+$",
    re.IGNORECASE,
)
#: The pinpoint of a document as a whole.
DOCUMENT = Pinpoint()


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference with the characters that write it.

    ``weak`` is one that nothing but its number ties to this document (*paragraph 6*, *the
    annex*): it counts only where such a place exists.
    """

    start: int
    end: int
    reference: Reference
    weak: bool = False


def find_mentions(
    text: str, here: str, at: Pinpoint = DOCUMENT, context: str = ""
) -> tuple[Mention, ...]:
    """All mentions in a text, in order.

    Args:
        text: Running text without footnote marks.
        here: Code of the document that the text belongs to.
        at: Where in it the text stands.
        context: Words that name the document's body, for ambiguous codes.
    """
    pieces = find_pieces(text, f"{context} {here}")
    attribution = Attribution(text, here, at, pieces)
    found: list[Mention] = []
    for kinds in (("paragraph", "letters", "footnote"), ("annex",), ("code", "symbol")):
        for index, piece in enumerate(pieces):
            if piece.kind in kinds and index not in attribution.used:
                found += _mentions(text, at, piece, attribution.of(index), pieces)
    return tuple(sorted(found, key=lambda mention: mention.start))


def find_references(
    text: str, here: str, at: Pinpoint = DOCUMENT, context: str = ""
) -> tuple[Reference, ...]:
    """The references of ``find_mentions``, each once, weak ones included."""
    mentions = find_mentions(text, here, at, context)
    return tuple(dict.fromkeys(mention.reference for mention in mentions))


def _mentions(
    text: str, at: Pinpoint, piece: Piece, owners: Owners | None, pieces: tuple[Piece, ...]
) -> Iterator[Mention]:
    if owners is None:
        return
    opening = min(pieces[owners.first], piece, key=lambda one: one.start)
    start = opening.start
    end = max(pieces[owners.last].end, piece.end)
    free = max((one.end for one in pieces if one.end <= start), default=0)
    naming = _NAMING.search(text[max(free, start - 20) : start])
    if naming and opening.kind in ("code", "symbol"):
        start -= len(naming.group())
    if near := _NEAR.match(text, end):
        end = near.end()
    for document, base in owners.bases:
        for target in _targets(piece, base, at):
            reference = Reference(paragraph_label(document, target), _kind(piece), text[start:end])
            yield Mention(start, end, reference, owners.weak)


def _kind(piece: Piece) -> ReferenceKind:
    if piece.kind == "code":
        return "decision"
    if piece.kind == "symbol":
        return "document"
    if piece.kind == "annex":
        return "annex"
    return "footnote" if piece.kind == "footnote" else "paragraph"


def _targets(piece: Piece, base: Pinpoint, at: Pinpoint) -> Iterator[Pinpoint]:
    if piece.kind == "footnote":
        for value in piece.values:
            yield base / ("fn", value)
    elif piece.kind in ("paragraph", "letters"):
        above = _above_letters(piece, at) if piece.kind == "letters" else ()
        for path in piece.paths:
            target = Pinpoint((*base.segments, *above))
            for step in zip(LEVELS[len(above) :], path, strict=False):
                target /= step
            yield target
    else:
        yield base


def _above_letters(piece: Piece, at: Pinpoint) -> tuple[Segment, ...]:
    """What stands above bare letters: the paragraph, or the sub-paragraph for its own items."""
    levels = [segment for segment in at.segments if segment.name in LEVELS]
    roman = all((from_roman(path[0]) or 99) < 30 for path in piece.paths)
    among_items = len(levels) > 2 and roman and from_roman(levels[2].value) is not None
    return tuple(levels[: 2 if among_items else 1])


def link(document: Document) -> Document:
    """The document with the references of its paragraphs and footnotes filled in.

    A mention that only its number ties to this document is kept where the place exists.
    """
    places = {paragraph.label for paragraph in document.paragraphs}
    places |= {footnote.label for footnote in document.footnotes}
    places |= {
        paragraph_label(document.code, Pinpoint(paragraph.pinpoint.segments[:1]))
        for paragraph in document.paragraphs
    }
    context = document.body or ""

    def references(text: str, at: Pinpoint) -> tuple[Reference, ...]:
        found = find_mentions(text, document.code, at, context)
        kept = (one.reference for one in found if not one.weak or one.reference.to in places)
        return tuple(dict.fromkeys(kept))

    def with_links(paragraph: Paragraph) -> Paragraph:
        # What introduces a list and what follows it stand apart: no mention runs across both.
        text, tail = paragraph.text, paragraph.tail
        parts = (text,) if tail is None else (text[:tail], text[tail:])
        found = (one for part in parts for one in references(part, paragraph.pinpoint))
        return replace(paragraph, references=tuple(dict.fromkeys(found)))

    def note_links(note: Footnote) -> Footnote:
        at = Pinpoint() if note.part is None else parse_label(f"x, {note.part}")[1]
        return replace(
            note, references=references(note.text, at), symbols=symbols_of(note.text, context)
        )

    return replace(
        document,
        paragraphs=tuple(map(with_links, document.paragraphs)),
        footnotes=tuple(map(note_links, document.footnotes)),
    )


def symbols_of(text: str, context: str = "") -> tuple[str, ...]:
    """Canonical symbols of all documents that a text names, of joint ones each.

    A resolution that is named by its code stands with its symbol: ``A/RES/70/1``.
    """
    found = [
        (one.start, alias)
        for one in find_symbols(text)
        for names in one.documents
        for alias in names
    ]
    found += [(one.start, one.code.symbol) for one in find_codes(text, context) if one.code.symbol]
    return tuple(dict.fromkeys(alias for _, alias in sorted(found)))
