"""Baselines that only rank: they cite their first hit and refuse when they find nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from assistant.model import Hit
from eval.outcome import Cited, Outcome, Said
from eval.suite import Question
from eval.systems.assisted import DEPTH
from eval.systems.base import timed

#: The ``k`` best paragraphs for a question, best first.
Search = Callable[[str, int], Sequence[Hit]]


class Ranking:
    """A search without understanding of the question and without a threshold."""

    def __init__(self, name: str, search: Search) -> None:
        self.name = name
        self._search = search

    def answer(self, question: Question) -> Outcome:
        """Search for the question as it stands."""
        return timed(question, lambda: self._answer(question))

    def _answer(self, question: Question) -> Outcome:
        start = time.perf_counter()
        hits = self._search(question.question, DEPTH)
        milliseconds = (time.perf_counter() - start) * 1000
        return Outcome(
            question=question,
            ranked=tuple(hit.label for hit in hits),
            cited=tuple(Cited(hit.label, hit.text, hit.text) for hit in hits[:1]),
            status="answered" if hits else "not_found",
            milliseconds=milliseconds,
            statements=tuple(Said(hit.text, (hit.label,)) for hit in hits[:1]),
        )
