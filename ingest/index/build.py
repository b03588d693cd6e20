"""A library to a finished generation: vectors, lexical index, Chroma, verified id by id."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import numpy as np
from numpy.lib.format import open_memmap

from ingest.errors import IndexDamaged
from ingest.index.cache import Cache, pack_terms, unpack_terms
from ingest.index.client import answered, close, embedded, remote
from ingest.index.generation import Lease, State
from ingest.index.lexical import Terms, hashed_terms, write_lexical
from ingest.index.rows import write_rows
from ingest.index.store import Entry, VectorStore, batched
from ingest.index.vectors import VectorCache
from ingest.librarian import words_key
from ingest.library import Library
from ingest.models.base import Vectors
from ingest.passage import passages_of
from ingest.settings import Settings
from ingest.version import analysis_version

CHROMA, ROWS, LEXICAL, VECTORS = "chroma", "rows", "lexical", "vectors.npy"

#: A share of records changed since the graph was built, above which it is built anew:
#: a graph keeps the places of what was deleted and gets slower and worse by it.
_CHURN = 0.3

#: Unchanged records whose vectors are looked up again after an update.
_SAMPLE = 500

_AT_ONCE = 2000


class Builder:
    """Builds the indexes of one generation in its folder.

    Args:
        library: The generation's finished library.
        folder: The generation's folder.
        number: Its number.
        vectors: Where vectors come from.
        terms: Terms by content.
        settings: Where Chroma is.
    """

    def __init__(
        self,
        library: Library,
        folder: Path,
        number: int,
        vectors: VectorCache,
        terms: Cache,
        settings: Settings,
    ) -> None:
        self._library, self._folder, self._number = library, folder, number
        self._vectors, self._terms, self._settings = vectors, terms, settings

    def build(self, before: Lease | None, tick: Callable[[int], None]) -> State:
        """Write everything and verify it.

        Args:
            before: The generation before, whose vector store is updated in a copy if
                little has changed.
            tick: Called with paragraphs done.

        Raises:
            IndexDamaged: What was written does not come back.
            ServerUnavailable: The Chroma server failed.
        """
        count = write_rows(
            self._folder / ROWS, ((row.id, row.fields) for row in self._library.rows())
        )
        write_lexical(self._folder / LEXICAL, self._terms_of_rows())
        self._write_vectors(count)
        try:
            collection, churn = self._store(before, tick)
        except IndexDamaged:
            if before is None or self._settings.chroma_url:
                raise
            shutil.rmtree(self._folder / CHROMA, ignore_errors=True)
            collection, churn = self._store(None, tick)
        return State(
            number=self._number,
            embedder=self._vectors.identity,
            dimension=self._vectors.dimension,
            paragraphs=count,
            collection=collection,
            server=self._settings.chroma_url,
            churn=churn,
            analysis=analysis_version(),
        )

    def _terms_of_rows(self) -> Iterator[Terms]:
        for some in batched(self._library.rows(), _AT_ONCE):
            known = self._terms.get([row.words for row in some])
            missing = {row.code for row in some if row.words not in known}
            fresh = {}
            for code in sorted(missing):
                document = self._library.document(code)
                assert document is not None
                for passage in passages_of(document):
                    key = words_key(passage)
                    if key not in known:
                        fresh[key] = pack_terms(*hashed_terms(passage.weighted_terms()))
            self._terms.put(fresh)
            known |= fresh
            for row in some:
                yield unpack_terms(known[row.words])

    def _write_vectors(self, count: int) -> None:
        dimension = self._vectors.dimension
        matrix = open_memmap(
            self._folder / VECTORS, mode="w+", dtype=np.float32, shape=(count, dimension)
        )
        place = 0
        for some in batched(self._library.rows(), _AT_ONCE):
            matrix[place : place + len(some)] = self._vectors.of_rows(some, self._library)
            place += len(some)
        matrix.flush()

    def _store(self, before: Lease | None, tick: Callable[[int], None]) -> tuple[str, int]:
        """Fill and verify the vector store; returns its collection and the changes so far."""
        rows = {row.id: place for place, row in enumerate(self._library.rows())}
        matrix: Vectors = np.load(self._folder / VECTORS, mmap_mode="r")
        add, delete, churn = self._difference(before, rows)
        updating = before is not None and (len(add) < len(rows) or not rows)
        if updating and before is not None:
            shutil.copytree(before.folder / CHROMA, self._folder / CHROMA)
            collection = before.state.collection
        else:
            collection = f"paragraphs-{uuid4().hex[:8]}-{self._number:06d}"
        url = self._settings.chroma_url
        client = remote(self._settings) if url else embedded(self._folder / CHROMA)
        with closing(VectorStore(client, collection, url, create=not updating)) as store:
            store.delete(delete)
            store.add(self._entries(add, rows, matrix, tick))
            self._verify(store, rows, matrix, add)
        return collection, churn

    def _difference(
        self, before: Lease | None, rows: dict[str, int]
    ) -> tuple[list[str], list[str], int]:
        """Ids to add and to delete in a copy of the store before, and its changes in all."""
        if (
            before is None
            or self._settings.chroma_url
            or before.state.server
            or before.state.embedder != self._vectors.identity
        ):
            return list(rows), [], 0
        now = self._library.keys()
        with Library(before.folder, before) as library:
            old = library.keys()
        changed = [i for i in rows if i in old and old[i] != now[i]]
        delete = changed + [i for i in old if i not in now]
        churn = before.state.churn + len(delete)
        if churn > _CHURN * max(len(rows), 1):
            return list(rows), [], 0
        return [i for i in rows if old.get(i) != now[i]], delete, churn

    def _entries(
        self, ids: list[str], rows: dict[str, int], matrix: Vectors, tick: Callable[[int], None]
    ) -> Iterator[Entry]:
        wanted = set(ids)
        fields = {row.id: row.fields for row in self._library.rows() if row.id in wanted}
        for document in self._library.documents():
            for paragraph in document.paragraphs:
                if paragraph.id in wanted:
                    wanted.discard(paragraph.id)
                    place = rows[paragraph.id]
                    yield Entry(paragraph.id, paragraph.text, fields[paragraph.id], matrix[place])
                    tick(1)

    def _verify(
        self, store: VectorStore, rows: dict[str, int], matrix: Vectors, added: list[str]
    ) -> None:
        if store.ids() != set(rows):
            raise IndexDamaged("the vector store holds other ids than the library", _AGAIN)
        others = sorted(set(rows) - set(added))
        step = max(1, len(others) // _SAMPLE)
        ids = [*added, *others[::step]]
        vectors = np.array([matrix[rows[i]] for i in ids], dtype=np.float32)
        lost = store.mend(
            ids, vectors, lambda some: self._entries(some, rows, matrix, lambda count: None)
        )
        wrong = lost or store.differing(ids, vectors)
        if wrong:
            raise IndexDamaged(
                f"the vector store lost {len(wrong)} paragraphs, the first {wrong[0]}", _AGAIN
            )


_AGAIN = "run decisions ingest --rebuild"


def drop(settings: Settings, states: list[State]) -> None:
    """Delete the server's collections of generations that were removed."""
    gone = [state.collection for state in states if state.server == settings.chroma_url != ""]
    if gone:
        client = remote(settings)
        try:
            for name in gone:
                answered(settings.chroma_url, lambda name=name: client.delete_collection(name))  # type: ignore[misc]
        finally:
            close(client)
