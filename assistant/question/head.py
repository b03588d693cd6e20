"""The noun that a question asks for: who asks *what membership fee is to be paid* wants a fee."""

from __future__ import annotations

import re

from assistant.question.words import is_light, topic_words

_VERB = (
    r"(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|should|must|may|might|shall)"
)
_ASKED = re.compile(
    # Where a clause begins: *thresholds at which an error is treated* asks for no error.
    r"(?:^|[^\w\s]\s*|\b(?:and|or|but)\s+)(?:(?:at|by|for|in|of|on|to|under|with|from)\s+)?"
    rf"(?:what|which)\s+(?P<noun>(?:(?!(?:of|in|on|for|to|that|by|from|{_VERB})\b)[\w’'-]+\s+){{1,4}}?)"
    rf"(?={_VERB}\b)",
    re.IGNORECASE,
)


def head_of(question: str) -> str | None:
    """The noun that a question asks for; None where it names none, or one that says little.

    Only a noun right before the verb is one: of *what sort of fee* nobody knows the head.
    """
    match = _ASKED.search(question)
    if match is None:
        return None
    last = match["noun"].split()[-1]
    told = topic_words(match["noun"])
    return last if told and told[-1] == last and not is_light(last) else None
