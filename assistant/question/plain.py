"""Everyday words and what decisions say instead: *trash* is *litter* or *waste*."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ingest.index.analysis import terms

#: Short lists of what is asked for most, and the long one by theme.
_FILES = ("plain.toml", "everyday.toml")


@cache
def _entries() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Stem of each everyday word, with what decisions say for it, in the order of the files."""
    return tuple(_read())


def _read() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _FILES:
        text = (files("assistant.question") / name).read_text(encoding="utf-8")
        for entry in tomllib.loads(text)["word"]:
            said = tuple(entry["formal"].split())
            yield from ((stem, said) for word in entry["plain"].split() for stem in terms(word))


@cache
def _formal() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for stem, said in _entries():
        found[stem] = found.get(stem, frozenset()).union(*map(terms, said))
    return found


def formal(word: str) -> frozenset[str]:
    """Stems of what decisions say for an everyday word; empty where nothing is known."""
    stems = terms(word)
    return _formal().get(stems[0], frozenset()) if len(stems) == 1 else frozenset()


@cache
def _usual() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for stem, said in _entries():
        found.setdefault(stem, said)
    return found


def usual(word: str) -> str | None:
    """The usual word of decisions for an everyday word; None where they say the word itself."""
    stems = terms(word)
    said = _usual().get(stems[0], ()) if len(stems) == 1 else ()
    return None if any(terms(one) == stems for one in said) else next(iter(said), None)
