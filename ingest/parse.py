"""A file to its documents, without touching an index."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.model import Document
from ingest.read import MAX_FILE_MB, read_file
from ingest.structure import build


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds.

    Attributes:
        documents: In reading order.
        warnings: What a reader should know, one line each.
        contents: Codes that the contents list names.
    """

    documents: tuple[Document, ...]
    warnings: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "documents": [document.as_json() for document in self.documents],
            "warnings": list(self.warnings),
        }


def parse_file(path: Path, max_file_mb: int = MAX_FILE_MB) -> Parsed:
    """Read a file and build its documents.

    Args:
        path: The file.
        max_file_mb: Larger files are refused.

    Raises:
        UnreadableFile: The file gave no text.
        NothingCitable: The text has no paragraph in it, or is no decision or report.
        OSError: The file cannot be opened.
    """
    built = build(read_file(path, max_file_mb), str(path))
    return Parsed(built.documents, built.warnings, built.contents)
