"""The words of a question that say what it is about, as against those that only ask."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+)*")


@cache
def _asking() -> frozenset[str]:
    data = (files("assistant.question") / "asking.toml").read_text(encoding="utf-8")
    return frozenset(word for words in tomllib.loads(data).values() for word in words.split())


def words(text: str) -> tuple[str, ...]:
    """The words of a text; hyphenated words, codes and symbols whole."""
    return tuple(_WORD.findall(text))


def topic_words(text: str) -> tuple[str, ...]:
    """The words of a question that it is about, in order."""
    asking, found = _asking(), []
    for word in words(text):
        bare = re.sub(r"^(?:[ldnsjcm]|qu)['’]|['’]s$", "", word, flags=re.IGNORECASE)
        if bare and bare.lower() not in asking:
            found.append(bare)
    return tuple(found)
