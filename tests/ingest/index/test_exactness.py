"""Lexical search and filters equal brute force, whatever is asked."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import DecisionsError
from ingest.index import lexical
from ingest.index.lexical import K1, B, Lexical, hashed_terms, write_lexical
from ingest.index.rows import Rows, best, write_rows

WORDS = [f"word{n}" for n in range(40)]


def collection(count: int) -> list[dict[str, float]]:
    chance = random.Random(5)
    return [
        {
            word: chance.choice([0.5, 1.0, 2.5])
            for word in chance.sample(WORDS, chance.randint(0, 12))
        }
        for _ in range(count)
    ]


def brute_force(rows: list[dict[str, float]], query: dict[str, float]) -> list[float]:
    """BM25 by its formula, a row at a time."""
    mean = sum(sum(row.values()) for row in rows) / len(rows)
    scores = []
    for row in rows:
        norm = K1 * (1 - B + B * sum(row.values()) / mean)
        score = 0.0
        for term, weight in query.items():
            if term in row:
                holds = sum(term in other for other in rows)
                idf = math.log(1 + (len(rows) - holds + 0.5) / (holds + 0.5))
                score += weight * idf * row[term] / (row[term] + norm)
        scores.append(score)
    return scores


@pytest.mark.parametrize("at_once", [20_000_000, 100])
def test_search_equals_brute_force(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(lexical, "_AT_ONCE", at_once)
    rows = collection(200)
    write_lexical(tmp_path / "lexical", (hashed_terms(row) for row in rows))
    index = Lexical(tmp_path / "lexical")
    chance = random.Random(7)
    for _ in range(50):
        query = {word: chance.choice([0.3, 1.0]) for word in chance.sample(WORDS, 4)}
        mask = np.array([chance.random() < 0.3 for _ in rows]) if chance.random() < 0.5 else None
        expected = brute_force(rows, query)
        found = index.search(query, 10, mask)
        allowed = [i for i, s in enumerate(expected) if s > 0 and (mask is None or mask[i])]
        assert len(found) == min(10, len(allowed))
        top = sorted((expected[i] for i in allowed), reverse=True)[:10]
        assert np.allclose([score for _, score in found], top, rtol=1e-4)
        for row, score in found:
            assert math.isclose(score, expected[row], rel_tol=1e-4)
            assert index.matched(row, list(query)) == tuple(w for w in query if w in rows[row])


def test_an_empty_collection_and_unknown_words(tmp_path):
    write_lexical(tmp_path / "none", [])
    assert Lexical(tmp_path / "none").search({"word1": 1.0}, 5) == []
    write_lexical(tmp_path / "one", [hashed_terms({"word1": 1.0})])
    index = Lexical(tmp_path / "one")
    assert index.search({"word2": 1.0}, 5) == []
    assert index.frequency("word1") == 1


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(0, 35))
def test_best_is_the_head_of_the_sorted_whole(values, k):
    scores = np.array(values, dtype=np.float32)
    expected = sorted(range(len(values)), key=lambda i: (-values[i], i))[:k]
    assert list(best(scores, k)) == expected


FIELDS = [
    {
        "document": "1/CP.98",
        "kind": "operative",
        "addressee": "Secretariat | Parties",
        "year": 2031,
    },
    {"document": "1/CP.98", "kind": "annex", "annex": "annex I, appendix"},
    {"document": "2/CP.98", "kind": "operative", "addressee": "the Secretariat", "year": 2032},
]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"document": "1/cp.98"}, [0, 1]),
        ({"addressee": "secretariat"}, [0, 2]),
        ({"addressee": "Parties"}, [0]),
        ({"year": "2031, 2032"}, [0, 2]),
        ({"year": "2031,2032", "document": "2/CP.98"}, [2]),
        ({"annex": "annex I, appendix"}, [1]),
        ({"kind": "report"}, []),
    ],
)
def test_filters(tmp_path, where, expected):
    ids = ["a#1", "ä#2", "c#3"]
    write_rows(tmp_path / "rows", zip(ids, FIELDS, strict=True))
    rows = Rows(tmp_path / "rows")
    mask = rows.mask(where)
    assert mask is not None
    assert list(np.flatnonzero(mask)) == expected
    assert [rows.id(i) for i in range(len(rows))] == ids
    assert [rows.row(i) for i in (*ids, "d")] == [0, 1, 2, None]


def test_no_filter_and_unknown_fields(tmp_path):
    write_rows(tmp_path / "rows", [])
    rows = Rows(tmp_path / "rows")
    assert rows.mask({}) is None
    with pytest.raises(DecisionsError, match="colour"):
        rows.mask({"colour": "red"})
