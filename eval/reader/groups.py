"""What the cross-encoder is trained on: a question, paragraphs that answer it, and others."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from ingest.model import Document, Paragraph
from ingest.models import Embedder
from ingest.models.base import Vectors
from ingest.passage import passages_of

#: Paragraphs of other decisions that are added, from those that are near in meaning but not
#: so near that they may answer as well.
_OTHERS, _TOO_NEAR, _NEAR = 10, 12, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over one decision.

    Attributes:
        of: The decision from which it was written.
        gold: Labels of the paragraphs each of which answers; none where nothing does.
    """

    id: str
    of: str
    question: str
    gold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A question beside passages; ``answers`` says of each whether it answers."""

    id: str
    question: str
    passages: tuple[str, ...]
    answers: tuple[bool, ...]


def shipped_questions() -> tuple[Asked, ...]:
    """The questions that come with this project: 4,800 over 319 decisions of the UNFCCC."""
    text = (files("eval") / "reader" / "questions.jsonl").read_text(encoding="utf-8")
    rows = (json.loads(line) for line in text.splitlines())
    return tuple(Asked(r["id"], r["of"], r["question"], tuple(r["gold"])) for r in rows)


def groups_of(
    asked: Sequence[Asked], documents: Iterable[Document], embedder: Embedder, seed: int = 3
) -> Iterator[Group]:
    """A group for each question whose decision and whose answers are at hand.

    Of the decision that a question is about all paragraphs are taken but the opening words and
    the items of an answer: it is no fault to take those for it.

    Args:
        asked: The questions.
        documents: The decisions.
        embedder: Finds what is near in other decisions.
        seed: Of the choice among those.
    """
    by_code = {document.code: _units(document) for document in documents}
    units = [(code, text) for code, some in by_code.items() for _, text in some]
    vectors = embedder.embed([text for _, text in units])
    chance = random.Random(seed)
    for one in asked:
        own = by_code.get(one.of, [])
        answers = [unit for unit, _ in own if unit.label in one.gold]
        if not own or len(answers) < len(one.gold):
            continue
        told = [
            (text, unit in answers)
            for unit, text in own
            if unit in answers or not _beside(unit, answers)
        ]
        near = _near(embedder.embed_query(one.question), vectors)
        others = [units[i][1] for i in near if units[i][0] != one.of][_TOO_NEAR:]
        told += [(text, False) for text in chance.sample(others, min(_OTHERS, len(others)))]
        passages, right = zip(*told, strict=True)
        yield Group(one.id, one.question, passages, right)


def _units(document: Document) -> list[tuple[Paragraph, str]]:
    passages = passages_of(document)
    return [(p, one.dense) for p, one in zip(document.paragraphs, passages, strict=True)]


def _beside(unit: Paragraph, answers: Sequence[Paragraph]) -> bool:
    return any(unit.id == one.parent or unit.parent == one.id for one in answers)


def _near(query: Vectors, vectors: Vectors) -> list[int]:
    found: list[int] = np.argsort(-(vectors @ query))[: _NEAR + _TOO_NEAR].tolist()
    return found
