"""What a question asks for: who asks *what membership fee is to be paid* wants a fee.

And the deed that it asks about: who asks *who will chair the coalition* is not answered by a
paragraph in which nobody chairs.
"""

from __future__ import annotations

import re

from assistant.question.verbs import ASKED_WORDS, asks
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


_NP = r"(?:who|what|which(?:\s+(?!of\b)[\w’'-]+){1,5}?)"
_SOON = r"(?:(?:also|then|finally|already|ever|now|so\s+far|not)\s+)*"
_MODAL = r"(?:will|would|shall|should|can|could|may|might|must|is\s+to|are\s+to)"
#: What is done by whom or to what is sought: right behind the word that asks.
_DEED = re.compile(
    # *Which areas should Parties cover*: behind *which* a modal is followed by who does it.
    rf"\b(?:who\s+{_MODAL}\s+{_SOON}(?P<plain>[a-z]+)"
    rf"|what\s+{_MODAL}\s+{_SOON}(?P<plain2>[a-z]+)(?=\s+(?:the|a|an|this|that|these|those)\b)"
    rf"|{_NP}\s+(?:has|have|had|is|are|was|were|(?:will|shall|must|should|to|has|have|had)\s+be(?:en)?)\s+{_SOON}"
    r"(?:been\s+|being\s+)?(?P<done>[a-z]+(?:ed|en|ught)|held|made|put|set|told|paid|found|won|lost)"
    rf"|what\s+(?:is|are|was|were)\s+[^?,.]{{1,60}}?\b{ASKED_WORDS}\s+to\s+(?P<asked>[a-z]+)"
    r"|who\s+(?P<does>[a-z]+(?:s|ed))|what\s+(?P<does2>[a-z]+s)(?=\s+(?:the|a|an|this|that|these|those)))\b",
    re.IGNORECASE,
)


def deed_of(question: str) -> str | None:
    """The verb of what is done, where its doer or its object is sought; None where it says little.

    What a paragraph asks of somebody is read from the paragraph's own grammar: *who is asked*,
    *who is invited* name no deed.
    """
    match = _DEED.search(question)
    verb = next((one for one in match.groups() if one), "") if match else ""
    if not verb or asks(verb) or is_light(verb) or not topic_words(verb):
        return None
    return verb
