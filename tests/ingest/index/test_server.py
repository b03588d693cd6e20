"""A real Chroma server: the same index on it, and what happens when it goes away."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from ingest import pipeline
from ingest.doctor import examine
from ingest.errors import IndexMismatch, ServerUnavailable, SettingsInvalid
from ingest.index import open_index, reader
from ingest.index.client import answered
from ingest.pipeline import ingest
from tests.ingest.store_makers import WordsEmbedder, settings_at, write


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Server:
    """``chroma run`` on a folder, started and stopped at will."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        program = Path(sys.executable).with_name("chroma")
        command = [program, "run", "--path", self.folder, "--host", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(600):
            try:
                if httpx.get(f"{self.url}/api/v2/heartbeat").is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError("the Chroma server did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


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
