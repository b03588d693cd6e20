from __future__ import annotations

import pytest

from assistant.question.head import deed_of, head_of


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


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("Who will polish the lantern, the guild or the union?", "polish"),
        ("Did they say what outshines the old lantern?", "outshines"),
        ("Which harbour has been chosen for the guild?", "chosen"),
        ("Which other guild's keepers should ours polish with?", None),
        ("What should the guild polish?", None),
        ("What will outshine the lantern?", "outshine"),
        ("Which keepers are asked to report?", None),  # what is asked is in the grammar
        ("Who is invited to polish the lanterns?", None),
        ("Who is responsible for the lanterns?", None),
        ("What is said of lanterns?", None),
        ("Which lanterns does the guild polish?", None),
        ("Which guilds are named?", None),  # says little
    ],
)
def test_the_deed_whose_doer_or_object_is_sought(question: str, deed: str | None) -> None:
    assert deed_of(question) == deed
