"""An ONNX transformer with its tokenizer: batches by length, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

Output = NDArray[np.float32]


class OnnxTransformer:
    """Runs a BERT-like ONNX model.

    Args:
        weights: The ``model.onnx``; ``tokenizer.json`` lies beside it.
        threads: 0 for as many as there are cores.
        max_tokens: Longer inputs are cut.
        output: Name of the output that is wanted.
    """

    def __init__(self, weights: Path, threads: int, max_tokens: int, output: str) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or os.cpu_count() or 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Spinning threads would take the cores from the embedder while this one waits.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {tensor.name for tensor in self._session.get_inputs()}
        self._output = output
        self.tokenizer = Tokenizer.from_file(str(weights.with_name("tokenizer.json")))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(max_tokens)

    def run(self, encodings: Sequence[Encoding]) -> Output:
        """Model output for one batch, shape (batch, tokens or 1, ...)."""
        return self.run_ids(
            [encoding.ids for encoding in encodings], [encoding.type_ids for encoding in encodings]
        )

    def run_ids(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None = None
    ) -> Output:
        """The same from token ids; type ids are 0 where none are given."""
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


def batches(lengths: Sequence[int], tokens: int) -> Iterator[list[int]]:
    """Positions grouped so that those of like length stand together.

    Args:
        lengths: Tokens of each input.
        tokens: Tokens that a batch may hold, padding counted.
    """
    batch: list[int] = []
    for position in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * max(lengths[position], 1) > tokens:
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch
