"""Questions learn where the paragraphs that answer them lie; passages stay where they are."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from eval.adapt.groups import Asked, Unit
from eval.adapt.network import adaptation_of, embedder_of
from eval.adapt.query import Plan, encode, loss, train
from ingest.models.carriers import MINILM, checked
from ingest.models.dense import LlamaIndexEmbedder

UNITS = [
    Unit("77/CP.13", "77/CP.13, para. 1", "a", None, "The keeper rings the harbour bells."),
    Unit("77/CP.13", "77/CP.13, para. 2", "b", None, "The pilots listen to the gong."),
    Unit("78/CP.16", "78/CP.16, para. 1", "c", None, "Ropes shall be red."),
]
ASKED = [
    Asked("1", "77/CP.13", "who makes noise with metal?", ("77/CP.13, para. 1",)),
    Asked("2", "77/CP.13", "what do those who steer ships hear?", ("77/CP.13, para. 2",)),
    Asked("3", "78/CP.16", "who pays?", ()),
]


def test_the_loss_counts_what_competes_and_nothing_else():
    scores = torch.tensor([[2.0, 2.0, 9.0]])
    none, last = torch.zeros(1, 3, dtype=torch.bool), torch.tensor([[False, False, True]])
    assert float(loss(scores, [[0]], last)) == pytest.approx(np.log(2), abs=1e-5)
    assert float(loss(scores, [[0]], none)) > 6
    assert float(loss(scores, [[0, 1]], last)) == pytest.approx(0, abs=1e-5)


@pytest.mark.models
def test_questions_move_and_passages_do_not(tmp_path):
    folder = checked(MINILM).parent
    network, tokenizer = embedder_of(folder, 4)
    plain = LlamaIndexEmbedder(str(folder), "plain", 2)
    vectors = plain.embed([unit.text for unit in UNITS])
    losses: list[float] = []
    plan = Plan(rank=4, rate=5e-3, epochs=10, batch=2, warm=1)
    said = lambda step, steps, value: losses.append(value)  # noqa: E731
    train(network, tokenizer, ASKED, UNITS, vectors, plan, said)
    assert losses[-1] < losses[0]
    path = tmp_path / "adaptation.safetensors"
    save_file(adaptation_of(network), path)
    adapted = LlamaIndexEmbedder(str(folder), "adapted", 2, adaptation=path)
    assert np.allclose(adapted.embed([UNITS[0].text]), vectors[:1], atol=2e-2)
    question = ASKED[1].question
    asked = adapted.embed_query(question)
    with torch.no_grad():
        assert asked @ encode(network.eval(), tokenizer, [question])[0].numpy() > 0.999
    assert asked @ vectors[1] > plain.embed_query(question) @ vectors[1]
    assert adapted.dimension == plain.dimension
