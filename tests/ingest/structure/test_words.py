from __future__ import annotations

import pytest

from ingest.structure.rich import Rich
from ingest.structure.words import Joiner

LONG = "Many words stand before what is joined. " * 500


@pytest.mark.parametrize("before", ["", LONG], ids=["short", "long"])
@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the conven-", "tion of moons", "the convention of moons"),
        ("capacity-", "building", "capacity-building"),
        ("see https://example.org/", "moons", "see https://example.org/moons"),
        ("Parties/", "stakeholders", "Parties/stakeholders"),
        ("either /", "or", "either / or"),
        ("two", "words", "two words"),
    ],
)
def test_lines_are_joined_whatever_stands_before(before, first, second, joined):
    joiner = Joiner(["a convention", "capacity-building"])
    assert joiner.join(Rich(before + first), Rich(second)).text == before + joined
