"""Who refers to a named place or document."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer.draft import Draft, Open, Piece, in_order, whole
from assistant.answer.phrases import phrase
from assistant.answer.quote import no_such_place, places
from assistant.answer.reading import Reading
from assistant.question.model import Named, Understood
from assistant.question.shelf import Shelf
from ingest.catalogue import Catalogue
from ingest.model import Paragraph
from ingest.pinpoint import paragraph_label, parse_label


def citing(understood: Understood, shelf: Shelf, open_: Open, catalogue: Catalogue) -> Draft:
    """The paragraphs that refer to what the question names."""
    pieces: list[Piece] = []
    said: list[str] = []
    for named in understood.named:
        reading = open_(named.document) if named.in_library and named.document else None
        if reading is not None and named.pinpoint and not places(named, reading):
            return Draft(
                "no_such_reference", said=no_such_place(named, reading, understood.language)
            )
        found = [
            whole(other, paragraph)
            for code in shelf.held
            if (other := open_(code)) is not None
            for paragraph in _referring(named, other, catalogue)
        ]
        pieces += found
        if not found:
            label = paragraph_label(named.document or named.text, named.pinpoint)
            said.append(phrase(understood.language, "nobody_cites", document=label))
    if pieces:
        return Draft("answered", in_order(pieces), " ".join(said))
    return Draft("not_found", said=" ".join(said))


def _referring(named: Named, reading: Reading, catalogue: Catalogue) -> Iterator[Paragraph]:
    if named.document is None:
        return
    names = set(catalogue.aliases(named.document))
    note = named.pinpoint.segments[-1] if named.pinpoint else None
    for paragraph in reading.document.paragraphs:
        if note and note.name == "fn":
            if reading.document.code in names and note.value in paragraph.footnotes:
                yield paragraph
        elif _refers(paragraph, named, names, reading):
            yield paragraph


def _refers(paragraph: Paragraph, named: Named, names: set[str], reading: Reading) -> bool:
    mentioned = list(paragraph.references)
    for footnote in reading.notes(paragraph):
        mentioned += footnote.references
        if not named.pinpoint and names & set(footnote.symbols):
            return True
    wanted = named.pinpoint.segments
    for reference in mentioned:
        code, pinpoint = parse_label(reference.to)
        own = code == reading.document.code and not named.pinpoint
        if code in names and not own and pinpoint.segments[: len(wanted)] == wanted:
            return True
    return False
