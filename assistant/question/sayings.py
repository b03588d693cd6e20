"""What a question says in everyday words, said as decisions say it.

The models that read questions were taught on the web's language: *poorer countries* and
*developing countries* are no neighbours to them. So the names that decisions have for what a
question says are put behind it, in brackets, before the models read it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from assistant.question.plain import usual
from assistant.question.words import topic_words
from ingest.index.analysis import terms

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

#: A phrase as the stems of its words.
_Stems = tuple[str, ...]


class Saying(NamedTuple):
    """An everyday phrase of a question.

    Attributes:
        words: Its words, as the question has them.
        formal: The name that decisions have for it.
    """

    words: tuple[str, ...]
    formal: str


@cache
def _known() -> dict[_Stems, str]:
    text = (files("assistant.question") / "sayings.toml").read_text(encoding="utf-8")
    return {
        _stems(said): entry["formal"]
        for entry in tomllib.loads(text)["phrase"]
        for said in entry["said"].split("|")
    }


def _stems(phrase: str) -> _Stems:
    return tuple(_stem(word) for word in _WORD.findall(phrase))


@cache
def _stem(word: str) -> str:
    found = terms(word)
    return found[0] if found else word.lower()


@cache
def _longest() -> int:
    return max(len(stems) for stems in _known())


def sayings_in(text: str) -> tuple[Saying, ...]:
    """The everyday phrases of a question, in order, the longest where several begin."""
    words = _WORD.findall(text)
    stems = [_stem(word) for word in words]
    found = []
    start = 0
    while start < len(words):
        ends = range(min(len(words), start + _longest()), start, -1)
        end = next((end for end in ends if tuple(stems[start:end]) in _known()), None)
        if end is None:
            start += 1
            continue
        found.append(Saying(tuple(words[start:end]), _known()[tuple(stems[start:end])]))
        start = end
    return tuple(found)


def formally(text: str) -> tuple[str, ...]:
    """What decisions say for the everyday phrases and words of a question, in order."""
    phrases = sayings_in(text)
    inside = {word for saying in phrases for word in saying.words}
    singly = (usual(word) for word in topic_words(text) if word not in inside)
    said = [*(saying.formal for saying in phrases), *(word for word in singly if word)]
    return tuple(dict.fromkeys(said))
