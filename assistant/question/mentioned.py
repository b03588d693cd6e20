"""Whether every place that speaks of something is wanted, and of what: *all provisions on it*."""

from __future__ import annotations

import re

from assistant.question.words import topic_words

_QUANTITY = r"\b(?:which|what|all|any|every|each|list|find|the)\s+(?:of\s+)?(?:the\s+)?"
_KIND = r"(?:(?:other|operative|preambular|relevant|specific|separate|single|different)\s+)*"
_PLACE = r"(?:para(?:graph)?s?|provisions?|parts?|places?|passages?|clauses?|spots?|decisions?)\b"
#: Which text the places are in.
_TEXT = r"(?:decisions?|texts?|resolutions?|documents?|annex(?:es)?)\b"
_OF_TEXT = (
    rf"(?:\s+(?:of|in|from)\s+(?:(?:the|this|that)\s+)?(?:\S+\s+){{0,6}}?(?:{_TEXT}|\S*\d\S*))?"
)
_LED = r"(?:\s+(?:that|which|where|to))?(?:\s+(?:is|are))?\s+"
_ABOUT = (
    r"(?:about|mention\w*|concern\w*|deal\w*\s+with|refer\w*\s+to|relat\w+\s+to|speak\w*\s+(?:of|about)"
    r"|address\w*|cover\w*|touch\w*\s+(?:up)?on|talk\w*\s+about|nam(?:e|es|ing)|bear\w*\s+on)\s+"
)
_SPOKEN = (
    r"(?:is|are|was|were|gets?|got)\s+(?:(?:also|ever|even|explicitly)\s+)?(?:mentioned|named|cited|discussed|brought\s+up"
    r"|(?:referred|alluded)\s+to|(?:spoken|talked)\s+(?:of|about)|dealt\s+with|covered|addressed)"
    r"|comes?\s+up|appears?|occurs?|figures?\b|features?\b"
)
_WHERE = r"(?:where|in\s+(?:which|what)(?:\s+(?:of\s+the\s+)?(?:\w+\s+)?" + _PLACE + r")?)"
#: Where what is spoken of has ended.
_END = (
    r"(?=\s*(?:[?.;!]|$)|,\s*(?:which|what|list|I|we)\s|\s+(?:in|of|under)\s+(?:the|this|that)\s+(?:\S+\s+){0,6}?"
    + _TEXT
    + r"|,?\s+(?:please|pls)\b|\s+[-–—]\s)"
)
#: Pronouns name nothing.
_PRONOUN = r"(?:it|they|he|she|we|you|I|that|this|these|those|there)\b"
_SUBJECT = rf"(?P<subject>(?!{_PRONOUN})[^\s?;][^?;]{{0,120}}?)"

#: What speaks: *we*, *the text*, *the 2019 CMA decision on the Committee*.
_SPEAKER = (
    rf"(?:we|it|they|you|the\s+(?:conference|COP|CMP|CMA|Parties)|(?:the|this|that)\s+(?:\S+\s+){{0,5}}?{_TEXT}"
    r"(?:\s+(?:on|about|of)\s+(?:\S+\s+){1,8}?\S+)??)"
)

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # all provisions of the decision concerning litter
        rf"{_QUANTITY}{_KIND}{_PLACE}{_OF_TEXT}{_LED}{_ABOUT}{_SUBJECT}{_END}",
        # every provision on litter
        rf"\b(?:all|every|each|any)\s+(?:of\s+)?(?:the\s+)?{_KIND}{_PLACE}\s+on\s+{_SUBJECT}{_END}",
        # which paragraphs of which decisions mention litter
        rf"\b(?:which|what)\s+{_PLACE}\s+(?:of|in|and|or)\s+(?:(?:which|what)\s+)?{_PLACE}\s+{_ABOUT}{_SUBJECT}{_END}",
        # each place where the decision deals with litter
        rf"{_QUANTITY}{_KIND}{_PLACE}{_OF_TEXT}\s+(?:where|in\s+which)\s+{_SPEAKER}\s+(?:(?:also|ever|explicitly)\s+)?{_ABOUT}{_SUBJECT}{_END}",
        # every mention of litter
        rf"\b(?:all|every|each)\s+(?:the\s+)?(?:mentions?|occurrences?|references?)\s+(?:of|to)\s+{_SUBJECT}{_END}",
        # all the places where litter is named, in which paragraphs litter comes up
        rf"{_QUANTITY}{_KIND}{_PLACE}{_OF_TEXT}\s+(?:where|in\s+which)\s+{_SUBJECT}\s+(?:{_SPOKEN})",
        rf"\b{_WHERE}{_OF_TEXT}\s+(?:(?:is|are|was|were|do|does|did)\s+)(?:(?:the|this)\s+decision\s+)?(?:mention|name|talk\s+about"
        rf"|speak\s+of)\s+{_SUBJECT}{_END}",
        rf"\b{_WHERE}{_OF_TEXT}\s+(?:is|are|was|were|do|does|did)\s+{_SUBJECT}\s+(?:mentioned|named|cited|brought\s+up"
        r"|(?:referred|alluded)\s+to|(?:spoken|talked)\s+(?:of|about)|come\s+up|appear|occur)\b",
        # everything on litter
        rf"^(?:(?:please|give\s+me|list|show\s+me|i\s+need|i\s+want)\s+)*(?:everything|all)\s+(?:(?:that\s+)?(?:the\s+(?:decision|COP|Conference|text)|it|there\s+is)\s+"
        r"(?:says?\s+)?)?(?:on|about|concerning|regarding|relating\s+to|in\s+(?:connection\s+with|relation\s+to)"
        rf"|with\s+(?:regard|respect)\s+to)\s+{_SUBJECT}{_END}",
        # what does it contain on litter? everything, please
        rf"\b(?:on|about|concerning|regarding)\s+{_SUBJECT}\s*[?.;,:–—-]+\s*(?:please\s+)?(?:(?:give\s+me|list|i\s+need)\s+)?(?:everything\b"
        rf"|all\s+of\s+(?:it|them)\b|all\s+(?:the\s+)?{_PLACE}|every\s+{_PLACE}|all\s+(?:the\s+)?mentions\b)",
        # litter: all paragraphs dealing with it
        rf"^{_SUBJECT}\s*[:–—-]+\s*(?:please\s+)?(?:all|every|each)\s+(?:the\s+)?{_KIND}(?:{_PLACE}|mentions?\b)(?!\s+(?:where|in|that\s+(?!{_ABOUT})))",
    )
)


#: How it is spoken of, not what is.
_BY_NAME = re.compile(
    r"\s+(?:(?:explicitly\s+)?by\s+name|itself|themselves|at\s+all)\b", re.IGNORECASE
)


def mentioned_in(text: str) -> str:
    """What is spoken of in every place that is wanted, in the words of the question.

    Empty where no such places are wanted.
    """
    for pattern in _PATTERNS:
        match = pattern.search(text)
        subject = _BY_NAME.sub("", match["subject"]).strip(" ,:–—-") if match else ""
        if topic_words(subject):
            return subject
    return ""
