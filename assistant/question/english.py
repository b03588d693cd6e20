"""Questions in the other languages of the UN put into English: documents are mostly in English.

Term by term, the longest first, the words that ask with the others; what reads the question
then knows English only. What is answered is what the paragraph says, so a clumsy sentence
does no harm.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.glossary import Glossary
from assistant.question.lexicon import LANGUAGES, Reader, entries
from assistant.question.order import ordered
from assistant.question.words import asking_words
from ingest.foreign_places import in_latin
from ingest.sessions import spellings

#: Abbreviations and names are the same in English, as far as anybody can tell.
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*")


#: *Continue-t-il*: the pronoun that French hangs on a verb that asks.
_HUNG = re.compile(r"(?<=\w{3})-(?:t-)?(?:ils?|elles?)\b", re.IGNORECASE)
#: Chinese marks titles; the terms stand without them.
_TITLES = str.maketrans("", "", "《》〈〉")


class English(NamedTuple):
    """A question in English.

    Attributes:
        text: The question.
        unread: Words that stand in it as they were, since nobody knows their English.
    """

    text: str
    unread: frozenset[str] = frozenset()


@lru_cache(maxsize=16)
def _reader(language: str, glossary: Glossary | None) -> Reader:
    names = glossary.names(language) if glossary else ()
    places = ((other, place) for place, others in spellings().items() for other in others)
    return Reader((*entries(language), *names, *places), language)


def in_english(text: str, language: str, glossary: Glossary | None = None) -> English:
    """The question with all terms that are known in English, the words that ask among them.

    Args:
        text: The question.
        language: ISO 639-1 code.
        glossary: Names in further languages, for what the lexicon does not say.
    """
    if language not in LANGUAGES:
        return English(text)
    text = in_latin(text).text.strip(" ¿¡").translate(_TITLES)
    text = _HUNG.sub("", text) if language == "fr" else text
    pieces: list[str] = []
    unread: set[str] = set()
    done = 0
    for found in _reader(language, glossary).read(text):
        said = text[found.start : found.end]
        if found.english is None:
            if _is_unread(said):
                unread.add(said.lower())
            continue
        pieces += [text[done : found.start], f" {found.english} " if found.english else " "]
        done = found.end
    pieces.append(text[done:])
    return English(ordered(_joined("".join(pieces))), frozenset(unread))


def _is_unread(word: str) -> bool:
    return word.lower() not in asking_words() and not _NAME.fullmatch(word) and len(word) > 1


def _joined(text: str) -> str:
    """Without the spaces and the elided articles that are left over."""
    text = re.sub(r"(?<!\w)['’]|['’](?=\s)", " ", text)
    text = re.sub(r"[？؟]", "?", text)
    text = re.sub(r"[，،、]", ", ", text)
    text = re.sub(r"(?<=\s)-(?=\s)|(?<=\s)-(?=\w)", " ", text)
    return re.sub(r"\s+(?=[?.,;:)])", "", " ".join(text.split()))
