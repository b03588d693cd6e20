"""Sessions that a text speaks of, as against those in which it was adopted."""

from __future__ import annotations

import re

from assistant.answer.draft import Piece
from ingest.model import Paragraph
from ingest.sessions import find_sessions


def speaks_of(limit: str, text: str) -> bool:
    """Whether a text has the words of a limit, or names a session that they name."""
    if limit.lower() in text.lower():
        return True
    meant = {one for found in find_sessions(limit) for one in found.sessions}
    return any(meant & set(found.sessions) for found in find_sessions(text))


def context_of(piece: Piece) -> str:
    """What a place says, with its title, headings and the opening of its list."""
    place = piece.place
    return piece.reading.context(place) if isinstance(place, Paragraph) else place.text


def adopts(limit: str, question: str) -> bool:
    """Whether a limit names who decides (*the Stockholm COP decided*), not what is spoken of."""
    verb = r"\s+(?:decid|adopt|agree|request|ask|invit|urg|not|welcom|sa[iy]|call|encourag|do\b)"
    return re.search(re.escape(limit) + verb, question, re.IGNORECASE) is not None
