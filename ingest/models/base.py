"""What every model offers, whatever runs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Texts to vectors of unit length.

    Attributes:
        identity: Names model and weights; vectors of two identities never mix.
        dimension: Length of a vector.
    """

    identity: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Passages: shape (texts, dimension), in their order."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """A question: shape (dimension,)."""
        ...


class CrossEncoder(Protocol):
    """Reads question and passage together.

    Attributes:
        identity: Names model and weights.
        adapted: Whether it was adapted to decisions: then its logits alone tell whether a
            passage answers.
    """

    identity: str
    adapted: bool

    def score(self, question: str, passages: Sequence[str]) -> Vectors:
        """One score a passage, higher for better: logits, shape (passages,)."""
        ...


class LateInteraction(Protocol):
    """One vector a token, compared at search time (ColBERT, Khattab and Zaharia 2020).

    Attributes:
        identity: Names model and weights.
        dimension: Length of a token's vector.
    """

    identity: str
    dimension: int

    def encode_query(self, text: str) -> Vectors:
        """Shape (tokens, dimension), rows of unit length."""
        ...

    def query_spans(self, text: str) -> list[tuple[int, int]]:
        """Characters of ``text`` behind each row of ``encode_query``; empty for markers.

        Rows after the last span are filling.
        """
        ...

    def encode_passages(self, texts: Sequence[str]) -> list[Vectors]:
        """A matrix a passage: shape (its tokens, dimension), rows of unit length."""
        ...
