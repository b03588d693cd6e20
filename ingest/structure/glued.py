"""Marks that a conversion has glued to a word, a year or a code: ``communication1/``, ``2018.2``.

Only a note that nothing calls makes such digits a mark, and marks are looked for in the
order of their notes, so that a number that is text stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.sessions import session
from ingest.structure.draft import Draft
from ingest.structure.notes import Note
from ingest.structure.rich import Call, Rich

#: A note stands so many pages at most behind its mark.
_PAGES = 1
_AFTER = r"(?=[\s.,;:)\]”’]|$)"


def find_glued(drafts: Sequence[Draft], notes: Sequence[Note], uncalled: Sequence[int]) -> None:
    """Take glued marks of uncalled notes out of the texts of paragraphs.

    Args:
        drafts: In which the marks may stand, in reading order.
        notes: Of the file.
        uncalled: Indices of the notes that no mark calls, in order.
    """
    at = 0
    for index in uncalled:
        note = notes[index]
        if not note.number.isdigit():
            continue
        patterns = _patterns(note.number)
        for position in range(at, len(drafts)):
            draft = drafts[position]
            if not _near(draft, note):
                continue
            span = _glued(draft.rich.text, patterns)
            if span is not None:
                draft.rich = _without(draft.rich, span, note)
                at = position
                break


def _near(draft: Draft, note: Note) -> bool:
    if draft.page is None or note.page is None:
        return draft.line < note.at
    return -_PAGES <= note.page - draft.page <= _PAGES + 1


def _patterns(number: str) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"[^\W\d_]{{2}}[”’)\]]?(?P<mark>{number}/?){_AFTER}"),
        re.compile(
            rf"(?:[^\W\d_]{{2}}|(?:19|20)\d\d|\b[A-Z]{{1,3}}\d{{1,4}})[”’)\]]?[.,;:](?P<mark>{number}/?)(?=\s|$)"
        ),
        re.compile(rf"\d/\d{{1,3}}[,;:](?P<mark>{number})(?=\s|$)"),
        re.compile(rf"\b(?:19|20)\d\d(?P<mark>{number}){_AFTER}"),
        re.compile(rf"\([a-z]\)(?P<mark>{number}){_AFTER}"),
        re.compile(rf"/(?P<body>[A-Z]{{2,4}})\.(?P<session>\d{{1,2}})(?P<mark>{number}){_AFTER}"),
    )


def _glued(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int] | None:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if "session" in match.groupdict() and not _other_session(match):
                continue
            return match.span("mark")
    return None


def _other_session(match: re.Match[str]) -> bool:
    """Whether a code has a session only without the digits at its end."""
    body = match["body"]
    whole = f"{body}.{match['session']}{match['mark']}"
    return session(whole) is None and session(f"{body}.{match['session']}") is not None


def _without(rich: Rich, span: tuple[int, int], note: Note) -> Rich:
    start, end = span
    call = Call(start, note.number, note.page, max(0, note.at - 1))
    before, after = rich.cut(0, start), rich.cut(end)
    marked = Rich(before.text, (*before.marks, call), before.italic, before.bold)
    return marked.join(after, "")
