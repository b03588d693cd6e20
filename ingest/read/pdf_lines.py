"""The characters of a PDF page to lines, by where they stand on it.

The order of a PDF's content is the order in which it was painted: footnotes may come
first, a masthead last. So lines are put together from baselines, and sorted by place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from ingest.read.lines import Line, Span
from ingest.read.pdf_chars import Chars, Floats, Ints, Look
from ingest.read.pdf_columns import in_columns

#: A gap of this many font sizes is a space between words, whatever the characters say.
_SPACE = 0.11
#: Where a space character stands, letters may even overlap a little: an italic f hangs over.
_SPACE_SAID = -0.35
#: A gap of this many font sizes parts cells, or a number from its paragraph.
_TAB = 1.15
#: Baselines that differ by less than this many font sizes are one line.
_SAME_LINE = 0.22
#: How far above (below) its line a small character may stand, in font sizes of the line.
_RISE = 0.75
_FALL = 0.35
#: A run is raised when it stands this much higher and is this much smaller.
_RAISED = 0.12
_SMALLER = 0.9
#: A small run is at most so many font sizes beside the words of its line.
_BESIDE = 2.5
#: A note's mark stands at most so many font sizes before its text.
_HANGING = 5.0

_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\xad": "-", "\xa0": " ", "\x00": None})


@dataclass(slots=True)
class Run:
    """Characters of one look that stand side by side."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    look: Look
    space_before: bool = False
    space_after: bool = False


@dataclass(slots=True)
class Row:
    """Runs of one line."""

    baseline: float
    size: float
    runs: list[Run] = field(default_factory=list)


def page_lines(chars: Chars, page: int) -> list[Line]:
    """The lines of a page from top to bottom.

    Words that run across the direction of the others (the header of a landscape page) are
    lines of their own.
    """
    turns = np.array([look.turn for look in chars.faces] or [0])[chars.looks]
    turns[chars.looks < 0] = -1
    present = [int(turn) for turn in np.unique(turns) if turn >= 0]
    usual = max(present, key=lambda turn: int((turns == turn).sum()), default=0)
    rows = _rows(_runs(chars, turns == usual, usual))
    rows.sort(key=lambda row: row.baseline)
    lines = [_line(row, page) for row in in_columns(rows)]
    for turn in present:
        if turn != usual:
            across = _rows(_runs(chars, turns == turn, turn))
            lines = _beside(across, lines, page)
    return lines


def _beside(rows: list[Row], lines: list[Line], page: int) -> list[Line]:
    """Put lines that run across the page before or behind the others, as running headers are."""
    rows.sort(key=lambda row: row.baseline)
    return [*(_line(row, page, edge=True) for row in rows), *lines]


def _runs(chars: Chars, chosen: npt.NDArray[np.bool_], turn: int) -> list[Run]:
    blank = np.array([c.isspace() for c in chars.text], dtype=bool)
    real = chars.looks >= 0  # the others PDFium has made up
    where = np.flatnonzero(real & ~blank & chosen)
    if not len(where):
        return []
    left, right, top, bottom = _upright(chars, where, turn)
    looks = chars.looks[where]
    sizes = np.array([look.size or 1.0 for look in chars.faces])[looks]
    gaps = left[1:] - right[:-1]
    said = np.diff(np.cumsum(real & blank)[where]) > 0
    new = (np.diff(looks) != 0) | (gaps < -0.6 * sizes[1:]) | (gaps > _TAB * sizes[1:])
    spaced = ~new & ((gaps > _SPACE * sizes[1:]) | (said & (gaps > _SPACE_SAID * sizes[1:])))
    letters = [chars.text[i] for i in where.tolist()]
    for i in (np.flatnonzero(spaced) + 1).tolist():
        letters[i] = " " + letters[i]
    apart = [False, *said.tolist(), False]
    starts = [0, *(np.flatnonzero(new) + 1).tolist()]
    stops = [*starts[1:], len(letters)]
    runs = []
    for a, b in zip(starts, stops, strict=True):
        look = chars.faces[int(looks[a])]
        low, high = float(bottom[a:b].max()), float(top[a:b].min())
        baseline = look.baseline
        if baseline is None or not high - 1 <= baseline <= low + 1:
            baseline = low - 0.22 * look.size
        text = "".join(letters[a:b]).translate(_HYPHENS)
        runs.append(
            Run(
                text,
                float(left[a]),
                float(right[b - 1]),
                high,
                low,
                baseline,
                look,
                apart[a],
                apart[b],
            )
        )
    return runs


