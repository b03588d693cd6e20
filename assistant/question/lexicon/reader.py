"""Finds the terms of a lexicon in a text, the longest first, in any inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.question.lexicon.forms import Word, words

#: What may stand between two words of one term.
_GAP = re.compile(r"[\s'’‑-]*")


class Found(NamedTuple):
    """A stretch of a text: its characters, and its English; None where it is not known."""

    start: int
    end: int
    english: str | None


class _Node:
    """A place in a tree of words: what may follow, and what has been said by then."""

    __slots__ = ("english", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.english: str | None = None

    def add(self, keys: Sequence[str], english: str) -> None:
        node = self
        for key in keys:
            node = node.next.setdefault(key, _Node())
        if node.english is None:
            node.english = english


class Reader:
    """Reads texts of one language with the terms that are known.

    Args:
        terms: Terms with their English; of two that are written alike the first one counts.
        language: ISO 639-1 code.
    """

    def __init__(self, terms: Iterable[tuple[str, str]], language: str) -> None:
        self._language = language
        self._forms, self._stems = _Node(), _Node()
        said = [(words(term, language), english) for term, english in terms]
        said = [(one, english) for one, english in said if one]
        for one, english in said:
            self._forms.add([word.forms[0] for word in one], english)
        for one, english in said:
            self._forms.add([word.forms[-1] for word in one], english)
            if english:
                self._stems.add([word.stems[-1] for word in one], english)

    def read(self, text: str) -> tuple[Found, ...]:
        """Every word of the text, alone or in a term, in order; codes and numbers left out.

        Of all ways to cut the text into terms the one with the fewest pieces counts, and an
        unknown word as two: where terms overlap, the first is not always the one that is meant.
        """
        said = words(text, self._language)
        best: list[_Way] = [_Way(0, 0, None)] * (len(said) + 1)
        for at in range(len(said) - 1, -1, -1):
            ways = [_Way(_UNKNOWN + best[at + 1].cost, 1, None)]
            ways += (
                _Way(_KNOWN + best[at + length].cost, length, english)
                for length, english in self._terms_at(said, at, text).items()
            )
            best[at] = min(ways, key=lambda way: (way.cost, -way.length))
        found: list[Found] = []
        at = 0
        while at < len(said):
            way = best[at]
            english = way.english
            if english and said[at].joined and english.split()[0] != "and":
                english = f"and {english}"
            found.append(Found(said[at].start, said[at + way.length - 1].end, english))
            at += way.length
        return tuple(found)

    def _terms_at(self, said: Sequence[Word], at: int, text: str) -> dict[int, str]:
        """The terms that begin at a word, by their length; what is written so exactly leads."""
        return _along(self._stems, said, at, text, "stems") | _along(
            self._forms, said, at, text, "forms"
        )


#: What pieces of a text cost when it is cut into terms.
_KNOWN, _UNKNOWN = 1, 2


class _Way(NamedTuple):
    """How the rest of a text is cut at its least cost: its first piece."""

    cost: int
    length: int
    english: str | None


def _along(tree: _Node, said: Sequence[Word], at: int, text: str, side: str) -> dict[int, str]:
    found: dict[int, str] = {}
    nodes, i = [tree], at
    while nodes and i < len(said):
        if i > at and not _GAP.fullmatch(text, said[i - 1].end, said[i].start):
            break
        keys: tuple[str, ...] = getattr(said[i], side)
        nodes = [node.next[key] for node in nodes for key in keys if key in node.next]
        i += 1
        ended = next((node.english for node in nodes if node.english is not None), None)
        if ended is not None:
            found[i - at] = ended
    return found
