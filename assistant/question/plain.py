"""Everyday words and what decisions say instead: *trash* is *litter* or *waste*."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ingest.index.analysis import terms

#: Short lists of what is asked for most, and the long one by theme.
_FILES = ("plain.toml", "everyday.toml")


def _entries() -> Iterator[dict[str, str]]:
    for name in _FILES:
        text = (files("assistant.question") / name).read_text(encoding="utf-8")
        yield from tomllib.loads(text)["word"]


@cache
def _formal() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in _entries():
        formal = frozenset(stem for word in entry["formal"].split() for stem in terms(word))
        for word in entry["plain"].split():
            for stem in terms(word):
                found[stem] = found.get(stem, frozenset()) | formal
    return found


def formal(word: str) -> frozenset[str]:
    """Stems of what decisions say for an everyday word; empty where nothing is known."""
    stems = terms(word)
    return _formal().get(stems[0], frozenset()) if len(stems) == 1 else frozenset()


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _entries():
        for word in entry["plain"].split():
            for stem in terms(word):
                found.setdefault(stem, tuple(entry["formal"].split()))
    return found


def usual(word: str) -> str | None:
    """The usual word of decisions for an everyday word; None where they say the word itself."""
    stems = terms(word)
    said = _usual().get(stems[0], ()) if len(stems) == 1 else ()
    return None if any(terms(one) == stems for one in said) else next(iter(said), None)
