"""Footnotes of a source with positions: at the foot of the page, in smaller type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from ingest.read.lines import Line, Span
from ingest.structure.closing import is_date
from ingest.structure.marks import MARK, one_marks

#: Notes, and often tables, are at most this much of the size of the text.
SMALL = 0.96
#: A gap of so many lines parts notes from the text above them.
_GAP = 1.35
#: A note may go on over so many lines at the foot of the next page.
_GOES_ON = 12
_ENDS = (".", "!", "?", ")", "”")
_PLAIN_MARK = re.compile(
    r"(\d{1,3})(?:/|\))?\s+(?=[^\W\d_]|[“\"‘«(])|(\*{1,4}|[†‡§])\s*(?=[\w“\"‘«(])"
)

_STARS = re.compile(r"(?<=[\w)\].,;”])\*+(?!\w)")


def body_size(lines: Sequence[Line]) -> float:
    """The font size of most of the text, in points."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return max(weights, key=lambda size: weights[size], default=0.0)


def part_notes(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and the lines of the notes, a list a page."""
    size = body_size(lines)
    body: list[Line] = []
    notes: list[list[Line]] = []
    going_on = False
    # Whether the last note of the page before has no end yet.
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        start = _zone(page, size, going_on=going_on, called=_called(page))
        body.extend(page[:start])
        if start < len(page):
            notes.append(page[start:])
        going_on = start < len(page) and page[-1].text.rstrip()[-1:] not in _ENDS
    return body, notes


def _called(page: Sequence[Line]) -> set[str]:
    """The marks that stand on a page, raised, or stars behind a word."""
    marks: set[str] = set()
    for line in page:
        for index, span in enumerate(line.spans):
            if span.raised and index and MARK.fullmatch(span.text):
                marks.update(one_marks(span.text))
        marks.update(_STARS.findall(line.text))
    return marks


def _zone(
    page: Sequence[Line], size: float, *, going_on: bool, called: Collection[str] = ()
) -> int:
    """Index of the first line of the notes at the foot of a page."""
    small = len(page)
    while small > 0 and page[small - 1].size <= SMALL * size:
        small -= 1
    first = next((i for i in range(small, len(page)) if opens_note(page[i], called)), None)
    rest = going_on and _starts_anew(page, small, size)
    if first is None and not rest:
        return _same_size_zone(page, small)
    if rest and (len(page) if first is None else first) - small <= _GOES_ON:
        return small
    return len(page) if first is None else first


def _starts_anew(page: Sequence[Line], index: int, size: float) -> bool:
    if index == 0 or index >= len(page):
        return False
    above, line = page[index - 1], page[index]
    return line.top - above.bottom > 0.5 * size and "\t" not in line.text


def _same_size_zone(page: Sequence[Line], small: int) -> int:
    """Old files print notes in the size of the text: after a gap, opened by a raised mark."""
    for index in range(len(page) // 2, len(page)):
        if not raised_opening(page[index]) or index == 0:
            continue
        leading = _leading(page)
        if page[index].top - page[index - 1].top > _GAP * leading and all(
            line.left <= page[index].left + 60 for line in page[index:]
        ):
            return index
    return len(page)


def _leading(page: Sequence[Line]) -> float:
    steps = sorted(b.top - a.top for a, b in pairwise(page) if b.top > a.top)
    return steps[len(steps) // 3] if steps else 12.0


def opens_note(line: Line, called: Collection[str]) -> bool:
    """Whether a line opens with a note's mark: raised, or plain and called on its page."""
    if raised_opening(line):
        return True
    match = _plain_opening(line)
    return match is not None and (match[1] or match[2]) in called


def _plain_opening(line: Line) -> re.Match[str] | None:
    """A plain mark in front; the day of a date (``7 April 1995``) is none."""
    match = _PLAIN_MARK.match(line.text)
    return None if match is None or is_date(line.text) else match


def raised_opening(line: Line) -> bool:
    """Whether a line opens with a raised mark and goes on behind it."""
    return bool(
        line.spans
        and line.spans[0].raised
        and MARK.fullmatch(line.spans[0].text)
        and len(line.spans) > 1
    )


def opening(line: Line) -> tuple[str, tuple[Span, ...]] | None:
    """The mark that a line of a note opens with and the spans after it."""
    if raised_opening(line):
        numbers = one_marks(line.spans[0].text)
        return numbers[0], line.spans[1:]
    match = _plain_opening(line)
    if match is None:
        return None
    return match[1] or match[2], tuple(_skip(line.spans, match.end()))


def _skip(spans: Sequence[Span], count: int) -> Iterator[Span]:
    for span in spans:
        if count >= len(span.text):
            count -= len(span.text)
            continue
        rest = span.text[count:]
        count = 0
        yield Span(rest, span.size, span.raised, span.italic, span.bold, span.note)
