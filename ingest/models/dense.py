"""The embedders: through LlamaIndex, or in ONNX for the carried int8 model."""

from __future__ import annotations

import copy
import hashlib
import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ingest.models.adapted import add_to
from ingest.models.base import Vectors
from ingest.models.carriers import BGE_SMALL, Carried, checked
from ingest.models.hub import forbid_network, missing_said, quiet, short_numbers, use_threads
from ingest.models.session import OnnxTransformer, batches

if TYPE_CHECKING:
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

#: Tokens of a batch, about: what fits the caches is computed fastest, and takes least memory.
_BATCH_TOKENS = 1024

#: Characters of a token, about, in the languages of the documents.
_CHARACTERS = 4

#: Texts that a batch may hold at most: padding is never lost time when all are short.
_MOST = 256


class LlamaIndexEmbedder:
    """Any sentence-transformers model, by name or folder.

    Args:
        name: Name on the hub, or a folder.
        identity: What the vectors are remembered under; made from the name, and from the
            weights where it is a folder, if not given.
        threads: 0 for as many as there are cores.
        offline: Never ask the hub.
        adaptation: Changes of the weights with which questions are encoded, as in ``adapted``;
            passages are encoded as ever.
    """

    def __init__(
        self,
        name: str,
        identity: str = "",
        threads: int = 0,
        *,
        offline: bool = True,
        adaptation: Path | None = None,
    ) -> None:
        if offline:
            forbid_network()
        with quiet(), missing_said(name, "DECISIONS_EMBEDDER"):
            from llama_index.embeddings.huggingface import HuggingFaceEmbedding

            # One thread a batch and several batches at once: threads that share a batch wait for
            # each other at every layer, and longest where something else uses the cores.
            use_threads(1)
            self.model = HuggingFaceEmbedding(
                model_name=name,
                device="cpu",
                embed_batch_size=_MOST,
                model_kwargs={"use_safetensors": True},
            )
        self.identity = identity or identity_of(name)
        self.dimension = len(self.model.get_query_embedding("dimension"))
        self._longest = int(self.model._model.max_seq_length or 512)
        self._twins = [self.model]
        self._threads = threads or os.cpu_count() or 1
        self._adaptation = adaptation

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimension). Batches hold texts of like length: padding is lost time."""
        lengths = [min(len(text) // _CHARACTERS + 2, self._longest) for text in texts]
        # From the end, the longest first: what is left is short, and no thread waits long.
        waiting = list(batches(lengths, _BATCH_TOKENS, _MOST))
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)

        def work(model: HuggingFaceEmbedding) -> None:
            # Entered once a thread, not once a batch: the weights are rounded when first used.
            with short_numbers():
                while True:
                    try:
                        batch = waiting.pop()
                    except IndexError:  # the others took the last
                        return
                    vectors[batch] = model.get_text_embedding_batch([texts[i] for i in batch])

        with ThreadPoolExecutor(self._threads) as pool:
            deque(pool.map(work, self._models(len(waiting))), maxlen=0)
        return vectors

    def _models(self, batches: int) -> list[HuggingFaceEmbedding]:
        """As many as can work at once: the same weights, each with its own tokenizer.

        A tokenizer cannot be used from two threads.
        """
        wanted = min(self._threads, batches)
        while len(self._twins) < wanted:
            inner = self.model._model
            shared = {id(weight): weight for weight in (*inner.parameters(), *inner.buffers())}
            twin = self.model.model_copy()
            twin._model = copy.deepcopy(inner, shared)
            self._twins.append(twin)
        return self._twins[:wanted]

    def embed_query(self, text: str) -> Vectors:
        """Shape (dimension,)."""
        return np.asarray(self._asker.get_query_embedding(text), dtype=np.float32)

    @cached_property
    def _asker(self) -> HuggingFaceEmbedding:
        """What encodes questions; made when the first is asked, since ingest asks none."""
        if self._adaptation is None:
            return self.model
        asker = self.model.model_copy()
        asker._model = copy.deepcopy(self.model._model)
        add_to(asker._model[0].auto_model, self._adaptation)
        return asker


def identity_of(name: str) -> str:
    """Name of a model; of a folder, with a checksum over its weights and configuration."""
    folder = Path(name).expanduser()
    if not folder.is_dir():
        return name
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".json", ".safetensors", ".txt", ".model"} and path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return f"{folder.name}@{digest.hexdigest()[:16]}"


class OnnxEmbedder:
    """bge-small-en, int8: the vector of the first token, with an instruction before questions."""

    _INSTRUCTION = "Represent this sentence for searching relevant passages: "
    _MAX_TOKENS = 512
    dimension = 384

    def __init__(self, carried: Carried = BGE_SMALL, threads: int = 0) -> None:
        self.identity = f"{carried.name}@{carried.sha256[:16]}"
        self._model = OnnxTransformer(
            checked(carried), threads, self._MAX_TOKENS, "last_hidden_state"
        )

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, 384)."""
        encodings = self._model.tokenizer.encode_batch(list(texts))
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for batch, hidden in self._model.run_all([encoding.ids for encoding in encodings]):
            first = hidden[:, 0]
            vectors[batch] = first / np.linalg.norm(first, axis=1, keepdims=True)
        return vectors

    def embed_query(self, text: str) -> Vectors:
        """Shape (384,)."""
        vector: Vectors = self.embed([self._INSTRUCTION + text])[0]
        return vector
