"""What retrieval needs of an index and of models; the real ones are in ``ingest``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ingest.model import Document, Paragraph

#: Fields that paragraphs must match; commas part alternatives (``ingest.fields.wanted``).
Where = Mapping[str, str]


class Scored(Protocol):
    """A paragraph's id with a score, higher for better."""

    @property
    def id(self) -> str:
        """Of the paragraph."""

    @property
    def score(self) -> float:
        """Comparable within one search only."""


class Library(Protocol):
    """The parsed documents."""

    def document(self, name: str) -> Document | None:
        """By code or symbol."""

    def paragraph(self, id: str) -> Paragraph | None:
        """By its id."""


class Index(Protocol):
    """Paragraphs, searched by meaning and by words."""

    @property
    def library(self) -> Library:
        """The parsed documents."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Questions to vectors of unit length, shape (texts, dimension)."""

    def dense(
        self, vector: NDArray[np.float32], k: int, where: Where | None = None
    ) -> Sequence[Scored]:
        """The ``k`` nearest by cosine, best first."""

    def lexical(
        self, query_terms: Mapping[str, float], k: int, where: Where | None = None
    ) -> Sequence[Scored]:
        """The ``k`` best by BM25 over weighted terms, best first; only those with a match."""

    def tokens(self, ids: Sequence[str]) -> Sequence[NDArray[np.float32]]:
        """Late-interaction vectors, a matrix a paragraph, rows of about unit length."""

    def frequency(self, term: str) -> int:
        """How many paragraphs hold a term of the lexical index."""

    def matched(self, id: str, query_terms: Sequence[str]) -> tuple[str, ...]:
        """Those terms that a paragraph holds, in their order."""
