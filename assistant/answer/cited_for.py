"""What a text cites for one thing: *which paragraphs of 1/CP.3 does it cite for the keepers?*

Several paragraphs may speak of the keepers and cite 1/CP.3; the one whose footnote stands at the
keepers cites it for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.documents import clause_with
from assistant.answer.draft import Piece
from assistant.question.model import Understood
from assistant.question.words import telling
from ingest.index.analysis import terms
from ingest.model import Paragraph
from ingest.pinpoint import parse_label

_CITED_FOR = re.compile(
    r"\b(?:which|what)\s+(?:paragraphs?|provisions?|parts?)\s+of\b.*\b(?:cite|invoke|rely|refer|recall"
    r"|name|mention|give)\b.*\b(?:for|on|in\s+support\s+of|regarding|concerning)\s+(?P<what>[^?]+)",
    re.IGNORECASE,
)


def cited_for(understood: Understood, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Those of the pieces that cite a named document right at what is asked for; else all."""
    asked = _CITED_FOR.search(understood.question)
    named = {one.document for one in understood.named}
    words = telling(asked["what"]) if asked else []
    if not words or not named:
        return tuple(pieces)
    stems = {stem for word in words for stem in terms(word)}
    return tuple(one for one in pieces if _at_the_mark(one, named, stems)) or tuple(pieces)


def _at_the_mark(piece: Piece, named: set[str | None], stems: set[str]) -> bool:
    place = piece.place
    if not isinstance(place, Paragraph) or not stems:
        return False
    for note, clause in clause_with(place, piece.reading).items():
        last = terms(clause)[-len(stems) :]
        if stems <= set(last) and named & {parse_label(one.to)[0] for one in note.references}:
            return True
    return False
