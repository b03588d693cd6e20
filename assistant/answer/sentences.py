"""Which words of a paragraph answer: the sentences, never less; short paragraphs whole."""

from __future__ import annotations

import re

from assistant.question.model import Understood
from ingest.models import CrossEncoder

#: A paragraph of fewer words is quoted whole.
_SHORT = 90

_SENTENCE = re.compile(
    r"(?<=[.;?!])(?<!\bNo\.)(?<!\bpara\.)(?<!\bart\.)\s+(?=[A-Z«“\"(])", re.IGNORECASE
)


def sentences(text: str) -> tuple[str, ...]:
    """A text cut into sentences; each a substring of it."""
    return tuple(part for part in _SENTENCE.split(text) if part.strip())


def best_words(text: str, understood: Understood, cross: CrossEncoder | None) -> str:
    """The sentence that answers with those that lead on to it; a substring of ``text``."""
    parts = sentences(text)
    if len(text.split()) < _SHORT or len(parts) < 2 or cross is None:
        return text
    scores = cross.score(understood.text, parts)
    best = int(scores.argmax())
    low = high = best
    while low > 0 and scores[low - 1] > scores[best] - 2:
        low -= 1
    while high + 1 < len(parts) and scores[high + 1] > scores[best] - 2:
        high += 1
    start = text.index(parts[low])
    end = text.index(parts[high], start) + len(parts[high])
    return text[start:end]
