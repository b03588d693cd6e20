"""A low-rank adaptation merged into the int8 weights of a carried ONNX model.

Low-rank adaptation: Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models",
arXiv 2106.09685. The adaptation is a small file of this project; the weights that it adapts stay
where they are and are changed in memory, once, as the model is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ingest.errors import ModelAltered

if TYPE_CHECKING:
    from onnx import GraphProto, NodeProto, TensorProto
    from torch import nn

#: What adapts the cross-encoder to decisions, and the embedder to questions about them;
#: ``eval/adapt`` makes both.
CROSS, QUERY = (Path(__file__).with_name(f"{name}.safetensors") for name in ("cross", "query"))
#: Suffixes of the two factors of a layer: the change of its weights is ``UP @ DOWN``.
DOWN, UP = ".a", ".b"
#: Names of a whole weight and of a bias that take the place of the model's own.
WEIGHT, BIAS = ".weight", ".bias"
_QUANTISED = "_quantized"
#: The greatest value of a quantised weight; 0 stands for 0.
MOST = 127

Floats = NDArray[np.float32]


def adapted(weights: Path, adaptation: Path) -> bytes:
    """The ONNX model with its adaptation.

    Args:
        weights: A ``model.onnx`` whose matrices are int8, each with one scale.
        adaptation: A safetensors file: by the name of a layer, as ``bert.pooler.dense``, its
            factors, shapes (rank, inputs) and (outputs, rank), or what replaces its weight
            and its bias.

    Raises:
        ModelAltered: The file adapts another model.
    """
    import onnx

    model = onnx.load(str(weights))
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    changes, layers = _read(adaptation)
    quantised = {_layer(node.name): node.input[1] for node in _products(model.graph)}
    for name in layers:
        if name not in quantised:
            raise ModelAltered(f"{adaptation} adapts {name}, which {weights} has not", "reinstall")
        matrix = quantised[name]
        scale = matrix.removesuffix(_QUANTISED) + "_scale"
        new = _changed(_numbers(stored, matrix), name, changes)
        step = np.float32(np.abs(new).max() / MOST)
        whole = np.rint(new / step).clip(-MOST, MOST).astype(np.int8)
        stored[matrix].CopyFrom(onnx.numpy_helper.from_array(whole, matrix))
        stored[scale].CopyFrom(onnx.numpy_helper.from_array(np.array(step), scale))
        if name + BIAS in changes:
            bias = name + BIAS
            stored[bias].CopyFrom(onnx.numpy_helper.from_array(changes[bias], bias))
    merged: bytes = model.SerializeToString()
    return merged


def add_to(model: nn.Module, adaptation: Path) -> None:
    """Add an adaptation to a model of torch, in its own weights' type.

    Raises:
        ModelAltered: The file adapts another model.
    """
    import torch

    changes, layers = _read(adaptation)
    modules = dict(model.named_modules())
    for name in layers:
        if name not in modules:
            raise ModelAltered(f"{adaptation} adapts {name}, which this model has not", "reinstall")
        weight, bias = modules[name].weight.data, modules[name].bias.data
        own = weight.float().numpy().T
        weight.copy_(torch.from_numpy(_changed(own, name, changes).T.copy()))
        if name + BIAS in changes:
            bias.copy_(torch.from_numpy(changes[name + BIAS]))


def layers_of(weights: Path) -> dict[str, Floats]:
    """The weights of a carried ``model.onnx`` as numbers, by their names in torch."""
    import onnx

    graph = onnx.load(str(weights)).graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    layers = {
        _layer(node.name) + WEIGHT: _numbers(stored, node.input[1]).T for node in _products(graph)
    }
    for name in stored:
        if name.startswith("bert.embeddings.") and name.endswith(_QUANTISED):
            layers[name.removesuffix(_QUANTISED)] = _numbers(stored, name)
        elif name.endswith((BIAS, ".LayerNorm" + WEIGHT)):
            layers[name] = onnx.numpy_helper.to_array(stored[name])
    return {name: np.array(value, dtype=np.float32) for name, value in layers.items()}


def _read(adaptation: Path) -> tuple[dict[str, Floats], list[str]]:
    """What an adaptation changes, by the parts' names, and the layers to which those belong."""
    from safetensors.numpy import load_file

    changes = {name: part.astype(np.float32) for name, part in load_file(adaptation).items()}
    return changes, sorted({name.rpartition(".")[0] for name in changes})


def _numbers(stored: Mapping[str, TensorProto], matrix: str) -> Floats:
    """What a quantised matrix stands for."""
    from onnx.numpy_helper import to_array

    name = matrix.removesuffix(_QUANTISED)
    zero = to_array(stored[f"{name}_zero_point"]).astype(np.float32)
    whole = to_array(stored[matrix]).astype(np.float32) - zero
    numbers: Floats = whole * to_array(stored[f"{name}_scale"])
    return numbers


def _products(graph: GraphProto) -> list[NodeProto]:
    """The nodes that multiply by a quantised matrix."""
    return [node for node in graph.node if node.op_type == "MatMulInteger"]


def _layer(node: str) -> str:
    """The layer's name: of ``/bert/pooler/dense/Gemm_MatMul_quant`` it is ``bert.pooler.dense``."""
    return node.strip("/").rpartition("/")[0].replace("/", ".")


def _changed(own: Floats, name: str, changes: dict[str, Floats]) -> Floats:
    """A matrix, shape (inputs, outputs), with what is to be changed of it."""
    if name + WEIGHT in changes:
        return changes[name + WEIGHT].T
    if name + DOWN in changes:
        return own + (changes[name + UP] @ changes[name + DOWN]).T
    return own
