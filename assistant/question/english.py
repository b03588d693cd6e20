"""French and Spanish questions, their terms put into English: documents are mostly in English.

Term by term, the longest first; the words that ask stay as they are, for they are understood
in each language. What is answered is what the paragraph says, so a clumsy sentence does no harm.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from assistant.glossary import Glossary
from assistant.question.words import asking_words


def fold(text: str) -> str:
    """Lower case without accents, letter for letter."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.lower())


@cache
def _terms() -> dict[str, tuple[re.Pattern[str], dict[str, str]]]:
    text = (files("assistant.question") / "english.toml").read_text(encoding="utf-8")
    found = {}
    for language, terms in tomllib.loads(text).items():
        folded = {fold(term): english for term, english in terms.items()}
        longest = sorted(folded, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
        found[language] = (pattern, folded)
    return found


def in_english(text: str, language: str, glossary: Glossary | None = None) -> str:
    """The text with the terms that are known in English; the words that ask stay as they are.

    Args:
        text: The question.
        language: ISO 639-1 code.
        glossary: Names in further languages, for what is not said here.
    """
    if language in _terms():
        text = _by_term(text, language)
    for segment in glossary.segments(text, language) if glossary else ():
        names = segment.concepts[0].english if segment.concepts else ()
        if names and segment.text.lower() not in asking_words() and segment.text in text:
            text = text.replace(segment.text, f" {names[0]} ", 1)
    return " ".join(text.split())


def _by_term(text: str, language: str) -> str:
    pattern, terms = _terms()[language]
    plain = fold(text.replace("’", "'"))
    for match in reversed(list(pattern.finditer(plain))):
        text = text[: match.start()] + terms[match.group()] + text[match.end() :]
    return text
