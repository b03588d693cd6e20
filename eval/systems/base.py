"""The contract of a system that is measured."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from eval.outcome import Outcome
from eval.suite import Question
from ingest.errors import DecisionsError


class System(Protocol):
    """Answers questions. ``name`` stands in reports and on the command line."""

    name: str

    def answer(self, question: Question) -> Outcome:
        """Answer one question; a failure is an outcome with ``error``, not an exception."""
        ...


def timed(question: Question, answer: Callable[[], Outcome]) -> Outcome:
    """Run ``answer``; what it cannot do becomes an outcome that every measure scores."""
    start = time.perf_counter()
    try:
        return answer()
    except DecisionsError as error:
        return Outcome(
            question=question,
            ranked=(),
            cited=(),
            status="not_found",
            milliseconds=(time.perf_counter() - start) * 1000,
            error=str(error),
        )
