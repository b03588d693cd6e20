"""One writer at a time: who holds the lock, and since when."""

from __future__ import annotations

import contextlib
import datetime
import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import IndexBusy, IndexUnwritable

#: The file by which writers keep each other out; it lies in every index.
LOCK = "writer.lock"

_REFUSED = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.EIO,
}
_SQLITE_REFUSED = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}


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
    lock = FileLock(folder / LOCK)
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


@contextlib.contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Say in one line where an index cannot be written; what was there is untouched.

    Raises:
        IndexUnwritable: There is no space, or no permission.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        raise _unwritable(folder, error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _SQLITE_REFUSED:
            raise
        raise _unwritable(folder, str(error)) from error


def _unwritable(folder: Path, reason: str) -> IndexUnwritable:
    return IndexUnwritable(
        f"the index at {folder} cannot be written ({reason}); it is as it was before",
        "free some space, or give another folder with --index",
    )


def _said(holder: Path) -> str:
    try:
        held = json.loads(holder.read_text())
        return f" (process {held['pid']}, since {held['since']})"
    except (OSError, ValueError, KeyError):
        return ""
