"""The index: paragraphs by meaning, by words and by token, with the library behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.index.reader import Index
    from ingest.settings import Settings


def open_index(settings: Settings) -> Index:
    """The current state of the index that the settings name; it stays as it is while open.

    Raises:
        IndexMissing: Nothing has been ingested.
        IndexDamaged: The index is incomplete.
        IndexMismatch: Another model or version built it.
    """
    from ingest.index.reader import Index

    return Index(settings)
