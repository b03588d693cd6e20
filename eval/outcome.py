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

    @property
    def verbatim(self) -> bool:
        """Whether the quote stands word for word in the paragraph."""
        return bool(self.quote) and self.quote in self.text

    def supports(self, statement: str) -> bool:
        """Whether the statement says the quote, and the quote is verbatim."""
        return self.verbatim and self.quote in statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an answer and the labels that it cites."""

    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question answered by one system.

    Attributes:
        ranked: Labels of what was retrieved, best first.
        cited: What the answer cites; empty where it refuses.
        milliseconds: Wall time of the answer, warm.
        statements: What the answer says, piece by piece.
        error: Why there is no answer at all; scored as a wrong one, never dropped.
    """

    question: Question
    ranked: tuple[str, ...]
    cited: tuple[Cited, ...]
    status: Status
    milliseconds: float
    statements: tuple[Said, ...] = ()
    error: str = ""

    @property
    def refused(self) -> bool:
        """Whether the system said that there is nothing to cite."""
        return self.status != "answered" and not self.error

    @property
    def answerable(self) -> bool:
        """Whether there was something to find."""
        return bool(self.question.gold)
