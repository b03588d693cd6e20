"""Memory of a process and all its children, sampled while it works."""

from __future__ import annotations

import os
import threading
from pathlib import Path

_EVERY = 0.2


class PeakMemory:
    """Samples the resident memory of this process's tree; ``mib`` is the highest sum seen.

    Pages that processes share are counted once for each: the figure errs upwards.
    """

    def __init__(self) -> None:
        self.mib = 0.0
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
            self.mib = max(self.mib, tree_mib(os.getpid()))


def tree_mib(root: int) -> float:
    """Resident memory of a process and its descendants."""
    parents, sizes = {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(folder.name)] = int(fields[1])
            sizes[int(folder.name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    return sum(size for pid, size in sizes.items() if _below(pid, root, parents)) / 2**20


def _below(pid: int, root: int, parents: dict[int, int]) -> bool:
    while pid > 1 and pid != root:
        pid = parents.get(pid, 0)
    return pid == root
