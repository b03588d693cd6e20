"""A follow-up made to stand alone: completed from what was asked and answered before.

``and what about the Executive Secretary?`` after ``What is the Secretariat asked to do?``
becomes ``What is the Executive Secretary asked to do?``; ``by when?`` asks about the
paragraphs that the last answer cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.model import Turn
from assistant.question.addressee import Addressed, find_addressed, is_addressed, plain_name
from assistant.question.clean import LONGEST
from assistant.question.words import topic_words
from ingest.citations import find_citations

#: Turns that are looked at; older ones are over.
_REACH = 12
_ASKED_BEFORE = 3

_LEAD = re.compile(
    r"^\W*(?:(?:and|but|or|also|ok|okay|then|so|now|what\s+about|how\s+about|same\s+(?:question\s+)?for"
    r"|et|mais|qu['’]en\s+est-il\s+(?:de|du|des)|y|pero|¿?y\s+qué\s+(?:hay\s+de|pasa\s+con)"
    r"|а|и)\b[\s,]*)+(?:(?:for|about|on|in|with|pour|sur|de|du|des|sobre|para)\s+)?"
    r"(?:(?:the|le|la|les|el|los|las)\s+|l['’]\s?)?",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|its|they|them|their|theirs|that|those|these|this|he|she|there|the\s+same|former|latter"
    r"|il|elle|ils|elles|cela|ça|celui-ci|leur|ello|eso|ellos|ellas)\b(?!\s+(?:decision|resolution"
    r"|document|d[ée]cision|decisi[óo]n)\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\[([^\[\]]{3,120})\]")


@dataclass(frozen=True, slots=True)
class Standing:
    """A question that stands alone.

    Attributes:
        text: The question, completed.
        document: Code that paragraphs without a document belong to; None if none is known.
    """

    text: str
    document: str | None = None


def stand_alone(
    question: str, history: Sequence[Turn], known: Iterable[str], default: str | None
) -> Standing:
    """Complete a question from the conversation before it.

    Args:
        question: As asked, cleaned.
        history: The turns before it, oldest first.
        known: Names of addressees in the library.
        default: The document meant where nothing names one.
    """
    turns = list(history)[-_REACH:]
    known = tuple(known)
    before, document = "", default
    for turn in turns:
        text = turn["content"][:LONGEST]
        if turn["role"] == "user":
            before = _complete(text, before, (), known)
            document = _document_of(before) or document
        else:
            document = _document_of(" ".join(_LABEL.findall(text))) or document
    cited = _cited_last(turns)
    return Standing(_complete(question, before, cited, known), document)


def _document_of(text: str) -> str | None:
    return next((one.document for one in find_citations(text) if one.document), None)


def _cited_last(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Labels that the last answer cited."""
    for turn in reversed(turns):
        if turn["role"] == "assistant":
            labels = (label for label in _LABEL.findall(turn["content"]) if find_citations(label))
            return tuple(dict.fromkeys(labels))[:6]
    return ()


def _complete(question: str, before: str, cited: Sequence[str], known: tuple[str, ...]) -> str:
    if not before:
        return question
    lead = _LEAD.match(question)
    rest = (question[lead.end() :] if lead else question).strip(" ?.!¿")
    named = find_citations(rest)
    topic = topic_words(_without(rest, [one.span for one in named]))
    if named and not topic:
        if any(one.pinpoint for one in named):
            return question
        return _other_document(before, rest)
    if not topic:
        return f"quote {'; '.join(cited)}" if cited else before
    addressed = find_addressed(question, known)
    if lead and addressed is None and len(topic) <= _ASKED_BEFORE * 2:
        return _swap(before, rest, known)
    if _BACK.search(question) and len(topic) <= _ASKED_BEFORE and not named:
        return _resolve(question, before, known)
    return question


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _other_document(before: str, rest: str) -> str:
    """The question before, put to another document."""
    spans = [one.span for one in find_citations(before) if one.explicit]
    text = _without(before, spans[:1]).rstrip(" ?.!")
    return re.sub(r"\s+", " ", f"{text} {rest if spans else 'in ' + rest}?")


def _swap(before: str, rest: str, known: tuple[str, ...]) -> str:
    """The question before with another addressee, or with another topic."""
    addressed = find_addressed(before, known)
    if addressed is None:
        return f"{_untopic(before, None)} {rest}?"
    if any(is_addressed(rest, name) for name in known) or _alike(rest, addressed.name):
        return before[: addressed.start] + plain_case(rest) + before[addressed.end :]
    return f"{_untopic(before, addressed)} {rest}?"


def plain_case(name: str) -> str:
    """A name without its article, its capitals kept."""
    return name[len(name) - len(plain_name(name)) :]


def _alike(one: str, other: str) -> bool:
    """Two names of the same sort of body: they share their last word."""
    return one.lower().split()[-1:] == other.lower().split()[-1:]


_ABOUT = re.compile(
    r"\s+(?:about|on|regarding|concerning|with\s+(?:regard|respect)\s+to|for|au\s+sujet\s+d\w*"
    r"|concernant|sur|sobre|respecto\s+d\w+|acerca\s+de)\s+(?!(?:to|do)\b)[^?]*\??$",
    re.IGNORECASE,
)


def _untopic(before: str, addressed: Addressed | None) -> str:
    """The question before without its topic: *What was the Secretariat asked to do about*."""
    start = addressed.end if addressed else 0
    match = _ABOUT.search(before, start)
    if match is None:
        return before.rstrip(" ?.!") + " about"
    preposition = re.match(r"\s+(?:with\s+\w+\s+to|au\s+sujet\s+d\w*|\w+)", match.group())
    return before[: match.start()] + (preposition.group() if preposition else " about")


def _resolve(question: str, before: str, known: tuple[str, ...]) -> str:
    """A question with *it* or *they*, with the one or the topic that was asked about."""
    addressed = find_addressed(before, known)
    if addressed is not None:
        return _BACK.sub(f"the {addressed.name}", question, count=1)
    spans = [one.span for one in find_citations(before)]
    topic = " ".join(topic_words(_without(before, spans)))
    return f"{question.rstrip(' ?')} ({topic})?"
