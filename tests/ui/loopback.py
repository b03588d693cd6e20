"""Runs the command line with every socket watched; says what went beyond this machine.

    python tests/ui/loopback.py LOGFILE serve --port 0

Used by tests: a connection or name lookup that is not loopback is written to LOGFILE
and refused. Audit hooks see every socket of a process, whatever library opened it; the
Python processes that it starts are watched through ``watched/sitecustomize.py``.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from pathlib import Path
from typing import Any

_WATCHED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}


def is_loopback(address: object) -> bool:
    """Whether an address of any socket family stays on this machine."""
    host = address[0] if isinstance(address, tuple) else address
    if host is None or (isinstance(address, str | bytes) and address[:1] in ("/", b"/")):
        return True  # a UNIX socket, or no address at all
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in ("", "localhost", "0.0.0.0", "::"):
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def watch(log: Path) -> None:
    """Refuse and record what leaves this machine, for the rest of this process."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _WATCHED:
            return
        address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        if not is_loopback(address):
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{event} {address!r}\n")
            raise PermissionError(f"not loopback: {address!r}")

    sys.addaudithook(hook)


def watch_children(log: Path) -> None:
    """Let every Python process that this one starts watch itself as well."""
    watched = str(Path(__file__).parent / "watched")
    os.environ["LOOPBACK_LOG"] = str(log)
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, (watched, os.environ.get("PYTHONPATH")))
    )


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    watch_children(Path(sys.argv[1]))
    from ui.cli.main import main

    sys.exit(main(sys.argv[2:]))
