"""A table of a web page -> rows with one cell for every column."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.read.lines import Line, Span
from ingest.read.spans import cell, plain, row

#: More columns than any table of a decision; a span of a million is an attack.
_MOST = 200


class Table:
    """An open table: cells are added, rows are taken."""

    def __init__(self) -> None:
        self._columns: list[tuple[Span, ...]] = []
        self._notes: list[Line] = []
        #: Of each column, how many more rows a cell above it covers.
        self._covered: dict[int, int] = {}

    def add(self, lines: list[Line], attributes: dict[str, str | None]) -> None:
        """A cell; the columns that it spans beyond its first stay empty."""
        self._skip_covered()
        begin = len(self._columns)
        self._notes += [line for line in lines if line.role == "footnote"]
        self._columns.append(cell(line for line in lines if line.role != "footnote"))
        self._columns += [()] * (_span(attributes.get("colspan")) - 1)
        rows = _span(attributes.get("rowspan"))
        if rows > 1:
            # One more, for the row that is open now counts it down too.
            self._covered.update(dict.fromkeys(range(begin, len(self._columns)), rows))

    def end_row(self) -> Iterator[Line]:
        """The row, and after it the notes that stand in its cells."""
        self._skip_covered()
        columns, self._columns = self._columns, []
        notes, self._notes = self._notes, []
        self._covered = {at: left - 1 for at, left in self._covered.items() if left > 1}
        if any(columns):
            cells = tuple(plain(column) for column in columns)
            yield Line(row(columns), whole=True, role="table", cells=cells)
        yield from notes

    def _skip_covered(self) -> None:
        while len(self._columns) in self._covered and len(self._columns) < _MOST:
            self._columns.append(())


def _span(text: str | None) -> int:
    try:
        return min(max(int(text or 1), 1), _MOST)
    except ValueError:
        return 1
