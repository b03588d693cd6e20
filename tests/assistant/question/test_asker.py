"""Whom and what an answer is for is no part of the question; what it is about stays."""

from __future__ import annotations

import pytest

from assistant.question.asker import without_asker


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("For our budget people: which tasks cost money?", "Which tasks cost money?"),
        ("Which tasks cost money? I need them for my briefing note.",
         "Which tasks cost money? I need them."),
        ("For which years are dates set?", "For which years are dates set?"),
        ("What is planned for our common future?", "What is planned for our common future?"),
        ("Safeguards, 2015: who reports?", "Safeguards, 2015: who reports?"),
    ],
)  # fmt: skip
def test_without_asker(asked: str, kept: str) -> None:
    assert without_asker(asked) == kept
