"""Punctuation of one encoding that a PDF was made to show in another.

Some converters wrote the bytes of Windows-1252 and said they were Mac Roman: a dash comes out
as ``ñ`` (``2008ñ2009``), an apostrophe as ``í``. Between two digits no language has an ``ñ``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.read.lines import Line

_PROOF = re.compile(r"\dñ\d")

#: What is meant, by where it stands: letters of real words are left alone.
_MEANT = (
    (re.compile(r"(?<=\d)ñ(?=\d)|(?<=\b[a-z])ñ(?=[a-z]\b)|(?<=\s)ñ(?=\s)"), "–"),
    (re.compile(r"(?<=[a-z])í(?=s\b)|(?<=s)í(?=[\s,.;)]|$)"), "’"),
    (re.compile(r"(?<![^\W_])ì(?=\w)"), "“"),
    (re.compile(r"(?<=[\w.,])î(?![^\W_])"), "”"),
)


def mended(lines: Sequence[Line]) -> list[Line]:
    """The lines with such punctuation put right, where the source shows that it has any."""
    if not any(_PROOF.search(line.text) for line in lines):
        return list(lines)
    return [_mended(line) for line in lines]


def _mended(line: Line) -> Line:
    text = line.text
    for pattern, meant in _MEANT:
        text = pattern.sub(meant, text)
    if text == line.text:
        return line
    spans, at = [], 0
    for span in line.spans:  # each replacement is one character for one
        spans.append(replace(span, text=text[at : at + len(span.text)]))
        at += len(span.text)
    return replace(line, spans=tuple(spans))
