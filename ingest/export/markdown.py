"""Documents as Markdown that reads well and can be read in again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Document, Footnote, Mark, Paragraph
from ingest.pinpoint import Segment

_SPECIAL = re.compile(r"[*\\]|(?<!\w)_|_(?!\w)|\[(?=\^)")
_BETWEEN_ROWS = re.compile(r"(?<=\|)\n\n(?=\|)")
_PARTS = ("annex", "appendix", "attachment")
_OPENING = re.compile(r"^(?=[#|>+-])")


def to_markdown(document: Document) -> str:
    """The document as Markdown: headings, numbers, emphasised verbs, footnotes at their part.

    What belongs to the page rather than to the text (running headers, the contents list,
    page numbers) is left out.
    """
    text = "\n\n".join(block for block in _blocks(document) if block)
    return _BETWEEN_ROWS.sub("\n", text) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    title = _words(document.title, document.title_marks)
    yield f"# {document.code}: {title}" if document.title else f"# {document.code}"
    yield from (_escape(one.text) for one in document.matter if one.role == "enacting")
    part: str | None = None
    table: str | None = None
    above: tuple[Segment, ...] = ()
    headings: tuple[str, ...] = ()
    tails: list[tuple[str, str]] = []
    for paragraph in document.paragraphs:
        while tails and tails[-1][0] != paragraph.parent and not _inside(paragraph, tails[-1][0]):
            yield tails.pop()[1]
        going_on = table is not None and _table(paragraph) == table
        if table and not going_on:
            yield from _notes(document.footnotes, table)
        table = _table(paragraph)
        if paragraph.annex != part:
            yield from _notes(document.footnotes, part)
            part, headings = paragraph.annex, ()
            now = tuple(one for one in paragraph.pinpoint.segments if one.name in _PARTS)
            yield from _part_headings(above, now)
            above = now
        if not going_on:  # the heading of further rows ends in the table's own first row
            names = tuple(paragraph.heading.split(" > ")) if paragraph.heading else ()
            yield from _headings(headings, names)
            headings = names
        cut = len(paragraph.text) if paragraph.tail is None else paragraph.tail
        yield _numbered(paragraph, cut)
        if table and not going_on:
            yield f"|{' --- |' * (paragraph.text.count(' | ') + 1)}"
        if paragraph.tail is not None:
            later = [Mark(m.offset - cut, m.number) for m in paragraph.marks if m.offset >= cut]
            tails.append((paragraph.id, _words(paragraph.text[cut:], later)))
    yield from (words for _, words in reversed(tails))
    yield from _notes(document.footnotes, table) if table else ()
    yield from (_escape(one.text) for one in document.matter if one.role == "closing")
    yield from _notes(document.footnotes, part)


def _table(paragraph: Paragraph) -> str | None:
    """The table that it is a row of, as its notes name it."""
    return paragraph.pinpoint.parent.label if paragraph.kind == "table" else None


def _part_headings(before: Sequence[Segment], now: Sequence[Segment]) -> Iterator[str]:
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    for name, value in now[same:]:
        yield f"# {name.capitalize()} {value}".rstrip()


def _inside(paragraph: Paragraph, identity: str) -> bool:
    return paragraph.id.startswith(f"{identity}__")


def _headings(before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    same = 0
    while same < min(len(before), len(now)) and before[same] == now[same]:
        same += 1
    for depth, name in enumerate(now[same:], same + 2):
        yield f"{'#' * min(depth, 6)} {_escape(name)}"


def _numbered(paragraph: Paragraph, cut: int) -> str:
    marks = [mark for mark in paragraph.marks if mark.offset < cut or paragraph.tail is None]
    words = _words(paragraph.text[:cut], marks, paragraph.verb)
    last = paragraph.pinpoint.segments[-1]
    if paragraph.kind == "preambular" and last.name == "para":
        return words
    if last.name == "para":
        return f"{last.value}. {words}"
    if last.name in ("subpara", "item", "point"):
        depth = sum(1 for segment in paragraph.pinpoint.segments if segment.name in _INDENTED)
        lettered = last.name == "point" and last.value.isalpha() and len(last.value) == 1
        number = f"{last.value}." if lettered else f"({last.value})"
        return f"{'   ' * depth}{number} {words}"
    if last.name == "row":
        return f"| {words} |"
    return words


_INDENTED = ("subpara", "item", "point")


def _words(text: str, marks: Sequence[Mark], verb: str | None = None) -> str:
    """The text with its marks as ``[^3]`` and its verb emphasised."""
    pieces: list[str] = []
    position = 0
    for mark in marks:
        pieces += [_escape(text[position : mark.offset]), f"[^{mark.number}]"]
        position = mark.offset
    pieces.append(_escape(text[position:]))
    words = _OPENING.sub(r"\\", "".join(pieces).rstrip())
    if verb and words.startswith(verb) and not re.match(r"\w", words[len(verb) :]):
        words = f"*{verb}*{words[len(verb) :]}"
    return words


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", text)


def _notes(footnotes: Sequence[Footnote], part: str | None) -> Iterator[str]:
    for note in footnotes:
        if note.part == part:
            yield f"[^{note.number}]: {_escape(note.text)}"
