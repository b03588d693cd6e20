"""Mistyped words are put right; words that are none of the library's are left alone."""

from __future__ import annotations

import pytest

from assistant.question.spelling import repaired

LIBRARY = {"lanterns": 9, "format": 3, "urging": 1, "litter": 2}
WORDS = {"formal", "urging", "rough"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("formal lantrens", "format lanterns"),  # in a mistyped question the rest is in doubt
        ("formal urgings", "formal urgings"),
        ("formal roughness", "formal roughness"),
        ("plastic lantrens liter", "plastic lanterns litter"),
    ],
)
def test_what_is_put_right(typed: str, meant: str) -> None:
    known = {*WORDS, "plastic", "liter"}
    assert repaired(typed, lambda: LIBRARY, known.__contains__) == meant
