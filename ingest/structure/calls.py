"""Which mark calls which note: by page and number, else by nearness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.structure.notes import Note
from ingest.structure.rich import Call

#: A note may stand so many pages from its mark.
_NEAR = 1


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
    if call.page is not None:
        here = [i for i in free if notes[i].page == call.page]
        here = here or [i for i in candidates if notes[i].page == call.page]
        if here:
            return here[0]
        near = [i for i in free if abs((notes[i].page or 0) - call.page) <= _NEAR]
        if near:
            return near[0]
        before = [i for i in candidates if (notes[i].page or 0) < call.page]
        return before[-1] if before else None
    after = [i for i in free if notes[i].at > call.line]
    if after:
        return after[0]
    before = [i for i in candidates if notes[i].at <= call.line]
    return before[-1] if before else candidates[-1]
