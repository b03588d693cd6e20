"""Files of questions: every broken line is named, before anything is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli.questions import Asked, QuestionsInvalid, read_questions


def test_ids_and_histories_come_through(tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    rows = [
        {"id": 7, "question": "one\u2028line"},
        {"id": "b", "question": "", "history": turns, "kind": "passed over"},
        {"id": "c", "question": "x", "history": None},
    ]
    file = tmp_path / "q.jsonl"
    text = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    file.write_text("\ufeff" + text + "\r\n", encoding="utf-8")
    assert read_questions(file) == (
        Asked(7, "one\u2028line"),
        Asked("b", "", (turns[0], turns[1])),  # type: ignore[arg-type]
        Asked("c", "x"),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2"),
        ("[]", "not a JSON object"),
        ('{"question": "x"}', "'id' is missing"),
        ('{"id": true, "question": "x"}', "'id' is missing"),
        ('{"id": 1}', "'question' is missing"),
        ('{"id": 1, "question": 3}', "'question' is missing"),
        ('{"id": 1, "question": "x", "history": "y"}', "'history'"),
        ('{"id": 1, "question": "x", "history": [{"role": "system", "content": ""}]}', "'history'"),
        ("[" * 100_000, "line 2"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": 0, "question": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(QuestionsInvalid, match="line 2") as caught:
        read_questions(file)
    assert said in str(caught.value)


def test_a_missing_or_foreign_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(QuestionsInvalid, match="No such file"):
        read_questions(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": 1, "question": "\xe9"}')
    with pytest.raises(QuestionsInvalid, match="not UTF-8"):
        read_questions(tmp_path / "latin.jsonl")
