"""Vectors of passages by content: each text is embedded once, whatever happens to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np

from ingest.index.cache import Cache
from ingest.librarian import dense_key
from ingest.library import Library, Row
from ingest.memory import give_back
from ingest.models.base import Embedder, Vectors
from ingest.passage import passages_of

#: Texts that are embedded before they are remembered: what a kill can cost.
_AT_ONCE = 512


class VectorCache:
    """Gives vectors, from the cache where they are known.

    Args:
        path: The cache's database.
        identity: The embedder's identity.
        dimension: Length of a vector; 0 where it is not known before loading the model.
        load: Loads the embedder; called when a text is embedded for the first time.
    """

    def __init__(
        self, path: Path, identity: str, dimension: int, load: Callable[[], Embedder]
    ) -> None:
        self.identity = identity
        self._cache = Cache(path, identity)
        self._load, self._dimension = load, dimension
        self._loading: Future[Embedder] | None = None
        self.embedded = 0
        self.on_embedded: Callable[[int], None] = lambda count: None

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        if not self._dimension:
            self._dimension = self._model().dimension
        return self._dimension

    def prepare(self) -> None:
        """Begin to load the model on another thread: importing its libraries takes seconds."""
        if self._loading is None:
            loader = ThreadPoolExecutor(1, thread_name_prefix="loader")
            self._loading = loader.submit(self._load)
            loader.shutdown(wait=False)

    @property
    def ready(self) -> bool:
        """Whether the model is loaded, or failed to."""
        return self._loading is not None and self._loading.done()

    def _model(self) -> Embedder:
        self.prepare()
        assert self._loading is not None
        return self._loading.result()

    def unknown(self, texts: Mapping[bytes, str]) -> dict[bytes, str]:
        """Those texts, by content key, that have no vector yet."""
        known = self._cache.get(list(texts))
        return {key: text for key, text in texts.items() if key not in known}

    def embed(self, texts: Mapping[bytes, str]) -> None:
        """Embed texts and remember their vectors."""
        keys = sorted(texts, key=lambda key: len(texts[key]))
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            vectors = self._model().embed([texts[key] for key in some])
            self._cache.put(
                (key, vector.astype("<f4").tobytes())
                for key, vector in zip(some, vectors, strict=True)
            )
            give_back()
            self.embedded += len(some)
            self.on_embedded(len(some))

    def of_rows(self, rows: Sequence[Row], library: Library) -> Vectors:
        """Shape (rows, dimension); what the cache has lost is embedded again."""
        known = self._cache.get([row.dense for row in rows])
        missing = {row.code for row in rows if row.dense not in known}
        if missing:
            texts: dict[bytes, str] = {}
            for code in missing:
                document = library.document(code)
                assert document is not None
                texts |= {dense_key(passage): passage.dense for passage in passages_of(document)}
            self.embed(self.unknown(texts))
            known = self._cache.get([row.dense for row in rows])
        matrix = np.empty((len(rows), self.dimension), dtype=np.float32)
        for place, row in enumerate(rows):
            matrix[place] = np.frombuffer(known[row.dense], "<f4")
        return matrix

    def release(self) -> None:
        """Let the model go: what comes after embedding needs the memory."""
        if self._loading is not None:
            self._dimension = self._model().dimension
            self._let_go()
            give_back(cycles=True)

    def close(self) -> None:
        """Close the cache, and the model with it."""
        self._let_go()
        self._cache.close()

    def _let_go(self) -> None:
        loading, self._loading = self._loading, None
        if loading is not None:
            loading.add_done_callback(_close)


def _close(loaded: Future[Embedder]) -> None:
    """End a model that is a process of its own."""
    if loaded.exception() is None and hasattr(model := loaded.result(), "close"):
        model.close()
