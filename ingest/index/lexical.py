"""The lexical index: BM25 over weighted fields, scored at build time, memory-mapped.

Term frequencies are summed over fields by weight before saturation (BM25F, Robertson,
Zaragoza and Taylor 2004), with the idf of Lucene; the score that a term gives a paragraph
is computed when the index is built (BM25S, Lù 2024), so that a search only adds up the
lists of its terms. Searching is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ingest.index.rows import Mask, best, hashed

#: Saturation of a term's frequency, and how much a long paragraph is held against it: weak
#: saturation suits questions that name what they want (``eval.bench.obliqa``).
K1, B = 0.6, 0.65

_T = TypeVar("_T", bound=np.generic)

Terms = tuple[NDArray[np.uint64], NDArray[np.float32]]

#: Postings that are sorted at once: bounds the memory of building.
_AT_ONCE = 20_000_000


def hashed_terms(weighted: Mapping[str, float]) -> Terms:
    """Terms as they are stored: hashes and weighted frequencies, each shape (terms,)."""
    hashes = np.array([hashed(term) for term in weighted], dtype=np.uint64)
    return hashes, np.fromiter(weighted.values(), np.float32, len(weighted))


def write_lexical(folder: Path, rows: Iterable[Terms]) -> None:
    """Build the index from the terms of each row, in order."""
    folder.mkdir(parents=True)
    lengths: list[float] = []
    with (
        (folder / "raw_terms.bin").open("wb") as terms,
        (folder / "raw_rows.bin").open("wb") as places,
        (folder / "raw_weights.bin").open("wb") as weights,
    ):
        for row, (hashes, frequencies) in enumerate(rows):
            terms.write(hashes.tobytes())
            places.write(np.full(len(hashes), row, np.int32).tobytes())
            weights.write(frequencies.tobytes())
            lengths.append(float(frequencies.sum()))
    _invert(folder, np.array(lengths, dtype=np.float32))
    for raw in folder.glob("raw_*.bin"):
        raw.unlink()


def _invert(folder: Path, lengths: NDArray[np.float32]) -> None:
    """Sort the postings by term, a range of terms at a time, and score them."""
    raw_terms = _read(folder / "raw_terms.bin", np.uint64)
    raw_rows = _read(folder / "raw_rows.bin", np.int32)
    raw_weights = _read(folder / "raw_weights.bin", np.float32)
    norms = K1 * (1 - B + B * lengths / max(float(lengths.mean()) if len(lengths) else 1.0, 1e-9))
    ranges = -(-len(raw_terms) // _AT_ONCE) or 1
    vocabulary, starts, total = [], [], 0
    with (folder / "rows.bin").open("wb") as rows, (folder / "scores.bin").open("wb") as scores:
        for number in range(ranges):
            chosen = _in_range(raw_terms, number, ranges)
            hashes = raw_terms[chosen]
            order = np.argsort(hashes, kind="stable")
            chosen = chosen[order]
            unique, first, counts = np.unique(hashes[order], return_index=True, return_counts=True)
            idf = np.log(1 + (len(lengths) - counts + 0.5) / (counts + 0.5)).astype(np.float32)
            frequency, where = raw_weights[chosen], raw_rows[chosen]
            score = np.repeat(idf, counts) * frequency / (frequency + norms[where])
            rows.write(where.astype(np.int32).tobytes())
            scores.write(score.astype(np.float32).tobytes())
            vocabulary.append(unique)
            starts.append(first.astype(np.int64) + total)
            total += len(chosen)
    np.save(folder / "terms.npy", np.concatenate(vocabulary))
    np.save(folder / "starts.npy", np.concatenate([*starts, np.array([total], np.int64)]))
    np.save(folder / "lengths.npy", lengths)


def _in_range(terms: NDArray[np.uint64], number: int, ranges: int) -> NDArray[np.int64]:
    """Positions of the terms whose hash falls into one of so many equal ranges."""
    if ranges == 1:
        return np.arange(len(terms), dtype=np.int64)
    width = 2**64 // ranges
    low = np.uint64(number * width)
    high = np.uint64(2**64 - 1 if number == ranges - 1 else (number + 1) * width - 1)
    found = []
    for start in range(0, len(terms), _AT_ONCE):
        part = terms[start : start + _AT_ONCE]
        found.append(np.flatnonzero((part >= low) & (part <= high)) + start)
    return np.concatenate(found)


class Lexical:
    """A finished lexical index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._terms = np.load(folder / "terms.npy", mmap_mode="r")
        self._starts = np.load(folder / "starts.npy", mmap_mode="r")
        self._rows = _read(folder / "rows.bin", np.int32)
        self._scores = _read(folder / "scores.bin", np.float32)
        self._count = len(np.load(folder / "lengths.npy", mmap_mode="r"))

    def __len__(self) -> int:
        return self._count

    def search(
        self, query: Mapping[str, float], k: int, mask: Mask | None = None
    ) -> list[tuple[int, float]]:
        """The k best rows that hold any term, as (row, score).

        Args:
            query: Weight by term, as the analysis gives terms.
            k: How many.
            mask: Rows that may be found, shape (rows,).
        """
        scores = np.zeros(self._count, dtype=np.float32)
        for term, weight in query.items():
            rows, gains = self._postings(term)
            scores[rows] += np.float32(weight) * gains
        if mask is not None:
            scores[~mask] = 0
        found = [int(row) for row in best(scores, k)]
        return [(row, float(scores[row])) for row in found if scores[row] > 0]

    def matched(self, row: int, query: Sequence[str]) -> tuple[str, ...]:
        """The terms that a row holds, in the order of the query."""
        return tuple(term for term in query if _holds(self._postings(term)[0], row))

    def frequency(self, term: str) -> int:
        """How many rows hold a term."""
        return len(self._postings(term)[0])

    def _postings(self, term: str) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        wanted = np.uint64(hashed(term))
        place = int(np.searchsorted(self._terms, wanted))
        if place == len(self._terms) or self._terms[place] != wanted:
            return self._rows[:0], self._scores[:0]
        start, end = int(self._starts[place]), int(self._starts[place + 1])
        return self._rows[start:end], self._scores[start:end]


def _holds(rows: NDArray[np.int32], row: int) -> bool:
    place = int(np.searchsorted(rows, row))
    return place < len(rows) and int(rows[place]) == row


def _read(path: Path, kind: type[_T]) -> NDArray[_T]:
    if path.stat().st_size == 0:
        return np.empty(0, dtype=kind)
    return np.memmap(path, dtype=kind, mode="r")
