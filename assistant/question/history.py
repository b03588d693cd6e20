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
from assistant.question.pointing import neighbour
from assistant.question.words import topic_words
from ingest.citations import find_citations
from ingest.pinpoint import paragraph_label

#: Turns that are looked at; older ones are over.
_REACH = 12
_ASKED_BEFORE = 3

_LEAD = re.compile(
    r"^\W*(?:(?:and|but|or|also|ok|okay|then|so|now|what\s+about|how\s+about|same\s+(?:question\s+)?for"
    r"|et|mais|qu['’]en\s+est-il\s+(?:de|du|des)|y|pero|¿?y\s+qué\s+(?:hay\s+de|pasa\s+con)"
    r"|а|и)\b[\s,]*)+(?:(?:as\s+(?:to|for|regards)|regarding|concerning|for|about|on|in|with|pour|sur|de|du|des|sobre|para)\s+)?"
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
#: Words that only what was said before gives a meaning: *these countries*, *such a Party*.
_AGAIN = re.compile(
    r"\b(?:it|its|they|them|their|theirs|he|she|these|this|such|the\s+same|former|latter|meantime"
    r"|meanwhile|instead|(?:those|that)(?!\s+(?:that|who|which|have|has|are|is|do|does|not|were|was)\b))"
    r"\b(?!\s+(?:decision|resolution|document)\b)",
    re.IGNORECASE,
)
#: A question of its own, not only another word to put in the question before.
_CLAUSE = re.compile(
    r"^(?:(?:to|by|for|from|in|on|with|until|under)\s+)?(?:who|whom|whose|what|which|when|where|why|how"
    r"|is|are|was|were|does|do|did|has|have|had|can|could|may|might|must|shall|should|will|would)\b",
    re.IGNORECASE,
)
_CAPITALS = r"[A-Z][\w’'-]*(?:\s+(?:(?:of|on|for|and|the)\s+)*[A-Z][\w’'-]*)*"
#: A name and nothing else, and one that a question ends in: *cooperate with Minamata?*
_IS_NAME = re.compile(_CAPITALS)
_NAMED = re.compile(
    rf"\b(?:with|for|about|on|from|by|to|of)\s+(?:the\s+)?(?P<name>{_CAPITALS})\s*[?.!]*$"
)
#: Words that only say which neighbour is meant.
_NEIGHBOURS = frozenset({
    *("next", "following", "subsequent", "previous", "preceding", "prior", "before", "after"),
    *("behind", "one", "para", "paragraph", "subparagraph", "sub-paragraph", "provision"),
})  # fmt: skip
#: Documents of the last answer in which a follow-up stays.
_STAYS = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A question that stands alone.

    Attributes:
        text: The question, completed.
        document: Code that paragraphs without a document belong to; None if none is known.
        within: Codes of the documents that the conversation was about, where the question
            goes on with it; it is answered there.
        before: What was asked about before, where the question takes it up by a pronoun.
        swapped: Whether it is the question before with another topic, free to be elsewhere.
        told: Labels that the last answer cited, where the question asks for more than they said.
        after: The question before, where this one goes on with it as it stands.
    """

    text: str
    document: str | None = None
    within: tuple[str, ...] = ()
    before: str = ""
    swapped: bool = False
    told: tuple[str, ...] = ()
    after: str = ""


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
            document = _document_of(" ".join(_labels(text))) or document
    cited = _cited_last(turns)
    whole = _complete(question, before, cited, known)
    if not turns or find_citations(question) or not _goes_on(question):
        return Standing(whole, document)
    last = (one.document for label in cited for one in find_citations(label) if one.document)
    within = tuple(dict.fromkeys(last))[:_STAYS] or ((document,) if document else ())
    if whole == question:
        taken_up = " ".join(_topic_of(before)) if _AGAIN.search(question) else ""
        return Standing(whole, document, within, taken_up, told=cited, after=before)
    one, other = find_addressed(before, known), find_addressed(whole, known)
    same = (one and one.name) == (other and other.name)
    swapped = same and not _AGAIN.search(question)
    return Standing(whole, document, within, swapped=swapped, after=_after(question, whole, before))


def _after(question: str, whole: str, before: str) -> str:
    """The question before, unless the two were made into a reference."""
    return before if not find_citations(whole) or find_citations(before) else ""


def _goes_on(question: str) -> bool:
    """Whether a question goes on with the conversation; a long one explains itself."""
    if _LEAD.match(question):
        return True
    return bool(_AGAIN.search(question)) and len(topic_words(question)) <= 2 * _ASKED_BEFORE


def _labels(answer: str) -> list[str]:
    """The labels that an answer cites; the whole of it where nothing is marked as a label."""
    return [one for one in _LABEL.findall(answer) if find_citations(one)] or [answer]


def _topic_of(text: str) -> tuple[str, ...]:
    """What a question is about, without the places that it names."""
    return topic_words(_without(text, [one.span for one in find_citations(text)]))


def _document_of(text: str) -> str | None:
    return next((one.document for one in find_citations(text) if one.document), None)


def _cited_last(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Labels that the last answer cited."""
    for turn in reversed(turns):
        if turn["role"] == "assistant":
            labels = (
                paragraph_label(one.document, one.pinpoint)
                for label in _labels(turn["content"][:LONGEST])
                for one in find_citations(label)
                if one.document
            )
            return tuple(dict.fromkeys(labels))[:6]
    return ()


def _complete(question: str, before: str, cited: Sequence[str], known: tuple[str, ...]) -> str:
    if not before:
        return question
    lead = _LEAD.match(question)
    rest = (question[lead.end() :] if lead else question).strip(" ?.!¿")
    named = find_citations(rest)
    if cited and not named and (beside := _beside(question, cited)):
        return beside
    topic = topic_words(_without(rest, [one.span for one in named]))
    if named and not topic:
        if any(one.pinpoint for one in named):
            return question
        return _other_document(before, rest)
    if not topic:
        return f"quote {'; '.join(cited)}" if cited else before
    addressed = find_addressed(question, known)
    clause = _CLAUSE.match(rest) is not None
    if lead and not clause and addressed is None and len(topic) <= _ASKED_BEFORE * 2:
        return _swap(before, rest, known)
    if _BACK.search(question) and len(topic) <= _ASKED_BEFORE and not named:
        return _resolve(question, before, known)
    return question


def _beside(question: str, cited: Sequence[str]) -> str | None:
    """*And the next one?*: the neighbour of what was cited last; *in what year?* asks more."""
    step = neighbour(question)
    if any(word.lower() not in _NEIGHBOURS for word in topic_words(question)):
        return None
    return f"quote the paragraph {step} {cited[-1 if step == 'after' else 0]}" if step else None


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
    if (named := _NAMED.search(before)) and _IS_NAME.fullmatch(rest):
        return before[: named.start("name")] + rest + before[named.end("name") :]
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
    """A question with *it* or *they*, with the one who was asked about."""
    addressed = find_addressed(before, known)
    if addressed is not None:
        return _BACK.sub(f"the {addressed.name}", question, count=1)
    return question
