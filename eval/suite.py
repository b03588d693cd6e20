"""Question sets: JSON lines with a gold of labels, checked line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.model import Turn
from ingest.errors import SuiteInvalid
from ingest.model import Document
from ingest.pinpoint import parse_label

if TYPE_CHECKING:
    from ingest.library import Library

_KEYS = {"id", "kind", "question", "gold", "any", "must", "history"}
_REQUIRED = {"id", "kind", "question", "gold"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what a right answer cites.

    Attributes:
        id: Unique in its suite.
        kind: ``fact``, ``paraphrase``, ``list``, … free, for reports by kind.
        question: As a reader would ask it.
        gold: Labels that a right answer cites; empty when finding nothing is right.
        any: One of the gold suffices.
        must: Strings that the cited words must hold.
        history: The conversation before it.
        line: Where it stands in its file, from 1; 0 if in none.
    """

    id: str
    kind: str
    question: str
    gold: tuple[str, ...]
    any: bool = False
    must: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()
    line: int = field(default=0, compare=False)

    def as_json(self) -> dict[str, Any]:
        """The row of a suite that gives this question."""
        return {
            "id": self.id,
            "kind": self.kind,
            "question": self.question,
            "gold": list(self.gold),
            "any": self.any,
            "must": list(self.must),
            "history": list(self.history),
        }


@dataclass(frozen=True, slots=True)
class Suite:
    """A named set of questions."""

    name: str
    questions: tuple[Question, ...]


def shipped_suites() -> dict[str, Path]:
    """Names and files of the suites that come with the package."""
    folder = Path(str(files("eval"))) / "suites"
    return {path.stem: path for path in sorted(folder.glob("*.jsonl"))}


def load_suite(name_or_path: str) -> Suite:
    """Load a shipped suite by its name, or any file by its path.

    Raises:
        SuiteInvalid: There is no such suite, or a line of it is broken.
    """
    shipped = shipped_suites()
    path = shipped.get(name_or_path, Path(name_or_path))
    if not path.is_file():
        names = ", ".join(shipped)
        raise SuiteInvalid(f"no suite {name_or_path!r}", f"give a path, or one of: {names}")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SuiteInvalid(f"{path} is not UTF-8", "save it as UTF-8") from None
    # Not str.splitlines: a question may hold U+2028 unescaped, which JSON allows.
    return Suite(path.stem, parse_suite(text.split("\n"), str(path)))


def parse_suite(lines: Iterable[str], source: str) -> tuple[Question, ...]:
    """Read questions from JSON lines; empty lines are passed over.

    Raises:
        SuiteInvalid: With the number of the first line that is wrong, and why.
    """
    questions: list[Question] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question = read_question(json.loads(line), number)
            if question.id in seen:
                raise ValueError(f"the id {question.id!r} stands twice")
        except (ValueError, RecursionError) as error:
            raise SuiteInvalid(f"{source}, line {number}: {error}", "correct the line") from None
        seen.add(question.id)
        questions.append(question)
    if not questions:
        raise SuiteInvalid(f"{source} holds no question", "see the README for the form of a suite")
    return tuple(questions)


def unknown_labels(suite: Suite, library: Library) -> list[str]:
    """``line 3, id: label`` for every gold label that the library does not hold, in order."""
    known: dict[str, frozenset[str]] = {}
    missing = []
    for question in suite.questions:
        for label in question.gold:
            code, _ = parse_label(label)
            if code not in known:
                document = library.document(code)
                known[code] = labels_of(document) if document else frozenset()
            if label not in known[code]:
                missing.append(f"line {question.line}, {question.id}: {label}")
    return missing


def labels_of(document: Document) -> frozenset[str]:
    """Every label of a document that can be cited."""
    paragraphs = {paragraph.label for paragraph in document.paragraphs}
    return frozenset(paragraphs | {footnote.label for footnote in document.footnotes})


def read_question(row: object, line: int = 0) -> Question:
    """A question from a row of a suite.

    Args:
        row: As JSON gives it.
        line: Where it stands in its file.

    Raises:
        ValueError: What is wrong with the row.
    """
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    if missing := sorted(_REQUIRED - row.keys()):
        raise ValueError(f"{missing[0]!r} is missing")
    if unknown := sorted(row.keys() - _KEYS):
        raise ValueError(f"unknown key {unknown[0]!r}")
    for key in ("id", "kind", "question"):
        if not isinstance(row[key], str) or not row[key].strip():
            raise ValueError(f"{key!r} must be a text that is not empty")
    if not isinstance(row.get("any", False), bool):
        raise ValueError("'any' must be true or false")
    if not isinstance(row.get("history") or [], list):
        raise ValueError("'history' must be a list")
    gold = _strings(row, "gold")
    for label in gold:
        parse_label(label)
    return Question(
        id=row["id"],
        kind=row["kind"],
        question=row["question"],
        gold=gold,
        any=row.get("any", False),
        must=_strings(row, "must"),
        history=tuple(_turn(turn) for turn in row.get("history") or ()),
        line=line,
    )


def _strings(row: dict[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{key!r} must be a list of texts")
    return tuple(value)


def _turn(turn: object) -> Turn:
    if (
        not isinstance(turn, dict)
        or turn.get("role") not in ("user", "assistant")
        or not isinstance(turn.get("content"), str)
    ):
        raise ValueError("'history' must be a list of {role: user|assistant, content: text}")
    return Turn(role=turn["role"], content=turn["content"])
