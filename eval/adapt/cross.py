"""The training: which passage answers, or none.

Of each question, the passages that answer compete with those that do not and with "nothing
answers", whose logit is 0: the loss is the negative logarithm of what falls to the right ones in
the softmax over all. So a logit above 0 means that a passage rather answers than not.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from eval.adapt.groups import Group
from eval.adapt.learner import Learner


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
    order: list[Group] = []
    for _ in range(steps):
        if len(order) < plan.batch:
            order += chance.sample(groups, len(groups))
        some, order = order[: plan.batch], order[plan.batch :]
        told = [_chosen(one, plan, chance) for one in some]
        logits = read(network, [(q, text) for q, texts, _ in told for text in texts])
        parts = torch.split(logits, [len(texts) for _, texts, _ in told])
        losses = [
            loss(part, right, plan.each) for part, (*_, right) in zip(parts, told, strict=True)
        ]
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


def _chosen(group: Group, plan: Plan, chance: random.Random) -> tuple[str, list[str], int]:
    told = list(zip(group.passages, group.answers, strict=True))
    right = [text for text, answers in told if answers][: plan.right]
    wrong = [text for text, answers in told if not answers]
    return group.question, right + chance.sample(wrong, min(plan.wrong, len(wrong))), len(right)


class _Reader:
    """Logits of pairs of question and passage."""

    def __init__(self, tokenizer: Path, tokens: int, device: torch.device) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(tokens, strategy="only_second")
        self._tokenizer.enable_padding()
        self._device = device

    def __call__(self, network: nn.Module, pairs: Sequence[tuple[str, str]]) -> Tensor:
        rows = self._tokenizer.encode_batch(list(pairs))
        given = {
            "input_ids": [row.ids for row in rows],
            "attention_mask": [row.attention_mask for row in rows],
            "token_type_ids": [row.type_ids for row in rows],
        }
        tensors = {name: torch.tensor(value).to(self._device) for name, value in given.items()}
        with torch.autocast(self._device.type, dtype=torch.bfloat16):
            logits: Tensor = network(**tensors).logits[:, 0]
        return logits.float()
