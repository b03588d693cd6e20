"""A statement about one place, and a question that its link answers.

*Paragraph 15 has certain submissions considered. Which are these?* is answered at the place where
paragraph 15 says that they stand; *fees are notified "subject to paragraph 7 below". What does
that paragraph allow?* first needs the paragraph that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.draft import Open, Piece, in_order, whole
from assistant.answer.pointed import places_of
from assistant.answer.quote import places
from assistant.answer.reading import Reading
from assistant.question.model import Intent, Named, Understood
from assistant.question.pointing import ELSEWHERE, asks_which
from ingest.index.analysis import terms
from ingest.model import Paragraph, Reference
from ingest.pinpoint import LEVELS, Pinpoint, parse_label

#: Words that speak of one thing that was named before, and of several.
_ONE = re.compile(r"\b(?:it|its|this|that|there)\b", re.IGNORECASE)
_MANY = re.compile(r"\b(?:they|them|their|these|those|ones|which|there)\b", re.IGNORECASE)
#: Words before a mention in which the thing stands that is to be found there.
_REACH = 8
#: Words that only point.
_POINTERS = (
    "referred mentioned described listed set contained identified specified under above "
    "below accordance pursuant relating subject paragraph decision submitted called"
)
_POINTING = frozenset(stem for word in _POINTERS.split() for stem in terms(word))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


#: Questions that may lead from a place to another.
LEADING: frozenset[Intent] = frozenset(("quote", "pointed", "passage"))


def led_from_named(understood: Understood, open_: Open) -> tuple[Piece, ...]:
    """Where a question leads from the places that it names itself; empty for nowhere."""
    if understood.intent not in LEADING:
        return ()
    return _taken_up(understood, open_) or _speaking_of(understood, open_)


def _taken_up(understood: Understood, open_: Open) -> tuple[Piece, ...]:
    """The places that a named place points at for a thing that the question takes up.

    Empty where it points nowhere, or for nothing that is asked about: then it answers itself.
    """
    if not understood.statement:
        return ()
    for named in understood.named:
        reading = open_(named.document) if named.in_library and named.document else None
        if reading is None or not named.pinpoint.is_numbered:
            continue
        for source in places(named, reading):
            if not isinstance(source, Paragraph) or _lists(source, reading, understood):
                continue
            if found := _asked(source, understood):
                return _all_of(found, source, reading, open_)
    return ()


def _speaking_of(understood: Understood, open_: Open) -> tuple[Piece, ...]:
    """The paragraphs that refer to all named places of a document: *which refers to 2 and 3?*"""
    named = [one for one in understood.named if one.pinpoint and not one.step]
    if not named or len({one.document for one in named}) > 1 or not asks_which(understood.question):
        return ()
    reading = open_(named[0].document) if named[0].in_library and named[0].document else None
    if reading is None or not all(places(one, reading) for one in named):
        return ()
    wanted = [one.label for place in named for one in places(place, reading)[:1]]
    found = [
        whole(reading, source)
        for source in reading.document.paragraphs
        if set(wanted) <= {one.to for one in source.references}
    ]
    return in_order(found)


def leading(named: Sequence[Named], source: Paragraph) -> tuple[Reference, ...]:
    """The references of a paragraph to what is named, the document or the number alone."""
    numbered = [one for one in source.references if one.kind == "paragraph"]
    return tuple(
        one for one in numbered if all(_fits(one, wanted, source.document) for wanted in named)
    )


def followed(
    named: Sequence[Named], source: Paragraph, reading: Reading, open_: Open
) -> tuple[Piece, ...]:
    """The places at which a paragraph points, among what is named."""
    return _all_of(leading(named, source), source, reading, open_)


def _fits(reference: Reference, wanted: Named, here: str) -> bool:
    code, pinpoint = parse_label(reference.to)
    if wanted.document is not None:
        start = pinpoint.segments[: len(wanted.pinpoint.segments)]
        return code == wanted.document and start == wanted.pinpoint.segments
    steps = Pinpoint(tuple(one for one in pinpoint.segments if one.name in LEVELS))
    return code == here and steps == wanted.pinpoint


def _all_of(
    found: Sequence[Reference], source: Paragraph, reading: Reading, open_: Open
) -> tuple[Piece, ...]:
    pieces = [
        whole(target, place, lead=source.label)
        for reference in found
        for target, place in places_of(reference, reading, open_)
        if place.label != source.label
    ]
    return in_order(pieces)


def _lists(source: Paragraph, reading: Reading, understood: Understood) -> bool:
    """*Paragraph 3 names the tasks: which are they?* They are its own list, if it has one."""
    return bool(reading.below(source)) and not ELSEWHERE.search(understood.statement)


def _asked(source: Paragraph, understood: Understood) -> tuple[Reference, ...]:
    """The references for the thing that stands last in the question: its last words ask for it."""
    asked = understood.question.lower()
    last: dict[Reference, int] = {}
    for reference, words in _things(source):
        places = [_last(asked, word) for word in words if _is_meant(word, understood)]
        if places and max(places) >= 0:
            last[reference] = max(places)
    best = max(last.values(), default=-1)
    return tuple(reference for reference, place in last.items() if place == best)


def _things(source: Paragraph) -> Iterator[tuple[Reference, list[str]]]:
    """Each reference to a paragraph with the words directly before it."""
    for reference in source.references:
        at = source.text.find(reference.text)
        if reference.kind == "paragraph" and at >= 0:
            words = _WORD.findall(source.text[:at])[-_REACH:]
            yield reference, [word for word in words if set(terms(word)) - _POINTING]


def _last(text: str, word: str) -> int:
    """Where a word stands last in a text, in whatever form; -1 where it does not."""
    stems = set(terms(word))
    return max(
        (m.start() for m in _WORD.finditer(text) if stems & set(terms(m.group()))), default=-1
    )


def _is_meant(word: str, understood: Understood) -> bool:
    """Whether what the question asks takes a word up: by itself, or by a pronoun of its number."""
    asks = understood.asks
    if ELSEWHERE.search(understood.statement) or _last(asks.lower(), word) >= 0:
        return True
    return bool((_MANY if word.lower().endswith("s") else _ONE).search(asks))
