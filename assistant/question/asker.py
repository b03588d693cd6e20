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
_I = r"(?:I|we)"
_NEED = (
    rf"{_I}\s+(?:(?:just|really|urgently|quickly)\s+)?(?:need|want|have|wish|must|would\s+like"
    r"|(?:am|are)\s+trying)\s+(?:to\s+)?"
)
_LEARN = (
    r"(?:know|state|say|see|find(?:\s+out)?|check|confirm|verify|cite|explain|understand"
    r"|establish|learn|tell)"
)
#: A question in the middle of a sentence.
_ASKS = r"(?=(?:who|whom|whose|what|which|when|where|why|how|whether|if)\b)"
_SOMEBODY = (
    r"(?:my|our|the)\s+(?:\w+\s+)?(?:director|boss|minister|ambassador|colleagues?|head|delegation|delegate|team|editor"
    r"|supervisor|chief|capital|ministry|negotiator)"
)
#: What stands in front of the question: *Just checking before we publish: …*, *I am drafting a
#: speech: …*, *For a note to our minister I need to state who …*, *My director asks how …*.
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:(?:hi|hello|hey|dear\s+\w+|good\s+(?:morning|day|evening)|sorry|excuse\s+me|quick\s+(?:question|one|check)"
        r"|(?:just\s+)?(?:checking|asking|curious|wondering)(?:\s+[^:,.?!]{1,40})?)\s*[:,.!–—-]+\s*)+(?=\w)",
        rf"^{_I}\s+(?:am|are)\s+(?:currently\s+)?(?:preparing|writing|drafting|working\s+on|putting\s+together|compiling"
        r"|checking|updating|finalizing)\s+[^:.?!]{1,80}[:–—]\s*(?=\w)",
        rf"^(?:(?:for|as)\s+an?\s+[^:.?!]{{1,60}}?,?\s+|for\s+(?:the|my|our)\s+[^:.?!]{{1,60}}?,?\s+)?{_NEED}{_LEARN}"
        rf"\s+(?:exactly\s+|precisely\s+)?{_ASKS}",
        rf"^{_SOMEBODY}\s+(?:asks?|asked(?:\s+(?:me|us))?|is\s+asking|wonders?|(?:wants?|needs?)\s+to\s+know)\s+{_ASKS}",
        r"^(?:please\s+)?(?:can|could|would)\s+you\s+(?:please\s+)?(?:tell\s+(?:me|us)|say|check|confirm|let\s+me\s+know)\s+"
        + _ASKS,
        r"^(?:please\s+)?(?:tell|remind)\s+(?:me|us)\s+(?:again\s+)?" + _ASKS,
        r"^do\s+you\s+(?:happen\s+to\s+)?know\s+" + _ASKS,
    )
)
#: What comes after the question and asks no more: *… Who is it?*, *… Where would I find that?*
_BEHIND = re.compile(
    r"(?<=[\w)”\"]{4})[.?!,;]+\s*(?:so\s+)?(?:(?:who|what|which)\s+(?:one\s+)?(?:is|was|are)\s+(?:it|that|this)"
    r"|where\s+(?:is|was|does|do|would|can|could|may)\s+(?:(?:I|we|one|it|that|this)\s*){1,2}(?:\s*(?:find|stand|said|written|say|look))?"
    r"(?:\s+(?:it|that|this|so))?|thanks?(?:\s+you)?(?:\s+very\s+much|\s+in\s+advance)?|many\s+thanks|cheers)\s*[?.!]*$",
    re.IGNORECASE,
)
#: So many words are a question.
_QUESTION = 5


def without_asker(question: str) -> str:
    """An English question without the people and papers that the answer is for."""
    kept = _FOR_WHAT.sub("", _FOR_WHOM.sub("", _HOW_COME.sub("", question)))
    for lead in _LEADS:
        kept = _unless_short(lead.sub("", kept, count=1), kept)
    kept = _unless_short(_BEHIND.sub("", kept), kept)
    return kept[:1].upper() + kept[1:] if kept[1:] else question


def _unless_short(rest: str, whole: str) -> str:
    """What is left, if it is still a question."""
    return rest if len(rest.split()) >= _QUESTION else whole
