"""How long each step took."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Milliseconds by step, in the order of the steps; ``total`` is the last."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._steps: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside; a step that comes again is added."""
        start = perf_counter()
        try:
            yield
        finally:
            self._steps[name] = self._steps.get(name, 0.0) + (perf_counter() - start) * 1000

    def times(self) -> dict[str, float]:
        """Milliseconds so far."""
        total = (perf_counter() - self._start) * 1000
        return {name: round(ms, 2) for name, ms in {**self._steps, "total": total}.items()}
