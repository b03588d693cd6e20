"""What sort of words can answer: *how many* a number, *when* a time."""

from __future__ import annotations

import re

from assistant.question.model import Seek

_NUMBER = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|hundred|thousand|million|billion|half|third|quarter|once|twice|both|single"
    r"|un|une|deux|trois|quatre|cinq|dix|dos|tres|cuatro|cinco|diez"
)
_TIME = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|sessions?|meetings?|years?|annual\w*|biennial\w*|biennium|months?|weeks?|days?|dates?|time"
    r"|prior|before|after|later|soon|period\w*|every|regular\w*|immediate\w*|urgent\w*|when|once"
    r"|until|ongoing|continu\w+|next|subsequent|s[ée]ances?|r[ée]uni[oó]n\w*|ann[ée]es?|años?"
)
_NEEDED: dict[Seek, re.Pattern[str]] = {
    "number": re.compile(rf"\d|\b(?:{_NUMBER})\b", re.IGNORECASE),
    "when": re.compile(rf"\d|\b(?:{_TIME})\b", re.IGNORECASE),
}


def can_answer(seek: Seek, text: str) -> bool:
    """Whether a text has words of the sort that is asked for."""
    needed = _NEEDED.get(seek)
    return needed is None or needed.search(text) is not None
