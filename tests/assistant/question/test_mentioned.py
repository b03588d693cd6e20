"""What is to be spoken of in every place that is wanted."""

from __future__ import annotations

import pytest

from assistant.question.mentioned import mentioned_in


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("All paragraphs that mention the Durban gong", "the Durban gong"),
        ("I need every provision of the decision concerning bells.", "bells"),
        ("which operative paragraphs refer to the gong or its keeper? all of them pls",
         "the gong or its keeper"),
        ("all provisions on the Bell Programme", "the Bell Programme"),
        ("every mention of bells in the Bali harbour decision", "bells"),
        ("Find all the places where the Bell Programme itself is named.", "the Bell Programme"),
        ("Where is the gong mentioned - every place.", "the gong"),
        ("In which paragraphs of which decisions is the gong mentioned?", "the gong"),
        ("What does it contain on the Tidal Approach (TA)? Everything, please.",
         "the Tidal Approach (TA)"),
        ("Everything the decision says about bells, please.", "bells"),
        ("everything on bells", "bells"),
        ("Towards Quiet Harbours: all paragraphs dealing with that plan", "Towards Quiet Harbours"),
        ("All paragraphs that mention the gong by name", "the gong"),
        ("I look for all places where we refer to the gong, which paragraphs?", "the gong"),
        ("each place where the 2078 COP decision on the Bell Keeper deals with oil", "oil"),
        ("Everything the COP says in connection with the gong", "the gong"),
        ("Which paragraph asks the Bell Keeper to count moons?", ""),
        ("Where are they told to keep the bells named in the list?", ""),
        ("What should be said on bells?", ""),
        ("all paragraphs that mention it", ""),
    ],
)  # fmt: skip
def test_subject(question: str, subject: str) -> None:
    assert mentioned_in(question) == subject
