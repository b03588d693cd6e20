"""A document in other forms: Akoma Ntoso, Markdown, JSON."""

from __future__ import annotations

import json
from typing import Literal, get_args

from ingest.errors import DecisionsError
from ingest.model import Document

Format = Literal["akn", "markdown", "json"]


def export(document: Document, format: str) -> str:
    """The document as text of a format: ``akn``, ``markdown`` or ``json``.

    Raises:
        DecisionsError: There is no such format.
    """
    if format == "akn":
        from ingest.export.akn import to_akn

        return to_akn(document)
    if format == "markdown":
        from ingest.export.markdown import to_markdown

        return to_markdown(document)
    if format == "json":
        return json.dumps(document.as_json(), ensure_ascii=False, indent=2) + "\n"
    raise DecisionsError(f"no format {format!r}", f"choose one of {', '.join(get_args(Format))}")
