"""Cross-references: the words at the place that a named place points at."""

from __future__ import annotations

import re

from assistant.answer.documents import documents_of
from assistant.answer.draft import Draft, Open, Piece, in_order, whole
from assistant.answer.phrases import phrase
from assistant.answer.quote import no_such_place, places, unknown_document
from assistant.answer.reading import Reading
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from ingest.model import Footnote, Paragraph, Reference
from ingest.pinpoint import parse_label

#: A thing is asked for that a place mentions, not where the place points.
_NOUN = re.compile(
    r"\b(?!paragraph|place|text|provision)\w+s?\s+(?:referred\s+to|mentioned|described|listed)"
    r"\s+(?:in|by)\b",
    re.IGNORECASE,
)


def pointed(understood: Understood, shelf: Shelf, open_: Open) -> Draft:
    """The places that the named places point at; where those are documents, their names."""
    pieces: list[Piece] = []
    said: list[str] = []
    there = False
    for named in (one for one in understood.named if one.pinpoint or one.ordinal):
        reading = open_(named.document) if named.in_library and named.document else None
        if reading is None:
            said.append(unknown_document(named, understood, shelf))
            continue
        sources = places(named, reading)
        if not sources:
            said.append(no_such_place(named, reading, understood.language))
            continue
        there = True
        found = [piece for source in sources for piece in _targets(source, reading, open_)]
        pieces += found or [
            Piece(reading, source, source.text, documents=documents)
            for source in sources
            if (documents := documents_of(source, reading))
        ]
        if not pieces and _NOUN.search(understood.question):
            # *The actions mentioned in paragraph 8*: no others than those that stand there.
            pieces += [whole(reading, source) for source in sources]
        elif not pieces:
            said.append(phrase(understood.language, "points_nowhere", label=sources[0].label))
    if pieces:
        return Draft("answered", in_order(pieces))
    return Draft("not_found" if there else "no_such_reference", said=" ".join(dict.fromkeys(said)))


def _targets(source: Paragraph | Footnote, reading: Reading, open_: Open) -> list[Piece]:
    pieces = []
    for reference in source.references:
        if reference.kind in ("paragraph", "annex", "footnote"):
            pieces += [
                whole(target, place, lead=source.label)
                for target, place in places_of(reference, reading, open_)
                if place.label != source.label
            ]
    return pieces


def places_of(
    reference: Reference, reading: Reading, open_: Open
) -> list[tuple[Reading, Paragraph | Footnote]]:
    """What stands where a reference points; empty for whole parts and documents."""
    code, pinpoint = parse_label(reference.to)
    target = reading if code == reading.document.code else open_(code)
    if target is None or not pinpoint or reference.kind == "annex":
        return []
    notes = target.notes_at(pinpoint)
    return [(target, place) for place in notes or target.at(pinpoint)]
