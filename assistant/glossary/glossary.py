"""Finds in a question the names of concepts, longest first, in any inflection."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.index.analysis import terms

#: Names of that many words at most.
_LONGEST = 14

_WORD = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*\+?")
_APOSTROPHE = re.compile(r"['’]")
#: *continue-t-il*: the pronoun that French hangs on a verb that asks.
_HUNG = re.compile(r"-(?:t-)?(?:il|elle|on|ils|elles|ce|je|nous|vous)\b", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with all its names, by language (ISO 639-1), the usual one first."""

    names: Mapping[str, tuple[str, ...]]

    @property
    def english(self) -> tuple[str, ...]:
        """Its English names."""
        return self.names.get("en", ())


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a question: words as they stand, and the concepts that they name.

    Several concepts mean that the words are ambiguous; none, that they name nothing known.
    """

    text: str
    concepts: tuple[Concept, ...] = ()


class Glossary:
    """Concepts, found by their names.

    Args:
        concepts: Of two with the same name, the first is the likelier one.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._short: dict[str, list[Concept]] = {}
        self._names: dict[str, dict[tuple[str, ...], list[Concept]]] = {}
        self._concepts = tuple(concepts)
        for concept in self._concepts:
            for language, names in concept.names.items():
                for name in names:
                    self._add(concept, language, name)

    @property
    def abbreviations(self) -> Collection[str]:
        """Every abbreviation, as it is written."""
        return self._short.keys()

    def names(self, language: str) -> tuple[tuple[str, str], ...]:
        """All names in a language, each with the usual English one of its concept."""
        return tuple(
            (name, concept.english[0])
            for concept in self._concepts
            if concept.english
            for name in concept.names.get(language, ())
        )

    def _add(self, concept: Concept, language: str, name: str) -> None:
        if is_short(name):
            known = self._short.setdefault(name, [])
        else:
            key = _key(name, language)
            if not key:
                return
            known = self._names.setdefault(language, {}).setdefault(key, [])
        if concept not in known:
            known.append(concept)

    def segments(self, text: str, language: str) -> tuple[Segment, ...]:
        """The text cut into names and other words; stop words of its language are left out."""
        if language == "zh":
            return tuple(self._chinese(text))
        if language == "fr":
            text = _HUNG.sub("", text)
        words = _WORD.findall(_APOSTROPHE.sub(" ", text))
        keys = [_key(word, language) for word in words]
        kept = [
            (word, key[0] if key else "")
            for word, key in zip(words, keys, strict=True)
            if key or word in self._short
        ]
        found: list[Segment] = []
        at = 0
        while at < len(kept):
            length, concepts = self._longest(kept[at:], language)
            said = " ".join(word for word, _ in kept[at : at + length])
            found.append(Segment(said, _likeliest_first(concepts, language, text)))
            at += length
        return tuple(found)

    def _longest(
        self, kept: Sequence[tuple[str, str]], language: str
    ) -> tuple[int, tuple[Concept, ...]]:
        """How many of the first words are a name, and of what; one word, if of nothing."""
        names = self._names.get(language, {})
        for length in range(min(_LONGEST, len(kept)), 0, -1):
            concepts = names.get(tuple(key for _, key in kept[:length]))
            if concepts:
                return length, tuple(concepts)
        return 1, tuple(self._short.get(kept[0][0], ()))

    def _chinese(self, text: str) -> Iterable[Segment]:
        """Chinese is written without spaces: names are looked for at every character."""
        names = {"".join(key): concepts for key, concepts in self._names.get("zh", {}).items()}
        for piece in _WORD.findall(text):
            if not _HAN.search(piece):
                yield Segment(piece, tuple(self._short.get(piece, ())))
                continue
            at = 0
            while at < len(piece):
                sizes = range(min(20, len(piece) - at), 1, -1)
                size = next((n for n in sizes if piece[at : at + n] in names), 0)
                if size:
                    yield Segment(piece[at : at + size], tuple(names[piece[at : at + size]]))
                at += size or 1


def _likeliest_first(
    concepts: tuple[Concept, ...], language: str, text: str
) -> tuple[Concept, ...]:
    """Stems can be of two names (*desarrollo*, *desarrollados*): the one as it stands leads."""
    folded = text.casefold()
    return tuple(
        sorted(
            concepts,
            key=lambda one: not any(n.casefold() in folded for n in one.names.get(language, ())),
        )
    )


def is_short(name: str) -> bool:
    """Abbreviations (``GEF``, ``NDCs``) are told from words by their capitals."""
    bare = name.removesuffix("s").removesuffix("+")
    return 2 <= len(bare) <= 8 and bare.isupper() and " " not in name


def _key(name: str, language: str) -> tuple[str, ...]:
    """Stems of a name, one a word, as they are compared."""
    if language == "zh":
        return tuple(name)
    found = (terms(word, language) for word in _WORD.findall(_APOSTROPHE.sub(" ", name)))
    return tuple(stems[0] for stems in found if stems)
