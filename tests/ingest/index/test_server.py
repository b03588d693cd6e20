"""A real Chroma server: the same index on it, and what happens when it goes away."""

from __future__ import annotations

import httpx
import pytest
from pydantic import SecretStr

from ingest import pipeline
from ingest.doctor import examine
from ingest.errors import IndexMismatch, ServerUnavailable, SettingsInvalid
from ingest.index import open_index, reader
from ingest.index.client import answered
from ingest.pipeline import ingest
from tests.ingest.chroma_server import Flaky, Server
from tests.ingest.store_makers import WordsEmbedder, settings_at, write


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    one = Server(tmp_path_factory.mktemp("server"))
    one.start()
    yield one
    one.stop()


@pytest.fixture(autouse=True)
def embedder(monkeypatch):
    one = WordsEmbedder()
    monkeypatch.setattr(pipeline, "load_embedder", lambda settings: one)
    monkeypatch.setattr(reader, "load_embedder", lambda settings: one)
    monkeypatch.setattr(pipeline, "embedder_identity", lambda settings: one.identity)
    monkeypatch.setattr(reader, "embedder_identity", lambda settings: one.identity)
    return one


def test_the_same_index_on_a_server(server, tmp_path):
    settings = settings_at(
        tmp_path / "index", chroma_url=server.url, chroma_token=SecretStr("secret")
    )
    write(tmp_path / "files", 1, "to count the clouds", "to paint the harbour")
    assert ingest([tmp_path / "files"], settings).added == ("BC-99/1",)
    assert not (settings.index / "gen-000001" / "chroma").exists()
    write(tmp_path / "files", 1, "to count the clouds", "to paint the lighthouse")
    assert ingest([tmp_path / "files"], settings).updated == ("BC-99/1",)
    with open_index(settings) as index:
        assert index.dense(index.embed(["paint the lighthouse"])[0], 1)[0].id == "BC-99/1#para_2"
        names = [one.name for one in index.store.client.list_collections()]
        assert names == [index.state.collection]  # the old state's is gone
    assert not examine(settings).findings
    with pytest.raises(IndexMismatch, match="--rebuild"):
        open_index(settings_at(settings.index))


def test_a_server_that_goes_away_is_never_an_empty_answer(server, tmp_path):
    settings = settings_at(tmp_path / "index", chroma_url=server.url)
    write(tmp_path / "files", 1, "to count the clouds")
    ingest([tmp_path / "files"], settings)
    try:
        with open_index(settings) as index:
            vector = index.embed(["count the clouds"])[0]
            assert index.dense(vector, 3)
            server.stop()
            with pytest.raises(ServerUnavailable, match="DECISIONS_CHROMA_URL"):
                index.dense(vector, 3)
        with open_index(settings) as index, pytest.raises(ServerUnavailable):
            index.dense(vector, 3)
        write(tmp_path / "files", 2, "to mend the clock")
        with pytest.raises(ServerUnavailable):
            ingest([tmp_path / "files"], settings)
    finally:
        server.start()
    with open_index(settings) as index:
        assert index.library.count()[0] == 1  # as it was
        assert index.dense(vector, 3)
    assert ingest([tmp_path / "files"], settings).added == ("BC-99/2",)


def test_a_short_failure_is_tried_again():
    calls = []

    def request() -> str:
        calls.append(1)
        if len(calls) < 3:
            raise httpx.ReadTimeout("slow")
        return "answer"

    assert answered("http://somewhere", request) == "answer"
    with pytest.raises(ServerUnavailable, match="no such tenant"):
        answered("http://somewhere", lambda: (_ for _ in ()).throw(ValueError("no such tenant")))


def test_an_address_that_is_none(tmp_path):
    settings = settings_at(tmp_path / "index", chroma_url="chroma.example:8000")
    write(tmp_path / "files", 1, "to count the clouds")
    with pytest.raises(SettingsInvalid, match="CHROMA_URL"):
        ingest([tmp_path / "files"], settings)


@pytest.fixture
def flaky(server):
    one = Flaky(server.port)
    yield one
    one.close()


@pytest.mark.parametrize("requests", [0, 1, 3, 6, 9])
def test_a_connection_lost_midway_leaves_the_index_as_it_was(server, flaky, tmp_path, requests):
    settings = settings_at(tmp_path / "index", chroma_url=flaky.url)
    write(tmp_path / "files", 1, "to count the clouds")
    ingest([tmp_path / "files"], settings)
    write(tmp_path / "files", 2, "to mend the clock")
    flaky.left = requests
    with pytest.raises(ServerUnavailable, match="DECISIONS_CHROMA_URL"):
        ingest([tmp_path / "files"], settings)
    with open_index(settings) as index, pytest.raises(ServerUnavailable):
        index.dense(index.embed(["count the clouds"])[0], 3)  # never: nothing found
    flaky.left = 10**9
    with open_index(settings) as index:
        assert index.library.codes() == ("BC-99/1",)
        assert index.dense(index.embed(["count the clouds"])[0], 3)
    assert ingest([tmp_path / "files"], settings).added == ("BC-99/2",)
    assert not examine(settings).findings


def test_asking_without_the_server_is_an_error_not_a_not_found(
    server, flaky, tmp_path, capfd, monkeypatch
):
    from ui.cli.main import main

    settings = settings_at(tmp_path / "index", chroma_url=flaky.url)
    write(tmp_path / "files", 1, "to count the clouds")
    ingest([tmp_path / "files"], settings)
    flaky.left = 0
    for name, value in {
        "CHROMA_URL": flaky.url,
        "RERANKER": "none",
        "LATE_INTERACTION": "none",
    }.items():
        monkeypatch.setenv(f"DECISIONS_{name}", value)
    words = ["ask", "Who counts the clouds at night?", "--json", "--index", str(settings.index)]
    assert main(words) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"decisions: the Chroma server at {flaky.url} failed")
    assert err.count("\n") == 1


def test_tenant_and_database_are_used(server, tmp_path):
    settings = settings_at(tmp_path / "index", chroma_url=server.url, chroma_database="nowhere")
    write(tmp_path / "files", 1, "to count the clouds")
    with pytest.raises(ServerUnavailable, match="tenant and database"):
        ingest([tmp_path / "files"], settings)
