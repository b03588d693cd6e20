from __future__ import annotations

import ctypes

import pytest

from ingest import memory


def test_giving_back_does_no_harm():
    memory.give_back()
    memory.give_back()


def test_a_system_without_such_a_call(monkeypatch):
    def none(_name):
        raise OSError("no C library")

    monkeypatch.setattr(ctypes, "CDLL", none)
    memory._trim.cache_clear()
    try:
        memory.give_back()
    finally:
        memory._trim.cache_clear()


@pytest.mark.models
def test_a_model_that_was_let_go_comes_back_when_it_is_needed(tmp_path):
    from ingest.index.vectors import VectorCache
    from ingest.models import embedder_identity, load_embedder
    from ingest.settings import Settings

    settings = Settings(index=tmp_path)
    loads = []

    def load():
        loads.append(1)
        return load_embedder(settings)

    cache = VectorCache(tmp_path / "v.db", embedder_identity(settings), 0, load)
    cache.embed({b"one": "moons"})
    cache.release()
    assert cache.dimension == 384
    assert len(loads) == 1
    cache.embed({b"two": "stars"})
    assert len(loads) == 2
    cache.close()
