"""An answer before it is put into words: what is cited, from where, how much of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.answer.reading import Reading
from assistant.model import Status
from ingest.model import Document, Footnote, Paragraph

#: Opens a document of the library by its code; None where it is not held.
Open = Callable[[str], Reading | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """One place that the answer cites.

    Attributes:
        reading: The document.
        place: The paragraph or footnote.
        quote: The words of it that answer; a substring of its text.
        lead: Words of the frame before the quote; empty for none.
        documents: Documents that the answer is to name for it, each with its symbols.
    """

    reading: Reading
    place: Paragraph | Footnote
    quote: str
    lead: str = ""
    documents: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found, or why nothing was.

    Attributes:
        status: As in the answer.
        pieces: In reading order; empty unless answered.
        said: Where nothing was found, the sentence that says so; beside an answer, a
            remark on what was not found.
        related: Ids of the nearest paragraphs, where there is no answer.
        considered: Labels, best first.
        timings_ms: Milliseconds by step.
    """

    status: Status
    pieces: tuple[Piece, ...] = ()
    said: str = ""
    related: tuple[str, ...] = ()
    considered: tuple[str, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


def whole(reading: Reading, place: Paragraph | Footnote, lead: str = "") -> Piece:
    """A piece that quotes all of a place."""
    return Piece(reading, place, place.text, lead)


def in_order(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Each place once, documents in the order found, places of each as they are read."""
    documents = list(dict.fromkeys(piece.reading.document.code for piece in pieces))
    unique = {piece.place.label: piece for piece in reversed(pieces)}
    return tuple(
        sorted(
            unique.values(),
            key=lambda piece: (
                documents.index(piece.reading.document.code),
                position(piece.reading.document, piece.place),
            ),
        )
    )


def position(document: Document, place: Paragraph | Footnote) -> int:
    """Where a place stands; footnotes after all paragraphs."""
    if isinstance(place, Paragraph):
        return document.paragraphs.index(place)
    return len(document.paragraphs) + document.footnotes.index(place)
