"""What a question is about, and what is searched for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.question import cues
from assistant.question.parts import Parts, cut
from assistant.question.scope import Limit
from assistant.question.verbs import asks
from assistant.question.words import topic_words
from ingest.codes import find_codes

#: Words that only lead to a reference: *in decision*, *according to*, *of the annex to*.
_LEADS = re.compile(
    r"(?:\b(?:in|of|from|under|by|according\s+to|per|as\s+per|selon|dans|de|du|en|según|the|la|le|el"
    r"|decisions?|decs?|resolutions?|d[ée]cisions?|decisi[óo]n|document|text|operative)\b[\s,.]*)+$",
    re.IGNORECASE,
)
#: What they who ask say of themselves before they ask: *I am preparing a checklist.*
_ASKER = re.compile(
    r"(?:(?:hi|hello|hey|dear|good|morning|afternoon|evening|all|there|team|colleagues?)\b[\s,!.]*)*"
    r"(?-i:I|We|My|Our)\b[^.?!]*[.!]\s+",
    re.IGNORECASE,
)
_AT_ITS = re.compile(r"\b(?:at|in|during)\s+(?:its|their|the)\s+(?:very\s+)?$", re.IGNORECASE)
_SESSION = re.compile(r"\s+(?:sessions?|meetings?)\b", re.IGNORECASE)
#: Who adopts decisions is no topic of one.
_ADOPTERS = ("cop", "cmp", "cma", "cdp")
_CONFERENCE = re.compile(r"\bconference\s+of\s+the\s+parties\b", re.IGNORECASE)


def topic_of(parts: Parts, deed: str) -> str:
    """The words of the question that it is about."""
    spans = [
        *parts.spans,
        *parts.again,
        *_codes(parts),
        *(_occasion(limit, parts.text) for limit in parts.limits),
    ]
    if parts.addressed:
        spans.append((parts.addressed.start, parts.addressed.end))
    asker = _ASKER.match(parts.text) if parts.addressed or deed else None
    if asker and not (parts.addressed and parts.addressed.start < asker.end()):
        spans.append(asker.span())
    asked = parts.addressed.verb if parts.addressed else ""
    verbs = [*f"{deed} {asked}".lower().replace(",", " ").split(), *_ADOPTERS]
    verbs += ["conference"] if deed else []  # *what does the conference invite*
    text = cues.WHOLE_LIST.sub(" ", _CONFERENCE.sub(" ", cut(parts.text, spans)))
    said = [word for word in topic_words(text) if word.lower() not in verbs]
    if parts.addressed:  # *urged, requested or authorized*
        said = [word for word in said if not asks(word)]
    return " ".join(said)


def _occasion(limit: Limit, text: str) -> tuple[int, int]:
    """Where a limit stands, with what belongs to it: *at its very first session*."""
    before, behind = _AT_ITS.search(text[: limit.start]), _SESSION.match(text, limit.end)
    if before is None or behind is None:
        return limit.start, limit.end
    return before.start(), behind.end()


def _codes(parts: Parts) -> Iterator[tuple[int, int]]:
    """Where the documents that are named stand once more, apart from their places."""
    named = {one.document for one in parts.named}
    for found in find_codes(parts.text):
        if found.code.code in named:
            yield found.start, found.end


def search_text(parts: Parts, *, apart: bool = False) -> str:
    """The question without the references that only say where to look.

    Args:
        parts: Of the question.
        apart: Whether decisions are compared, each for itself: what is said in Dubai need not
            speak of Glasgow, nor that of the other year of this one.
    """
    text = parts.text
    if apart:
        text = cut(text, [(one.start, one.end) for one in parts.limits if one.documents])
    held = dict(zip(parts.spans, (one.in_library for one in parts.named), strict=True))
    held |= dict.fromkeys(parts.described_at(), True)
    for (start, end), in_library in sorted(held.items(), reverse=True):
        if in_library:
            lead = _LEADS.search(text[:start])
            said = "" if lead or not text[:start].strip() else "the decision"
            text = f"{text[: lead.start() if lead else start]} {said} {text[end:]}"
    text = re.sub(r"[\s,;:]+(?=\?|$)", "", re.sub(r"\s+", " ", text)).strip(" ,;:")
    bare = cues.ABOUT.sub("", text, count=1).rstrip(" ?.!")
    text = bare if topic_words(bare) else text
    return text if topic_words(text) else parts.text
