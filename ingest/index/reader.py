"""An index, open for searching: one generation of it, whatever is ingested meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from ingest.errors import IndexDamaged, IndexMismatch
from ingest.fields import Where
from ingest.index.build import CHROMA, LEXICAL, ROWS, VECTORS
from ingest.index.client import embedded, remote
from ingest.index.generation import Lease, State, current_name, lease
from ingest.index.lexical import Lexical
from ingest.index.rows import Rows, Scored, best
from ingest.index.store import VectorStore
from ingest.index.tokens import TokenVectors
from ingest.library import Library
from ingest.models import Embedder, embedder_identity, fitting, load_embedder
from ingest.models.base import Vectors
from ingest.settings import Settings
from ingest.version import analysis_version


class Index:
    """What retrieval needs of the store.

    Attributes:
        library: The documents of this generation.
        state: What the generation was built with.
        rows: Ids and fields by row.
        words: The lexical index.
        vectors: Of all rows, shape (rows, dimension), memory-mapped.

    Raises:
        IndexMissing: Nothing has been ingested.
        IndexDamaged: The index is incomplete.
        IndexMismatch: Another model or version built it.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lease: Lease = lease(settings.index)
        self.state: State = self._lease.state
        try:
            check(self.state, settings)
            folder = self._lease.folder
            self.library = Library(settings.index, self._lease)
            self.rows = Rows(folder / ROWS)
            self.words = Lexical(folder / LEXICAL)
            self.vectors: Vectors = np.load(folder / VECTORS, mmap_mode="r")
        except (OSError, EOFError, ValueError, KeyError, sqlite3.Error) as error:
            self._lease.close()
            raise IndexDamaged(
                f"the index at {settings.index} is incomplete ({error})",
                "run decisions ingest --rebuild",
            ) from error
        except BaseException:
            self._lease.close()
            raise

    @property
    def folder(self) -> Path:
        """Where this generation lies."""
        return self._lease.folder

    def dense(self, vector: Vectors, k: int, where: Where | None = None) -> list[Scored]:
        """The k nearest paragraphs by meaning; scores are cosines.

        Filtered, the rows that match are compared one by one: exact, where a graph of which
        most places are filtered out loses neighbours.

        Args:
            vector: Of the question, shape (dimension,), of unit length.
            k: How many.
            where: Fields that must match.

        Raises:
            ServerUnavailable: The Chroma server failed.
            DecisionsError: A field is not known.
        """
        mask = self.rows.mask(where)
        if mask is None:
            found = self.store.query(vector, min(k, len(self.rows)))
            return [Scored(identifier, score) for identifier, score in found]
        rows = np.flatnonzero(mask)
        scores = np.asarray(self.vectors[rows] @ vector, dtype=np.float32)
        return [Scored(self.rows.id(int(rows[i])), float(scores[i])) for i in best(scores, k)]

    def lexical(
        self, query_terms: Mapping[str, float], k: int, where: Where | None = None
    ) -> list[Scored]:
        """The k best paragraphs by words: exact.

        Args:
            query_terms: Weight by term, terms as ``ingest.index.analysis`` gives them.
            k: How many.
            where: Fields that must match.

        Raises:
            DecisionsError: A field is not known.
        """
        found = self.words.search(query_terms, k, self.rows.mask(where))
        return [Scored(self.rows.id(row), score) for row, score in found]

    def matched(self, id: str, query_terms: Sequence[str]) -> tuple[str, ...]:
        """Which of these terms a paragraph holds."""
        row = self.rows.row(id)
        return () if row is None else self.words.matched(row, query_terms)

    def frequency(self, term: str) -> int:
        """How many paragraphs hold a term of the lexical index."""
        return self.words.frequency(term)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Questions to vectors, shape (texts, dimension), of unit length."""
        vectors = [self._embedder.embed_query(text) for text in texts]
        return np.array(vectors, dtype=np.float32).reshape(len(texts), -1)

    def tokens(self, ids: Sequence[str]) -> list[Vectors]:
        """Token vectors of paragraphs, each shape (its tokens, dimension)."""
        return self._tokens.of(ids)

    def current(self) -> bool:
        """Whether this is still the newest state; open the index again where it is not."""
        return current_name(self._settings.index) == self._lease.folder.name

    @cached_property
    def fingerprint(self) -> str:
        """Changes when any paragraph, field or the embedder does."""
        digest = blake2b(self.state.embedder.encode(), digest_size=12)
        for identifier, (dense, fields) in sorted(self.library.keys().items()):
            digest.update(identifier.encode() + dense + fields.encode())
        return digest.hexdigest()

    @cached_property
    def store(self) -> VectorStore:
        """The Chroma collection."""
        server = self.state.server
        client = remote(self._settings) if server else embedded(self._lease.folder / CHROMA)
        return VectorStore(client, self.state.collection, server)

    @cached_property
    def decisions(self) -> bool:
        """Whether any document is a decision."""
        return not {"operative", "preambular"}.isdisjoint(self.rows.values("kind"))

    @cached_property
    def _embedder(self) -> Embedder:
        return load_embedder(fitting(self._settings, decisions=self.decisions))

    @cached_property
    def _tokens(self) -> TokenVectors:
        return TokenVectors(self._settings, self.library)

    def close(self) -> None:
        """Let go of the generation, so that it can be removed when it is old."""
        if "store" in self.__dict__:
            self.store.close()
        if "_tokens" in self.__dict__:
            self._tokens.close()
        self.library.close()
        self._lease.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def check(state: State, settings: Settings) -> None:
    """Refuse an index whose vectors another model made, or that lies elsewhere."""
    rebuild = "run decisions ingest --rebuild, or set back the setting"
    identity = embedder_identity(settings)
    if state.embedder != identity:
        raise IndexMismatch(
            f"the index at {settings.index} was built with the model {state.embedder},"
            f" not with {identity}",
            rebuild,
        )
    if state.analysis != analysis_version():
        raise IndexMismatch(
            f"the index at {settings.index} was built by another version",
            "run decisions ingest --rebuild",
        )
    if state.server != settings.chroma_url:
        raise IndexMismatch(
            f"the vectors of the index at {settings.index} are in"
            f" {state.server or 'the index itself'}, not in {settings.chroma_url or 'it'}",
            rebuild,
        )
