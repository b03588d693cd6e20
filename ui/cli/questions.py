"""A file of questions: JSON lines, each checked before the first is answered in its turn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.model import Turn
from ingest.errors import DecisionsError, QuestionRefused
from ui.cli.output import complain, write_json_line


class QuestionsInvalid(DecisionsError):
    """The file of questions is missing or has a broken line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the file; ``id`` is given back as it came, text or number."""

    id: str | int
    question: str
    history: tuple[Turn, ...] = ()


def answer_each(
    asked: Iterable[Asked], answer: Callable[[Asked], Mapping[str, Any]], empty: Mapping[str, Any]
) -> bool:
    """Write one JSON object a question, in order, each at once.

    A question that is refused does not stop the others: its object is ``empty``, with the
    reason on stderr. Gives whether all were answered.
    """
    complete = True
    for one in asked:
        try:
            found = answer(one)
        except QuestionRefused as error:
            complete = False
            complain(f"question {one.id!r}: {error}")
            found = empty
        write_json_line({"id": one.id, **found, "question": one.question})
    return complete


def read_questions(path: Path) -> tuple[Asked, ...]:
    """Read ``{"id", "question", "history"?}`` a line; other keys and empty lines are passed over.

    Raises:
        QuestionsInvalid: The file cannot be read, or a line is broken (with its number).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QuestionsInvalid(f"cannot read {path}: {error.strerror}", "check --from") from None
    except UnicodeDecodeError:
        raise QuestionsInvalid(f"{path} is not UTF-8", "save it as UTF-8") from None
    # Not str.splitlines: a question may hold U+2028 unescaped, which JSON allows.
    asked = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            asked.append(_asked(json.loads(line)))
        except (ValueError, RecursionError) as error:
            raise QuestionsInvalid(
                f"{path}, line {number}: {error}", "correct the line; nothing was asked"
            ) from None
    return tuple(asked)


def _asked(row: object) -> Asked:
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    identity = row.get("id")
    if not isinstance(identity, str | int) or isinstance(identity, bool):
        raise ValueError("'id' is missing, or neither text nor a whole number")
    if not isinstance(row.get("question"), str):
        raise ValueError("'question' is missing or not text")
    history = row.get("history") or []
    if not isinstance(history, list):
        raise ValueError("'history' is not a list")
    return Asked(identity, row["question"], tuple(_turn(turn) for turn in history))


def _turn(turn: object) -> Turn:
    if (
        not isinstance(turn, dict)
        or turn.get("role") not in ("user", "assistant")
        or not isinstance(turn.get("content"), str)
    ):
        raise ValueError("a turn of 'history' is not {role: user or assistant, content: text}")
    return Turn(role=turn["role"], content=turn["content"])
