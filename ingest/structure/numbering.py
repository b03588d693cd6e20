"""Which level a printed number belongs to: the neighbours decide.

A number alone is ambiguous: ``(i)`` is the ninth letter or the first numeral. Read in
sequence, one reading is by far the cheapest: the one in which lists start at one and
go on by one. The cheapest readings are found with a beam search over stacks of open lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.structure.labels import Label, Reading, Style

#: How many unfinished readings are kept; more never changed a result.
_BEAM = 12

# What a step costs. A list that goes on or opens as expected is (nearly) free.
_OPEN = 0.3
_OPEN_UNASKED = 0.8
_CLOSE = 0.05
#: A colon announced a list, and none opens.
_UNANSWERED = 0.6
_GAP = 3.0
_RESTART = 4.0
_LATE_START = 4.0
_NESTED_SAME = 2.5
_PARA_INSIDE = 6.0
_UNUSUAL_ORDER = 1.2
_HEADING = 1.6

#: From the outermost style to the innermost, as house styles nest them.
_ORDER: dict[Style, int] = {
    "1.": 0,
    "1.1": 0,
    "(A)": 1,
    "(1)": 1,
    "(a)": 1,
    "(i)": 2,
    "a.": 3,
    "i.": 3,
}


class Entry(NamedTuple):
    """A number to be placed.

    Attributes:
        label: The printed number.
        asked: Whether the words before it announce a list (they end in a colon).
        fresh: Whether a heading stands between it and the number before.
        heading: Whether it may be a numbered heading, outside the count of paragraphs.
        operative: Whether it may be the first operative paragraph, which ends whatever list
            the preamble has open.
    """

    label: Label
    asked: bool = False
    fresh: bool = False
    heading: bool = False
    operative: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    stack: tuple[Reading, ...]
    cost: float
    chosen: tuple[Reading, ...] | None = None
    before: _State | None = None


def place(entries: Sequence[Entry]) -> list[tuple[Reading, ...]]:
    """The stack of open lists at each number, outermost first; the last is the number itself.

    The stack of a number that is best read as a heading is empty.
    """
    states = [_State((), 0.0)]
    for entry in entries:
        steps = [step for state in states for step in _steps(state, entry)]
        best: dict[tuple[Reading, ...], _State] = {}
        for step in steps:
            known = best.get(step.stack)
            if known is None or step.cost < known.cost:
                best[step.stack] = step
        states = sorted(best.values(), key=lambda s: s.cost)[:_BEAM]
    placed: list[tuple[Reading, ...]] = []
    state: _State | None = states[0]
    while state is not None and state.chosen is not None:
        placed.append(state.chosen)
        state = state.before
    return placed[::-1]


def _steps(state: _State, entry: Entry) -> list[_State]:
    steps = []
    if entry.heading:
        steps.append(_State(state.stack, state.cost + _HEADING, (), state))
    for reading in entry.label.readings:
        if reading.style == "1.1":
            # It bears the whole path itself; the count of plain numbers goes on around it.
            steps.append(_step(state, (*_plain(state.stack), reading), _OPEN))
            continue
        for depth, open_list in enumerate(state.stack):
            if open_list.style == reading.style:
                cost = _go_on(open_list.ordinal, reading.ordinal, fresh=entry.fresh)
                cost += _CLOSE * (len(state.stack) - depth - 1) + _UNANSWERED * entry.asked
                steps.append(_step(state, (*state.stack[:depth], reading), cost))
        steps.append(_step(state, (*state.stack, reading), _open(state.stack, reading, entry)))
        decimal = state.stack and state.stack[0].style == "1.1"
        if (entry.operative or decimal) and state.stack and _ends(state.stack, reading):
            cost = _OPEN + _CLOSE * len(state.stack) + _UNANSWERED * entry.asked
            steps.append(_step(state, (reading,), cost))
    return steps


def _plain(stack: tuple[Reading, ...]) -> tuple[Reading, ...]:
    return stack[:1] if stack and stack[0].style == "1." else ()


def _ends(stack: tuple[Reading, ...], reading: Reading) -> bool:
    """Whether a plain number ends whatever list is open."""
    return stack[0].style != reading.style == "1."


def root(stack: Sequence[Reading]) -> int:
    """Index in a stack of the number that is a paragraph's own: ``1.1`` stands in no ``1.``"""
    return 1 if len(stack) > 1 and stack[1].style == "1.1" else 0


def _step(state: _State, stack: tuple[Reading, ...], cost: float) -> _State:
    return _State(stack, state.cost + cost, stack, state)


def _go_on(last: int, now: int, *, fresh: bool) -> float:
    if now == last + 1:
        return 0.0
    if now > last + 1:
        return _GAP + min(2.0, 0.1 * (now - last))
    if now == 1:
        return 1.0 if fresh else _RESTART
    return _RESTART + _GAP


def _open(stack: tuple[Reading, ...], reading: Reading, entry: Entry) -> float:
    cost = _OPEN if entry.asked or not stack else _OPEN_UNASKED
    if reading.ordinal != 1:
        cost += _LATE_START
    if stack:
        outer = stack[-1]
        if any(reading.style == open_list.style for open_list in stack):
            cost += _NESTED_SAME
        if reading.style == "1.":
            cost += _PARA_INSIDE
        elif _ORDER[reading.style] <= _ORDER[outer.style]:
            cost += _UNUSUAL_ORDER
    elif _ORDER[reading.style]:
        cost += _UNUSUAL_ORDER / 2
    return cost
