"""Paragraphs that a found paragraph leads to by its own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.retrieve.ports import Library
from ingest.model import Paragraph
from ingest.pinpoint import paragraph_id, parse_label


class Led(NamedTuple):
    """A paragraph reached by a link: its id, and from where by what sort of link."""

    id: str
    link: str


def led_from(paragraph: Paragraph, library: Library) -> Iterator[Led]:
    """What a paragraph leads to: its chapeau, then what it and its footnotes refer to.

    Of a document that is referred to as a whole, the paragraph that says most of what it
    is about stands for it: the first of its text.
    """
    if paragraph.parent:
        yield Led(paragraph.parent, f"chapeau of {paragraph.label}")
    document = library.document(paragraph.document)
    notes = document.footnotes if document else ()
    marked = (note for note in notes if paragraph.id in note.marked_in)
    for references, how in (
        (paragraph.references, f"referred to in {paragraph.label}"),
        *((note.references, f"referred to in {note.label}") for note in marked),
    ):
        for reference in references:
            target = _target(reference.to, library)
            if target is not None and target != paragraph.id:
                yield Led(target, how)


def _target(label: str, library: Library) -> str | None:
    """Id of the paragraph that a label names, or stands for the document; None if not held."""
    try:
        code, pinpoint = parse_label(label)
    except ValueError:
        return None
    document = library.document(code)
    if document is None or not document.paragraphs:
        return None
    if pinpoint:
        identifier = paragraph_id(document.code, pinpoint)
        return identifier if library.paragraph(identifier) else None
    body = (p for p in document.paragraphs if p.kind in ("operative", "report"))
    return next(body, document.paragraphs[0]).id
