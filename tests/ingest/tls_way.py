"""A way to a server as administrators lay it: TLS, and a token that is asked for."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for this machine that signs itself, and its key, made by ``openssl``."""
    folder.mkdir(parents=True, exist_ok=True)
    made, key = folder / "certificate.pem", folder / "key.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    words += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run([*words, "-keyout", key, "-out", made], check=True, capture_output=True)
    return made, key


class Guarded:
    """Ends TLS before a server, refuses requests without the token, and can be slow.

    Attributes:
        url: Where it listens.
        wait: Seconds before a request is passed on.
        refused: Requests that had not the token.
    """

    def __init__(self, port: int, made: Path, key: Path, token: str) -> None:
        self.wait, self.refused = 0.0, 0
        self._port, self._token = port, f"authorization: bearer {token}".encode()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(made, key)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                raw, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(raw,), daemon=True).start()

    def _carry(self, raw: socket.socket) -> None:
        try:
            with self._context.wrap_socket(raw, server_side=True) as ours:
                self._answer(ours)
        except OSError:  # who asks does not trust the certificate, or has left
            raw.close()

    def _answer(self, ours: ssl.SSLSocket) -> None:
        """One request a connection: the answer's end is the connection's."""
        request = b""
        while b"\r\n\r\n" not in request and (some := ours.recv(65536)):
            request += some
        head, _, body = request.partition(b"\r\n\r\n")
        lines = [x for x in head.split(b"\r\n") if not x.lower().startswith(b"connection")]
        if self._token not in [line.lower() for line in lines]:
            self.refused += 1
            ours.sendall(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
            return
        length = next(
            (int(x.split(b":")[1]) for x in lines if x.lower().startswith(b"content-length")), 0
        )
        while len(body) < length and (some := ours.recv(65536)):
            body += some
        time.sleep(self.wait)
        with socket.create_connection(("127.0.0.1", self._port)) as theirs:
            theirs.sendall(b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body)
            while some := theirs.recv(65536):
                ours.sendall(some)

    def close(self) -> None:
        """Listen no more."""
        self._listening.close()
