"""Each part of a passage is encoded once, and a lost one again."""

from __future__ import annotations

from contextlib import closing

import numpy as np

from ingest.index.tokens import PartVectors
from ingest.librarian import dense_key
from ingest.passage import Passage


class _Model:
    """One token a word; counts what it is asked."""

    identity, dimension = "fictional", 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_passages(self, texts):
        self.asked += texts
        return [np.array([[1.0, len(w)] for w in t.split()], np.float32) for t in texts]


def _passage(id: str, *parts: str) -> Passage:
    return Passage(id, parts, {}, "en")


def test_parts_that_passages_share_are_encoded_once(tmp_path):
    model = _Model()
    one = _passage("a", "On moons", "Requests the secretariat:", "To count them")
    other = _passage("b", "On moons", "Requests the secretariat:", "To paint them all")
    with closing(PartVectors(tmp_path / "tokens.db", model)) as vectors:
        first, second = vectors.of([one, other])
        assert sorted(model.asked) == sorted({*one.parts, *other.parts})
        assert (len(first), len(second)) == (8, 9)
        np.testing.assert_allclose(first[:2, 1], [2, 5], rtol=0.02)
        assert list(vectors.remember([one, other])) == []


def test_a_passage_of_one_part_is_not_taken_for_the_part(tmp_path):
    alone = _passage("a", "Moons")
    with closing(PartVectors(tmp_path / "tokens.db", _Model())) as vectors:
        for _ in range(2):
            assert [len(matrix) for matrix in vectors.of([alone, _passage("b")])] == [1, 0]


def test_a_part_that_was_lost_is_encoded_again(tmp_path):
    model = _Model()
    one = _passage("a", "On moons", "Counts them")
    with closing(PartVectors(tmp_path / "tokens.db", model)) as vectors:
        vectors.of([one])
        with vectors._cache._db as db:
            longest = db.execute("select key from entry order by length(value) limit 1").fetchone()
            db.execute("update entry set value=x'0000000000' where key=?", longest)
        model.asked.clear()
        assert vectors.get([dense_key(one)]) == {}
        assert len(vectors.of([one])[0]) == 4
        assert len(model.asked) == 1
