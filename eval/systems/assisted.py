"""The assistant itself: what users get."""

from __future__ import annotations

import time

from assistant.assistant import Assistant
from assistant.model import Answer
from eval.outcome import Cited, Outcome, Said
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
        return Outcome(
            question=question,
            ranked=self._ranked(question, answer),
            cited=tuple(Cited(one.label, one.text, one.quote) for one in answer.citations),
            status=answer.status,
            milliseconds=milliseconds,
            statements=tuple(Said(one.text, one.citations) for one in answer.statements),
        )

    def _ranked(self, question: Question, answer: Answer) -> tuple[str, ...]:
        """By a search; a question that needs its history is one only for ``ask``."""
        if question.history:
            return tuple(answer.retrieved[:DEPTH])
        found = self._assistant.search(question.question, DEPTH)
        return tuple(hit.label for hit in found.hits)
