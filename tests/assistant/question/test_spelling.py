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
        ("formal reurging", "formal reurging"),
        ("plastic lantrens liter", "plastic lanterns litter"),
    ],
)
def test_what_is_put_right(typed: str, meant: str) -> None:
    known = {*WORDS, "plastic", "liter"}
    assert repaired(typed, lambda: LIBRARY, known.__contains__) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("IOCM lanterns", "IOMC lanterns"),
        ("SBSTTA lanterns", "SBSTTA lanterns"),  # a body of its own, not a slip of SBSTA
        ("OGLD lanterns", "OGLD lanterns"),  # the library speaks of it
        ("IOMC lanterns", "IOMC lanterns"),
    ],
)
def test_of_an_abbreviation_only_swapped_letters_are_put_right(typed: str, meant: str) -> None:
    short = {"IOMC", "SBSTA", "GOLD"}
    library = {**LIBRARY, "ogld": 1}
    assert repaired(typed, lambda: library, WORDS.__contains__, short) == meant
