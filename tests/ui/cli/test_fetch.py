"""``decisions fetch`` from a server on this machine: downloaded, ingested, or said why not."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ingest import pipeline
from ingest.index import reader
from ingest.library import Library
from tests.ingest.store_makers import WordsEmbedder, decision
from ui.cli.main import main


class Handler(BaseHTTPRequestHandler):
    """One decision, and nothing else."""

    def do_GET(self) -> None:
        body = decision(7, "to count the clouds").encode()
        self.send_response(200 if self.path == "/BC-99-7" else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    one = WordsEmbedder()
    for module in (pipeline, reader):
        monkeypatch.setattr(module, "load_embedder", lambda settings: one)
        monkeypatch.setattr(module, "embedder_identity", lambda settings: one.identity)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    pattern = f"http://127.0.0.1:{server.server_address[1]}/{{slug}}"
    monkeypatch.setenv("DECISIONS_FETCH_PATTERNS", json.dumps({"BC": pattern}))
    monkeypatch.setenv("DECISIONS_LATE_INTERACTION", "none")
    monkeypatch.setenv("DECISIONS_CATALOGUE", str(tmp_path / "none.toml"))
    yield tmp_path
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_is_fetched_is_ingested_and_the_rest_is_explained(
    settings: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    index = settings / "index"
    words: list[Any] = ["fetch", "BC-99/7", "BC-99/8", "--json"]
    words += ["--into", settings / "new", "--index", index]
    assert main([str(word) for word in words]) == 1
    out, err = capfd.readouterr()
    told = json.loads(out)
    [fetched], [failed] = told["fetched"], told["failed"]
    assert (fetched["symbol"], fetched["new"]) == ("BC-99/7", True)
    assert Path(fetched["path"]).is_file()
    assert failed["symbol"] == "BC-99/8"
    assert "404" in failed["reason"]
    assert str(settings / "new" / "BC-99-8.pdf") in failed["reason"]
    assert err == f"decisions: {failed['reason']}\n"
    with Library(index) as library:
        assert library.codes() == ("BC-99/7",)


def test_fetched_again_nothing_is_downloaded_or_ingested(
    settings: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["fetch", "BC-99/7", "--into", str(settings / "new")]
    words += ["--index", str(settings / "index")]
    assert main(words) == 0
    assert main(words) == 0
    assert "was there already" in capfd.readouterr().out
