"""The words of a question that say what it is about, as against those that only ask."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+)*")


@cache
def _listed() -> dict[str, frozenset[str]]:
    data = (files("assistant.question") / "asking.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(data).items()}


@cache
def asking_words() -> frozenset[str]:
    """Words that ask, point or join, in lower case."""
    return frozenset().union(*(w for name, w in _listed().items() if not name.startswith("light")))


@cache
def _light() -> frozenset[str]:
    return frozenset().union(*(w for name, w in _listed().items() if name.startswith("light")))


def is_filler(word: str) -> bool:
    """Whether a topic word is a verb or adverb that says nothing of what is meant."""
    return any(word.lower() in _listed()[name] for name in ("light_verbs", "light_adverbs"))


def is_light(word: str) -> bool:
    """Whether a topic word is so common that a text about the topic need not hold it."""
    return word.lower() in _light()


def telling(topic: str) -> list[str]:
    """The words of a topic that are no common ones: what says which text is meant."""
    return [word for word in topic.split() if not is_light(word)]


def words(text: str) -> tuple[str, ...]:
    """The words of a text; hyphenated words, codes and symbols whole."""
    return tuple(_WORD.findall(text))


def topic_words(text: str) -> tuple[str, ...]:
    """The words of a question that it is about, in order."""
    asking, found = asking_words(), []
    for word in words(text):
        bare = re.sub(r"^(?:[ldnsjcm]|qu)['’]|['’]s$", "", word, flags=re.IGNORECASE)
        if bare and bare.lower() not in asking:
            found.append(bare)
    return tuple(found)
