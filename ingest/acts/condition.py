"""On what condition something is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

_STOP = (
    r"(?=,|;|:|\s*\.?\s*$|\s+to\s+(?!the\b|an?\b|its\b|their\b|this\b|that\b|be\b|do\b|[A-Z])[a-z]+"
    r"(?<!ing)\b|\s+and\s+(?:to|requests|invites|with|by|in)\b|\))"
)
_END = r"(?=,|;|:|\.\s+[A-Z]|\s*\.?\s*$)"
#: A clause, and an insertion in it that goes on after a comma.
_CLAUSE = r".+?(?:,\s+(?:as|referred\s+to)\b[^,;:]*,[^,;:]+?)?" + _END
_WORD = (
    r"(?:any(?=,)|appropriate|necessary|needed|required|possible|feasible|applicable|relevant|available|"
    r"practicable|practical|warranted|desired|requested|so\s+requested|agreed|useful)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ss]ubject\s+to\s+.+?{_STOP}",
        rf"\b(?:(?<!soon\s)(?<!early\s)(?<!quickly\s)(?<!far\s)as(?!\s+possible)|where|when|if|whenever|wherever|to\s+the\s+extent|as\s+far\s+as|insofar\s+as)"
        rf"\s+(?:and\s+(?:when|where|if|as)\s+)?(?:(?:may\s+be|deemed|considered)\s+)?{_WORD}(?:\s+and\s+(?:as\s+)?{_WORD})?\b"
        r"(?!(?<=agreed)\s+(?:in|at|upon|on|between)\b|\s+(?:as|for|that|by)\b|"
        r"\s+to\s+(?:the|an?|its|their|this|that|each|all|any|[A-Z]\w*)\b)",
        r"\b(?:[a-z]+\s+and\s+)?(?:resources|funds|funding|time|circumstances|conditions)\s+permitting",
        r"\bto\s+the\s+(?:fullest\s+|greatest\s+|maximum\s+)?extent\s+"
        r"(?:possible|feasible|practicable|necessary|permitted)",
        r"\bupon\s+(?:(?:their|its|the|prior|formal|written)\s+)*(?:request|invitation)(?:\s+(?:by|of|from)\s+.+?"
        + _STOP
        + r")?",
        r"\b(?:on|at)\s+(?:(?:their|its|the)\s+)?request(?:\s+(?:of|by|from)\s+.+?" + _STOP + r")?",
        r"\bwithin\s+(?:(?:the|its|their)\s+)*(?:limits\s+of\s+)?(?:available|existing|approved|current)\s+"
        r"(?:budgetary\s+|financial\s+|human\s+and\s+financial\s+|human\s+)?(?:resources|budget|means|capacities)",
        r"\b(?:depending\s+on|contingent\s+(?:up)?on|conditional\s+(?:up)?on|pending\s+(?:the|its|their|an?|any|further|completion|confirmation|agreement|approval))\s+.+?"
        + _STOP,
        r"(?:(?<=, )|(?<=^)|(?<=\band )|(?<=\bor ))"
        r"(?:(?<!\bas\s)if(?!\s+any,|\s+so,)|should(?=\s+(?:the|an?|any|no|such|this|these|it|they|there|[A-Z])\b)|unless|in\s+case(?!\s+of\s+need))\s+"
        + _CLAUSE,
        r"(?<!\w)(?<!\bas\s)(?:if|unless)\s+(?:the|its|their|any(?!,)|no|such|a|an|it|they|there|so(?!,)|not|[A-Z])\b"
        + _CLAUSE,
        r"\bif\s+(?:considered|deemed|found|judged|approved|adopted|confirmed|granted)\b" + _CLAUSE,
        r"\bassuming\s+that\s+" + _CLAUSE,
        r"\bto\s+the\s+extent\s+that\s+" + _CLAUSE,
        r"\bin\s+the\s+event\s+(?:that|of)\s+.+?" + _END,
        r"\bin\s+case\s+of\s+(?:need|necessity|emergency)\b",
        r"\b(?:provided|on\s+(?:the\s+)?condition|on\s+the\s+understanding)\s+that\s+.+?" + _END,
        r"(?<=, )where\s+(?:the|its|their|any|no|such|an?|it|they|there|th[ie]s|those|[A-Z])\b.+?"
        + _END,
    )
)


def find_condition(text: str, spans: Sequence[tuple[int, int]] = ()) -> str | None:
    """The conditions that a text states, in its own words, joined by semicolons; None if none.

    Args:
        text: The words of one act.
        spans: The parts that count; nothing given, all.
    """
    found: list[tuple[int, int]] = []
    for start, end in spans or ((0, len(text)),):
        for pattern in _PATTERNS:
            found.extend(match.span() for match in pattern.finditer(text, start, end))
    kept: list[tuple[int, int]] = []
    for span in sorted(found, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    pieces = [" ".join(text[start:end].split()).strip(" ,.;") for start, end in kept]
    return "; ".join(dict.fromkeys(pieces)) or None


_HYPOTHETICAL = re.compile(
    r"(?:\b(?:if|unless|in\s+the\s+event\s+(?:that|of)|provided\s+that|subject\s+to|pending|assuming|depending\s+on)\b|"
    r"\bshould\s+(?:the|an?|any|no|such|this|it|they)\b)[^,;:]*"
)


def hypothetical_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text says what may be the case: times named there are no deadlines."""
    return tuple(match.span() for match in _HYPOTHETICAL.finditer(text))
