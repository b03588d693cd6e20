"""One question of one reader, answered step by step."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.model import Answer, Turn
from ingest.errors import DecisionsError
from ui.page.bubble import Bubble, answered, asked, notice, waiting

#: Longer questions are not sent; readers paste whole documents by mistake. In characters.
LONGEST = 4000

#: How many turns of the conversation are given along, so that follow-ups are understood.
REMEMBERED = 12


class Answers(Protocol):
    """What the page needs of the assistant to answer."""

    def ask(self, question: str, history: tuple[Turn, ...] = ()) -> Answer:
        """Answer one question."""
        ...


FAULT = "The question could not be answered: this is a fault of the program."


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one reader sees, and what the assistant is told of it."""

    bubbles: tuple[Bubble, ...] = ()
    turns: tuple[Turn, ...] = ()

    def showing(self, *bubbles: Bubble) -> Conversation:
        """With further bubbles."""
        return Conversation((*self.bubbles, *bubbles), self.turns)


def converse(assistant: Answers, question: str, so_far: Conversation) -> Iterator[Conversation]:
    """The conversation after each step; the last one is complete."""
    question = question.strip()
    if not question:
        yield so_far.showing(notice("Please type a question first."))
        return
    if len(question) > LONGEST:
        text = f"That is {len(question):,} characters long; please ask in at most {LONGEST:,}."
        yield so_far.showing(notice(text))
        return
    begun = so_far.showing(asked(question))
    yield begun.showing(waiting())
    try:
        answer = assistant.ask(question, so_far.turns)
    except DecisionsError as error:
        yield begun.showing(notice(str(error)))
        return
    except Exception:  # the reader's conversation goes on; the fault is for us
        traceback.print_exc(file=sys.stderr)
        yield begun.showing(notice(FAULT))
        return
    said = Turn(role="user", content=question), Turn(role="assistant", content=answer.answer)
    turns = (*so_far.turns, *said)[-REMEMBERED:]
    for bubble in answered(answer):
        yield Conversation((*begun.bubbles, bubble), turns)
