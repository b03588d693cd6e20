"""A collection of any size out of real paragraphs: where they run out, they are varied.

A variant swaps a few words of its paragraph for words of others, so that lists of common
terms grow as they would, and its vector is the paragraph's own, perturbed and brought back
to unit length: near-duplicates abound, as in decisions of different years. Nothing else is
made up: terms, fields and the graph are the real ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ingest.fields import fields_of
from ingest.index.analysis import pairs, terms
from ingest.index.lexical import Terms, hashed_terms
from ingest.model import Document
from ingest.models.base import Vectors
from ingest.parse import parse_file
from ingest.passage import Passage, passages_of

#: Share of a variant's words that are swapped, and how far its vector moves.
_SWAPPED, _MOVED = 0.15, 0.35


class Grown:
    """Real paragraphs, and variants of them up to a number.

    Args:
        paths: Where the real ones are.
        most: Real paragraphs to take; they are embedded.
    """

    def __init__(self, paths: list[Path], most: int) -> None:
        self.passages: list[Passage] = []
        self.fields: list[dict[str, str | int]] = []
        self.documents: list[Document] = []
        for path in paths:
            if len(self.passages) >= most:
                break
            for document in parse_file(path).documents:
                self.documents.append(document)
                self.passages += passages_of(document)
                self.fields += [fields_of(document, p, ()) for p in document.paragraphs]
        self.passages, self.fields = self.passages[:most], self.fields[:most]
        self._terms = [hashed_terms(p.weighted_terms()) for p in self.passages]
        self._words = [terms(p.fields.get("text", ""), p.language) for p in self.passages]
        self._pool = [word for words in self._words for word in words]

    def id(self, row: int) -> str:
        """Of a row."""
        real = self.passages[row % len(self.passages)].id
        return real if row < len(self.passages) else f"{real}~{row // len(self.passages)}"

    def terms(self, count: int) -> Iterator[Terms]:
        """Of so many rows."""
        chance = random.Random(3)
        for row in range(count):
            place = row % len(self.passages)
            yield self._terms[place] if row < len(self.passages) else self._varied(place, chance)

    def _varied(self, place: int, chance: random.Random) -> Terms:
        words = self._words[place]
        swapped = [chance.choice(self._pool) if chance.random() < _SWAPPED else w for w in words]
        weights: dict[str, float] = {}
        for term in (*swapped, *pairs(swapped)):
            weights[term] = weights.get(term, 0.0) + 1.0
        hashes, frequencies = self._terms[place]
        own, gains = hashed_terms(weights)
        # Context (title, heading, chapeau) stays; what the paragraph's own words gave is light.
        kept = ~np.isin(hashes, own) & (frequencies < 1.0)
        return (
            np.concatenate([hashes[kept], own]).astype(np.uint64),
            np.concatenate([frequencies[kept], gains]).astype(np.float32),
        )

    def vectors(self, real: Vectors, start: int, end: int) -> Vectors:
        """Of rows, from the vectors of the real ones."""
        rows = np.arange(start, end)
        made = real[rows % len(real)].copy()
        noise = np.random.default_rng(start).normal(size=made.shape).astype(np.float32)
        noise *= _MOVED / np.sqrt(made.shape[1])
        noise[rows < len(real)] = 0
        made += noise
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return np.asarray(made, dtype=np.float32)
