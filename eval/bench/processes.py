"""Memory of a process and all its children, sampled while it works."""

from __future__ import annotations

import os
import threading
from pathlib import Path

_EVERY = 0.2


class PeakMemory:
    """Samples the memory of a process's tree; ``mib`` is the highest sum seen.

    Args:
        root: The process; this one if not given.
    """

    def __init__(self, root: int = 0) -> None:
        self.mib = 0.0
        self._root = root or os.getpid()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            self.mib = max(self.mib, tree_mib(self._root))


def tree_mib(root: int) -> float:
    """Memory of a process and its descendants: pages that several share are counted once (PSS)."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(folder.name)] = int(fields[1])
    return sum(_kib(pid) for pid in parents if _below(pid, root, parents)) / 2**10


def _kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid > 1 and pid != root:
        pid = parents.get(pid, 0)
    return pid == root
