"""Writing a CSV file that spreadsheets open with the right letters."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.actions import guarded
from ingest.errors import DecisionsError


class CannotWrite(DecisionsError):
    """A file that was asked for cannot be written."""


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The error for a file that cannot be written, with its reason."""
    return CannotWrite(f"cannot write {path}: {error.strerror}", "choose another place")


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows under a header, as UTF-8 with the mark that Excel needs to see that.

    Cells that a spreadsheet would take for a formula get an apostrophe in front.

    Raises:
        CannotWrite: The file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([guarded(cell) for cell in row] for row in rows)
    except OSError as error:
        raise cannot_write(path, error) from None