def _upright(chars: Chars, where: Ints, turn: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Left, right, top and bottom as a reader sees them who turns the page to read this text."""
    left, right = chars.left[where], chars.right[where]
    top, bottom = chars.top[where], chars.bottom[where]
    if turn == 1:
        return chars.height - bottom, chars.height - top, left, right
    if turn == 2:
        return chars.width - right, chars.width - left, chars.height - bottom, chars.height - top
    if turn == 3:
        return top, bottom, chars.width - right, chars.width - left
    return left, right, top, bottom


def _rows(runs: list[Run]) -> list[Row]:
    """Large runs make the lines, small ones join the line that they stand at."""
    rows: list[Row] = []
    small: list[Run] = []
    usual = _usual_size(runs)
    largest = max((run.look.size for run in runs), default=0.0)
    for run in runs:
        row = _near(rows, run)
        mark = _may_be_mark(run, usual, largest)
        if row is not None and not (mark and _gap_to(row, run) > _BESIDE * row.size):
            row.runs.append(run)
        elif mark:
            small.append(run)
        else:
            rows.append(Row(run.baseline, run.look.size, [run]))
    for run in sorted(small, key=lambda run: -run.look.size):
        row = _bearing(rows, run) or _near(rows, run)
        if row is not None:
            row.runs.append(run)
        else:
            rows.append(Row(run.baseline, run.look.size, [run]))
    return rows


#: Longer runs are text of their own, not marks.
_MARK_LENGTH = 12
_MARK = re.compile(r"\d{1,3}(?:[,–-]\s?\d{1,3})*|[a-z]|\*{1,3}")


def _may_be_mark(run: Run, usual: float, largest: float) -> bool:
    """Whether a run may belong to a line with larger type; a heading's mark is as large as text."""
    if len(run.text) > _MARK_LENGTH:
        return False
    small = run.look.size < _SMALLER * usual
    return small or (run.look.size < _SMALLER * largest and bool(_MARK.fullmatch(run.text)))


def _usual_size(runs: list[Run]) -> float:
    weights: dict[float, int] = {}
    for run in runs:
        weights[run.look.size] = weights.get(run.look.size, 0) + len(run.text)
    return max(weights, key=lambda size: weights[size], default=0.0)


def _near(rows: list[Row], run: Run) -> Row | None:
    # The run before mostly stands on the same line.
    for row in reversed(rows):
        size = max(row.size, run.look.size)
        if abs(row.baseline - run.baseline) < _SAME_LINE * size:
            smaller, larger = sorted((row.size, run.look.size))
            if smaller > 0.55 * larger or len(run.text) <= _MARK_LENGTH:
                return row
    return None


def _bearing(rows: list[Row], run: Run) -> Row | None:
    """The line that a small run beside its words belongs to."""
    best: tuple[float, Row] | None = None
    for row in rows:
        if run.look.size > _SMALLER * row.size:
            continue
        rise = (row.baseline - run.baseline) / row.size
        if not -_FALL < rise < _RISE:
            continue
        if _beside_words(row, run, rise) and (best is None or abs(rise - 0.35) < best[0]):
            best = (abs(rise - 0.35), row)
    return best[1] if best else None


def _gap_to(row: Row, run: Run) -> float:
    return min(max(run.left - other.right, other.left - run.right) for other in row.runs)


def _beside_words(row: Row, run: Run, rise: float) -> bool:
    """Whether a small run is near the words of a line; a raised mark may hang further away.

    Such is the mark of an empty cell in the middle of a row, or of a note whose text is
    indented.
    """
    if _gap_to(row, run) < _BESIDE * row.size:
        return True
    if rise < _RAISED or not _MARK.fullmatch(run.text):
        return False
    first = min(other.left for other in row.runs)
    last = max(other.right for other in row.runs)
    return first < run.left < last or 0 < first - run.right < _HANGING * row.size


def _line(row: Row, page: int, *, edge: bool = False) -> Line:
    runs = sorted(row.runs, key=lambda run: run.left)
    weights: dict[tuple[float, float], int] = {}
    for run in runs:
        key = (run.look.size, run.baseline)
        weights[key] = weights.get(key, 0) + len(run.text)
    size, baseline = max(weights, key=lambda key: (weights[key], key[0]))
    if size < 0.8 * row.size:
        size, baseline = row.size, row.baseline
    spans: list[Span] = []
    previous: Run | None = None
    for run in runs:
        if previous is not None:
            if _printed_twice(previous, run):
                continue
            spans.append(_gap(previous, run, size))
        raised = run.look.size < _SMALLER * size and (baseline - run.baseline) > _RAISED * size
        spans.append(
            Span(
                run.text,
                run.look.size,
                raised=raised,
                italic=run.look.face.italic,
                bold=run.look.face.bold,
            )
        )
        previous = run
    return Line(
        _merged(spans),
        page,
        left=round(runs[0].left, 1),
        right=round(max(run.right for run in runs), 1),
        top=0.0 if edge else round(baseline - 0.8 * size, 1),
        bottom=0.0 if edge else round(baseline + 0.2 * size, 1),
        role="header" if edge else None,
    )


def _printed_twice(first: Run, second: Run) -> bool:
    """Bold type is sometimes made by printing the same words twice, a hair apart."""
    return first.text == second.text and abs(first.left - second.left) < 0.15 * first.look.size


def _gap(first: Run, second: Run, size: float) -> Span:
    gap = second.left - first.right
    if gap > _TAB * size:
        return Span("\t")
    said = first.space_after or second.space_before
    return Span(" " if gap > (_SPACE_SAID if said else _SPACE) * size else "")


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one look as one span; a gap belongs to the words before it, not to a mark."""
    out: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if out and not span.size and out[-1].raised:
            out.append(replace(out[-1], text=span.text, raised=False))
        elif out and (not span.size or _alike(out[-1], span)):
            last = out[-1]
            out[-1] = Span(last.text + span.text, last.size, last.raised, last.italic, last.bold)
        else:
            out.append(span)
    return tuple(out)


def _alike(one: Span, other: Span) -> bool:
    return (one.size, one.raised, one.italic, one.bold) == (
        other.size,
        other.raised,
        other.italic,
        other.bold,
    )
