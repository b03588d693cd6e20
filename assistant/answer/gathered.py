"""All that fits a question, from structure alone: documents, conditions, dates, mentions."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.documents import all_documents
from assistant.answer.draft import Open, Piece
from assistant.answer.due import due
from assistant.answer.listing import SameAs, conditioned
from assistant.answer.mention import mentioning
from assistant.question.cues import CONDITIONED
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from assistant.question.words import telling, topic_words


def _only_conditioned(understood: Understood, shelf: Shelf) -> bool:
    """*Which tasks are subject to the availability of funds*: nothing else is said of them.

    But whose they are may be: *which of the Secretariat's tasks*.
    """
    match = CONDITIONED.search(understood.text)
    if match is None:
        return False
    said = telling(" ".join(topic_words(match.string[: match.start()])))
    asked = {word.lower() for name in shelf.addressees for word in name.split()}
    return all(word.lower() in asked for word in said)


def gathered(understood: Understood, shelf: Shelf, open_: Open, same_as: SameAs) -> Sequence[Piece]:
    """Every place that fits, in reading order; empty where structure knows none."""
    pieces: Sequence[Piece] = ()
    if understood.intent == "document" and not telling(understood.topic):
        pieces = all_documents(understood, understood.documents or tuple(shelf.held), open_)
    elif understood.several and (
        understood.seek == "condition" or _only_conditioned(understood, shelf)
    ):
        pieces = conditioned(understood, shelf, open_)
    if not pieces and understood.intent in ("list", "passage"):
        pieces = due(understood, shelf, open_)
    if not pieces and understood.mentioned:
        pieces = mentioning(understood, shelf, open_, same_as)
    return pieces
