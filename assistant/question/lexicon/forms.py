"""Words as they are compared: folded, and as stems, so that inflected words are found."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

import Stemmer

_SNOWBALL = {"fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}
_WORD = re.compile(
    r"[^\W\d_\u4e00-\u9fff\u064b-\u065f]+(?:[\u064b-\u065f]+[^\W\d_]+)*|[\u4e00-\u9fff]"
)
#: Codes, numbers and letters of sub-paragraphs: nothing in them is a word.
_KEPT = re.compile(
    r"[A-Za-z0-9./()–-]*\d[A-Za-z0-9./–-]*(?:\s?\(?[a-z]\b\)?(?!\s\w))?|\(?\s?\b[a-z]{1,2}\)"
    r"|\([a-z]{1,4}\)"
)
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": None})
_ARABIC_MARKS = re.compile(r"[\u064b-\u065f\u0670]")
#: What Arabic writes in one with the word: *and*, *so*; *by*, *as*, *for*; *the*.
_JOINED = re.compile(r"^(?:[وف](?=\w{3}))?(?:لل(?=\w{2})|[بك]?ال(?=\w{2})|[بكل](?=\w{3}))?")
#: Stems of fewer letters are of too many words.
_SHORTEST = 3


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        start, end: Its characters.
        forms: How it may be written alone, folded; the likeliest first.
        stems: Of those forms.
        joined: Whether Arabic *and* is written in one with it.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    joined: bool = False


def fold(text: str, language: str) -> str:
    """Lower case, without what is written or left out at will."""
    text = text.lower()
    if language == "ru":  # only the dots of ё are left out; й is no и
        return text.replace("ё", "е")
    if language == "ar":
        return _ARABIC_MARKS.sub("", text).translate(_ARABIC_LETTERS)
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text, of Chinese the characters; codes and numbers are left out."""
    kept = [match.span() for match in _KEPT.finditer(text)]
    return tuple(
        _word(match, language)
        for match in _WORD.finditer(text)
        if not any(low <= match.start() < high for low, high in kept)
    )


def _word(match: re.Match[str], language: str) -> Word:
    form = fold(match.group(), language)
    forms = _parted(form) if language == "ar" else (form,)
    stems = tuple(dict.fromkeys(_stem(one, language) for one in forms))
    joined = language == "ar" and len(form) > _SHORTEST and form[0] == "و"
    return Word(*match.span(), forms, stems, joined)


def _parted(form: str) -> tuple[str, ...]:
    """An Arabic word, and what is left of it without what may be written in one with it."""
    found = [form]
    if form[0] in "وف" and len(form) > _SHORTEST:
        found.append(form[1:])
    for one in tuple(found):
        rest = _JOINED.sub("", one)
        if rest != one and len(rest) > 1:
            found.append(rest)
    return tuple(dict.fromkeys(found))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL[language])


def _stem(form: str, language: str) -> str:
    if language not in _SNOWBALL:
        return form
    stem: str = _stemmer(language).stemWord(form)
    if language == "ru":  # ``ассамблея`` and ``ассамблеи`` are stemmed apart
        stem = stem.rstrip("еийь")
    return stem if len(stem) >= _SHORTEST else form
