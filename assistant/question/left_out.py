"""What a question rules out: *(not the annexes)*, *leave out what is addressed to the Board*."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.question.addressee import find_addressed
from assistant.question.shelf import Shelf
from assistant.question.verbs import ASKED_WORDS, asked_families
from assistant.question.words import topic_words
from ingest.citations import find_citations

_OUT = (
    r"(?:not|no|rather\s+than|excluding|except(?:ing)?|without|(?:leaving|setting)\s+aside|apart\s+from"
    r"|other\s+than|as\s+opposed\s+to|ignoring|disregarding|but\s+not|pas|no\s+los|sans)"
)
#: What is to be left out may also be said by itself: *leave out the invitations*.
_LEAVE = (
    r"(?:please\s+)?(?:(?:leav(?:e|ing)|set(?:ting)?)\s+(?:out|aside)|skip(?:ping)?|omit(?:ting)?"
    r"|ignor(?:e|ing)|disregard(?:ing)?|(?:do\s+not|don['’]t|not)\s+(?:list|includ|giv|count)\w*)\s"
)
#: What a remark rules out is not what is asked about: *(not the annexes)*, *– not requested –*.
_RULED_OUT = re.compile(
    rf"\s*\([^()]*\b{_OUT}\b[^()]*\)|\s*\(\s*{_LEAVE}[^()]*\)|\s+[-–—]\s*(?:but\s+)?{_OUT}\b[^-–—?]*(?<=\w)\s*[-–—](?=\s)"
    rf"|,\s*(?:but\s+)?{_OUT}\s+(?:(?:the|any|merely|only)\s+)*{ASKED_WORDS}(?:\s*(?:,|and|or)\s+"
    rf"(?:the\s+)?{ASKED_WORDS})*(?:,|(?=\s*[?.]|\s*$))",
    re.IGNORECASE,
)
#: What is counted in as well limits nothing: *including requests that are reiterated*.
_COUNTED_IN = re.compile(
    rf",?\s+(?:also\s+)?including\s+(?:(?:those|the|any|all)\s+)*(?:{ASKED_WORDS}|those|any)\b[^,?.;!–—]*"
    # ... nor what a list is to hold among others: *complete list please, including reporting*.
    r"|,\s+(?:also\s+)?including\s+[\w’'-]+(?:\s+[\w’'-]+)?(?=\s*[.?!]*$)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    rf"^{_LEAVE}[^,?.;!]+,\s*|(?:\s*[,;:.!?–—-]+|\s+but|\s+and)\s+(?:but\s+|and\s+)?{_LEAVE}[^?.;!–—]+",
    re.IGNORECASE,
)


#: *The Executive Secretary, as distinct from the Secretariat*: those whom decisions ask.
_BESIDES = (
    r"(?:,\s*|\s+[-–—]\s+)?\b(?:as\s+(?:distinct|opposed)\s+(?:from|to)|distinct\s+from|outside|other\s+than|rather\s+than"
    r"|apart\s+from|except(?:\s+for)?|excluding|besides)\s+(?:the\s+)?[\"'“”‘’«]?(?:the\s+)?(?P<who>%s)[\"'“”‘’»]?(?!\w)(?:,(?=\s))?"
)


class Kept(NamedTuple):
    """A question without what it rules out.

    Attributes:
        text: What is left of it.
        verbs: Families of the verbs that are ruled out.
        spared: Whom it leaves out.
    """

    text: str
    verbs: frozenset[str] = frozenset()
    spared: str | None = None


def without_remark(text: str, shelf: Shelf) -> Kept:
    """The question without a remark that only rules something out.

    Args:
        text: The question.
        shelf: What the library holds: whose names tell where a name in a remark ends.
    """
    counted = _COUNTED_IN.sub("", text)
    text = counted if topic_words(counted) or find_citations(counted) else text
    kept = text
    said: list[str] = []
    for pattern in (_RULED_OUT, _LEFT_OUT):
        said += [match.group() for match in pattern.finditer(kept)]
        kept = pattern.sub("", kept)
    besides = _besides(kept, shelf)
    if besides is not None:
        kept = f"{kept[: besides.start()]} {kept[besides.end() :]}"
    if besides is not None and not said:
        return Kept(kept, spared=besides["who"])
    if not said or not (topic_words(kept) or find_citations(kept)):
        return Kept(text)
    remark = " ".join(said)
    spared = find_addressed(remark, shelf.addressees)
    if spared is not None:  # *the requests made to the Board*: theirs, not all requests
        remark = remark.replace(spared.verb, " ").replace(spared.name, " ")
    ruled_out = asked_families(remark)
    exact = ruled_out.names if ruled_out.exact else frozenset()
    who = spared.name if spared else besides["who"] if besides else None
    return Kept(kept, exact, who)


def _besides(text: str, shelf: Shelf) -> re.Match[str] | None:
    """Where a question sets somebody aside whom decisions ask."""
    low = text.lower()
    names = sorted((n for n in shelf.addressees if n.lower() in low), key=len, reverse=True)
    if not names:
        return None
    return re.search(_BESIDES % "|".join(map(re.escape, names)), text, re.IGNORECASE)
