"""Token vectors of what is new, made on another thread while the indexes are written.

Writing them keeps one core busy, and the vectors are found by content: whatever becomes of
the state that is being built, nothing of them is lost or wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Self

from ingest.index.generation import unpublished
from ingest.index.tokens import TokenVectors
from ingest.library import Library
from ingest.settings import Settings


class Encoding:
    """Encodes the passages of documents; leaving its block waits until that is done.

    A block that raises does not wait, but for the few passages that are being encoded. What
    goes wrong with encoding is raised at the end of the block.

    Args:
        settings: Which model, and where the index is.
        folder: The generation that holds the documents, finished or not.
        codes: Their codes.
        tick: Called from the other thread with passages done and their number.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        codes: Iterable[str],
        tick: Callable[[int, int], None],
    ) -> None:
        self._settings, self._folder, self._tick = settings, folder, tick
        self._stopped = Event()
        pool = ThreadPoolExecutor(1, thread_name_prefix="encoding")
        self._work = pool.submit(self._encode, frozenset(codes))
        pool.shutdown(wait=False)

    def _encode(self, codes: frozenset[str]) -> None:
        with Library(self._settings.index, unpublished(self._folder)) as library:
            tokens = TokenVectors(self._settings, library)
            try:
                for done, total in tokens.remember(codes):
                    self._tick(done, total)
                    if self._stopped.is_set():
                        return
            finally:
                tokens.close()

    def stop(self) -> None:
        """Do no more of it, and wait for what is being done."""
        self._stopped.set()
        self._work.exception()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self.stop()
            return
        try:
            self._work.result()
        except BaseException:
            self.stop()
            raise
