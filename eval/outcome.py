"""What a system answered to one question: all that measures look at."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model import Status
from eval.suite import Question


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: its label, the paragraph's words, and those quoted from them."""

    label: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question answered by one system.

    Attributes:
        ranked: Labels of what was retrieved, best first.
        cited: What the answer cites; empty where it refuses.
        unsupported: Statements of the answer that rest on no citation.
        statements: Statements of the answer.
        milliseconds: Wall time of the answer, warm.
        error: Why there is no answer at all; scored as a wrong one, never dropped.
    """

    question: Question
    ranked: tuple[str, ...]
    cited: tuple[Cited, ...]
    status: Status
    milliseconds: float
    statements: int = 0
    unsupported: int = 0
    error: str = ""

    @property
    def refused(self) -> bool:
        """Whether the system said that there is nothing to cite."""
        return self.status != "answered" and not self.error

    @property
    def answerable(self) -> bool:
        """Whether there was something to find."""
        return bool(self.question.gold)
