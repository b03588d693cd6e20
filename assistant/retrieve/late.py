"""Late interaction: each word of the question finds its best match in the passage.

MaxSim of ColBERT (Khattab and Zaharia, SIGIR 2020): the mean, over the question's tokens, of
the highest cosine with any token of the passage.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


def max_sim(query: Matrix, passages: Sequence[Matrix]) -> NDArray[np.float32]:
    """Scores, shape (passages,), at most 1; a passage without tokens scores 0.

    Args:
        query: Shape (tokens, dimension), rows of unit length.
        passages: A matrix a passage, shape (its tokens, dimension), rows of unit length.
    """
    scores = np.zeros(len(passages), dtype=np.float32)
    filled = [i for i, tokens in enumerate(passages) if len(tokens)]
    if not filled or not len(query):
        return scores
    lengths = [len(passages[i]) for i in filled]
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    cosines = np.concatenate([passages[i] for i in filled]) @ query.T
    scores[filled] = np.maximum.reduceat(cosines, starts, axis=0).mean(axis=1)
    return scores
