"""Joining lines: hyphens at line ends, addresses broken over lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ingest.structure.rich import Rich

_BROKEN = re.compile(r"(?P<first>[^\W\d_]+)-$")
_REST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_GLUED = re.compile(r"[/–—−]$")

#: Characters in which a text's last word or address is looked for: what stands before them
#: would be searched again with each line that is joined.
_TAIL = 500


class Joiner:
    """Joins lines; knows which words the source spells with a hyphen.

    A hyphen at the end of a line stays where the source also writes the word with one, or
    never as one word: ``capacity-`` / ``building`` keeps it, ``conven-`` / ``tion`` loses it.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for text in texts:
            self._words.update(word.lower() for word in _WORD.findall(text))

    def join(self, first: Rich, second: Rich) -> Rich:
        """The two as one text."""
        if not first.text or not second.text:
            return first.join(second, "")
        tail = first.text[-_TAIL:]
        if tail[-1] in "/-_.=?&%" and _ADDRESS.search(tail):
            return first.join(second, "")
        broken = _BROKEN.search(tail)
        rest = _REST.match(second.text)
        if broken and rest:
            return self._hyphen(first, second, broken["first"], rest.group())
        if _GLUED.search(tail) and not first.text[-2:-1].isspace():
            return first.join(second, "")
        return first.join(second, " ")

    def _hyphen(self, first: Rich, second: Rich, start: str, rest: str) -> Rich:
        whole, hyphened = (start + rest).lower(), f"{start}-{rest}".lower()
        if rest in ("and", "or", "to", "y", "et"):  # ``sub- and superscript``
            return first.join(second, " ")
        if self._words[whole] > self._words[hyphened] and rest[0].islower():
            return first.cut(0, len(first.text) - 1).join(second, "")
        return first.join(second, "")
