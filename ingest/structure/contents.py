"""The contents list: a check on what was found, not a source of beginnings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.codes import parse_code
from ingest.read.lines import Line

_TITLE = re.compile(
    r"(?:table of )?contents|índice|indice|sommaire|table des matières|содержание|目录|المحتويات",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_ENTRY_END = re.compile(r"(?:(?:\.\s?){3,}|…|\t|\s{2,}|_{4,})\s*(?:\d{1,4}|[ivxl]{1,6})\s*$")
_ENTRY = re.compile(
    r"\s*(?P<word>(?-i:Decision|Resolution|Recommendation|Decisi[oó]n|Resoluci[oó]n|D[ée]cision)\s+)?"
    r"(?P<code>[A-Z0-9.\-–]{1,12}\s?/\s?[A-Z]{0,4}\s?\.?\s?\d{1,3}"
    r"|[IVXL]{1,7}\.\d{1,2}|Conf\.\s?\d+\.\d+)[.:]?(?=\s|$)",
    re.IGNORECASE,
)
_RESOLUTIONS = re.compile(r"\s*(?:resolutions?|resoluci[oó]n(?:es)?|r[ée]solutions?)\s*$", re.I)
_DECISIONS = re.compile(r"\s*(?:decisions?|decisi[oó]n(?:es)?|d[ée]cisions?)\b.{0,20}$", re.I)
#: Entries begin within so many points of each other.
_ALIGNED = 15
#: An entry may take so many lines.
_ENTRY_LINES = 7


def find_contents(lines: Sequence[Line]) -> tuple[set[int], tuple[str, ...]]:
    """Indices of the lines of contents lists, and the codes that they name.

    A list opens with its title (``Contents``) and reaches to its last entry, a line that
    ends in a page number; a line with dot leaders belongs to one even without a title.
    """
    inside: set[int] = set()
    index = 0
    while index < len(lines):
        if _TITLE.fullmatch(lines[index].text.strip().strip("*#: ")):
            stop = _end(lines, index + 1)
            if stop > index + 1:
                inside.update(range(index, stop))
                index = stop
                continue
        index += 1
    inside.update(i for i, line in enumerate(lines) if _LEADERS.search(line.text))
    return inside, _codes(lines, sorted(inside))


def _end(lines: Sequence[Line], start: int) -> int:
    """Index after the last entry of the list that opens at ``start``."""
    stop = start
    misses = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if not line.text.strip():
            continue
        if _ENTRY_END.search(line.text) and line.role != "table":
            stop, misses = index + 1, 0
        else:
            misses += 1
            if misses > _ENTRY_LINES:
                break
    # Headings of the list itself (``Resolution``) need no number; what follows may be text.
    return stop


def _codes(lines: Sequence[Line], indices: Sequence[int]) -> tuple[str, ...]:
    codes: list[str] = []
    word = ""
    margins = _margins(lines, indices)
    for index in indices:
        text = lines[index].text
        if _RESOLUTIONS.match(text) or re.search(r"\bRESOLUTIONS? ADOPTED", text, re.I):
            word = "resolution "
        elif _DECISIONS.match(text) or re.search(r"\bDECISIONS? ADOPTED", text, re.I):
            word = ""
        match = _ENTRY.match(text.replace("*", ""))
        if match is None:
            continue
        code = parse_code((match["word"] or word) + match["code"], match["code"])
        aligned = abs(lines[index].left - margins[lines[index].page]) < _ALIGNED
        if code and (match["word"] or aligned):
            codes.append(code.code)
    return tuple(dict.fromkeys(codes))


def _margins(lines: Sequence[Line], indices: Sequence[int]) -> dict[int | None, float]:
    """Left edge at which most entries of a page begin; a wrapped title may open with a code too."""
    lefts: dict[int | None, Counter[int]] = {}
    for i in indices:
        if _ENTRY.match(lines[i].text):
            lefts.setdefault(lines[i].page, Counter())[round(lines[i].left)] += 1
    return {
        page: max(counted, key=lambda left: (counted[left], -left))
        for page, counted in lefts.items()
    }
