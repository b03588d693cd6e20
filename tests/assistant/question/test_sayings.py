"""Everyday phrases and what decisions say for them."""

from __future__ import annotations

import pytest

from assistant.question.sayings import formally, sayings_in


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What may poorer countries ask for?", "developing countries"),
        ("Must ex-communist nations or ex-communist countries report?", "economies in transition"),
        ("Who keeps quicksilver?", "mercury"),
        ("Do they swap knowledge?", "exchange of information and experience"),
    ],
)
def test_a_phrase_in_any_inflection_gives_the_name_in_decisions(question: str, said: str) -> None:
    assert said in "; ".join(formally(question))


def test_the_longest_phrase_counts_once() -> None:
    (saying,) = sayings_in("the safe handling of chemicals and waste")
    assert saying.formal == "sound management of chemicals and waste"


def test_what_decisions_say_themselves_stays_as_it_is() -> None:
    assert formally("What was the Secretariat asked to do about marine plastic litter?") == ()
