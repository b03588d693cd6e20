"""Generations: an index is built in a folder of its own and becomes current in one step.

Nothing in a finished generation is ever written again. ``CURRENT`` names the one that
readers open; it is replaced by a rename, so that whoever opens the index sees the old state
or the new one, whole. A reader holds a shared lock on its generation for as long as it has
it open, and old ones are removed when nobody does.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.errors import IndexDamaged, IndexMismatch, IndexMissing

#: Counts up when what a generation holds, or how, changes.
FORMAT = 2

_CURRENT = "CURRENT"
_STATE = "state.json"
_LEASE = "lease"
_SUMS = "sums.json"

#: The vector store's own folder: its library may touch its files whenever it opens them.
_FOREIGN = "chroma"


@dataclass(frozen=True, slots=True)
class State:
    """What a generation was built with.

    Attributes:
        number: Counts up from 1.
        embedder: Identity of the model whose vectors it holds.
        dimension: Their length.
        paragraphs: How many it holds.
        collection: Name of the Chroma collection.
        server: Address of the Chroma server that holds it; empty for the embedded one.
        churn: Records that were replaced or deleted since its vector store was built anew.
        analysis: Version of what made passages and their terms.
        format: ``FORMAT`` of the program that built it.
    """

    number: int
    embedder: str
    dimension: int
    paragraphs: int
    collection: str
    server: str = ""
    churn: int = 0
    analysis: str = ""
    format: int = FORMAT


class Lease:
    """A generation that is open for reading; ``close`` lets it be removed.

    Attributes:
        folder: The generation's folder.
        state: What it was built with.
    """

    def __init__(self, folder: Path, state: State, descriptor: int) -> None:
        self.folder, self.state, self._descriptor = folder, state, descriptor

    def close(self) -> None:
        """Give the lock back; twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def current_name(root: Path) -> str | None:
    """Name of the current generation's folder; None before the first ingest."""
    try:
        return (root / _CURRENT).read_text().strip() or None
    except FileNotFoundError:
        return None


def lease(root: Path) -> Lease:
    """Open the current generation for reading.

    Raises:
        IndexMissing: Nothing has been ingested yet.
        IndexDamaged: The current generation is not there or not readable.
        IndexMismatch: It was built by another version.
    """
    for _ in range(100):
        name = current_name(root)
        if name is None:
            raise IndexMissing(f"there is no index at {root}", "run decisions ingest PATH first")
        folder = root / name
        try:
            descriptor = os.open(folder / _LEASE, os.O_RDONLY)
        except FileNotFoundError:
            if current_name(root) == name:
                raise _gone(folder) from None
            continue  # replaced and removed between the two looks
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if (folder / _STATE).is_file():
            return Lease(folder, _state(folder), descriptor)
        os.close(descriptor)
        if current_name(root) == name:
            raise _gone(folder)
    raise _gone(root)


def _gone(folder: Path) -> IndexDamaged:
    return IndexDamaged(f"the index at {folder} is incomplete", "run decisions ingest again")


def _state(folder: Path) -> State:
    try:
        stored = json.loads((folder / _STATE).read_text())
        if stored.get("format") != FORMAT:
            raise IndexMismatch(
                f"the index at {folder.parent} was built by another version",
                "run decisions ingest --rebuild",
            )
        return State(**stored)
    except (OSError, ValueError, TypeError):
        raise _gone(folder) from None


def begin(root: Path) -> tuple[int, Path]:
    """A fresh folder for the next generation, and its number. The caller holds the write lock."""
    remove_old(root)
    taken = [_number(path) for path in root.glob("gen-*")]
    number = max(taken, default=0) + 1
    folder = root / f"gen-{number:06d}"
    folder.mkdir(parents=True)
    (folder / _LEASE).touch()
    return number, folder


def unpublished(folder: Path) -> Lease:
    """A generation that is being built, opened by its builder; it needs no lock."""
    return Lease(folder, State(0, "", 0, 0, ""), -1)


def publish(root: Path, folder: Path, state: State) -> None:
    """Make a finished generation the current one, durably."""
    (folder / _STATE).write_text(json.dumps(asdict(state)))
    sums = {name: _sum(folder / name) for name in _own_files(folder)}
    (folder / _SUMS).write_text(json.dumps(sums))
    for path in [*folder.rglob("*"), folder]:
        _sync(path)
    temporary = root / f"{_CURRENT}.new"
    temporary.write_text(folder.name)
    _sync(temporary)
    temporary.replace(root / _CURRENT)
    _sync(root)


def altered(folder: Path, only: str = "") -> list[str]:
    """Names of a finished generation's files that are missing or not as they were published.

    The vector store is left out: it is compared record by record.

    Args:
        folder: The generation's folder.
        only: Look at this file alone.
    """
    try:
        sums = json.loads((folder / _SUMS).read_text())
        return [
            name
            for name, known in sorted(sums.items())
            if only in ("", name)
            and not ((folder / name).is_file() and _sum(folder / name) == known)
        ]
    except (OSError, ValueError, AttributeError):
        return [_SUMS]


def _own_files(folder: Path) -> list[str]:
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return [file.as_posix() for file in files if file.parts[0] not in (_FOREIGN, _SUMS)]


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]


def remove_old(root: Path) -> list[State]:
    """Remove generations that are not current and that nobody reads; returns their states."""
    kept = current_name(root)
    removed = []
    for folder in sorted(root.glob("gen-*")):
        if folder.name == kept:
            continue
        state = _finished(folder)
        if _removed(folder) and state is not None:
            removed.append(state)
    return removed


def _finished(folder: Path) -> State | None:
    try:
        return _state(folder)
    except (IndexDamaged, IndexMismatch):
        return None


def _removed(folder: Path) -> bool:
    """Remove a generation unless somebody reads it.

    The lock is held while removing: who opens it meanwhile waits, finds it gone and looks again.
    """
    try:
        descriptor = os.open(folder / _LEASE, os.O_RDONLY)
    except FileNotFoundError:
        shutil.rmtree(folder, ignore_errors=True)
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        (folder / _STATE).unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _number(folder: Path) -> int:
    tail = folder.name.removeprefix("gen-")
    return int(tail) if tail.isdigit() else 0


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
