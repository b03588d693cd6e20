"""The cross-encoders: the carried one in ONNX, any other through sentence-transformers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.models.base import Vectors
from ingest.models.carriers import MARCO, Carried, checked
from ingest.models.session import OnnxTransformer

_MAX_TOKENS = 512


class OnnxCrossEncoder:
    """ms-marco-MiniLM-L-12-v2, int8: pairs with type ids, one logit a pair."""

    def __init__(self, carried: Carried = MARCO, threads: int = 0) -> None:
        self.identity = f"{carried.name}@{carried.sha256[:16]}"
        self._model = OnnxTransformer(checked(carried), threads, _MAX_TOKENS, "logits")
        # Cut the passage, never the question.
        self._model.tokenizer.enable_truncation(_MAX_TOKENS, strategy="only_second")

    def score(self, question: str, passages: Sequence[str]) -> Vectors:
        """One logit a passage, shape (passages,)."""
        question = " ".join(question.split()[:200])
        encodings = self._model.tokenizer.encode_batch([(question, text) for text in passages])
        scores = np.empty(len(passages), dtype=np.float32)
        ids = [encoding.ids for encoding in encodings]
        types = [encoding.type_ids for encoding in encodings]
        for batch, logits in self._model.run_all(ids, types):
            scores[batch] = logits[:, 0]
        return scores


class SentenceTransformersCrossEncoder:
    """Any cross-encoder by its name or folder."""

    def __init__(self, name: str, threads: int = 0, *, offline: bool = True) -> None:
        from ingest.models.hub import load_cross_encoder

        self.identity = name
        self._model = load_cross_encoder(name, threads, offline=offline)

    def score(self, question: str, passages: Sequence[str]) -> Vectors:
        """One score a passage, shape (passages,)."""
        if not passages:
            return np.empty(0, dtype=np.float32)
        pairs = [(question, text) for text in passages]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float32)
