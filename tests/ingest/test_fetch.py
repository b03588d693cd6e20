"""Downloads from a real server on this machine."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ingest.catalogue import Catalogue, Entry
from ingest.errors import FetchFailed, SettingsInvalid
from ingest.fetch import Politeness, fetch, slug

BODY = b"%PDF-1.7 a fictional document\n" * 50
QUICK = Politeness(attempts=3, first_wait=0.01, longest_wait=0.05, timeout=5.0)
SYMBOL = "UNEP/XYZ.7/INF/12"
ALIAS = "UNEP/FAO/XY/COP.3/INF/8"


#: Status, body, content type and further headers by path.
ANSWERS: dict[str, tuple[int, bytes, str, dict[str, str]]] = {
    "/down": (500, b"no", "text/plain", {}),
    "/gone": (404, b"no", "text/plain", {}),
    "/zip": (200, b"PK", "application/zip", {}),
    "/liar": (200, b"<html>sorry</html>", "application/pdf", {}),
    "/empty": (200, b"", "application/pdf", {}),
    "/round": (302, b"", "text/plain", {"Location": "/round"}),
    "/moved": (302, b"", "text/plain", {"Location": "/good"}),
}
GOOD = (200, BODY, "application/pdf; charset=binary", {})


class Handler(BaseHTTPRequestHandler):
    """Answers by path; the server keeps what was asked."""

    def do_GET(self) -> None:
        asked: list[str] = self.server.asked  # type: ignore[attr-defined]
        asked.append(self.path)
        path = self.path.partition("?")[0]
        if path == "/flaky" and len(asked) < 3:
            self._send(503, b"later", "text/plain", {"Retry-After": "0"})
        elif path == "/endless":
            self._begin({})
            with contextlib.suppress(OSError):
                while True:
                    self.wfile.write(b"%PDF" + b"x" * 65536)
        elif path == "/cut":
            self._begin({"Content-Length": "100000"})
            self.wfile.write(BODY)
        else:
            self._send(*ANSWERS.get(path, GOOD))

    def _begin(self, headers: dict[str, str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    running.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


def _catalogue(server: ThreadingHTTPServer, path: str, sha256: str = "") -> Catalogue:
    host, port = server.server_address[:2]
    entry = Entry(
        symbols=(SYMBOL, ALIAS),
        address=f"http://{host!s}:{port}{path}",
        page="https://example.org",
        sha256=sha256,
    )
    return Catalogue(document=(entry,))


def test_a_document_is_downloaded_once_under_any_of_its_names(
    server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    catalogue = _catalogue(server, "/good", hashlib.sha256(BODY).hexdigest())
    fetched = fetch(ALIAS.lower(), catalogue, tmp_path / "new", {}, politeness=QUICK)
    assert fetched.new
    assert fetched.path == tmp_path / "new" / "UNEP-XYZ.7-INF-12.pdf"
    assert fetched.path.read_bytes() == BODY
    again = fetch(SYMBOL, catalogue, tmp_path / "new", {}, politeness=QUICK)
    assert (again.new, again.path) == (False, fetched.path)
    assert len(server.asked) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/flaky", "/moved"])
def test_what_passes_is_waited_for(server: ThreadingHTTPServer, tmp_path: Path, path: str) -> None:
    assert fetch(SYMBOL, _catalogue(server, path), tmp_path, {}, politeness=QUICK).new


@pytest.mark.parametrize(
    ("path", "reason", "times"),
    [
        ("/down", "500", 3),
        ("/gone", "404", 1),
        ("/zip", "application/zip", 1),
        ("/liar", "said to be PDF", 1),
        ("/empty", "empty", 3),
        ("/round", "redirects", 6),
        ("/endless", "larger than 1 MB", 1),
        ("/cut", "", 3),
    ],
)
def test_a_failure_says_what_to_do_by_hand_and_leaves_nothing(
    server: ThreadingHTTPServer, tmp_path: Path, path: str, reason: str, times: int
) -> None:
    with pytest.raises(FetchFailed) as raised:
        fetch(SYMBOL, _catalogue(server, path), tmp_path, {}, max_mb=1, politeness=QUICK)
    assert reason in raised.value.message
    assert "https://example.org" in raised.value.remedy
    assert "UNEP-XYZ.7-INF-12.pdf" in raised.value.remedy
    assert list(tmp_path.iterdir()) == []
    assert len(server.asked) == times  # type: ignore[attr-defined]


def test_a_wrong_checksum_is_refused(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="checksum"):
        fetch(SYMBOL, _catalogue(server, "/good", "0" * 64), tmp_path, {}, politeness=QUICK)
    assert list(tmp_path.iterdir()) == []


def test_the_longest_pattern_gives_the_address(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    host, port = server.server_address[:2]
    base = f"http://{host!s}:{port}"
    patterns = {
        "UNEP": f"{base}/gone",
        "UNEP/XYZ": base + "/files/{slug}?lang={language}&s={symbol}",
        "UNFCCC": base + "/climate/{slug}",
    }
    fetch(SYMBOL, Catalogue(), tmp_path, patterns, language="fr", politeness=QUICK)
    fetch("decision 12/CP.24", Catalogue(), tmp_path, patterns, politeness=QUICK)
    assert server.asked == [  # type: ignore[attr-defined]
        "/files/UNEP-XYZ.7-INF-12?lang=fr&s=UNEP/XYZ.7/INF/12",
        "/climate/12-CP.24",
    ]


def test_without_an_address_nothing_is_asked(tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="no address is known"):
        fetch(SYMBOL, Catalogue(), tmp_path, {})
    with pytest.raises(FetchFailed, match="no address is known"):
        fetch(SYMBOL, Catalogue(), tmp_path, {"UNEP": "file:///etc/{symbol}"})
    with pytest.raises(SettingsInvalid, match="pattern"):
        fetch(SYMBOL, Catalogue(), tmp_path, {"UNEP": "https://example.org/{nonsense}"})


def test_a_slug_stays_in_the_folder() -> None:
    assert slug("../../A/RES/70/1") == "A-RES-70-1"
