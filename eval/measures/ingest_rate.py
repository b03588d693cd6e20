"""Ingest rate: paragraphs a second, from files to an index that answers.

Wall time of the whole of ``ingest`` (reading, splitting, embedding, writing), over the
paragraphs of the documents that it added or updated; None where there were none. A figure of
an index, not of an answer: `decisions eval index` measures it and leaves it beside the index.
"""

from __future__ import annotations


def ingest_rate(paragraphs: int, seconds: float) -> float | None:
    """Paragraphs a second; None where nothing was read or no time passed."""
    return paragraphs / seconds if paragraphs and seconds > 0 else None
