"""Notes of a table: keyed by letters, right below it, not at the foot of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.read.lines import Line, Span
from ingest.read.spans import without
from ingest.structure.notes_page import raised_opening

#: What may stand between a table and its keyed notes, or what they begin with.
LEAD = re.compile(
    r"(?i:abbreviations?|notes?|sources?|key|abreviaturas?|notas?|fuentes?|abréviations?)\b"
    r".{0,14}?:"
)
_PLAIN = re.compile(r"\s*(?P<key>[a-z])\s+(?=[\"“«(]?[A-ZÀ-Ý\d])")
_WORDS = re.compile(r"\s*[\"“«(]?[A-ZÀ-Ý\d]")


def find_keyed(lines: Sequence[Line]) -> dict[int, tuple[str, tuple[Span, ...]]]:
    """The lines that open a note of a table, by index: each its letter and its words.

    A raised letter tells by itself, a plain one only below what the source says is a table;
    letters run on from *a*.
    """
    found: dict[int, tuple[str, tuple[Span, ...]]] = {}
    before, below = "", False
    for index, line in enumerate(lines):
        if line.role == "table" or "\t" in line.text:
            before, below = "", line.role == "table"
            continue
        raised = _raised(line)
        opened = raised or ((_noted(line) or _plain(line)) if below else None)
        if opened and _follows(opened[0], before, raised=raised is not None):
            found[index] = opened
            before, below = opened[0], True
        elif line.text.strip() and (line.whole or not before) and not LEAD.match(line.text):
            before, below = "", False
    return found


def _raised(line: Line) -> tuple[str, tuple[Span, ...]] | None:
    if not raised_opening(line):
        return None
    key, words = line.spans[0].text.strip(), "".join(span.text for span in line.spans[1:])
    if len(key) != 1 or not key.islower() or not _WORDS.match(words):
        return None
    return key, line.spans[1:]


def _noted(line: Line) -> tuple[str, tuple[Span, ...]] | None:
    """The source says that it is a note, as Markdown does."""
    if line.role != "footnote" or line.note is None or len(line.note) != 1:
        return None
    return (line.note, line.spans) if line.note.isalpha() else None


def _plain(line: Line) -> tuple[str, tuple[Span, ...]] | None:
    match = _PLAIN.match(line.text)
    return (match["key"], without(line.spans, match.end())) if match else None


def _follows(key: str, before: str, *, raised: bool) -> bool:
    if key == "a":
        return True
    return bool(before) and (key > before if raised else ord(key) == ord(before) + 1)


def goes_on(above: Line, line: Line) -> bool:
    """Whether a line of a page goes on with the note whose last line stands above it."""
    step = line.top - above.top
    return (
        line.page == above.page
        and "\t" not in line.text
        and abs(line.size - above.size) < 0.3
        and 0 < step < 1.35 * line.size
    )
