"""Late interaction: answerai-colbert-small, int8 ONNX.

The carried file is the encoder without the model's projection to 96 dimensions, so its
hidden states are compared themselves (cosine). Inputs are built as the model was trained
(JaColBERTv2.5, Clavié 2024): a marker token after [CLS], queries filled with [MASK] up to
32 tokens, punctuation of passages left out.
"""

from __future__ import annotations

import string
from collections.abc import Sequence

import numpy as np
from tokenizers import Encoding

from ingest.models.base import Vectors
from ingest.models.carriers import COLBERT, Carried, checked
from ingest.models.session import OnnxTransformer

_MAX_TOKENS = 300
_QUERY_TOKENS = 32


class OnnxLateInteraction:
    """Token vectors of questions and passages; a passage's score is the sum of best matches."""

    dimension = 384

    def __init__(self, carried: Carried = COLBERT, threads: int = 0) -> None:
        self.identity = f"{carried.name}@{carried.sha256[:16]}"
        self._model = OnnxTransformer(checked(carried), threads, _MAX_TOKENS, "last_hidden_state")
        vocabulary = self._model.tokenizer.get_vocab()
        # The markers are no special tokens of the tokenizer: it would take them apart.
        self._query_marker = vocabulary["[unused0]"]
        self._passage_marker = vocabulary["[unused1]"]
        self._mask = vocabulary["[MASK]"]
        self._skipped = np.array(sorted(vocabulary[mark] for mark in string.punctuation))

    def encode_query(self, text: str) -> Vectors:
        """Shape (tokens, 384)."""
        ids = self._marked(self._model.tokenizer.encode(text), self._query_marker)
        ids += [self._mask] * (_QUERY_TOKENS - len(ids))
        hidden = self._model.run_ids([ids])
        return _unit(hidden[0])

    def query_spans(self, text: str) -> list[tuple[int, int]]:
        """Characters of ``text`` behind each row of ``encode_query``; empty for markers."""
        marker = "[unused0] "
        encoding = self._model.tokenizer.encode(marker + text)
        shift = len(marker)
        return [
            (start - shift, end - shift) if start >= shift else (0, 0)
            for start, end in encoding.offsets
        ]

    def encode_passages(self, texts: Sequence[str]) -> list[Vectors]:
        """A matrix a passage: shape (its tokens, 384)."""
        encodings = self._model.tokenizer.encode_batch(list(texts))
        inputs = [self._marked(encoding, self._passage_marker) for encoding in encodings]
        matrices: list[Vectors] = [np.empty((0, self.dimension), np.float32)] * len(texts)
        for batch, hidden in self._model.run_all(inputs):
            for row, position in enumerate(batch):
                kept = np.flatnonzero(~np.isin(inputs[position], self._skipped))
                matrices[position] = _unit(hidden[row][kept])
        return matrices

    def _marked(self, encoding: Encoding, marker: int) -> list[int]:
        first, *rest = encoding.ids
        return [first, marker, *rest]


def _unit(vectors: Vectors) -> Vectors:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(norms, 1e-12), dtype=np.float32)
