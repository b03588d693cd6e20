"""The watch over sockets sees what it is to see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.loopback import is_loopback

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ROOT / "tests" / "ui" / "loopback.py"

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


@pytest.mark.models
@pytest.mark.parametrize(
    "words",
    [("ingest", "corpus/decisions", "--json"), ("parse", "SEED"), ("ask", "mercury", "--json")],
    ids=lambda words: words[0],
)
def test_a_command_asks_nothing_of_the_outside(
    index: Path, seed: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "new" if words[0] == "ingest" else index
    log = tmp_path / "log"
    filled = [str(seed) if word == "SEED" else word for word in words]
    done = subprocess.run(
        [sys.executable, str(LOOPBACK), str(log), *filled, "--index", str(folder)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert not log.exists(), log.read_text(encoding="utf-8")


def test_processes_that_a_watched_one_starts_are_watched(tmp_path: Path) -> None:
    child = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"
    program = (
        f"import sys; sys.path.insert(0, {str(LOOPBACK.parent)!r})\n"
        "import subprocess, pathlib, loopback\n"
        f"loopback.watch_children(pathlib.Path({str(tmp_path / 'log')!r}))\n"
        f"subprocess.run([sys.executable, '-P', '-c', {child!r}], stderr=subprocess.DEVNULL)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert "192.0.2.1" in (tmp_path / "log").read_text()
