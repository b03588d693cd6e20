"""What is drawn together is written out, and what belongs to somebody stays his."""

from __future__ import annotations

import pytest

from assistant.question.contractions import written_out


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("I'm looking for it, and I’ve no time", "I am looking for it, and I have no time"),
        ("Doesn't it say what's due?", "Does not it say what is due?"),
        ("They can't, we won’t, let's see", "They cannot, we will not, let us see"),
        ("They're late and she'll say they'd pay", "They are late and she will say they would pay"),
        ("the Board's report and the Parties' views", "the Board's report and the Parties' views"),
        ("full to-do list for the Keeper", "tasks for the Keeper"),
        ("what to do in fog", "what to do in fog"),
        ("l'annexe de l’Accord", "l'annexe de l’Accord"),
    ],
)
def test_written_out(typed: str, full: str) -> None:
    assert written_out(typed) == full
