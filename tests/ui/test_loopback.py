"""The watch over sockets sees what it is to see."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.loopback import is_loopback

LEAVING = """
import socket, sys
from pathlib import Path
sys.path.insert(0, {folder!r})
from loopback import watch
watch(Path({log!r}))
for leave in (
    lambda: socket.create_connection(("192.0.2.1", 9), timeout=1),
    lambda: socket.getaddrinfo("decisions.example", 443),
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 9)),
):
    try:
        leave()
    except PermissionError:
        print("refused")
"""


def test_what_leaves_this_machine_is_refused_and_recorded(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = LEAVING.format(folder=str(Path(__file__).parent), log=str(log))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout.split() == ["refused"] * 3
    assert len(log.read_text().splitlines()) == 3


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        (("127.0.0.1", 80), True),
        (("::1", 80, 0, 0), True),
        ("/run/x.sock", True),
        ("localhost", True),
        (None, True),
        (("192.0.2.1", 80), False),
        ("huggingface.co", False),
        (("2001:db8::1", 80, 0, 0), False),
    ],
)
def test_loopback_is_known(address: object, stays: bool) -> None:
    assert is_loopback(address) is stays
