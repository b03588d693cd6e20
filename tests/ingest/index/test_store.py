from __future__ import annotations

import numpy as np

from ingest.index.client import embedded
from ingest.index.store import Entry, VectorStore


def _filled(folder, count=40):
    vectors = np.random.default_rng(7).normal(size=(count, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    store = VectorStore(embedded(folder), "moons", create=True)
    store.add(Entry(f"m{i}", f"moon {i}", {"number": i}, v) for i, v in enumerate(vectors))
    return store, [f"m{i}" for i in range(count)], vectors


def test_what_is_stored_is_found_and_what_is_lost_is_not(tmp_path):
    store, ids, vectors = _filled(tmp_path)
    assert store.unfound(ids, vectors) == []
    store.delete(["m3", "m7"])
    assert store.unfound(ids, vectors) == ["m3", "m7"]
    store.close()


def test_what_no_search_reaches_is_put_in_again(tmp_path):
    store, ids, vectors = _filled(tmp_path)
    store.delete(["m3", "m7"])
    asked: list[list[str]] = []

    def entries(lost):
        asked.append(lost)
        return [Entry(i, "a moon", {"number": 0}, vectors[ids.index(i)]) for i in lost]

    assert store.mend(ids, vectors, entries) == []
    assert asked == [["m3", "m7"]]
    assert store.unfound(ids, vectors) == [] == store.differing(ids, vectors)
    store.close()


def test_what_cannot_be_put_in_is_said_to_be_lost(tmp_path):
    store, ids, vectors = _filled(tmp_path)
    store.delete(["m3"])
    assert store.mend(ids, vectors, lambda lost: []) == ["m3"]
    store.close()


def test_what_one_search_misses_by_chance_is_not_lost(tmp_path, monkeypatch):
    store, ids, vectors = _filled(tmp_path)
    real = store._collection.query

    class Collection:
        def query(self, *, query_embeddings, n_results, include):
            if n_results == 1:  # an approximate search that reaches nothing near
                return {"distances": [[0.9]] * len(query_embeddings)}
            return real(query_embeddings=query_embeddings, n_results=n_results, include=include)

    monkeypatch.setattr(store, "_collection", Collection())
    assert store.unfound(ids, vectors) == []
    store.close()
