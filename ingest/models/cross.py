"""The cross-encoders: the carried one in ONNX, any other through sentence-transformers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ingest.models.adapted import add_to
from ingest.models.base import Vectors
from ingest.models.carriers import MARCO, Carried, checked, sha256_of
from ingest.models.session import OnnxTransformer

_MAX_TOKENS = 512


class OnnxCrossEncoder:
    """ms-marco-MiniLM-L-12-v2, int8: pairs with type ids, one logit a pair.

    Args:
        carried: The weights.
        threads: 0 for as many as there are cores.
        adaptation: Changes of the weights, as in ``adapted``.
    """

    def __init__(
        self, carried: Carried = MARCO, threads: int = 0, adaptation: Path | None = None
    ) -> None:
        self.identity = f"{carried.name}@{carried.sha256[:16]}{_also(adaptation)}"
        self.adapted = adaptation is not None
        self._model = OnnxTransformer(checked(carried), threads, _MAX_TOKENS, "logits", adaptation)
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
    """Any cross-encoder by its name or folder.

    Args:
        name: On the hub, or a folder.
        threads: 0 for as many as there are cores.
        offline: Never ask the hub.
        adaptation: Changes of the weights, as in ``adapted``.
    """

    def __init__(
        self, name: str, threads: int = 0, *, offline: bool = True, adaptation: Path | None = None
    ) -> None:
        from ingest.models.hub import load_cross_encoder

        self.identity = f"{name}{_also(adaptation)}"
        self.adapted = adaptation is not None
        self._model = load_cross_encoder(name, threads, offline=offline)
        if adaptation is not None:
            add_to(self._model.model, adaptation)

    def score(self, question: str, passages: Sequence[str]) -> Vectors:
        """One score a passage, shape (passages,)."""
        if not passages:
            return np.empty(0, dtype=np.float32)
        pairs = [(question, text) for text in passages]
        return np.asarray(self._model.predict(pairs, show_progress_bar=False), dtype=np.float32)


def _also(adaptation: Path | None) -> str:
    return f"+{sha256_of(adaptation)[:16]}" if adaptation is not None else ""
