"""ObliQA's passages as paragraphs, and its three sets of questions with their judgements.

``dev`` is RIRAG's development split (Gokhan et al. 2024), ``multipassage`` the questions with
two to six gold passages (MultiPassage-RegIR), ``crossref`` those that need a passage and the
one it refers to (ObliQACrossRef). Short passages that others stand under are their headings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.model import Document, Paragraph
from ingest.pinpoint import Pinpoint

#: A passage of so many words at most that others stand under is their heading.
_HEADING = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the ids of its gold paragraphs."""

    id: str
    text: str
    gold: frozenset[str]


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, and their paragraphs' ids by ObliQA's own names.

    Attributes:
        places: By document number and passage name.
        keys: By the passage's unique key.
    """

    documents: tuple[Document, ...]
    places: dict[tuple[int, str], str]
    keys: dict[str, str]


def collection(folder: Path) -> Collection:
    """Read ``documents/*.json``; empty passages are no paragraphs."""
    documents: list[Document] = []
    places: dict[tuple[int, str], str] = {}
    keys: dict[str, str] = {}
    paths = sorted((folder / "documents").glob("*.json"), key=lambda path: int(path.stem))
    for path in paths:
        rows = json.loads(path.read_text("utf-8"))
        texts = {row["PassageID"].rstrip("."): row["Passage"].strip() for row in rows}
        code = f"D{path.stem}"
        paragraphs: list[Paragraph] = []
        for row in rows:
            if not row["Passage"].strip():
                continue
            pinpoint = Pinpoint() / ("unnumbered", str(len(paragraphs) + 1))
            heading = " > ".join(_above(row["PassageID"].rstrip("."), texts))
            paragraph = Paragraph(code, pinpoint, "report", row["Passage"].strip(), heading=heading)
            paragraphs.append(paragraph)
            places[row["DocumentID"], row["PassageID"]] = keys[row["ID"]] = paragraph.id
        documents.append(Document(code, "", str(path), form="report", paragraphs=tuple(paragraphs)))
    return Collection(tuple(documents), places, keys)


def question_sets(folder: Path, among: Collection) -> dict[str, tuple[Asked, ...]]:
    """The sets by name; a question whose gold passages are all empty is left out."""
    crossref = (folder / "crossref_questions.jsonl").read_text("utf-8").splitlines()
    rows = {
        "dev": _by_place(_load(folder / "dev.json"), among),
        "multipassage": _by_place(_load(folder / "multipassage_val.json"), among),
        "crossref": _by_key((json.loads(line) for line in crossref if line.strip()), among),
    }
    return {name: tuple(one for one in asked if one.gold) for name, asked in rows.items()}


def _load(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


def _by_place(rows: list[dict[str, Any]], among: Collection) -> Iterator[Asked]:
    for row in rows:
        names = ((one["DocumentID"], one["PassageID"]) for one in row["Passages"])
        gold = frozenset(among.places[name] for name in names if name in among.places)
        yield Asked(row["QuestionID"], row["Question"], gold)


def _by_key(rows: Iterator[dict[str, Any]], among: Collection) -> Iterator[Asked]:
    for row in rows:
        context = row["debug_context"]
        ends = (context["source_passage_id"], context["target_passage_id"])
        gold = frozenset(among.keys[key] for key in ends if key in among.keys)
        yield Asked(row["qa_id"], row["question"], gold)


def _above(name: str, texts: dict[str, str]) -> list[str]:
    """Headings over a passage: ``7`` and ``7.2`` over ``7.2.9``."""
    starts = (match.start() for match in re.finditer(r"\.|\(", name))
    over = dict.fromkeys(name[:start].rstrip(".") for start in starts)
    texts_over = (" ".join(texts.get(one, "").split()) for one in over if one != name)
    return [text for text in texts_over if text and len(text.split()) <= _HEADING]
