"""Emphasis and raised marks that are written with characters: ``*so*``, ``**so**``, ``³``."""

from __future__ import annotations

import re

from ingest.read.lines import Span

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_TOKEN = re.compile(
    r"(?P<strong>(?<!\w)(?:\*\*|__)(?=\S)(?P<strong_text>.+?)(?<=\S)(?:\*\*|__)(?!\w))"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*])(?P<emphasis_text>[^*]+?)(?<=\S)\*(?![*\w])"
    r"|(?<!\w)_(?=[^\s_])(?P<under_text>[^_]+?)(?<=\S)_(?!\w))"
    r"|(?P<note>\[\^(?P<note_number>[^\]\s]+)\])"
    r"|(?P<sup><sup>\s*(?P<sup_text>[^<]{1,12}?)\s*</sup>)"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<escaped>\\(?P<escaped_text>[*_\\#\[\]().\-+>`|]))"
)


def inline_spans(text: str) -> tuple[Span, ...]:
    """The runs of a line of text or Markdown; raised digits come as plain ones."""
    spans: list[Span] = []
    at = 0
    for match in _TOKEN.finditer(text):
        if match.start() > at:
            spans.append(Span(text[at : match.start()]))
        spans.extend(_span(match))
        at = match.end()
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def _span(match: re.Match[str]) -> tuple[Span, ...]:
    if match["strong"]:
        return (Span(match["strong_text"], bold=True),)
    if match["emphasis"]:
        return (Span(match["emphasis_text"] or match["under_text"], italic=True),)
    if match["note"]:
        number = match["note_number"]
        return (Span(number, raised=True, note=number),)
    if match["sup"]:
        return (Span(match["sup_text"], raised=True),)
    if match["raised"]:
        return (Span(match["raised"].translate(_RAISED), raised=True),)
    return (Span(match["escaped_text"]),)
