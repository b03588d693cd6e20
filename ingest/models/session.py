"""An ONNX transformer with its tokenizer: batches by length, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ingest.models.adapted import adapted

Output = NDArray[np.float32]

#: Tokens of a batch, padding counted: what fits the caches is computed fastest.
_BATCH_TOKENS = 512


class OnnxTransformer:
    """Runs a BERT-like ONNX model.

    Args:
        weights: The ``model.onnx``; ``tokenizer.json`` lies beside it.
        threads: 0 for as many as there are cores.
        max_tokens: Longer inputs are cut.
        output: Name of the output that is wanted.
        adaptation: Changes of the weights, as in ``adapted``.
    """

    def __init__(
        self,
        weights: Path,
        threads: int,
        max_tokens: int,
        output: str,
        adaptation: Path | None = None,
    ) -> None:
        import onnxruntime

        # One thread a batch and several batches at once: threads that share a batch wait for
        # each other at every layer.
        self._threads = threads or os.cpu_count() or 1
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = str(weights) if adaptation is None else adapted(weights, adaptation)
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {tensor.name for tensor in self._session.get_inputs()}
        self._output = output
        self.tokenizer = Tokenizer.from_file(str(weights.with_name("tokenizer.json")))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(max_tokens)

    def run_all(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None = None
    ) -> Iterator[tuple[list[int], Output]]:
        """Positions of the inputs of a batch, with their output, for all batches.

        Args:
            ids: Token ids of each input.
            types: Their type ids; 0 where none are given.

        Yields:
            Positions, and an output of shape (positions, tokens or 1, ...).
        """
        some = list(batches([len(row) for row in ids], _BATCH_TOKENS))

        def run(batch: list[int]) -> Output:
            own = [types[i] for i in batch] if types is not None else None
            return self.run_ids([ids[i] for i in batch], own)

        if len(some) < 2:
            yield from ((batch, run(batch)) for batch in some)
            return
        with ThreadPoolExecutor(self._threads) as pool:
            yield from zip(some, pool.map(run, some), strict=True)

    def run_ids(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None = None
    ) -> Output:
        """Output of one batch, shape (batch, tokens or 1, ...), on this thread."""
        width = max(len(row) for row in ids)
        given = {
            "input_ids": _padded(ids, width),
            "attention_mask": _padded([[1] * len(row) for row in ids], width),
            "token_type_ids": _padded(types or [[0] * len(row) for row in ids], width),
        }
        feed = {name: value for name, value in given.items() if name in self._inputs}
        output: Output = self._session.run([self._output], feed)[0]
        return output


def _padded(rows: Sequence[Sequence[int]], width: int) -> NDArray[np.int64]:
    padded = np.zeros((len(rows), width), dtype=np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return padded


def batches(lengths: Sequence[int], tokens: int, most: int = 0) -> Iterator[list[int]]:
    """Positions grouped so that those of like length stand together.

    Args:
        lengths: Tokens of each input.
        tokens: Tokens that a batch may hold, padding counted.
        most: Inputs that a batch may hold; 0 for any number.
    """
    batch: list[int] = []
    for position in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        full = len(batch) == most > 0 or (len(batch) + 1) * max(lengths[position], 1) > tokens
        if batch and full:
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch
