"""A real Chroma server behind TLS and a token, with a tenant and database of its own."""

from __future__ import annotations

import shutil

import chromadb
import httpx
import pytest
from pydantic import SecretStr

from ingest import pipeline
from ingest.errors import ServerUnavailable
from ingest.index import client, open_index, reader
from ingest.pipeline import ingest
from tests.ingest.chroma_server import Server
from tests.ingest.store_makers import WordsEmbedder, settings_at, write
from tests.ingest.tls_way import Guarded, certificate

TOKEN = "lantern"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    """The way, its certificate, and a server with the tenant ``islands``, database ``lamps``."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    folder = tmp_path_factory.mktemp("secured")
    server = Server(folder / "server")
    server.start()
    admin = f"{server.url}/api/v2/tenants"
    httpx.post(admin, json={"name": "islands"}).raise_for_status()
    httpx.post(f"{admin}/islands/databases", json={"name": "lamps"}).raise_for_status()
    made, key = certificate(folder)
    way = Guarded(server.port, made, key, TOKEN)
    yield way, made, server
    way.close()
    server.stop()


@pytest.fixture
def settings(guarded, tmp_path, monkeypatch):
    """Settings that reach it; the certificate is trusted as administrators say so."""
    one = WordsEmbedder()
    for module in (pipeline, reader):
        monkeypatch.setattr(module, "load_embedder", lambda settings: one)
        monkeypatch.setattr(module, "embedder_identity", lambda settings: one.identity)
    way, made, _ = guarded
    way.wait = 0.0
    monkeypatch.setenv("SSL_CERT_FILE", str(made))

    def settings(**others):
        given = {
            "chroma_url": way.url,
            "chroma_token": SecretStr(TOKEN),
            "chroma_tenant": "islands",
            "chroma_database": "lamps",
        }
        return settings_at(tmp_path / "index", **(given | others))

    write(tmp_path / "files", 1, "to count the clouds")
    return settings


def test_tls_token_tenant_and_database_are_all_used(guarded, settings, tmp_path):
    way, _, server = guarded
    way.refused = 0
    assert ingest([tmp_path / "files"], settings()).added == ("BC-99/1",)
    with open_index(settings()) as index:
        found = index.dense(index.embed(["count the clouds"])[0], 1)
        collection = index.state.collection
    assert found[0].id == "BC-99/1#para_1"
    assert way.refused == 0
    there = chromadb.HttpClient(port=server.port, tenant="islands", database="lamps")
    elsewhere = chromadb.HttpClient(port=server.port)
    try:
        assert [one.name for one in there.list_collections()] == [collection]
        assert collection not in [one.name for one in elsewhere.list_collections()]
    finally:
        client.close(there)
        client.close(elsewhere)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"chroma_token": SecretStr("torch")}, "401"),
        ({"chroma_token": SecretStr("")}, "401"),
        ({"chroma_tenant": "mainland"}, "404"),
        ({"chroma_database": "bells"}, "404"),
    ],
    ids=["token", "no token", "tenant", "database"],
)
def test_whatever_does_not_fit_is_named_and_no_token_is_shown(settings, tmp_path, wrong, said):
    with pytest.raises(ServerUnavailable, match=said) as caught:
        ingest([tmp_path / "files"], settings(**wrong))
    assert "token, tenant and database" in str(caught.value)
    assert not {"lantern", "torch"} & set(str(caught.value).split())


def test_a_certificate_that_nobody_trusts_is_refused(settings, tmp_path, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(ServerUnavailable, match=r"(?i)certificate"):
        ingest([tmp_path / "files"], settings())


def test_a_server_too_slow_to_answer_is_an_error_not_an_empty_answer(
    guarded, settings, tmp_path, monkeypatch
):
    ingest([tmp_path / "files"], settings())
    monkeypatch.setattr(client, "_SECONDS", 0.3)
    with open_index(settings()) as index:
        vector = index.embed(["count the clouds"])[0]
        assert index.dense(vector, 1)
        guarded[0].wait = 2.0
        with pytest.raises(ServerUnavailable, match="timed out"):
            index.dense(vector, 1)
        guarded[0].wait = 0.0
        assert index.dense(vector, 1)
