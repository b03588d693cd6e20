"""Checks of a parsed document that need no labels: what must hold of every decision.

Pure functions; ``decisions doctor`` repeats them over the index. A finding is no error: old
and misprinted documents break these rules too, and a reader should know where.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from ingest.model import Document, Paragraph
from ingest.pinpoint import LEVELS, Pinpoint
from ingest.structure.labels import Label, Reading, read_label

Rule = Literal[
    "numbers", "letters", "marks", "footnotes", "pinpoints", "references", "empty", "contents"
]

_LOOK = "compare with the source; if it is printed so, nothing is to be done"


class Finding(NamedTuple):
    """Something that does not hold.

    Attributes:
        rule: Which check it failed.
        message: What is wrong, with the label of the place.
        remedy: What can be done.
        ids: Ids of the paragraphs, or the code of the document, that it concerns.
    """

    rule: Rule
    message: str
    remedy: str
    ids: tuple[str, ...]


def check(document: Document) -> tuple[Finding, ...]:
    """All findings on a document, in the order of the rules."""
    return (
        *_numbers(document),
        *_letters(document),
        *_marks(document),
        *_footnotes(document),
        *_pinpoints(document),
        *_references(document),
        *_empty(document),
    )


def check_contents(contents: Iterable[str], codes: Iterable[str]) -> tuple[Finding, ...]:
    """Decisions that a contents list names and that were not found in the file."""
    found = set(codes)
    return tuple(
        Finding("contents", f"the contents list names {code}, which was not found", _LOOK, (code,))
        for code in contents
        if code not in found
    )


def _numbers(document: Document) -> Iterator[Finding]:
    """Paragraphs run 1..N in the body and in each part of an annex."""
    counts: defaultdict[Pinpoint, list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        if paragraph.pinpoint.segments[-1].name == LEVELS[0] and not _of_preamble(paragraph):
            counts[paragraph.pinpoint.parent].append(paragraph)
    for part, paragraphs in counts.items():
        last = 0
        for paragraph in paragraphs:
            number = _leading_number(paragraph.pinpoint.segments[-1].value)
            # ``12 bis`` follows 12; a body begins at 1, an amended annex anywhere.
            follows = number in (last, last + 1) or (last == 0 and bool(part))
            if number is not None and not follows:
                yield Finding(
                    "numbers",
                    f"{paragraph.label}: the number does not follow {last}",
                    _LOOK,
                    (paragraph.id,),
                )
            last = number if number is not None else last


def _of_preamble(paragraph: Paragraph) -> bool:
    """Whether it is counted apart; reasons that bear numbers themselves are not."""
    return any(segment.name == "preamble" for segment in paragraph.pinpoint.segments)


def _leading_number(value: str) -> int | None:
    digits = value[: len(value) - len(value.lstrip("0123456789"))]
    return int(digits) if digits else None


def _letters(document: Document) -> Iterator[Finding]:
    """The sub-paragraphs of a list run (a), (b)… or (i), (ii)…."""
    lists: defaultdict[str | Pinpoint, list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        if paragraph.pinpoint.segments[-1].name in LEVELS[1:]:
            lists[paragraph.parent or paragraph.pinpoint.parent].append(paragraph)
    for items in lists.values():
        labels = [read_label(f"({item.pinpoint.segments[-1].value}) ") for item in items]
        for item, before, label in zip(items[1:], labels, labels[1:], strict=False):
            if before and label and not _follows(before, label):
                yield Finding(
                    "letters",
                    f"{item.label}: the letter does not follow ({before.value})",
                    _LOOK,
                    (item.id,),
                )


def _follows(before: Label, label: Label) -> bool:
    expected = [Reading(one.style, one.ordinal + 1) for one in before.readings]
    return any(reading in expected for reading in label.readings)


def _marks(document: Document) -> Iterator[Finding]:
    numbers = {footnote.number for footnote in document.footnotes}
    for paragraph in document.paragraphs:
        for number in paragraph.footnotes:
            if number not in numbers:
                yield Finding(
                    "marks",
                    f"{paragraph.label}: footnote {number} is marked and has no text",
                    "the format may have dropped its footnotes; ingest the PDF or DOCX",
                    (paragraph.id,),
                )


def _footnotes(document: Document) -> Iterator[Finding]:
    """Each note is marked; of a table whose marks the format has dropped, none is."""
    in_title = {mark.number for mark in document.title_marks}
    marked = {footnote.part for footnote in document.footnotes if footnote.marked_in}
    for footnote in document.footnotes:
        dropped = footnote.of_table and footnote.part not in marked
        if not footnote.marked_in and footnote.number not in in_title and not dropped:
            message = f"{footnote.label}: no mark calls it"
            yield Finding("footnotes", message, _LOOK, (document.code,))


def _pinpoints(document: Document) -> Iterator[Finding]:
    for id_, count in Counter(paragraph.id for paragraph in document.paragraphs).items():
        if count > 1:
            message = f"{id_}: {count} paragraphs have this id"
            yield Finding("pinpoints", message, "report the document as a fault", (id_,))


def _references(document: Document) -> Iterator[Finding]:
    """Mentions of a paragraph of the document itself point at one that exists."""
    labels = {paragraph.label for paragraph in document.paragraphs}
    for paragraph in document.paragraphs:
        for reference in paragraph.references:
            own = reference.kind == "paragraph" and reference.to.startswith(f"{document.code}, ")
            if own and reference.to not in labels:
                meant = f"{reference.text!r} means {reference.to}, which is not there"
                yield Finding("references", f"{paragraph.label}: {meant}", _LOOK, (paragraph.id,))


def _empty(document: Document) -> Iterator[Finding]:
    parents = {paragraph.parent for paragraph in document.paragraphs}
    if not document.paragraphs:
        message = f"{document.code}: no paragraph was found"
        yield Finding("empty", message, _LOOK, (document.code,))
    yield from (_is_empty(p) for p in _without_words(document.paragraphs) if p.id not in parents)


def _without_words(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return (paragraph for paragraph in paragraphs if not paragraph.text.strip())


def _is_empty(paragraph: Paragraph) -> Finding:
    return Finding("empty", f"{paragraph.label}: it has no words", _LOOK, (paragraph.id,))
