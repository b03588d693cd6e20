"""Exact references: straight to the place, or a plain word that there is none."""

from __future__ import annotations

from assistant.answer.draft import Draft, Open, Piece, in_order, whole
from assistant.answer.phrases import phrase
from assistant.answer.reading import Reading
from assistant.question.model import Named, Understood
from assistant.question.shelf import Shelf
from ingest.model import Footnote, Paragraph
from ingest.pinpoint import Pinpoint, paragraph_label


def places(named: Named, reading: Reading) -> tuple[Paragraph | Footnote, ...]:
    """What stands at a named place, with all below it; empty where there is no such place."""
    notes = reading.notes_at(named.pinpoint)
    if notes:
        return notes
    if named.ordinal:
        return _counted(named, reading)
    found = reading.at(named.pinpoint)
    if not named.step or not found:
        return found
    beside = reading.beside(found[0], named.step)
    return (beside, *reading.below(beside)) if beside else ()


def quoted(understood: Understood, shelf: Shelf, open_: Open) -> Draft:
    """The words at the named places; those that are not there are said."""
    pieces: list[Piece] = []
    missing: list[tuple[str, str]] = []
    for named in understood.named:
        reading = open_(named.document) if named.in_library and named.document else None
        if reading is None:
            missing.append((named.text, unknown_document(named, understood, shelf)))
            continue
        found = places(named, reading) if named.pinpoint or named.ordinal else ()
        if not found:
            missing.append((_label(named), no_such_place(named, reading, understood.language)))
        pieces += [whole(reading, place) for place in found]
    if not pieces:
        return Draft("no_such_reference", said=" ".join(dict.fromkeys(said for _, said in missing)))
    said = ""
    if missing:
        labels = ", ".join(dict.fromkeys(label for label, _ in missing))
        said = phrase(understood.language, "also_missing", labels=labels)
    return Draft("answered", in_order(pieces), said)


def unknown_document(named: Named, understood: Understood, shelf: Shelf) -> str:
    """Why a document cannot be opened."""
    language = understood.language
    if named.document is None:
        example = f"{next(iter(shelf.held), 'BC-14/21')}, {named.pinpoint.label}"
        return phrase(language, "which_document", count=len(shelf.held), example=example)
    if named.candidates:
        bodies = ", ".join(named.candidates)
        return phrase(language, "ambiguous", document=named.document, bodies=bodies)
    return phrase(language, "no_document", document=named.document)


def no_such_place(named: Named, reading: Reading, language: str) -> str:
    """What the document has instead of a place that is not there."""
    document, pinpoint = reading.document, named.pinpoint
    code = document.code
    if any(name == "fn" for name, _ in pinpoint.segments):
        count = len(document.footnotes)
        return phrase(
            language, "no_footnote" if count else "no_footnotes", document=code, count=count
        )
    part = Pinpoint(
        tuple(s for s in pinpoint.segments if s.name not in ("para", "subpara", "item", "point"))
    )
    if part and not reading.at(part):
        return phrase(language, "no_part", document=code, part=part.label)
    parent = reading.at(pinpoint.parent) if len(pinpoint.segments) > len(part.segments) + 1 else ()
    if parent:
        letters = _letters(reading, parent[0])
        name = "no_subparagraph" if letters else "no_subparagraphs"
        return phrase(language, name, label=parent[0].label, letters=letters)
    count = _count(reading, part)
    place = paragraph_label(code, part)
    return phrase(
        language, "no_paragraph" if count else "no_paragraphs", document=place, count=count
    )


def _counted(named: Named, reading: Reading) -> tuple[Paragraph, ...]:
    """The last paragraph, or the last but one: of the body, or of the part or list named."""
    depth = len(named.pinpoint.segments) + 1
    below = [
        p
        for p in (reading.at(named.pinpoint) if named.pinpoint else reading.document.paragraphs)
        if len(p.pinpoint.segments) == depth
        and (named.pinpoint or p.kind in ("operative", "report"))
    ]
    if len(below) < abs(named.ordinal):
        return ()
    chosen = below[named.ordinal]
    return (chosen, *reading.below(chosen))


def _letters(reading: Reading, parent: Paragraph) -> str:
    children = [
        p.pinpoint.segments[-1].value for p in reading.below(parent) if p.parent == parent.id
    ]
    if len(children) < 2:
        return "".join(f"({c})" for c in children)
    return f"({children[0]})–({children[-1]})"


def _count(reading: Reading, part: Pinpoint) -> int:
    """Numbered paragraphs of the body, or of a part."""
    depth = len(part.segments) + 1
    return sum(
        len(p.pinpoint.segments) == depth
        and p.pinpoint.segments[-1].name == "para"
        and p.pinpoint.segments[:-1] == part.segments
        for p in reading.document.paragraphs
    )


def _label(named: Named) -> str:
    return paragraph_label(named.document or "", named.pinpoint)
