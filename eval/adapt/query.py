"""The embedder's side of the question: to where the paragraphs that answer lie.

The vectors of passages stay as they are, so that no index has to be built anew; only what
encodes the question is trained. Of each question, the passages that answer compete with all
others in the softmax over their cosines (InfoNCE, van den Oord et al. 2018, arXiv 1807.03748).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from eval.adapt.groups import Asked, Unit, answered, beside
from eval.adapt.learner import Learner
from ingest.models.base import Vectors

#: Passages of other decisions so near to an answer may answer as well: they do not compete.
_TWIN = 0.75


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is trained.

    Attributes:
        rank: Of the factors.
        rate: The highest rate of learning, reached after ``warm`` steps; it falls to nothing.
        epochs: How often each question is seen.
        batch: Questions of a step.
        sharpness: What a cosine is divided by.
    """

    rank: int = 16
    rate: float = 1e-3
    epochs: int = 4
    batch: int = 64
    sharpness: float = 0.05
    warm: int = 30
    seed: int = 0


def train(
    network: nn.Module,
    tokenizer: Any,  # noqa: ANN401 - transformers has no type for all of them
    asked: Sequence[Asked],
    units: Sequence[Unit],
    vectors: Vectors,
    plan: Plan,
    said: Callable[[int, int, float], None],
) -> None:
    """Train a network in place.

    Args:
        network: Of sentence-transformers, its layers factored.
        tokenizer: Its tokenizer.
        asked: Questions; those that nothing answers are passed over.
        units: The passages.
        vectors: Of the passages, shape (units, dimension).
        plan: How.
        said: Told the step, the number of steps and the loss.
    """
    torch.manual_seed(plan.seed)
    passages = torch.from_numpy(vectors)
    answers = [
        (one.question, places, _silent(units, passages, places))
        for one, places in answered(asked, units)
        if places
    ]
    each = len(answers) // plan.batch
    learner = Learner(network, plan.rate, plan.warm, each * plan.epochs)
    network.train()
    for epoch in range(plan.epochs):
        random.Random(plan.seed + epoch).shuffle(answers)
        for place in range(0, each * plan.batch, plan.batch):
            some = answers[place : place + plan.batch]
            cosines = encode(network, tokenizer, [question for question, *_ in some]) @ passages.T
            right = [places for _, places, _ in some]
            out = torch.stack([silent for *_, silent in some])
            value = learner.step(loss(cosines / plan.sharpness, right, out))
            said(learner.done, learner.steps, value)


def encode(network: nn.Module, tokenizer: Any, questions: Sequence[str]) -> Tensor:  # noqa: ANN401
    """Vectors of unit length, shape (questions, dimension): means of the tokens' vectors."""
    given = tokenizer(
        list(questions), padding=True, truncation=True, max_length=128, return_tensors="pt"
    )
    hidden = network(**given).last_hidden_state
    weights = given["attention_mask"][..., None].float()
    return nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=-1)


def loss(scores: Tensor, right: Sequence[Sequence[int]], out: Tensor) -> Tensor:
    """Mean loss of questions.

    Args:
        scores: Shape (questions, passages).
        right: Of each question, the places of the passages that answer.
        out: Where passages do not compete, shape of ``scores``.
    """
    least = torch.finfo(scores.dtype).min
    answers = torch.zeros_like(out)
    for row, places in enumerate(right):
        answers[row, list(places)] = True
    competing = scores.masked_fill(out & ~answers, least)
    wanted = torch.logsumexp(competing.masked_fill(~answers, least), 1)
    return (torch.logsumexp(competing, 1) - wanted).mean()


def _silent(units: Sequence[Unit], passages: Tensor, gold: Sequence[int]) -> Tensor:
    """Which passages do not compete: twins in other decisions, opening words and items."""
    near = (passages @ passages[gold[0]] > _TWIN).tolist()
    answers = [units[place] for place in gold]
    return torch.tensor(
        [
            (close and unit.document != answers[0].document) or beside(unit, answers)
            for unit, close in zip(units, near, strict=True)
        ]
    )
