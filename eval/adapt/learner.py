"""A step of training, the same for every model that is adapted."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: The rate never falls below this share of the highest.
_LEAST = 0.02
#: Longer gradients are shortened to this length.
_LONGEST = 1.0


class Learner:
    """Changes what is trained of a network, step by step.

    Args:
        network: What of it asks for gradients is trained.
        rate: The highest rate of learning.
        warm: Steps after which it is reached.
        steps: Steps in all; the rate has then fallen to nearly nothing.
    """

    def __init__(self, network: nn.Module, rate: float, warm: int, steps: int) -> None:
        self._trained = [p for p in network.parameters() if p.requires_grad]
        self._optimizer = torch.optim.AdamW(self._trained, lr=rate, weight_decay=0.01)
        self._rate, self._warm, self.steps = rate, warm, steps
        self.done = 0

    def step(self, loss: Tensor) -> float:
        """Learn from a loss; its value."""
        share = min((self.done + 1) / self._warm, 1.0) * (1 - self.done / self.steps)
        for group in self._optimizer.param_groups:
            group["lr"] = self._rate * max(_LEAST, share)
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._trained, _LONGEST)
        self._optimizer.step()
        self.done += 1
        return float(loss.detach())
