"""Footnotes of plain text whose marks have lost their rise: ``lanterns;1`` and ``1 Note.``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.read.lines import Line, Span
from ingest.read.spans import with_text, without
from ingest.structure.closing import is_date

_GLUED = re.compile(
    r"(?:[a-zà-ÿ]{2}[”’)\]]?[.,;:]?|\b(?:19|20)\d\d[.,;:]|\d/\d{1,3}[,;:]"
    r"|\b[A-Z]{1,3}\d{1,4}[.,;:])(?P<number>\d{1,3})(?=[\s.,;:)]|$)"
)
_NOTE = re.compile(r"(?P<number>\d{1,3})\s+(?=[A-Z“\"‘«(]|https?:|www\.)")
_STARRED = re.compile(r"[\w)”’](?P<number>\*{1,4})(?=[\s.,;:)]|$)")
_STAR_NOTE = re.compile(r"(?P<number>\*{1,4})\s*(?=[^\W_]|[“\"‘«(])")
_ENDED = re.compile(r"[.;:,!?][”\"’)\]]*\d{0,3}$|[;,]\s(?:and|or|y|o|et|ou)$")


def find_plain(lines: Sequence[Line]) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """The lines that are notes, by index: each its number and its words.

    A number in front of a line makes a note only where the same number is glued to a word
    above it and no note has answered it yet, so that years and amounts stay text.
    """
    found = _starred(lines)
    asked: set[str] = set()
    ended = True
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            ended = True
            continue
        match = None if line.role or not ended or is_date(text) else _NOTE.match(text)
        if match and match["number"] in asked:
            asked.discard(match["number"])
            lead = len(line.text) - len(line.text.lstrip())
            found[index] = match["number"], without(line.spans, lead + match.end())
        else:
            asked.update(mark["number"] for mark in _GLUED.finditer(text))
        ended = line.whole or _ENDED.search(text) is not None
    return found


#: Behind a code and a comma no text goes on with a digit at once: ``4/CMP.11,3 the``.
_LEFT = re.compile(r"\d/[A-Z]{2,4}\.\d{1,2}[,;](?P<number>\d{1,2})(?= [a-zà-ÿ])")


def with_left_marks(line: Line) -> Line:
    """The line with marks set apart whose notes the conversion has dropped."""
    if line.role == "table" or not _LEFT.search(line.text):
        return line
    spans: list[Span] = []
    for span in line.spans:
        at = 0
        for match in _LEFT.finditer(span.text):
            spans.append(with_text(span, span.text[at : match.start("number")]))
            spans.append(Span(match["number"], raised=True, note=match["number"]))
            at = match.end()
        spans.append(with_text(span, span.text[at:]))
    return replace(line, spans=tuple(spans))


def _starred(lines: Sequence[Line]) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """The one line that opens with the stars that a word above it bears; several are bullets."""
    asked: dict[str, int] = {}
    opened: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for index, line in enumerate(lines):
        if line.role == "table":
            continue
        match = _STAR_NOTE.match(line.text)
        if match and not line.role:
            opened.setdefault(match["number"], []).append((index, match))
        for mark in _STARRED.finditer(line.text):
            asked.setdefault(mark["number"], index)
    return {
        index: (number, without(lines[index].spans, match.end()))
        for number, [(index, match), *others] in opened.items()
        if not others and asked.get(number, index) < index
    }
