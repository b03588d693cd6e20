"""Misspelt words, put right by the words that the paragraphs hold.

A word that no paragraph holds and that is no common word is changed to the most frequent
word one edit away (Norvig, "How to Write a Spelling Corrector"): a letter too many, too
few, another, or two in the wrong order. The first letter is taken to be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.index.analysis import terms

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"\b[A-Za-z]{5,}\b")


def repaired(text: str, frequency: Callable[[str], int], is_word: Callable[[str], bool]) -> str:
    """The text with misspelt words put right.

    Args:
        text: A question in English.
        frequency: How many paragraphs hold a term.
        is_word: Whether a word is known to be one, whatever the paragraphs hold.
    """

    def mended(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        stems = terms(lower)
        if word.isupper() or not stems or frequency(stems[0]) or is_word(lower):
            return word
        return _nearest(lower, frequency) or word

    return _WORD.sub(mended, text)


def _nearest(word: str, frequency: Callable[[str], int]) -> str | None:
    best, most = None, 0
    for other in dict.fromkeys(_edits(word)):
        stems = terms(other)
        count = frequency(stems[0]) if stems else 0
        if count > most:
            best, most = other, count
    return best


def _edits(word: str) -> Iterator[str]:
    """Words one edit away, the first letter kept."""
    for i in range(1, len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail
