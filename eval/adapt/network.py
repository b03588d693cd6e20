"""The carried models as networks of torch, with factors that can be trained.

Low-rank adaptation: Hu et al. 2021, arXiv 2106.09685. The weights are rounded to int8 as they
will be when they are used, and the gradient passes the rounding by (straight-through estimator,
Bengio et al. 2013, arXiv 1308.3432).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils import parametrize

from ingest.models.adapted import DOWN, MOST, UP, layers_of
from ingest.models.hub import forbid_network

#: Of ms-marco-MiniLM-L-12-v2.
_SHAPE = {
    "hidden_size": 384,
    "num_hidden_layers": 12,
    "num_attention_heads": 12,
    "intermediate_size": 1536,
    "num_labels": 1,
}
#: What torch puts into the names of the factors.
_ADDED = ".parametrizations.weight.0"


class LowRank(nn.Module):
    """The weights of a linear layer with two small factors added; its own stay as they are.

    Args:
        own: The layer.
        rank: Of the factors.
        rounded: Whether its weights will be int8.
    """

    def __init__(self, own: nn.Linear, rank: int, *, rounded: bool) -> None:
        super().__init__()
        self.rounded = rounded
        self.a = nn.Parameter(torch.randn(rank, own.in_features) * own.in_features**-0.5)
        self.b = nn.Parameter(torch.zeros(own.out_features, rank))

    def forward(self, own: Tensor) -> Tensor:
        """Weights of shape (outputs, inputs) to those that are used."""
        weight = own + self.b @ self.a
        if self.rounded:
            step = weight.detach().abs().max() / MOST
            rounded = torch.round(weight / step).clamp(-MOST, MOST) * step
            weight = weight + (rounded - weight).detach()
        return weight


def network_of(weights: Path, rank: int) -> nn.Module:
    """The network of a carried ``model.onnx``; only the factors and the last layer are trained."""
    forbid_network()
    from transformers import BertConfig, BertForSequenceClassification

    network = BertForSequenceClassification(
        BertConfig(**_SHAPE, attention_probs_dropout_prob=0.0)  # type: ignore[arg-type]
    )
    own = {name: torch.tensor(value) for name, value in layers_of(weights).items()}
    missing, unknown = network.load_state_dict(own, strict=False)
    if unknown or any("position_ids" not in name for name in missing):
        raise ValueError(f"not the network of {weights}: {(*missing, *unknown)[:3]}")
    factor(network, rank, rounded=True, but=("classifier",))
    network.classifier.requires_grad_(True)
    return network


def embedder_of(folder: Path, rank: int) -> tuple[nn.Module, Any]:
    """The network of an embedder's folder, of which only the factors are trained; its tokenizer."""
    forbid_network()
    from transformers import AutoModel, AutoTokenizer

    network: nn.Module = AutoModel.from_pretrained(folder, add_pooling_layer=False)
    factor(network, rank, rounded=False)
    return network, AutoTokenizer.from_pretrained(folder)


def factor(network: nn.Module, rank: int, *, rounded: bool, but: Sequence[str] = ()) -> None:
    """Give the linear layers of a network factors, in place; nothing else of it is trained."""
    network.requires_grad_(False)
    for name, layer in list(network.named_modules()):
        if isinstance(layer, nn.Linear) and name not in but:
            added = LowRank(layer, rank, rounded=rounded)
            parametrize.register_parametrization(layer, "weight", added)


def adaptation_of(network: nn.Module) -> dict[str, NDArray[np.float16]]:
    """What was trained, by name, as ``ingest.models.adapted`` reads it."""
    trained = {name: p for name, p in network.named_parameters() if p.requires_grad}
    assert any(name.endswith((DOWN, UP)) for name in trained)
    return {
        name.replace(_ADDED, ""): np.ascontiguousarray(
            p.detach().float().cpu().numpy().astype(np.float16)
        )
        for name, p in trained.items()
    }
