"""Two columns of running text on a PDF page: the left one is read before the right one.

Lines of both columns share their baselines, as the cells of a table do. Running text fills
its column line after line; the cells of a table rarely do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ingest.read.pdf_lines import Row, Run

#: So many lines side by side make columns.
_LINES = 8
#: Columns are apart by at least this many font sizes.
_GUTTER = 1.15
#: This share of the lines fills this share of its column.
_MOST, _FULL = 0.6, 0.8
#: A column holds so many characters a line at least, on the average.
_CHARACTERS = 22
#: A number in front of a paragraph has at most so many.
_NUMBER = 6
#: The narrower column has this share of the wider one's width at least.
_ALIKE = 0.6
#: Lines of a column begin within so many points.
_STEP = 6.0


class _Pair(NamedTuple):
    """A line that is parted in two."""

    left: list[Run]
    right: list[Run]


def in_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page in the order in which they are read.

    Args:
        rows: From top to bottom.
    """
    pairs = [pair for row in rows if (pair := _parted(row)) is not None]
    if len(pairs) < _LINES:
        return list(rows)
    start = _start(pairs)
    pairs = [pair for pair in pairs if abs(pair.right[0].left - start) < _STEP]
    if len(pairs) < _LINES or not _is_text(pairs):
        return list(rows)
    return _reordered(rows, start)


def _parted(row: Row) -> _Pair | None:
    """The two halves of a row that has one wide gap."""
    if len(row.runs) < 2:
        return None
    runs = sorted(row.runs, key=lambda run: run.left)
    cuts = [
        index
        for index in range(1, len(runs))
        if runs[index].left - runs[index - 1].right > _GUTTER * row.size
    ]
    # Behind a paragraph's number stands a gap too, which does not part columns.
    cut = next((index for index in cuts if _length(runs[:index]) > _NUMBER), None)
    return None if cut is None else _Pair(runs[:cut], runs[cut:])


def _length(runs: Sequence[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _start(pairs: Sequence[_Pair]) -> float:
    """Where most right halves begin."""
    counted = Counter(round(pair.right[0].left / _STEP) for pair in pairs)
    return counted.most_common(1)[0][0] * _STEP


def _is_text(pairs: Sequence[_Pair]) -> bool:
    """Whether both halves are running text that fills its column."""
    widths = []
    for halves in ([pair.left for pair in pairs], [pair.right for pair in pairs]):
        first = min(half[0].left for half in halves)
        width = max(half[-1].right for half in halves) - first
        full = sum(half[-1].right - first >= _FULL * width for half in halves)
        if full < _MOST * len(halves) or _length_of_all(halves) < _CHARACTERS * len(halves):
            return False
        widths.append(width)
    return min(widths) >= _ALIKE * max(widths)


def _length_of_all(halves: Sequence[Sequence[Run]]) -> int:
    return sum(_length(half) for half in halves)


def _reordered(rows: Sequence[Row], start: float) -> list[Row]:
    """From one line that runs across both columns to the next: left column, then right."""
    edge = start - 2
    out: list[Row] = []
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        if any(run.left < edge - _STEP and run.right > edge + _STEP for run in row.runs):
            out += [*left, *right, row]
            left, right = [], []
            continue
        halves = (
            [run for run in row.runs if run.left < edge - _STEP],
            [run for run in row.runs if run.left >= edge - _STEP],
        )
        for half, column in zip(halves, (left, right), strict=True):
            if half:
                column.append(replace(row, runs=half))
    return [*out, *left, *right]
