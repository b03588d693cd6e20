"""What the cross-encoder is trained on: a question, paragraphs that answer it, and others."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from ingest.model import Document
from ingest.models.base import Vectors
from ingest.passage import passages_of

#: Paragraphs of other decisions that are added, from those that are near in meaning but not
#: so near that they may answer as well.
_OTHERS, _TOO_NEAR, _NEAR = 10, 12, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over one decision; behind the one before it where it only follows that up.

    Attributes:
        of: The decision from which it was written.
        gold: Labels of the paragraphs each of which answers; none where nothing does.
    """

    id: str
    of: str
    question: str
    gold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: where it stands, its id and that of its opening words, and its passage."""

    document: str
    label: str
    id: str
    parent: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A question beside passages; ``answers`` says of each whether it answers."""

    id: str
    question: str
    passages: tuple[str, ...]
    answers: tuple[bool, ...]


def shipped_questions() -> tuple[Asked, ...]:
    """The questions that come with this project: 9,600 over 319 decisions of the UNFCCC."""
    text = (files("eval") / "adapt" / "questions.jsonl").read_text(encoding="utf-8")
    rows = (json.loads(line) for line in text.splitlines())
    return tuple(
        Asked(r["id"], r["of"], f"{r.get('before', '')} {r['question']}".strip(), tuple(r["gold"]))
        for r in rows
    )


def apart(asked: Sequence[Asked], aside: Sequence[str]) -> tuple[list[Asked], list[Asked]]:
    """Questions to learn from, and those over other decisions.

    Args:
        asked: All questions.
        aside: Files, named by what their ids begin with, whose decisions are the others.
    """
    held = {one.of for one in asked if one.id.partition("-")[0] in aside}
    return [one for one in asked if one.of not in held], [one for one in asked if one.of in held]


def units_of(documents: Iterable[Document]) -> tuple[Unit, ...]:
    """All paragraphs of documents."""
    return tuple(
        Unit(document.code, paragraph.label, paragraph.id, paragraph.parent, passage.dense)
        for document in documents
        for paragraph, passage in zip(document.paragraphs, passages_of(document), strict=True)
    )


def answered(asked: Iterable[Asked], units: Sequence[Unit]) -> Iterator[tuple[Asked, list[int]]]:
    """The questions whose decision and whose answers are at hand, with the answers' places."""
    places = {unit.label: place for place, unit in enumerate(units)}
    documents = {unit.document for unit in units}
    for one in asked:
        if one.of in documents and all(label in places for label in one.gold):
            yield one, [places[label] for label in one.gold]


def groups_of(
    asked: Sequence[Asked], units: Sequence[Unit], vectors: Vectors, queries: Vectors, seed: int = 3
) -> Iterator[Group]:
    """A group for each question whose decision and whose answers are at hand.

    Of the decision that a question is about all paragraphs are taken but the opening words and
    the items of an answer: it is no fault to take those for it.

    Args:
        asked: The questions.
        units: All paragraphs.
        vectors: Theirs, shape (units, dimension): they tell what is near in other decisions.
        queries: Those of the questions.
        seed: Of the choice among what is near.
    """
    chance = random.Random(seed)
    rows = {one.id: row for one, row in zip(asked, queries, strict=True)}
    own: dict[str, list[Unit]] = {}
    for unit in units:
        own.setdefault(unit.document, []).append(unit)
    for one, places in answered(asked, units):
        gold = [units[place] for place in places]
        told = [
            (unit.text, unit in gold)
            for unit in own[one.of]
            if unit in gold or not beside(unit, gold)
        ]
        near = np.argsort(-(vectors @ rows[one.id]))[: _NEAR + _TOO_NEAR].tolist()
        others = [units[i].text for i in near if units[i].document != one.of][_TOO_NEAR:]
        told += [(text, False) for text in chance.sample(others, min(_OTHERS, len(others)))]
        passages, right = zip(*told, strict=True)
        yield Group(one.id, one.question, passages, right)


def beside(unit: Unit, answers: Sequence[Unit]) -> bool:
    """Whether it is the opening words or an item of one of the answers."""
    return any(unit.id == one.parent or unit.parent == one.id for one in answers)
