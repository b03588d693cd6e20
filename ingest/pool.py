"""Many files at once: each in a killable process, results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from ingest.errors import DecisionsError
from ingest.parse import Parsed
from ingest.sandbox import Sandbox
from ingest.settings import Settings

#: So many files a process are read ahead of the consumer: enough to keep all busy
#: behind one slow file, few enough to hold their results in memory.
_AHEAD = 2


class FileRead(NamedTuple):
    """What came of one file."""

    path: Path
    result: Parsed | DecisionsError


def parse_files(
    paths: Iterable[Path],
    settings: Settings,
    on_done: Callable[[FileRead], None] | None = None,
) -> Iterator[FileRead]:
    """Read and parse files in parallel, within the limits of the settings.

    Args:
        paths: The files, as ``ingest.walk.walk`` finds them.
        settings: ``readers``, ``max_file_mb``, ``max_read_seconds``, ``max_read_memory_mb``.
        on_done: Called from another thread as soon as a file is done, for progress.

    Yields:
        Every file, in the order of ``paths``; failures as errors, never raised. Closing
        the iterator kills what is still being read.
    """
    files = list(paths)
    count = min(settings.readers or _cores(), len(files))
    if count == 0:
        return
    sandboxes = [
        Sandbox(settings.max_file_mb, settings.max_read_memory_mb, settings.max_read_seconds)
        for _ in range(count)
    ]
    free: SimpleQueue[Sandbox] = SimpleQueue()
    for sandbox in sandboxes:
        free.put(sandbox)

    def read(path: Path) -> FileRead:
        sandbox = free.get()
        try:
            done = FileRead(path, sandbox.parse(path))
        finally:
            free.put(sandbox)
        if on_done is not None:
            on_done(done)
        return done

    executor = ThreadPoolExecutor(count, thread_name_prefix="reader")
    waiting: deque[Future[FileRead]] = deque()
    try:
        for path in files:
            waiting.append(executor.submit(read, path))
            if len(waiting) > _AHEAD * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for sandbox in sandboxes:
            sandbox.kill()
        executor.shutdown(cancel_futures=True)
        for sandbox in sandboxes:
            sandbox.close()


def _cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
