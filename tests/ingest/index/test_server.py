"""A real Chroma server: the same index on it, and what happens when it goes away."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
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


class Flaky:
    """A way to a server that is cut after so many requests, as a network is."""

    def __init__(self, port: int) -> None:
        self.left = 10**9
        self._port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                ours, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(ours,), daemon=True).start()

    def _carry(self, ours: socket.socket) -> None:
        """One request a connection: the answer's end is the connection's."""
        with ours, socket.create_connection(("127.0.0.1", self._port)) as theirs:
            request = b""
            while b"\r\n\r\n" not in request and (some := ours.recv(65536)):
                request += some
            self.left -= 1
            if self.left < 0 or not request:
                return  # cut without an answer
            head, _, body = request.partition(b"\r\n\r\n")
            lines = [x for x in head.split(b"\r\n") if not x.lower().startswith(b"connection")]
            theirs.sendall(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body)
            threading.Thread(target=_copy, args=(ours, theirs), daemon=True).start()
            _copy(theirs, ours)

    def close(self) -> None:
        self._listening.close()


def _copy(source: socket.socket, target: socket.socket) -> None:
    try:
        while some := source.recv(65536):
            target.sendall(some)
    except OSError:
        pass


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
