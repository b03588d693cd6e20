"""By when or on what occasion something is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.acts.condition import hypothetical_spans

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:19|20)\d\d(?:[–/-]\d{2,4})?"
_DATE = (
    rf"(?:\d{{1,2}}(?:(?:\s?[–-]\s?|\s+to\s+)\d{{1,2}})?\s+{_MONTH}(?:\s+{_YEAR})?(?:\s+of\s+(?:each|every|that|the\s+same)\s+year)?"
    rf"|{_MONTH}(?:[–-]{_MONTH})?\s+{_YEAR}|{_YEAR})"
)
_PERIOD = (
    rf"(?:the\s+)?(?:very\s+)?(?:end|beginning|middle|start|close|(?:first|second|third|fourth|last)\s+(?:half|quarter|part))"
    rf"\s+of\s+(?:the\s+year\s+)?(?:{_DATE}|each\s+year|the\s+year|(?:the|its|their)\s+[\w\s]{{0,30}}?(?:(?:sessions?|meetings?)(?:\s+of\s+the\s+[A-Z]\w*(?:\s+(?:of|the|for|[A-Z]\w*))*)?|period|decade|biennium|year))"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:first|second|third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth)|\d{1,3}(?:st|nd|rd|th)|next|following|"
    r"upcoming|forthcoming|subsequent|last|final|resumed|present|current|future|ordinary|"
    r"extraordinary|special|regular|annual|each|every|first"
)
_SESSION_HEAD = r"(?:sessions?|meetings?|conference|Conference)"
_OF_BODY = (
    r"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]*|subsidiary|bod(?:y|ies)|of|the|and|for|"
    r"serving|as|meeting|to|working|group|expert|committee|intergovernmental|negotiating|"
    r"open-ended|ad|hoc|conferences?|parties)(?:\s+(?:[A-Z][\w’'-]*|subsidiary|bod(?:y|ies)|of|"
    r"the|and|for|serving|as|meeting|to|working|group|expert|committee|intergovernmental|"
    r"negotiating|open-ended|conferences?)\b)*"
    r"|\s+of\s+(?:the|its|their)\s+(?:[a-z-]+\s+){0,3}[a-z-]+"
    r"(?=[,;.]|\s+(?:and|to|on|in|with|for|by)\b|$)"
    r")?"
)
_BRACKET = r"(?:\s*\([^()]{0,40}\d{4}[^()]{0,20}\))?"
_SESSION = (
    rf"(?:(?:the|its|their|each|every|any|both)\s+)?(?:(?:first|second|third|fourth|\w+)\s+part\s+of\s+(?:the|its|their)\s+)?"
    rf"(?:of\s+)?(?:(?:its|their|the)\s+)?(?:(?:{_ORDINAL})(?:\s*(?:,|and|or|to|and\s+subsequent|,\s*and)\s+)?\s*)+"
    rf"{_SESSION_HEAD}{_OF_BODY}{_BRACKET}"
)
_NUMBERED = (
    rf"(?:COP|CMP|CMA|SBI|SBSTA|SB|OEWG|UNEA|MOP|ExCOM|APA|MC|RC|SC|BC|INC|"
    rf"POPRC|CRC)\s?\d+(?:\.\d)?(?:[–-]\d+)?{_BRACKET}"
)
_ANY_SESSION = (
    rf"(?:{_SESSION}|{_NUMBERED}|(?:each|every|one|any)\s+(?:of\s+(?:its|their|the)\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}(?:sessions?|meetings?){_OF_BODY})"
)
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty|"
    r"sixty|ninety)"
)
_WHEN = rf"(?:{_DATE}|{_PERIOD}|{_ANY_SESSION})"
_EVENT = (
    r"(?:[^,;:()]|\([^()]{1,40}\)){3,160}?(?=,|;|:|\.?\s*$|"
    r"\s+(?:to(?!\s+the\s+[A-Z])|shall|should|will|is|are|must|with\s+a\s+view|in\s+order|so\s+that|and\s+(?:to|an?|requests?|invites?|encourages?))\b)"
)

#: From the most binding to the least; of several, the first kind that is found is given.
_KINDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # a time counted from something
        rf"\b(?:no(?:t)?\s+later\s+than|at\s+least|within)\s+(?:the\s+(?:next|following)\s+)?{_NUMBER}\s+(?:calendar\s+|working\s+)?(?:days?|weeks?|months?|years?)(?:\s+(?:prior\s+to|before|in\s+advance\s+of|ahead\s+of|after|of|from|following)\s+{_EVENT})?",
        rf"\b(?:(?:at\s+least|no(?:t)?\s+later\s+than|within)\s+)?{_NUMBER}\s+(?:calendar\s+|working\s+)?"
        rf"(?:days?|weeks?|months?|years?|sessions?(?:\s+of\s+the\s+subsidiary\s+bodies)?|meetings?)\s+(?:prior\s+to|before|in\s+advance\s+of|ahead\s+of)\s+"
        rf"(?:{_WHEN}|{_EVENT})",
        # a date
        rf"\b(?!by\s+{_YEAR}\b)(?:by(?:\s+no\s+later\s+than)?|no(?:t)?\s+later\s+than|at\s+the\s+latest\s+(?:by|in|at|to)|(?:not\s+)?before|until|prior\s+to|"
        rf"as\s+(?:of|from)|with\s+effect\s+from|from)\s+(?:at\s+(?=(?:its|their|the)\b))?(?:(?:early|late|mid-?|at\s+the\s+latest|the\s+latest|around|approximately)\s*)?(?:{_DATE}|{_PERIOD}|the\s+time\s+of\s+[^,;]+?(?=,|;|$)|{_ANY_SESSION})(?:\s+to\s+{_DATE})?(?:\s+at\s+the\s+latest)?",
        r"\bby\s+the\s+(?:deadlines?|dates?|time\s*limits?)\s+[^,;:]+",
        # before or after something
        rf"\b(?:prior\s+to|before|in\s+advance\s+of|ahead\s+of|in\s+time\s+for|no(?:t)?\s+later\s+than|well\s+before)\s+(?:{_WHEN}|{_EVENT})",
        # at a session
        rf"\b(?:at|during|in\s+conjunction\s+with|in\s+connection\s+with|on\s+the\s+occasion\s+of|(?:starting|beginning|commencing)\s+(?:in|from|on|with|at))\s+{_ANY_SESSION}"
        rf"(?:\s+and\s+(?:at\s+)?{_ANY_SESSION})?"
        rf"|\bin\s+conjunction\s+with\s+(?:its|their)\s+{_EVENT}"
        rf"|\bat\s+(?:the\s+)?(?:sessions|meetings)\s+of\s+{_EVENT}"
        rf"|(?<=prepare\s)for\s+{_NUMBERED}"
        rf"|\bduring\s+the\s+(?:biennium|triennium|quadrennium)\s+{_YEAR}"
        rf"|\bin\s+conjunction\s+with\s+(?:the\s+)?(?:sessions?|meetings?){_OF_BODY}"
        rf"|\b(?:report|reports|reporting)\s+(?=to\s)(?P<to>to\s+(?:{_NUMBERED}|the\s+(?:{_ORDINAL})\s+{_SESSION_HEAD}{_OF_BODY}{_BRACKET}))"
        rf"|\b(?:defer|postpone)\w*\b[^,;]{{0,80}}?\s(?=to\s)(?P<later>to\s+(?:{_NUMBERED}|(?:the|its|their)\s+(?:{_ORDINAL})\s+{_SESSION_HEAD}{_OF_BODY}{_BRACKET}))"
        rf"|\b(?:at|during)\s+(?:the|its|their)\s+(?:(?:{_ORDINAL})\s+)?(?:[A-Z][\w-]*\s+){{1,5}}(?:Forum|Dialogue|Summit|Congress|Conference)\b"
        rf"|\b(?:at|during)\s+the\s+(?:[\w-]+\s+){{0,2}}(?:workshops?|dialogues?|forums?|events?)\s+(?:referred\s+to|mentioned)\s+in\s+paragraphs?\s+[\d–()a-z]+\s+(?:above|below)"
        rf"|\b(?P<each>to\s+(?:each|every)\s+(?:[\w-]+\s+){{0,2}}(?:sessions?|meetings?){_OF_BODY})"
        rf"|\b(?:at|upon|by|until|from|after)\s+the\s+(?:conclusion|close|start|opening|beginning|closing)\s+of\s+(?:{_ANY_SESSION}|{_EVENT})"
        rf"|\b(?:starting\s+|beginning\s+)?(?:in|during|on|at|over)\s+(?:(?:early|late|mid-?)\s*)?(?:{_DATE}|{_PERIOD})(?!\s*(?:target|level|budget))",
        # a year by which a goal is to be met rather than a task
        rf"\bby\s+{_YEAR}\b",
        # again and again, or soon
        r"\bon\s+an?\s+(?:annual|biennial|quarterly|yearly|triennial|quadrennial)\s+basis\b"
        r"|\b(?:annually|biennially|quarterly|yearly)\b(?!\s+(?:report|submission|review))"
        rf"|(?<!of\s)\b(?:every|each)\s+(?:{_NUMBER}\s+)?years?\b|(?:\bat\s+least\s+)?\b(?:once|twice)\s+(?:a|per|every|each)\s+(?:{_NUMBER}\s+)?years?\b"
        rf"|\bevery\s+{_NUMBER}\s+(?:months|sessions|meetings)\b|\bat\s+regular\s+intervals\b",
        r"\bas\s+(?:soon|early|quickly)\s+as\s+(?:possible|practicable|feasible|practical)\b"
        r"|\bat\s+(?:the|its|their|an)\s+earliest\s+(?:possible\s+)?(?:opportunity|convenience|date|time|session|meeting)\b"
        r"|\bat\s+an\s+early\s+date\b|\bwithout\s+(?:further\s+|any\s+)?delay\b|\bimmediately\b|\bforthwith\b"
        r"|\bat\s+the\s+earliest\b",
        r"(?<=, )once\s+[^,;:]+(?=,)",
        rf"\bafter\s+\d{{1,2}}\s+{_MONTH}\s+{_YEAR}",
        r"\buntil\s+(?:the|its|their|an?|it|they|such|further)\s+[^,;:]{3,120}?(?=,|;|:|\.?\s*$)",
        r"\bwhen(?:ever)?\s+next\s+[^,;:]+",
        rf"\bafter\s+(?:each|every)\s+(?:[\w-]+\s+){{0,2}}(?:sessions?|meetings?){_OF_BODY}",
        rf"\b(?:upon|following|after)\s+(?:the\s+)?(?:completion|conclusion|adoption|expir(?:ation|y)|entry\s+into\s+force|finalization|approval|receipt|publication)\s+{_EVENT}",
    )
)

_ASIDE = re.compile(
    r",\s+(?:recalling|noting|recognizing|acknowledging|bearing\s+in\s+mind|taking\s+note|"
    r"welcoming|reiterating|emphasizing)\b|"
    r"\b(?:urging|inviting|requesting|encouraging)\s+(?:them|it|the|Parties)\b|\bwhich\s+states\b"
)
_AIM = re.compile(r"\bwith\s+a\s+view\s+to\b|\bin\s+order\s+(?:to|for|that)\b|\bso\s+(?:that|as)\b")
#: Something that has already happened then: "the report considered at its fifth session".
_PAST = re.compile(
    r"\b(?:held|made|taken|set\s+out|given|undertaken|begun|as|ending|covering|"
    r"(?!need|proceed|succeed|exceed|indeed|speed)[a-z]+ed)$"
)
#: Things that bear a time in their name.
_NAMED = re.compile(
    r"\b(?:[Rr]esolutions?|(?<!this\s)(?<!present\s)decisions?|conclusions|result(?:ing)?|outcomes?|President|Presidency|"
    r"Chair|Annex|entry\s+into\s+force)$"
)
#: A body's name at the end of the words before: "adopted by the Conference of the Parties".
_BODY_BEFORE = re.compile(
    r"\s+(?:by|of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of|the|and|for|on|serving|as|"
    r"meeting|to|subsidiary|bodies|[A-Z][\w’'-]*))*\s*$"
)
_TO_BE = re.compile(
    r"\b(?:to\s+be|be|being|shall\s+be|is|are|will\s+be|should\s+be|was\s+to\s+be)\s+(?:\w+ly\s+)?"
    r"(?:\w+)\s*$"
)


def find_deadline(text: str, spans: Sequence[tuple[int, int]] = ()) -> str | None:
    """The deadline or occasion that a text states, in its own words; None if none.

    Args:
        text: The words of one act.
        spans: The parts that count; nothing given, all. The addressee is left out, since
            "the President of the Conference at its twenty-first session" states none.
    """
    open_spans = [_closed(text, start, end) for start, end in spans or ((0, len(text)),)]
    before_aims = [(start, _before_aim(text, start, end)) for start, end in open_spans]
    return _first(text, before_aims) or _first(text, open_spans)


def _first(text: str, spans: Sequence[tuple[int, int]]) -> str | None:
    for kind in _KINDS:
        for start, end in spans:
            for match in kind.finditer(text, start, end):
                if _is_past(text[start : match.start()], match[0]) or _conditional(
                    text, match.start()
                ):
                    continue
                found = match[match.lastgroup] if match.lastgroup else match[0]
                return re.sub(r"(?:\s+and)?[\s,.;]*$", "", " ".join(found.split()))
    return None


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span up to where the text only comments on what is asked: ", noting that …"."""
    aside = _ASIDE.search(text, start, end)
    return start, aside.start() if aside else end


def _before_aim(text: str, start: int, end: int) -> int:
    """Where a span begins to say what for: times named there are mostly those of others."""
    aim = _AIM.search(text, start, end)
    return aim.start() if aim else end


def _conditional(text: str, at: int) -> bool:
    """Whether a time belongs to a condition: "if it has not confirmed within six months"."""
    return any(start <= at < end for start, end in hypothetical_spans(text))


def _is_past(before: str, found: str) -> bool:
    """Whether a time belongs to something past: "the report adopted by the Board in 2021"."""
    before = _BODY_BEFORE.sub("", before).rstrip(" ,")
    if before.endswith(" due"):
        return True
    if _NAMED.search(before):
        # "a decision by the third session" is to be taken; "its decision at …" has been.
        return not found.startswith(("by ", "no later", "not later"))
    return bool(_PAST.search(before)) and not _TO_BE.search(before)
