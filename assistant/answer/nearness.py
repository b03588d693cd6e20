"""How near in meaning the nearest word of a text is to a word.

Words are compared alone, each embedded by itself: vectors in context lean towards the words
around them, so that *ozone* in a question that otherwise repeats a paragraph would seem to be
in the paragraph. Vectors are kept, for the words of a library come again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.index.analysis import words

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]

#: Cosines of words that have nothing in common, and from there to as good as the same.
_FLOOR, _SPAN = 0.28, 0.42
#: Words whose vectors are kept.
_KEPT = 40_000


class Nearness:
    """Compares words by meaning.

    Args:
        embed: Texts to vectors of unit length, shape (texts, dimension).
    """

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._vectors: dict[str, Vectors] = {}

    def of(self, asked: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
        """For each text, how near its nearest word is to each word asked about, 0 to 1."""
        if not asked or not texts:
            return [[0.0] * len(asked) for _ in texts]
        said = [sorted({w for w in words(text) if w.isalpha() and len(w) > 2}) for text in texts]
        self._learn([*(word.lower() for word in asked), *(w for own in said for w in own)])
        wanted = np.stack([self._vectors[word.lower()] for word in asked])
        rows = []
        for own in said:
            if not own:
                rows.append([0.0] * len(asked))
                continue
            best = (wanted @ np.stack([self._vectors[w] for w in own]).T).max(axis=1)
            rows.append([min(1.0, max(0.0, (float(b) - _FLOOR) / _SPAN)) for b in best])
        return rows

    def _learn(self, needed: Sequence[str]) -> None:
        new = [word for word in dict.fromkeys(needed) if word not in self._vectors]
        if not new:
            return
        if len(self._vectors) + len(new) > _KEPT:
            self._vectors.clear()
            new = list(dict.fromkeys(needed))
        for word, vector in zip(new, self._embed(new), strict=True):
            self._vectors[word] = vector
