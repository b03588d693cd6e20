"""An index of documents that come from no file, for benchmarks over other collections.

The parts are the real ones (passages, lexical index, embedder, late interaction); only the
vector store is a matrix. What models make of passages is kept by content, so that a benchmark
that was broken off goes on and a repeated one encodes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from assistant.retrieve.ports import Where
from ingest.fields import fields_of
from ingest.index.cache import Cache
from ingest.index.lexical import Lexical, hashed_terms, write_lexical
from ingest.index.rows import Rows, Scored, best, write_rows
from ingest.index.store import batched
from ingest.index.tokens import PartVectors
from ingest.model import Document, Paragraph
from ingest.models.base import Embedder, LateInteraction, Vectors
from ingest.passage import Passage, passages_of

#: Passages that are encoded before they are kept: what breaking off can cost.
_AT_ONCE = 256


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
        kept: Where encodings are kept; ``folder`` if not given.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        folder: Path,
        embedder: Embedder,
        late: LateInteraction | None,
        kept: Path | None = None,
    ) -> None:
        self.library = MemoryLibrary(documents)
        self._embedder = embedder
        passages = [passage for document in documents for passage in passages_of(document)]
        self._passages: dict[str, Passage] = {passage.id: passage for passage in passages}
        write_rows(
            folder / "rows", ((p.id, fields_of(d, p, ())) for d in documents for p in d.paragraphs)
        )
        write_lexical(folder / "lexical", (hashed_terms(p.weighted_terms()) for p in passages))
        self._rows, self._words = Rows(folder / "rows"), Lexical(folder / "lexical")
        kept = kept or folder
        self._vectors = embedded(passages, embedder, kept / "vectors.db")
        self._tokens = PartVectors(kept / "tokens.db", late) if late else None

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
        """Token vectors as an index keeps them."""
        assert self._tokens is not None
        return self._tokens.of([self._passages[id] for id in ids])

    def frequency(self, term: str) -> int:
        """How many paragraphs hold a term."""
        return self._words.frequency(term)

    def matched(self, id: str, query_terms: Sequence[str]) -> tuple[str, ...]:
        """Those terms that a paragraph holds."""
        row = self._rows.row(id)
        return () if row is None else self._words.matched(row, query_terms)

    def close(self) -> None:
        """Let go of what is kept."""
        if self._tokens is not None:
            self._tokens.close()


def embedded(passages: Sequence[Passage], embedder: Embedder, path: Path) -> Vectors:
    """Vectors of passages, shape (passages, dimension); those of the cache are not made again.

    Args:
        passages: What is embedded.
        embedder: By which model.
        path: The cache.
    """
    cache = Cache(path, embedder.identity)
    texts = [passage.dense.encode() for passage in passages]
    known = cache.get(list(dict.fromkeys(texts)))
    missing = sorted({text for text in texts if text not in known}, key=len)
    for some in batched(missing, _AT_ONCE):
        vectors = embedder.embed([text.decode() for text in some])
        made = {t: v.astype("<f4").tobytes() for t, v in zip(some, vectors, strict=True)}
        cache.put(made)
        known |= made
    cache.close()
    return np.stack([np.frombuffer(known[text], "<f4") for text in texts])
