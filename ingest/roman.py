"""Roman numerals, as annexes, chapters, sub-paragraphs and sessions are numbered."""

from __future__ import annotations

_PAIRS = (
    ("C", 100), ("XC", 90), ("L", 50), ("XL", 40),
    ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
)  # fmt: skip


def to_roman(number: int) -> str:
    """``14`` to ``XIV``; for 1 to 399."""
    out = ""
    for numeral, value in _PAIRS:
        while number >= value:
            out += numeral
            number -= value
    return out


_VALUES = {to_roman(number): number for number in range(1, 400)}


def from_roman(text: str) -> int | None:
    """``XIV`` or ``xiv`` to ``14``; None for what is no proper numeral."""
    return _VALUES.get(text.upper())
