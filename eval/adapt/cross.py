"""The training: which passage answers, or none.

Of each question, the passages that answer compete with those that do not and with "nothing
answers", whose logit is 0: the loss is the negative logarithm of what falls to the right ones in
the softmax over all. So a logit above 0 means that a passage rather answers than not.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor, nn
from torch.nn.utils import parametrize

from eval.adapt.groups import Group
from eval.adapt.learner import Learner
from ingest.ahead import one_ahead

#: Pairs that are read at once.
_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is trained.

    Attributes:
        rank: Of the factors.
        rate: The highest rate of learning, reached after ``warm`` steps; it falls to nothing.
        epochs: How often each question is seen.
        batch: Questions of a step.
        wrong: Passages that do not answer, of each question at most.
        right: Passages that answer, of each question at most.
        each: What the passages count one by one, beside their competition.
        tokens: Longer pairs are cut.
    """

    rank: int = 16
    rate: float = 7e-4
    epochs: float = 4.0
    batch: int = 16
    wrong: int = 24
    right: int = 6
    each: float = 0.3
    tokens: int = 288
    warm: int = 60
    seed: int = 0


def train(
    network: nn.Module,
    groups: Sequence[Group],
    tokenizer: Path,
    plan: Plan,
    said: Callable[[int, int, float], None],
) -> None:
    """Train a network in place, on a GPU where there is one.

    Args:
        network: Of ``network_of``.
        groups: What to learn.
        tokenizer: Its ``tokenizer.json``.
        plan: How.
        said: Told the step, the number of steps and the loss.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    network.to(device).train()
    steps = max(1, int(plan.epochs * len(groups) / plan.batch))
    learner = Learner(network, plan.rate, plan.warm, steps)
    read = _Reader(tokenizer, plan.tokens, device)

    def told() -> Iterator[list[_Chosen]]:
        order: list[Group] = []
        for _ in range(steps):
            if len(order) < plan.batch:
                order += chance.sample(groups, len(groups))
            some, order = order[: plan.batch], order[plan.batch :]
            yield [_chosen(one, plan, chance) for one in some]

    def batch(some: list[_Chosen]) -> tuple[list[_Chosen], _Batch]:
        return some, read.batch([(one.question, text) for one in some for text in one.passages])

    for some, given in one_ahead(batch, told()):
        with parametrize.cached():  # the weights are worked out once a step
            parts = torch.split(read(network, given), [len(one.passages) for one in some])
            losses = [loss(z, one.right, plan.each) for z, one in zip(parts, some, strict=True)]
            value = learner.step(torch.stack(losses).mean())
        said(learner.done, steps, value)


def loss(logits: Tensor, right: int, each: float) -> Tensor:
    """Loss of one question, of whose passages the first ``right`` answer."""
    nothing = logits.new_zeros(1)
    wanted = torch.logsumexp(logits[:right], 0) if right else nothing[0]
    together = torch.logsumexp(torch.cat([nothing, logits]), 0) - wanted
    target = (torch.arange(len(logits), device=logits.device) < right).float()
    alone = nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
    parts = [part.mean() for part in (alone[:right], alone[right:]) if len(part)]
    return together + each * torch.stack(parts).sum()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A question beside passages, of which the first ``right`` answer."""

    question: str
    passages: list[str]
    right: int


def _chosen(group: Group, plan: Plan, chance: random.Random) -> _Chosen:
    told = list(zip(group.passages, group.answers, strict=True))
    right = [text for text, answers in told if answers]
    right = chance.sample(right, min(plan.right, len(right)))
    wrong = [text for text, answers in told if not answers]
    wrong = chance.sample(wrong, min(plan.wrong, len(wrong)))
    return _Chosen(group.question, right + wrong, len(right))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Inputs of the network, pairs of like length together, and where each pair stands there."""

    inputs: list[dict[str, Tensor]]
    places: Tensor


class _Reader:
    """Logits of pairs of question and passage."""

    def __init__(self, tokenizer: Path, tokens: int, device: torch.device) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(tokens, strategy="only_second")
        self._tokenizer.no_padding()
        self._device = device

    def batch(self, pairs: Sequence[tuple[str, str]]) -> _Batch:
        """What is to be read, on the device."""
        rows = self._tokenizer.encode_batch(list(pairs))
        # Those of like length together: padding is lost time.
        order = np.argsort([len(row.ids) for row in rows])
        inputs = [
            self._inputs([rows[place] for place in order[start : start + _TOGETHER]])
            for start in range(0, len(order), _TOGETHER)
        ]
        return _Batch(inputs, torch.from_numpy(np.argsort(order)).to(self._device))

    def _inputs(self, rows: Sequence[Encoding]) -> dict[str, Tensor]:
        longest = max(len(row.ids) for row in rows)
        for row in rows:
            row.pad(longest)
        given = {
            "input_ids": [row.ids for row in rows],
            "attention_mask": [row.attention_mask for row in rows],
            "token_type_ids": [row.type_ids for row in rows],
        }
        return {name: torch.tensor(value).to(self._device) for name, value in given.items()}

    def __call__(self, network: nn.Module, batch: _Batch) -> Tensor:
        with torch.autocast(self._device.type, dtype=torch.bfloat16):
            logits = [network(**inputs).logits[:, 0].float() for inputs in batch.inputs]
        return torch.cat(logits)[batch.places]
