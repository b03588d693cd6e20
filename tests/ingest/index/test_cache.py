"""What is remembered by content comes back, or is computed again."""

from __future__ import annotations

from contextlib import closing

import numpy as np

from ingest.index.cache import Cache, pack_terms, pack_tokens, unpack_terms, unpack_tokens


def test_entries_are_apart_by_kind_and_survive(tmp_path):
    path = tmp_path / "cache.db"
    with closing(Cache(path, "one")) as one, closing(Cache(path, "two")) as two:
        one.put({b"a": b"1", b"b": b"2"})
        assert one.get([b"a", b"b", b"c"]) == {b"a": b"1", b"b": b"2"}
        assert two.get([b"a"]) == {}
    with closing(Cache(path, "one")) as again:
        assert again.get([str(n).encode() for n in range(3000)] + [b"a"]) == {b"a": b"1"}


def test_a_broken_cache_is_begun_anew(tmp_path):
    path = tmp_path / "cache.db"
    path.write_bytes(b"not a database, whatever its name says" * 100)
    with closing(Cache(path, "one")) as cache:
        cache.put({b"a": b"1"})
        assert cache.get([b"a"]) == {b"a": b"1"}


def test_terms_and_tokens_come_back():
    hashes, weights = np.array([1, 2**63], np.uint64), np.array([0.5, 2], np.float32)
    back = unpack_terms(pack_terms(hashes, weights))
    assert (back[0] == hashes).all()
    assert (back[1] == weights).all()
    matrix = np.random.default_rng(1).normal(size=(17, 384)).astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    restored = unpack_tokens(pack_tokens(matrix))
    assert (matrix * restored).sum(axis=1).min() > 0.999
    assert unpack_tokens(pack_tokens(matrix[:0])).shape == (0, 384)
