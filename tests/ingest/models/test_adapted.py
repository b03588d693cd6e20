"""An adaptation changes what it names, by as much as it says, and nothing else."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from ingest.errors import ModelAltered
from ingest.models import embedder_identity, fitting, load_cross_encoder
from ingest.models.adapted import CROSS, add_to
from ingest.models.carriers import MARCO
from ingest.models.cross import OnnxCrossEncoder
from ingest.settings import Settings

QUESTION = "Who has to report on the work programme?"
PASSAGES = [
    "Takes note of the budget of the trust fund for the next biennium;",
    "Requests the secretariat to submit a report on the work programme to the Conference;",
]
LAYER = "bert.encoder.layer.3.output.dense"


def _saved(folder, **parts):
    path = folder / "adaptation.safetensors"
    save_file({name: np.ascontiguousarray(part) for name, part in parts.items()}, path)
    return path


def _factors(down, up):
    return {f"{LAYER}.a": down.astype(np.float16), f"{LAYER}.b": up.astype(np.float16)}


@pytest.fixture(scope="module")
def plain():
    return OnnxCrossEncoder(MARCO, 2)


@pytest.mark.models
def test_factors_of_nothing_change_nothing(tmp_path, plain):
    nothing = _saved(tmp_path, **_factors(np.ones((4, 1536)), np.zeros((384, 4))))
    encoder = OnnxCrossEncoder(MARCO, 2, nothing)
    assert np.allclose(encoder.score(QUESTION, PASSAGES), plain.score(QUESTION, PASSAGES), atol=0.2)
    assert encoder.identity != plain.identity


@pytest.mark.models
def test_a_bias_moves_every_logit(tmp_path, plain):
    more = _saved(tmp_path, **{"classifier.bias": np.array([5.0], dtype=np.float32)})
    moved = OnnxCrossEncoder(MARCO, 2, more).score(QUESTION, PASSAGES)
    own = plain.score(QUESTION, PASSAGES)
    assert np.allclose(moved - own, (moved - own)[0], atol=1e-3)
    assert moved[0] > own[0]


@pytest.mark.models
def test_factors_change_the_scores(tmp_path, plain):
    rng = np.random.default_rng(5)
    factors = _factors(rng.normal(size=(4, 1536)) / 40, rng.normal(size=(384, 4)))
    moved = OnnxCrossEncoder(MARCO, 2, _saved(tmp_path, **factors)).score(QUESTION, PASSAGES)
    assert not np.allclose(moved, plain.score(QUESTION, PASSAGES), atol=0.2)
    assert np.isfinite(moved).all()


@pytest.mark.models
def test_an_adaptation_of_another_model_is_refused(tmp_path):
    other = _saved(tmp_path, **{"bert.encoder.layer.99.output.dense.bias": np.zeros(384)})
    with pytest.raises(ModelAltered, match=r"layer\.99"):
        OnnxCrossEncoder(MARCO, 2, other)


def test_torch_weights_get_the_product_of_the_factors(tmp_path):
    torch = pytest.importorskip("torch")
    layer = torch.nn.Linear(1536, 384)
    before = layer.weight.detach().clone()
    rng = np.random.default_rng(7)
    parts = _factors(rng.normal(size=(4, 1536)), rng.normal(size=(384, 4)))
    path = _saved(tmp_path, **parts)
    model = SimpleNamespace(named_modules=lambda: [(LAYER, layer)])
    add_to(model, path)
    change = (layer.weight.detach() - before).numpy()
    wanted = parts[f"{LAYER}.b"].astype(np.float32) @ parts[f"{LAYER}.a"].astype(np.float32)
    assert np.allclose(change, wanted, atol=1e-4)
    with pytest.raises(ModelAltered, match="this model has not"):
        add_to(SimpleNamespace(named_modules=lambda: []), path)


@pytest.mark.models
def test_the_shipped_adaptation_tells_what_is_asked_from_what_is_near_it():
    """Words of no decision: one passage answers in other words, one shares words and does not."""
    adapted = load_cross_encoder(Settings(threads=2))
    assert adapted is not None
    question = "which group checks that members keep their promises?"
    passages = [
        "Requests the Compliance Committee to review whether Parties meet their obligations;",
        "Requests each group of members to keep a record of the promises of support received;",
    ]
    scores = adapted.score(question, passages)
    assert scores[0] > scores[1]
    assert {name.rpartition(".")[2] for name in load_file(CROSS)} <= {
        "a",
        "b",
        "weight",
        "bias",
    }


def test_a_library_without_a_decision_is_read_by_the_models_as_they_are_carried():
    settings = Settings(embedder="default", reranker="some/model")
    assert fitting(settings, decisions=True) is settings
    plain = fitting(settings, decisions=False)
    assert (plain.embedder, plain.reranker) == ("plain", "some/model")
    assert embedder_identity(plain) == embedder_identity(settings)  # no index is built anew
