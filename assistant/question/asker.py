"""What they who ask say of whom or what they need an answer for: it is no part of the question."""

from __future__ import annotations

import re

#: *A colleague sent me this symbol: …*
_HOW_COME = re.compile(
    r"\b(?:a|my|our|some)\s+(?:colleague|boss|minister|delegate|friend|supervisor|ambassador)s?\s+(?:just\s+|has\s+|have\s+)*"
    r"(?:sent|gave|given|told|showed|shown|forwarded|handed|asked)\s+(?:me|us)\s+(?:about\s+)?",
    re.IGNORECASE,
)
#: *For our budget people: which tasks …*
_FOR_WHOM = re.compile(r"^for\s+(?:my|our)\s+[^:,?.!]{1,60}[:,–—]\s+(?=\w)", re.IGNORECASE)
#: *… I need them for my briefing note.*
_FOR_WHAT = re.compile(
    r",?\s+for\s+(?:my|our)\s+(?:[\w’'-]+\s+){0,3}?(?:notes?|brief(?:ing)?s?|speech|reports?|colleagues?|boss"
    r"|minister|people|team|delegation|files?|checklist|presentation|paper|group|meeting|records?|archive)"
    r"(?=\s*(?:[?.!,;:]|$))",
    re.IGNORECASE,
)


def without_asker(question: str) -> str:
    """An English question without the people and papers that the answer is for."""
    kept = _FOR_WHAT.sub("", _FOR_WHOM.sub("", _HOW_COME.sub("", question)))
    return kept[:1].upper() + kept[1:] if kept[1:] else question
