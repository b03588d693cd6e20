"""Which mark calls which note: by page and number, else by nearness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.structure.notes import Note
from ingest.structure.rich import Call

#: A note may stand so many pages from its mark.
_NEAR = 1
#: Notes of a table stand below it, at most so many pages after a mark in it.
TABLE_PAGES = 8


def match_calls(calls: Sequence[Call], notes: Sequence[Note]) -> dict[Call, int]:
    """The index of the note of each mark that has one.

    Args:
        calls: Marks of the whole file in reading order.
        notes: Notes of the whole file in reading order.
    """
    by_number: defaultdict[str, list[int]] = defaultdict(list)
    for index, note in enumerate(notes):
        by_number[note.number].append(index)
    taken: set[int] = set()
    found: dict[Call, int] = {}
    for call in calls:
        choice = _choice(call, by_number[call.number], notes, taken)
        if choice is not None:
            found[call] = choice
            taken.add(choice)
    return found


def _choice(
    call: Call, candidates: Sequence[int], notes: Sequence[Note], taken: set[int]
) -> int | None:
    if not candidates:
        return None
    free = [index for index in candidates if index not in taken]
    if call.number.isalpha():
        # Each table has notes of its own below it, on its page or pages later.
        below = [i for i in candidates if _is_below(call, notes[i])]
        if below:
            return below[0]
    if call.page is not None:
        return _by_page(call, candidates, free, notes)
    after = [i for i in free if notes[i].at > call.line]
    if after:
        return after[0]
    before = [i for i in candidates if notes[i].at <= call.line]
    return before[-1] if before else candidates[-1]


def _is_below(call: Call, note: Note) -> bool:
    if call.page is not None and note.page is not None and note.page - call.page > TABLE_PAGES:
        return False
    return note.at > call.line


def _by_page(
    call: Call, candidates: Sequence[int], free: Sequence[int], notes: Sequence[Note]
) -> int | None:
    pages = {index: (notes[index].page or 0) - (call.page or 0) for index in candidates}
    here = [i for i in free if not pages[i]] or [i for i in candidates if not pages[i]]
    if here:
        return here[0]
    if not call.number.isdigit():
        # Stars of a table are below it as well; letters have been found there already.
        below = [i for i in candidates if 0 < pages[i] <= TABLE_PAGES]
        if below:
            return below[0]
    near = [i for i in free if abs(pages[i]) <= _NEAR]
    if near:
        return near[0]
    before = [i for i in candidates if pages[i] < 0]
    return before[-1] if before else None
