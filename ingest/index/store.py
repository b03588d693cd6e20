"""The vector store: one LlamaIndex node a paragraph in a Chroma collection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from ingest.index.client import answered, close
from ingest.models.base import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

#: Records that are sent at once: under the limits of the client and of a server's requests.
_AT_ONCE = 1000

#: A vector that comes back as near as this is the one that was stored (32-bit rounding).
_SAME = 1e-4

#: So many neighbours are asked for where one search has missed what is looked for: the graph
#: is then searched as widely.
_WIDE = 500

#: How often what no search reaches is put in again.
_TURNS = 3

_HNSW = {
    "space": "ip",  # vectors have unit length, so this is the cosine
    "ef_construction": 128,
    "ef_search": 128,
    "max_neighbors": 24,
}


_T = TypeVar("_T")


class Entry(NamedTuple):
    """What is stored of a paragraph."""

    id: str
    text: str
    fields: Mapping[str, str | int]
    vector: Vectors


class VectorStore:
    """A collection of paragraphs.

    Args:
        client: Where it lies.
        name: Of the collection.
        server: Address of the server; empty for the embedded client.
        create: Make it.
    """

    def __init__(
        self, client: ClientAPI, name: str, server: str = "", *, create: bool = False
    ) -> None:
        self.client, self._server = client, server
        try:
            self._collection: Any = self._made(name) if create else self._found(name)
        except BaseException:
            close(client)
            raise

    def _made(self, name: str) -> object:
        return answered(
            self._server,
            lambda: self.client.get_or_create_collection(
                name, embedding_function=None, configuration={"hnsw": _HNSW}
            ),
        )

    def _found(self, name: str) -> object:
        return answered(
            self._server, lambda: self.client.get_collection(name, embedding_function=None)
        )

    def add(self, entries: Iterable[Entry]) -> None:
        """Add paragraphs through LlamaIndex, so that its tools read the collection too."""
        from llama_index.core.schema import TextNode
        from llama_index.vector_stores.chroma import ChromaVectorStore

        store = ChromaVectorStore(chroma_collection=self._collection)
        for some in batched(entries, _AT_ONCE):
            nodes = [
                TextNode(
                    id_=e.id, text=e.text, metadata=dict(e.fields), embedding=e.vector.tolist()
                )
                for e in some
            ]
            answered(self._server, lambda nodes=nodes: store.add(nodes))  # type: ignore[misc]

    def delete(self, ids: Sequence[str]) -> None:
        """Take paragraphs out."""
        for some in batched(ids, _AT_ONCE):
            answered(self._server, lambda some=some: self._collection.delete(ids=some))  # type: ignore[misc]

    def query(
        self, vector: Vectors, k: int, where: Mapping[str, Any] | None = None
    ) -> list[tuple[str, float]]:
        """The k nearest paragraphs as (id, cosine), best first.

        Only ids are asked for: making nodes of what is found would take eight times as long.
        """
        if k <= 0:
            return []
        found = answered(
            self._server,
            lambda: self._collection.query(
                query_embeddings=[vector], n_results=k, where=where, include=["distances"]
            ),
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(identifier, 1.0 - distance) for identifier, distance in pairs]

    def ids(self) -> set[str]:
        """The ids of all paragraphs, a page at a time."""
        ids: set[str] = set()
        while True:
            page = answered(
                self._server,
                lambda: self._collection.get(limit=20_000, offset=len(ids), include=[]),
            )["ids"]
            if not page:
                return ids
            ids.update(page)

    def unfound(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those that a search with their own vector does not give back.

        Several paragraphs can have the same words: any of them will do, if it is as near.
        A search of the graph is approximate: what it misses by chance, a wider one finds;
        what was lost is found by none.
        """
        places = self._unreached(range(len(ids)), vectors, 1)
        return [ids[place] for place in self._unreached(places, vectors, _WIDE)]

    def mend(
        self,
        ids: Sequence[str],
        vectors: Vectors,
        entries: Callable[[list[str]], Iterable[Entry]],
    ) -> list[str]:
        """Put in again what no search gives back; returns what is lost all the same.

        Threads that insert side by side can leave a record in the graph to which no other
        leads: some of ten thousand, where the machine is busy. Put in again, it is linked anew.

        Args:
            ids: All that should be found.
            vectors: Theirs, shape (ids, dimension).
            entries: Gives the paragraphs of some ids.
        """
        lost = self.unfound(ids, vectors)
        for _ in range(_TURNS):
            if not lost:
                break
            self.delete(lost)
            self.add(entries(lost))
            lost = self.unfound(ids, vectors)
        return lost

    def _unreached(self, places: Sequence[int], vectors: Vectors, wide: int) -> list[int]:
        """Places of those vectors that a search for so many does not give back."""
        lost: list[int] = []
        at_once = max(1, _AT_ONCE // wide)
        for start in range(0, len(places), at_once):
            part = places[start : start + at_once]
            some = np.asarray([vectors[place] for place in part])
            found = answered(
                self._server,
                lambda some=some: self._collection.query(  # type: ignore[misc]
                    query_embeddings=some, n_results=wide, include=["distances"]
                ),
            )["distances"]
            lost += [
                place
                for place, distances in zip(part, found, strict=True)
                if not len(distances) or abs(distances[0]) > _SAME
            ]
        return lost

    def differing(self, ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those whose stored vector is not this one."""
        wrong: list[str] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = list(ids[start : start + _AT_ONCE])
            got = answered(
                self._server,
                lambda some=some: self._collection.get(ids=some, include=["embeddings"]),  # type: ignore[misc]
            )
            stored = dict(zip(got["ids"], got["embeddings"], strict=True))
            for place, identifier in enumerate(some, start):
                vector = stored.get(identifier)
                if vector is None or not np.allclose(vector, vectors[place], atol=1e-5):
                    wrong.append(identifier)
        return wrong

    def close(self) -> None:
        """Close the client."""
        close(self.client)


def batched(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """The items, so many at a time."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
