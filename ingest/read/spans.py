"""Spans: joining those of one look, trimming, and joining whole lines into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.read.lines import Span


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; marks of notes stay apart."""
    result: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if result and span.note is None and replace(result[-1], text=span.text) == span:
            result[-1] = replace(span, text=result[-1].text + span.text)
        else:
            result.append(span)
    return tuple(result)


def trimmed(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without white space at either end."""
    rest = list(spans)
    while rest:
        first = replace(rest[0], text=rest[0].text.lstrip())
        if first.text:
            rest[0] = first
            break
        rest.pop(0)
    while rest:
        last = replace(rest[-1], text=rest[-1].text.rstrip())
        if last.text:
            rest[-1] = last
            break
        rest.pop()
    return tuple(rest)


def flat(spans: Iterable[Span]) -> tuple[Span, ...]:
    """With tabs and line breaks as spaces, for a cell of a table."""
    table = str.maketrans("\t\n", "  ")
    return tuple(replace(span, text=span.text.translate(table)) for span in spans)


def plain(spans: Iterable[Span]) -> str:
    """The words without the marks of notes."""
    return "".join(span.text for span in spans if span.note is None)
