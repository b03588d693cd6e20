"""Spans: joining those of one look, trimming, and joining whole lines into one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.read.lines import Line, Span

#: A line break before ``6.``, ``(b)`` or ``b)`` with a text behind it.
_TYPED_NUMBER = re.compile(r"\n(?=\s*(?:\d{1,3}\.|\([a-z]{1,5}\)|[a-z]{1,4}\))\s+\S)")


def with_text(span: Span, text: str) -> Span:
    """The span with another text; ``dataclasses.replace`` takes five times as long."""
    if text == span.text:
        return span
    return Span(text, span.size, span.raised, span.italic, span.bold, span.note)


def _alike(one: Span, other: Span) -> bool:
    return (
        one.italic == other.italic
        and one.size == other.size
        and one.bold == other.bold
        and one.raised == other.raised
        and one.note == other.note
    )


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; marks of notes stay apart."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and span.note is None and _alike(result[-1], span):
            result[-1] = with_text(span, result[-1].text + span.text)
        else:
            result.append(span)
    return tuple(result)


def trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without white space at either end."""
    rest = list(spans)
    while rest:
        first = with_text(rest[0], rest[0].text.lstrip())
        if first.text:
            rest[0] = first
            break
        rest.pop(0)
    while rest:
        last = with_text(rest[-1], rest[-1].text.rstrip())
        if last.text:
            rest[-1] = last
            break
        rest.pop()
    return tuple(rest)


def flat(spans: Iterable[Span]) -> tuple[Span, ...]:
    """With tabs and line breaks as spaces, for a cell of a table."""
    table = str.maketrans("\t\n", "  ")
    return tuple(with_text(span, span.text.translate(table)) for span in spans)


def plain(spans: Iterable[Span]) -> str:
    """The words without the marks of notes."""
    return "".join(span.text for span in spans if span.note is None)


def divided(spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """One block as several, where a line break stands before a typed number.

    Numbered paragraphs are often typed into one block with line breaks between them;
    other line breaks only shape the text.
    """
    if not any("\n" in span.text for span in spans):
        whole = trimmed(joined(spans))
        return [whole] if whole else []
    parts: list[list[Span]] = [[]]
    text = "".join(span.text for span in spans)
    cuts = {match.start() for match in _TYPED_NUMBER.finditer(text)}
    at = 0
    for span in spans:
        begin = 0
        for cut in sorted(cut - at for cut in cuts if at <= cut < at + len(span.text)):
            parts[-1].append(with_text(span, span.text[begin:cut]))
            parts.append([])
            begin = cut
        parts[-1].append(with_text(span, span.text[begin:]))
        at += len(span.text)
    return [part for part in (trimmed(joined(part)) for part in parts) if part]


def without(spans: Iterable[Span], count: int) -> tuple[Span, ...]:
    """Without the first ``count`` characters."""
    rest: list[Span] = []
    for span in spans:
        if count < len(span.text):
            rest.append(with_text(span, span.text[count:]))
        count = max(0, count - len(span.text))
    return tuple(rest)


def row(columns: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """Cells of a table, joined by tabs."""
    spans: list[Span] = []
    for index, column in enumerate(columns):
        spans += [Span("\t")] if index else []
        spans += column
    return joined(spans)


def cell(lines: Iterable[Line]) -> tuple[Span, ...]:
    """The lines of a cell as one, with their automatic numbers."""
    spans: list[Span] = []
    for line in lines:
        spans += [Span(" ")] if spans else []
        spans += [Span(f"{line.number} ")] if line.number else []
        spans += line.spans
    return trimmed(flat(joined(spans)))
