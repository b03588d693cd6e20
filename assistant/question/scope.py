"""Limits that a question sets in words: *in Doha*, *the Stockholm COP*, *the CMA decided*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.question.shelf import Held, Shelf
from ingest.bodies import named_in
from ingest.sessions import FoundSession, find_sessions


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit: its words, their characters, and the documents that meet it.

    Limits of one sort that have no document in common are alternatives: *in Bali and in Doha*.
    """

    text: str
    start: int
    end: int
    documents: tuple[str, ...]
    sort: str = ""


#: Before a session these make it an occasion in the text, not who adopted it.
_OCCASION = re.compile(
    r"\b(?:report(?:s|ed|ing)?(?:\s+(?:back|on\s+\w+))?\s+(?:to|at)|before|prior\s+to|ahead\s+of|until"
    r"|(?:consider(?:ed|ation)?|submit(?:ted)?|present(?:ed)?|discuss(?:ed)?|review(?:ed)?|held"
    r"|convened?|prepared?)\s+(?:it\s+)?(?:by|at|to|for|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: *When does it hold its first meeting*: of the one spoken of, not where it was adopted.
_OWN = re.compile(
    r"\b(?:its|their|whose|hold(?:s|ing)?|held|host(?:s|ed|ing)?)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
#: *the 6th meeting of the Durban Forum* is nobody's session.
_OTHERS = re.compile(
    r"\s+(?:\w+\s+)?(?:meeting|session|r[ée]uni[oó]n)s?\s+(?:of|de|du|del)\s+(?:the\s+|la\s+|el\s+|l['’])?"
    r"(?!Conf|COP|CP\b|CM[PA]\b|Part|Subsid|SB|Open-ended|Meeting|OEWG|Assembl)",
    re.IGNORECASE,
)
#: *Rotterdam COP.9 INF number*: of a document, not who adopted the decision.
_SYMBOL = re.compile(r"\s*[./]?\s*(?:INF|CRP|MISC|document)\b")
_CONVENTIONS = (
    r"Basel|Rotterdam|Stockholm|Minamata|Montreal|Kyoto|Paris|Ramsar|CITES|CBD|UNFCCC|CMS"
)
_CONFERENCE = re.compile(
    rf"\b(?:(?P<before>{_CONVENTIONS})\s+(?:Convention(?:['’]s)?\s+|Protocol\s+|Agreement\s+)?"
    r"(?:COP|Conference\s+of\s+the\s+Parties|meeting\s+of\s+the\s+Parties|decisions?|Parties"
    r"\s+(?=decide|agree|adopt|request|ask|say))"
    r"|(?:COP|Conference\s+of\s+the\s+Parties|meeting\s+of\s+the\s+Parties)\s+(?:to|of|under)\s+the\s+"
    rf"(?:(?:meeting|Parties|to|the|of)\s+)*(?P<after>{_CONVENTIONS})"
    r"(?:\s+(?:Convention|Protocol|Agreement))?)",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:the\s+)?(?P<body>CMA|CMP|OEWG|UNEA|SBI|SBSTA)\s+(?=decid|agree|adopt|request|ask|sa(?:y|id)"
    r"|invite|urge|note|welcome|do\b|in\b|at\b)"
)
#: Before a body that is asked, and adopts nothing: *was the SBI asked*, *requests to the SBI*.
_ASKED = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|to|(?:ask|request|requir|demand|expect)\w*\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def limits_of(text: str, shelf: Shelf, context: str = "") -> tuple[Limit, ...]:
    """The limits, in order.

    Args:
        text: The question.
        shelf: What the library holds.
        context: Code of the document that is meant where nothing names one.
    """
    found = [*_by_session(text, shelf, context), *_by_body(text, shelf)]
    conventions = list(_by_convention(text, shelf))
    # *The Basel decision*: of the convention, where nothing was adopted in that place.
    found = [
        one
        for one in found
        if one.documents or not any(_meet(one, other) and other.documents for other in conventions)
    ]
    if not any(named_in(text[one.start : one.end]) for one in found):
        # *the Paris decision*: adopted in Paris, not under what bears the name of that place.
        found += [one for one in conventions if not any(_meet(one, other) for other in found)]
    return tuple(sorted(found, key=lambda one: one.start))


def _meet(one: Limit, other: Limit) -> bool:
    """Whether two limits share words."""
    return one.start < other.end and other.start < one.end


def met_by(limits: Sequence[Limit]) -> tuple[set[str], ...]:
    """Documents that meet the limits of each sort; those that no document meets are left out."""
    found: list[set[str]] = []
    by_sort: dict[str, list[set[str]]] = {}
    for limit in limits:
        if limit.documents:
            by_sort.setdefault(limit.sort, []).append(set(limit.documents))
    for sort, sets in by_sort.items():
        apart = all(not one & other for one, other in combinations(sets, 2))
        if sort == "described" or (sort and apart):
            found.append(set().union(*sets))
        else:
            found += sets
    return tuple(found)


def _by_session(text: str, shelf: Shelf, context: str) -> Iterator[Limit]:
    for found in find_sessions(text, context):
        before = text[: found.start]
        if _OWN.search(before) or _OCCASION.search(before) or _OTHERS.match(text[found.end :]):
            continue
        if _SYMBOL.match(text[found.end :]):
            continue
        meetings = _of_body(text, found)
        codes = (code for code, one in shelf.held.items() if one.meeting in meetings)
        said = text[found.start : found.end]
        yield Limit(said, found.start, found.end, tuple(codes), "session")


def _of_body(text: str, found: FoundSession) -> frozenset[str]:
    """Meetings of the sessions; only of the body that the words before them name."""
    meetings = frozenset(one.meeting for one in found.sessions)
    body = re.search(r"\b(CMA|CMP|COP|CP)\b\s*$", text[: found.start])
    key = body[1].replace("COP", "CP") if body else None
    return frozenset(m for m in meetings if key is None or m.startswith(f"{key}."))


def _by_body(text: str, shelf: Shelf) -> Iterator[Limit]:
    for match in _BODY.finditer(text):
        if _ASKED.search(text[: match.start()]):
            continue
        start, end = match.span("body")
        codes = (
            code
            for code, one in shelf.held.items()
            if one.meeting and re.match(rf"{match['body']}\b", one.meeting)
        )
        yield Limit(text[start:end], start, end, tuple(codes))


def _by_convention(text: str, shelf: Shelf) -> Iterator[Limit]:
    for match in _CONFERENCE.finditer(text):
        if _SYMBOL.match(text[match.end() :]) or re.match(
            rf"[.\s-]*\d+{_SYMBOL.pattern}", text[match.end() :]
        ):
            continue
        name = match["before"] or match["after"]
        name = name.upper() if name.upper() in ("CITES", "CBD", "UNFCCC", "CMS") else name.title()
        codes = (code for code, one in shelf.held.items() if _is_of(one, name))
        yield Limit(match.group(), match.start(), match.end(), tuple(codes))


def _is_of(one: Held, name: str) -> bool:
    said = [one.body or "", one.convention or ""]
    if one.session:
        said += [one.session.convention, one.session.body]
    return any(name in words for words in said)
