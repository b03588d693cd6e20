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


def in_english(text: str, language: str) -> str:
    """The text with the terms that are known in English; in other languages as it stands."""
    if language not in _terms():
        return text
    pattern, terms = _terms()[language]
    plain = fold(text.replace("’", "'"))
    for match in reversed(list(pattern.finditer(plain))):
        text = text[: match.start()] + terms[match.group()] + text[match.end() :]
    return text
