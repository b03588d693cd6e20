"""One writer at a time: who holds the lock, and since when."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import IndexBusy


@contextlib.contextmanager
def writing(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the right to write to an index; the system releases it if the process dies.

    Args:
        folder: The index.
        wait: Wait for another writer to finish, however long that takes.

    Raises:
        IndexBusy: Another process is writing, and ``wait`` is not set.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "writer.json"
    lock = FileLock(folder / "writer.lock")
    try:
        lock.acquire(timeout=-1 if wait else 0)
    except Timeout:
        raise IndexBusy(
            f"another process is writing to {folder}{_said(holder)}",
            "wait until it has finished, or use --wait",
        ) from None
    try:
        since = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        holder.write_text(json.dumps({"pid": os.getpid(), "since": since}))
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _said(holder: Path) -> str:
    try:
        held = json.loads(holder.read_text())
        return f" (process {held['pid']}, since {held['since']})"
    except (OSError, ValueError, KeyError):
        return ""
