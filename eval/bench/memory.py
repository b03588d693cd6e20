"""An index of documents that come from no file, for benchmarks over other collections.

The parts are the real ones (passages, lexical index, embedder, late interaction); only the
vector store is a matrix, and everything lies in a temporary folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.retrieve.ports import Where
from ingest.fields import fields_of
from ingest.index.lexical import Lexical, hashed_terms, write_lexical
from ingest.index.rows import Rows, Scored, best, write_rows
from ingest.model import Document, Paragraph
from ingest.models.base import Embedder, LateInteraction, Vectors
from ingest.passage import Passage, passages_of


class MemoryLibrary:
    """Documents by code, paragraphs by id."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.code: document for document in documents}
        self._paragraphs = {p.id: p for d in self._documents.values() for p in d.paragraphs}

    def document(self, name: str) -> Document | None:
        """By code."""
        return self._documents.get(name)

    def paragraph(self, id: str) -> Paragraph | None:
        """By id."""
        return self._paragraphs.get(id)


class MemoryIndex:
    """Paragraphs of documents, searched by meaning and by words.

    Args:
        documents: What to index.
        folder: An empty folder for the lexical index and the vectors.
        embedder: Makes the vectors.
        late: Makes the token vectors, when they are asked for; None to do without.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        folder: Path,
        embedder: Embedder,
        late: LateInteraction | None,
    ) -> None:
        self.library = MemoryLibrary(documents)
        self._embedder, self._late = embedder, late
        passages = [passage for document in documents for passage in passages_of(document)]
        self._passages: dict[str, Passage] = {passage.id: passage for passage in passages}
        write_rows(
            folder / "rows", ((p.id, fields_of(d, p, ())) for d in documents for p in d.paragraphs)
        )
        write_lexical(folder / "lexical", (hashed_terms(p.weighted_terms()) for p in passages))
        self._rows, self._words = Rows(folder / "rows"), Lexical(folder / "lexical")
        self._vectors = embedder.embed([passage.dense for passage in passages])
        self._tokens: dict[str, NDArray[np.float16]] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors."""
        return np.stack([self._embedder.embed_query(text) for text in texts])

    def dense(self, vector: Vectors, k: int, where: Where | None = None) -> list[Scored]:
        """The ``k`` nearest."""
        mask = self._rows.mask(where)
        rows = np.arange(len(self._rows)) if mask is None else np.flatnonzero(mask)
        scores = np.asarray(self._vectors[rows] @ vector, dtype=np.float32)
        return [Scored(self._rows.id(int(rows[i])), float(scores[i])) for i in best(scores, k)]

    def lexical(
        self, query_terms: Mapping[str, float], k: int, where: Where | None = None
    ) -> list[Scored]:
        """The ``k`` best by words."""
        found = self._words.search(query_terms, k, self._rows.mask(where))
        return [Scored(self._rows.id(row), score) for row, score in found]

    def tokens(self, ids: Sequence[str]) -> list[Vectors]:
        """Token vectors, remembered."""
        assert self._late is not None
        missing = [id for id in ids if id not in self._tokens]
        if missing:
            made = self._late.encode_passages([self._passages[id].dense for id in missing])
            self._tokens |= {id: m.astype(np.float16) for id, m in zip(missing, made, strict=True)}
        return [self._tokens[id].astype(np.float32) for id in ids]

    def frequency(self, term: str) -> int:
        """How many paragraphs hold a term."""
        return self._words.frequency(term)

    def matched(self, id: str, query_terms: Sequence[str]) -> tuple[str, ...]:
        """Those terms that a paragraph holds."""
        row = self._rows.row(id)
        return () if row is None else self._words.matched(row, query_terms)
