from __future__ import annotations

import pytest

from assistant.question.head import head_of


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("What membership fee would the keepers have to pay?", "fee"),
        ("Under which harbour entries is oil listed?", "entries"),
        ("Which lanterns does the guild polish?", "lanterns"),
        ("All the harbours at which a lantern is lit", None),
        ("What is said of lanterns?", None),
        ("What kind of lantern is it?", None),  # *kind of lantern*: anybody's guess
        ("Which document is meant?", None),
        ("Who polishes the lanterns?", None),
    ],
)
def test_the_noun_that_is_asked_for(question: str, head: str | None) -> None:
    assert head_of(question) == head
