"""Outcomes on disk: a run that was broken off goes on, a repeated one costs seconds.

One JSON line an outcome, appended as soon as it is there; a half-written last line (the
process was killed) is passed over.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.outcome import Cited, Outcome, Said
from eval.suite import Question


class OutcomeCache:
    """Outcomes of one system over one index, by question.

    Args:
        folder: Where caches are kept; made when the first outcome is stored.
        key: Names system, code and index; see ``eval.fingerprint``.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._path = folder / f"{key}.jsonl"
        self._rows: dict[str, dict[str, Any]] = {}
        if self._path.is_file():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                try:
                    row = json.loads(line)
                except ValueError:
                    continue
                self._rows[row["question"]] = row

    def get(self, question: Question) -> Outcome | None:
        """The stored outcome of exactly this question."""
        row = self._rows.get(question_key(question))
        return None if row is None else read_outcome(row, question)

    def put(self, outcome: Outcome) -> None:
        """Store an outcome; failures are not kept, so that they are tried again."""
        if outcome.error:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(write_outcome(outcome), ensure_ascii=False) + "\n")


def question_key(question: Question) -> str:
    """What of a question decides its answer; gold does not."""
    return json.dumps([question.question, list(question.history)], ensure_ascii=False)


def write_outcome(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain data, without its gold."""
    row = asdict(outcome)
    row["question"] = question_key(outcome.question)
    return row


def read_outcome(row: dict[str, Any], question: Question) -> Outcome:
    """The reverse, for the same question."""
    return Outcome(
        question=question,
        ranked=tuple(row["ranked"]),
        cited=tuple(Cited(**cited) for cited in row["cited"]),
        status=row["status"],
        milliseconds=row["milliseconds"],
        statements=tuple(Said(s["text"], tuple(s["citations"])) for s in row["statements"]),
        error=row["error"],
    )
