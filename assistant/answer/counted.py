"""*How many experts?* is answered by a number of experts, not by a number of something else."""

from __future__ import annotations

import re

from ingest.index.analysis import terms

#: What is counted stands within so many words after *how many*, and after the number.
_NEAR = 4
_ASKED = re.compile(r"\bhow\s+many\s+(?P<what>.+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: Ends the name of what is counted: a verb or a preposition.
_END = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|may|must|can|could"
    r"|of|in|on|at|by|for|from|to|with|under|per|there|sit|sits|serve|make|take)\b",
    re.IGNORECASE,
)
#: Words that name the same: who sits on a body is a member, an expert, a representative.
_SAME = (
    "people persons members experts representatives individuals seats participants delegates"
    " specialists officers",
    "countries states nations parties governments signatories",
    "times sessions meetings occasions",
    "organizations organisations agencies bodies entities institutions",
)
#: Before what they count: *two million certificates*, *ten additional experts*.
_SCALE = re.compile(r"\s*(?:million|billion|thousand|hundred|per\s*cent|%)", re.IGNORECASE)
#: What tells that no noun need follow: *it meets twice a year*.
_WHOLE = re.compile(r"(?:twice|once|none|both|half)\b", re.IGNORECASE)


def counted(question: str) -> frozenset[str]:
    """Stems of what a question wants counted, and of what names the same; empty if not known."""
    asked = _ASKED.search(question)
    if asked is None:
        return frozenset()
    name = _END.split(asked["what"], maxsplit=1)[0]
    wanted = {stem for word in _WORD.findall(name)[:_NEAR] for stem in terms(word)}
    for group in _SAME:
        same = set(terms(group))
        if wanted & same:
            wanted |= same
    return frozenset(wanted)


def counts(text: str, number: re.Match[str], wanted: frozenset[str]) -> bool:
    """Whether a number that was found in a text counts what is wanted."""
    rest = text[number.start() :].split(maxsplit=1)
    after = rest[1] if len(rest) > 1 else ""
    if not wanted or _WHOLE.match(number.group()) or _SCALE.match(after):
        return True
    # The word that the number is part of counts too: "16-member", "12-month".
    near = [*_WORD.findall(rest[0])[:2], *_WORD.findall(after)[:_NEAR]]
    return any(stem in wanted for word in near for stem in terms(word))
