"""The network is the carried one, learns what it is shown, and is kept as it was trained."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from eval.adapt.cross import Plan, loss, train
from eval.adapt.groups import Group
from eval.adapt.network import adaptation_of, network_of
from ingest.models.carriers import MARCO, checked
from ingest.models.cross import OnnxCrossEncoder

GROUPS = [
    Group("1", "who rings?", ("The keeper rings the bells.", "The rope is red."), (True, False)),
    Group("2", "When does the keeper buy ropes?", ("The keeper buys ropes of hemp.",), (False,)),
]


def test_the_loss_falls_as_the_right_one_rises_and_as_all_fall_where_none_is_right():
    def of(values, right):
        return float(loss(torch.tensor(values), right, 0.3))

    assert of([3.0, -3.0], 1) < of([0.0, 0.0], 1) < of([-3.0, 3.0], 1)
    assert of([-3.0, -3.0], 0) < of([0.0, 0.0], 0) < of([3.0, -3.0], 0)


@pytest.mark.models
def test_it_learns_what_it_is_shown_and_scores_the_same_in_use(tmp_path):
    weights = checked(MARCO)
    network = network_of(weights, 2)
    losses = []
    plan = Plan(rank=2, rate=2e-3, epochs=12, batch=2, warm=2)
    tokenizer = weights.with_name("tokenizer.json")
    train(network, GROUPS, tokenizer, plan, lambda step, steps, value: losses.append(value))
    assert losses[-1] < 0.5 * losses[0]
    path = tmp_path / "adaptation.safetensors"
    save_file(adaptation_of(network), path)
    adapted, plain = OnnxCrossEncoder(MARCO, 2, path), OnnxCrossEncoder(MARCO, 2)
    question, passages = GROUPS[1].question, GROUPS[1].passages
    assert adapted.score(question, passages)[0] < plain.score(question, passages)[0] - 1
    assert int(np.argmax(adapted.score(GROUPS[0].question, GROUPS[0].passages))) == 0
    assert adapted.score(GROUPS[0].question, GROUPS[0].passages)[0] > 0
