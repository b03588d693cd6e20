"""A place in its surroundings: chapeau, neighbours, footnotes, links in both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assistant.answer.draft import Open
from assistant.answer.quote import no_such_place, places
from assistant.answer.reading import Reading
from assistant.question.model import Named
from assistant.question.shelf import Shelf
from ingest.catalogue import Catalogue
from ingest.citations import find_citations
from ingest.errors import UnknownReference
from ingest.links import Link, documents_behind, refs
from ingest.model import Document, Footnote, Paragraph


@dataclass(frozen=True, slots=True)
class Linked:
    """A document that a footnote names.

    Attributes:
        symbols: All its names.
        title: As far as it is known; may be empty.
        in_corpus: Whether the library holds it.
        page: Where a reader can look for it; may be empty.
    """

    symbols: tuple[str, ...]
    title: str
    in_corpus: bool
    page: str

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            "symbols": list(self.symbols),
            "title": self.title,
            "in_corpus": self.in_corpus,
            "page": self.page,
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with the documents that it names."""

    footnote: Footnote
    documents: tuple[Linked, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data."""
        return {
            **self.footnote.as_json(),
            "label": self.footnote.label,
            "documents": [document.as_json() for document in self.documents],
        }


@dataclass(frozen=True, slots=True)
class Shown:
    """A place as it stands in its document.

    Attributes:
        document: Where it stands.
        label: Its label; of a document as a whole, its code.
        paragraph: The paragraph; None for a footnote, a part or a whole document.
        chapeau: The paragraphs that introduce it, outermost first.
        below: Its sub-paragraphs; of a part or a whole document, all its paragraphs; of a
            footnote, the paragraphs that bear its mark.
        before, after: The neighbours at its own level.
        footnotes: Those marked in it, or the footnote that was asked for.
        links_from: What it refers to, its footnotes too.
        links_to: What refers to it.
    """

    document: Document
    label: str
    paragraph: Paragraph | None = None
    chapeau: tuple[Paragraph, ...] = ()
    below: tuple[Paragraph, ...] = ()
    before: Paragraph | None = None
    after: Paragraph | None = None
    footnotes: tuple[Note, ...] = ()
    links_from: tuple[Link, ...] = ()
    links_to: tuple[Link, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data; places in the contract's form."""
        document = self.document.as_json()
        del document["paragraphs"], document["footnotes"]
        return {
            "label": self.label,
            "document": document,
            "paragraph": self.paragraph.as_json() if self.paragraph else None,
            "chapeau": [one.as_json() for one in self.chapeau],
            "below": [one.as_json() for one in self.below],
            "before": self.before.as_json() if self.before else None,
            "after": self.after.as_json() if self.after else None,
            "footnotes": [note.as_json() for note in self.footnotes],
            "links_from": [link.as_json() for link in self.links_from],
            "links_to": [link.as_json() for link in self.links_to],
        }


def show(
    reference: str, shelf: Shelf, open_: Open, catalogue: Catalogue, default: str | None = None
) -> Shown:
    """A place in its surroundings.

    Args:
        reference: A label, an id, or any form that people write.
        shelf: What the library holds.
        open_: Opens its documents.
        catalogue: Names of documents that the library may not hold.
        default: The document meant where the reference names none.

    Raises:
        UnknownReference: There is no such document or place, or several could be meant.
    """
    reading, found = _find(reference, shelf, open_, default)
    holds = _holder(shelf)
    first = found[0] if found else None
    if isinstance(first, Footnote):
        return Shown(
            reading.document,
            first.label,
            below=tuple(reading.by_id[i] for i in first.marked_in if i in reading.by_id),
            footnotes=(_note(first, catalogue, holds),),
            links_from=_links(first.label, first.label, shelf, catalogue),
        )
    paragraphs = tuple(one for one in found if isinstance(one, Paragraph))
    if len(paragraphs) > 1 and paragraphs[1].parent != paragraphs[0].id:
        part = paragraphs[0].annex
        code = reading.document.code
        return Shown(reading.document, f"{code}, {part}" if part else code, below=paragraphs)
    if not paragraphs:
        return Shown(reading.document, reading.document.code, below=reading.document.paragraphs)
    return _paragraph(paragraphs[0], reading, shelf, catalogue, holds)


def _find(
    reference: str, shelf: Shelf, open_: Open, default: str | None
) -> tuple[Reading, tuple[Paragraph | Footnote, ...]]:
    code, _, eid = reference.strip().partition("#")
    if eid and (reading := open_(shelf.find(code) or "")):
        place = reading.by_id.get(f"{reading.document.code}#{eid}")
        if place is None:
            raise UnknownReference(f"no paragraph has the id {reference!r}", "see decisions show")
        return reading, (place,)
    if (whole := shelf.find(reference.strip())) and (reading := open_(whole)):
        return reading, ()
    cited = find_citations(reference, default)
    if not cited or cited[0].document is None:
        remedy = "name a decision, as in BC-14/21, para. 6 (b)"
        raise UnknownReference(f"{reference!r} names no place", remedy)
    names = (cited[0].document, *cited[0].aliases)
    found_as = next((held for name in names if (held := shelf.find(name))), None)
    reading = open_(found_as) if found_as else None
    if reading is None:
        remedy = "decisions refs --missing lists what is referred to and not there"
        raise UnknownReference(f"no such document in the library: {cited[0].document}", remedy)
    named = Named(found_as, cited[0].pinpoint, reference, True, cited[0].ordinal)
    if not named.pinpoint and not named.ordinal:
        return reading, ()
    found = places(named, reading)
    if not found:
        raise UnknownReference(no_such_place(named, reading, "en").rstrip("."))
    return reading, found


def _paragraph(
    paragraph: Paragraph,
    reading: Reading,
    shelf: Shelf,
    catalogue: Catalogue,
    holds: Callable[[tuple[str, ...]], bool],
) -> Shown:
    document = reading.document
    level = [
        other
        for other in document.paragraphs
        if other.parent == paragraph.parent
        and other.annex == paragraph.annex
        and len(other.pinpoint.segments) == len(paragraph.pinpoint.segments)
    ]
    index = level.index(paragraph)
    links = _touching(paragraph.label, shelf, catalogue)
    return Shown(
        document,
        paragraph.label,
        paragraph,
        chapeau=reading.above(paragraph),
        below=reading.below(paragraph),
        before=level[index - 1] if index else None,
        after=level[index + 1] if index + 1 < len(level) else None,
        footnotes=tuple(_note(note, catalogue, holds) for note in reading.notes(paragraph)),
        links_from=tuple(link for link in links if link.source == paragraph.label),
        links_to=tuple(link for link in links if link.target == paragraph.label),
    )


def _note(note: Footnote, catalogue: Catalogue, holds: Callable[[tuple[str, ...]], bool]) -> Note:
    linked = []
    for symbols in documents_behind(note, catalogue):
        entry = catalogue.find(symbols[0])
        linked.append(
            Linked(
                symbols,
                entry.title if entry else "",
                holds(symbols),
                entry.page if entry else "",
            )
        )
    return Note(note, tuple(linked))


def _holder(shelf: Shelf) -> Callable[[tuple[str, ...]], bool]:
    return lambda symbols: any(shelf.find(symbol) is not None for symbol in symbols)


def _touching(label: str, shelf: Shelf, catalogue: Catalogue) -> tuple[Link, ...]:
    return refs(shelf.library, catalogue, label)


def _links(source: str, label: str, shelf: Shelf, catalogue: Catalogue) -> tuple[Link, ...]:
    return tuple(link for link in _touching(label, shelf, catalogue) if link.source == source)
