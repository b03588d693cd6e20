"""Sentences of the frame in the language of the question."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("assistant.answer") / "phrases.toml").read_text(encoding="utf-8"))


def phrase(language: str, name: str, **words: object) -> str:
    """A sentence; in English where the language does not have it."""
    phrases = _phrases()
    text = phrases.get(language, {}).get(name) or phrases["en"][name]
    return text.format(**words)
