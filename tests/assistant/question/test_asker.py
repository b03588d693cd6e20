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
        ("Hello, quick question: who lights the lamps of the harbour?",
         "Who lights the lamps of the harbour?"),
        ("Just checking before we sail: the lamps were not lit, were they?",
         "The lamps were not lit, were they?"),
        ("I am drafting a speech: give me all that is said of lamps.",
         "Give me all that is said of lamps."),
        ("For a note to our minister I need to state who lights our old lamps. Who is it?",
         "Who lights our old lamps"),
        ("My director asks how the lamps are counted. Where would I find that?",
         "How the lamps are counted"),
        ("Could you please tell me which lamps are lit at noon?", "Which lamps are lit at noon?"),
        ("Where is that said?", "Where is that said?"),
        ("I need to know the oil price for lamps", "I need to know the oil price for lamps"),
        ("Who is asked to check whether lamps burn?", "Who is asked to check whether lamps burn?"),
    ],
)  # fmt: skip
def test_without_asker(asked: str, kept: str) -> None:
    assert without_asker(asked) == kept
