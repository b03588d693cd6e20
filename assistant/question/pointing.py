"""Questions that lead from one place to another.

*Paragraph 4 asks for steps on paragraphs 2 and 3. What do those two ask?* says something of one
place and asks about another; *the paragraph before paragraph 8* names a place by its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.question import cues
from ingest.citations import Cited, find_citations
from ingest.pinpoint import LEVELS, Pinpoint, paragraph_label

_BEFORE_QUESTION = (
    r"(?:(?:and|so|but)\s+)?(?:(?:on|in|by|for|to|of|under|from|with|until|at|through|exactly)\s+)?"
    r"(?:what|which|who|whom|whose|when|where|how|why)\b"
)
#: Where a statement ends and the question about it begins.
_TURN = re.compile(rf"[.;:!][\"”’')]*\s+(?={_BEFORE_QUESTION})", re.IGNORECASE)
#: Paragraphs that were named before: *those two paragraphs*.
_THAT = re.compile(
    r"\b(?:(?P<many>(?:those|these|both(?:\s+(?:of\s+)?(?:those|these))?)\s+(?:\w+\s+)?"
    r"(?:sub-?)?(?:paragraphs|provisions|paras))"
    r"|(?:that|this|the\s+latter|the\s+same|the\s+said)\s+(?:sub-?)?(?:paragraph|provision|para))\b\.?",
    re.IGNORECASE,
)
#: A paragraph that is spoken of and not named: *set elsewhere*, *in an earlier paragraph*.
ELSEWHERE = re.compile(
    r"\b(?:another|an?\s+(?:earlier|later|previous|other|preceding|different))\s+"
    r"(?:paragraph|provision)\b|\belsewhere\b"
    r"|\b(?:points?|refers?|leads?|alludes?)\s+(?:back\s+)?(?:to|at)\s+(?:an?|one|some)\b",
    re.IGNORECASE,
)
#: The paragraph that speaks of a place is asked for: *which paragraph refers back to 15?*
_WHICH = re.compile(
    r"^\W*(?:in\s+)?(?:which|what)\s+(?:other\s+)?(?:sub-?)?(?:paragraphs?|provisions?)\b"
    r"(?!\s+(?:is|are|was|were)\b)(?!.*\b(?:does|do|did)\b)",
    re.IGNORECASE,
)
#: The neighbour of a place: *the paragraph right before*.
_BESIDE = re.compile(
    r"(?:\bthe\s+)?(?:\bnext\s+|\bprevious\s+)?\b(?:(?:sub-?)?paragraph|para\.?|provision|one|what)\s+"
    r"(?:(?:that\s+|which\s+)(?:(?:comes?|stands?|is)\s+)?)?"
    r"(?:(?:right|immediately|directly|just|straight)\s+)?"
    r"(?P<way>before|preceding|ahead\s+of|prior\s+to|after|following|behind"
    r"|follows|precedes)\s*$",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\b(?:after|following|behind|follows)\s*$", re.IGNORECASE)

#: The neighbour of what was named before: *the next one*.
_NEXT = re.compile(
    r"\b(?:next|following|subsequent)\s+(?:one|(?:sub-?)?para(?:graph)?|provision)\b"
    r"|\b(?:one|(?:sub-?)?para(?:graph)?)\s+(?:\w+\s+)?(?:after|following|behind)\s+(?:that|it|this)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:previous|preceding|prior)\s+(?:one|(?:sub-?)?para(?:graph)?|provision)\b"
    r"|\b(?:one|(?:sub-?)?para(?:graph)?)\s+(?:\w+\s+)?(?:before|preceding)\s+(?:that|it|this)\b",
    re.IGNORECASE,
)

#: A statement and the question what it is that stands at the other places it names.
_TURN_TO_IT = re.compile(
    rf"[.;:!,]?[\"”’')]*\s+(?:[–—-]\s+)?(?:please\s+)?(?:(?:tell|show)\s+(?:me|us)\s+)?(?={_BEFORE_QUESTION})",
    re.IGNORECASE,
)
_WHAT_IT_IS = re.compile(
    r"\b(?:which|what)\s+(?:(?:\w+\s+){1,3}(?:is|are)\s+(?:it|that|this|they|those|these|meant)\b"
    r"|(?:is|are)\s+(?:it|that|this|they|those|these)\b"
    r"|(?:(?:both|all)\s+(?:of\s+)?)?(?:it|that|this|they|those|these|them)\s+(?:is|are)\b)",
    re.IGNORECASE,
)


class Turned(NamedTuple):
    """A question with what is said before it.

    Attributes:
        text: The question; where it asks of places that the statement names, with those alone.
        statement: What is said of a place from which the question leads on; empty for nothing.
        asks: The question after a statement.
        whole: Whether the place is asked for as such: what else is said only describes it.
    """

    text: str
    statement: str = ""
    asks: str = ""
    whole: bool = False


def turned(text: str, default: str | None = None) -> Turned:
    """Tell apart what a question says first and what it then asks.

    Args:
        text: The question, standing alone.
        default: The document meant where none is named.
    """
    if there := _what_it_is(text, default):
        return there
    turn = _TURN.search(text)
    if turn is None:
        return Turned(text)
    statement, asked = text[: turn.end()].strip(), text[turn.end() :]
    cited = find_citations(statement, default)
    said = [one for one in cited if one.pinpoint.is_numbered]
    document = next((one.document for one in reversed(said) if one.document), default)
    said = [_in_part(one, said[0]) for one in said]
    own = [one for one in find_citations(asked, document) if one.pinpoint or one.ordinal]
    if said and own:
        spans = [(one.span, _in_part(one, said[0])) for one in own if not one.ordinal]
        return Turned(_with_labels(asked, spans) if document and spans else text)
    if len(said) == 1 and document and (step := neighbour(statement)):
        return Turned(f"quote the paragraph {step} {_label(said[0])}", whole=True)
    back = None if ELSEWHERE.search(statement) else _THAT.search(asked)
    if not said or back is None or cues.POINTED.search(asked) or document is None:
        return Turned(text, statement, asked)
    last = [one for one in said if one.span == said[-1].span]
    several = last if not back["many"] or len(last) > 1 else said
    return Turned(_with_labels(asked, [(back.span(), one) for one in several]), whole=True)


def _what_it_is(text: str, default: str | None) -> Turned | None:
    """*Paragraph 8 supports the plan referred to in paragraph 5 – which plan is it?*: at 5."""
    for turn in _TURN_TO_IT.finditer(text):
        if _WHAT_IT_IS.match(text, turn.end()) is None or find_citations(text[turn.end() :]):
            continue
        said = find_citations(text[: turn.end()], default)
        numbered = [one for one in said if one.pinpoint.is_numbered and one.document]
        others = [_in_part(one, numbered[0]) for one in numbered if one.span != numbered[0].span]
        if others and len({one.document for one in numbered}) == 1:
            return Turned(f"quote {'; '.join(map(_label, others))}", whole=True)
    return None


def asks_there(asked: str) -> bool:
    """Whether a question asks what stands at a paragraph that was only spoken of."""
    return bool(_THAT.search(asked) or cues.POINTED.search(asked))


def asks_which(question: str) -> bool:
    """Whether the paragraph is asked for that speaks of the places named."""
    return _WHICH.search(question) is not None


def _in_part(cited: Cited, first: Cited) -> Cited:
    """*The annex, paragraph 9, speaks of paragraph 6 above*: a place in that same annex."""
    steps = first.pinpoint.segments
    part = tuple(step for step in steps if step.name in ("annex", "appendix", "attachment"))
    own = cited.pinpoint.segments[:1]
    if not part or cited.document != first.document or not own or own[0].name not in LEVELS:
        return cited
    return replace(cited, pinpoint=Pinpoint((*part, *cited.pinpoint.segments)))


def _with_labels(asked: str, spans: Sequence[tuple[tuple[int, int], Cited]]) -> str:
    """The question with places written as labels, document and all."""
    labels: dict[tuple[int, int], list[str]] = {}
    for span, one in spans:
        labels.setdefault(span, []).append(_label(one))
    for (start, end), named in sorted(labels.items(), reverse=True):
        asked = f"{asked[:start]}{'; '.join(named)}{asked[end:]}"
    return asked


def _label(cited: Cited) -> str:
    return paragraph_label(cited.document or "", cited.pinpoint)


def neighbour(text: str) -> str | None:
    """``after`` or ``before`` where a text speaks of the paragraph next to one named before."""
    if _NEXT.search(text):
        return "after"
    return "before" if _PREVIOUS.search(text) else None


def step_before(text: str) -> tuple[int, int]:
    """How many places on the place named after ``text`` leads, and where the words for it begin."""
    match = _BESIDE.search(text)
    if match is None:
        return 0, len(text)
    return (1 if _FORWARD.search(text) else -1), match.start()
