"""Which document is meant: through footnotes and the references in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answer.draft import Draft, Open, Piece, in_order
from assistant.answer.phrases import phrase
from assistant.answer.quote import no_such_place, places, unknown_document
from assistant.answer.reading import Reading
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from ingest.model import Footnote, Paragraph
from ingest.pinpoint import parse_label
from ingest.symbols import find_symbols

#: Sorts of documents by a part of their symbols.
_KIND = re.compile(r"\b(?:INF|MISC|CRP|TP)\b")

Documents = tuple[tuple[str, ...], ...]


def named_documents(understood: Understood, shelf: Shelf, open_: Open) -> Draft:
    """The documents that named footnotes or paragraphs refer to."""
    pieces: list[Piece] = []
    said: list[str] = []
    there = False
    for named in (one for one in understood.named if one.pinpoint or one.ordinal):
        reading = open_(named.document) if named.in_library and named.document else None
        found = places(named, reading) if reading else ()
        if reading is None:
            said.append(unknown_document(named, understood, shelf))
        elif not found:
            said.append(no_such_place(named, reading, understood.language))
        else:
            there = True
            pieces += [
                Piece(reading, place, place.text, documents=documents)
                for place in found
                if (documents := documents_of(place, reading))
            ]
            if not pieces:
                said.append(phrase(understood.language, "points_nowhere", label=found[0].label))
    if pieces:
        return Draft("answered", in_order(pieces))
    return Draft("not_found" if there else "no_such_reference", said=" ".join(dict.fromkeys(said)))


def all_documents(understood: Understood, codes: Iterable[str], open_: Open) -> list[Piece]:
    """Every place of the documents that names others; only those of the kind asked for (INF)."""
    kind = _KIND.search(understood.question)
    pieces = []
    for reading in filter(None, map(open_, codes)):
        noted = {symbol for note in reading.document.footnotes for symbol in note.symbols}
        everywhere: list[Footnote | Paragraph] = [*reading.document.footnotes]
        everywhere += reading.document.paragraphs
        for place in everywhere:
            named = tuple(
                group
                for group in _named_in(place, reading)
                if (kind is None or any(f"/{kind[0].upper()}/" in symbol for symbol in group))
                and (isinstance(place, Footnote) or not noted & set(group))
            )
            if named:
                pieces.append(Piece(reading, place, place.text, documents=named))
    return pieces


def documents_of(place: Paragraph | Footnote, reading: Reading) -> Documents:
    """The documents that a place names, each with all its symbols; its own decision is none."""
    if isinstance(place, Footnote):
        return _named_in(place, reading)
    found = [group for note in reading.notes(place) for group in _named_in(note, reading)]
    return tuple(dict.fromkeys((*found, *_named_in(place, reading))))


def _named_in(place: Paragraph | Footnote, reading: Reading) -> Documents:
    """Joint symbols are one document; then the decisions that are mentioned."""
    groups = [group for found in find_symbols(place.text) for group in found.documents]
    known = {symbol for group in groups for symbol in group} | {reading.document.code}
    for reference in place.references:
        code = parse_label(reference.to)[0]
        if reference.kind in ("document", "decision") and code not in known:
            groups.append((code,))
            known.add(code)
    return tuple(dict.fromkeys(groups))


def clause_with(paragraph: Paragraph, reading: Reading) -> dict[Footnote, str]:
    """The words of a paragraph that each of its footnotes belongs to, back to the mark before."""
    clauses: dict[Footnote, str] = {}
    start = 0
    for mark in sorted(paragraph.marks):
        words = paragraph.text[start : mark.offset].strip(" ,;")
        note = next((n for n in reading.notes(paragraph) if n.number == mark.number), None)
        if note is not None and words:
            clauses[note] = words
        start = mark.offset
    return clauses
