"""The assistant itself: what users get."""

from __future__ import annotations

import time

from assistant.assistant import Assistant
from eval.outcome import Cited, Outcome
from eval.suite import Question
from eval.systems.base import timed

#: How many are retrieved for the ranking measures.
DEPTH = 10


class Assisted:
    """Asks the assistant; the ranking is that of its search, timed is the answer alone."""

    def __init__(self, name: str, assistant: Assistant) -> None:
        self.name = name
        self._assistant = assistant

    def answer(self, question: Question) -> Outcome:
        """Ask with the history, then search for the ranking."""
        return timed(question, lambda: self._answer(question))

    def _answer(self, question: Question) -> Outcome:
        start = time.perf_counter()
        answer = self._assistant.ask(question.question, question.history)
        milliseconds = (time.perf_counter() - start) * 1000
        found = self._assistant.search(question.question, DEPTH)
        return Outcome(
            question=question,
            ranked=tuple(hit.label for hit in found.hits),
            cited=tuple(Cited(one.label, one.text, one.quote) for one in answer.citations),
            status=answer.status,
            milliseconds=milliseconds,
            statements=len(answer.statements),
            unsupported=sum(one.support == "unverified" for one in answer.statements),
        )
