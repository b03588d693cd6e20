"""The verb that a paragraph opens with, until the room of the acts is there."""

from __future__ import annotations

import re

_VERB = re.compile(
    r"(?:(?:Also|Further|Again|Strongly|Deeply)\s+)?[A-Z]?[a-z]+s(?:\s+(?:upon|note|with"
    r" (?:appreciation|concern|satisfaction)))*(?=\s)"
)


def verb_of(text: str) -> str | None:
    """``Also requests``; None where it opens with no verb."""
    match = _VERB.match(text)
    return match.group() if match else None
