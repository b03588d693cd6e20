"""Footnote marks in the text: which raised characters call a note."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ingest.read.lines import Span
from ingest.read.spans import with_text
from ingest.structure.rich import Call, Rich

#: What a raised run must look like to call a note: numbers, letters or stars, a few at once.
MARK = re.compile(
    r"\s*(?:\d{1,3}|[a-z]|\*{1,4}|[†‡§])(?:\s*[,–;-]\s*(?:\d{1,3}|[a-z]))*\s*[,/)]?\s*"
)
_ONE = re.compile(r"\d{1,3}|[a-z]|\*{1,4}|[†‡§]")

#: What raised digits stand behind when they are powers or charges, not marks.
_POWER = re.compile(r"(?:\b(?:[kcmµ]?m|km|ha|[sx]|CO|10)|[×^°]\s?\d*)$")


def one_marks(text: str) -> list[str]:
    """The marks that a raised run holds: ``2, 3`` holds two."""
    return _ONE.findall(text)


def rich_of(
    spans: Sequence[Span], known: Collection[str], page: int | None = None, line: int = 0
) -> Rich:
    """The words of some spans, raised marks taken out.

    Args:
        spans: Of a line.
        known: Numbers of the notes that there are; other raised characters stay text unless
            they are digits behind a word, which can be nothing else.
        page: On which they stand.
        line: Index of their line.
    """
    pieces: list[str] = []
    marks: list[Call] = []
    italic: list[tuple[int, int]] = []
    bold: list[tuple[int, int]] = []
    length = 0
    known_stars = {number for number in known if number[0] == "*"}
    for span in _united(spans, known):
        before = pieces[-1] if pieces else ""
        numbers, rest = _numbers(span, before, known)
        if numbers:
            marks.extend(Call(length, number, page, line) for number in numbers)
            rest += " " * span.text[-1:].isspace()
            pieces.append(rest)
            length += len(rest)
            continue
        text = span.text
        if "*" in text and known_stars:
            text, stars = _stars(text, before[-1:], length, known_stars, page, line)
            marks.extend(stars)
        stop = length + len(text)
        if span.italic:
            italic.append((length, stop))
        if span.bold:
            bold.append((length, stop))
        pieces.append(text)
        length = stop
    return Rich("".join(pieces), tuple(marks), tuple(italic), tuple(bold)).tidy()


def _united(spans: Sequence[Span], known: Collection[str]) -> Iterator[Span]:
    """The spans, raised neighbours as one where only together they call a note: ``1`` ``1``."""
    held: Span | None = None
    for span in spans:
        if held is not None and span.raised and span.note is None:
            text = held.text + span.text
            if MARK.fullmatch(text) and all(number in known for number in one_marks(text)):
                held = with_text(held, text)
                continue
        if held is not None:
            yield held
        held = span if span.raised and span.note is None else None
        if held is None:
            yield span
    if held is not None:
        yield held


def _numbers(span: Span, before: str, known: Collection[str]) -> tuple[list[str], str]:
    """The marks of a span, and what of it stays text: a table's own keys (``b, 3``)."""
    if span.note is not None:
        return [span.note], ""
    if not span.raised or MARK.fullmatch(span.text) is None:
        return [], ""
    numbers = one_marks(span.text)
    called = [number for number in numbers if number in known]
    if called:
        return called, "".join(f" {number}" for number in numbers if number not in known)
    if not numbers[0].isdigit() or _POWER.search(before) or not before.strip():
        return [], ""
    return numbers, ""


_STARS = re.compile(r"(?<=[\w)\].,;”])\s?(\*+)(?!\w)")


def _stars(
    text: str, before: str, start: int, known: Collection[str], page: int | None, line: int
) -> tuple[str, list[Call]]:
    """Take stars behind a word out of a text that need not be raised to call a note."""
    marks: list[Call] = []
    pieces: list[str] = []
    at = len(before)
    for match in _STARS.finditer(before + text):
        if match[1] in known:
            pieces.append((before + text)[at : match.start()])
            at = match.end()
            marks.append(Call(start + sum(map(len, pieces)), match[1], page, line))
    return "".join([*pieces, (before + text)[at:]]), marks
