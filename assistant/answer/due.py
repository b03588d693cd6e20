"""What is due by when, from structure: *all dates by which submissions are due*."""

from __future__ import annotations

import re

from assistant.answer.draft import Open, Piece
from assistant.answer.listing import pieces_of
from assistant.question.model import Understood
from assistant.question.shelf import Shelf
from assistant.question.words import telling
from ingest.index.analysis import terms
from ingest.pinpoint import code_of

#: By when, in each of the decisions that are meant.
_DUE = re.compile(
    r"\b(?:deadlines?|due\s+dates?|(?:by|until|before)\s+(?:which|what)\s+dates?"
    r"|dates?\s+(?:by|until|before|on)\s+which)\b",
    re.IGNORECASE,
)
_SENDING = re.compile(
    r"\b(?:submissions?|submit\w*|send\w*|sent|views|inputs?|comments)\b", re.IGNORECASE
)
_ONLY_SAYS_SO = re.compile(r"(?:deadlines?|dates?|due|days?)", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:submit|send|communicate|provide|forward|transmit|make)\b", re.IGNORECASE)


def due(understood: Understood, shelf: Shelf, open_: Open) -> list[Piece]:
    """Paragraphs of acts that have a deadline and are about what the question says is due.

    Empty where no decision is named, or where structure knows no such act in one of them.
    """
    if not understood.documents or not (understood.several or understood.apart):
        return []
    if not _DUE.search(understood.text):
        return []
    sending = _SENDING.search(understood.topic) is not None
    words = [
        word
        for word in telling(understood.topic)
        if not _ONLY_SAYS_SO.fullmatch(word) and not (sending and _SENDING.fullmatch(word))
    ]
    acts = [
        act
        for act in shelf.acts
        if act.deadline
        and act.addressee
        and code_of(act.paragraph) in understood.documents
        and (not sending or _GIVEN.search(act.act.split(",")[0]))
        and all(set(terms(word)) <= set(terms(f"{act.addressee} {act.act}")) for word in words)
    ]
    groups = understood.apart or (understood.documents,)
    held = {code_of(act.paragraph) for act in acts}
    heads = {act.paragraph for act in acts}
    above = [act for act in acts if act.paragraph.rsplit("__", 1)[0] not in heads - {act.paragraph}]
    return pieces_of(above, open_) if all(held & set(group) for group in groups) else []
