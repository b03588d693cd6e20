"""Names, years and numbers of a question, which what answers it must hold.

*What did the Conference decide in 2011?* is not answered by a decision of 2019 that says
nothing of 2011, however near its other words are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from assistant.answer.reading import Reading
from assistant.question.words import topic_words
from ingest.index.analysis import terms
from ingest.model import Paragraph
from ingest.ordinals import ORDINAL, read_ordinal
from ingest.sessions import session

#: Other names of a word or abbreviation: ``GEF`` to ``Global Environment Facility``.
Expand = Callable[[str], tuple[str, ...]]

_RANGE = re.compile(r"(?<=\d)[–—-](?=\d)")
#: *1996-97* is what texts write as *1996–1997*.
_YEARS = re.compile(r"\b((?:19|20)(?=\d\d[–—-]))(\d\d)[–—-](\d\d)(?!\d)")
_NUMBER = re.compile(
    r"(?<![\w.,/-])\d[\d.,]*\d(?:st|nd|rd|th)?(?!\w)|(?<![\w.,/-])\d(?:st|nd|rd|th)?(?![\w.,/])"
)
#: *Article 3.14* is what texts write as *Article 3, paragraph 14*.
_ARTICLE = re.compile(r"\b(?:article|art\.)\s+(\d+)\.(\d+)\b", re.IGNORECASE)
#: Languages that write *1,5 °C*; thousands they part otherwise.
_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
#: Ordinals in words from the fourth on; the first three are mostly used otherwise.
_ORDINAL = re.compile(rf"\b(?!first\b|second\b|third\b|last\b){ORDINAL}\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b(?=(?:[^\WA-Z]*[A-Z]){2})[A-Za-z]{2,10}s?\b")
_SMALL = {"of", "the", "and", "for", "on", "to", "in", "de", "la", "le", "du", "des", "et", "y"}
#: Capitalised because they are titles; their meaning is common.
_COMMON = re.compile(
    r"decisions?|paragraphs?|part(?:y|ies)|governments?|states?|conference|cop|meeting|annex"
    r"|members?|conventions?|protocol|agreement|secretariat|inf|misc|crp|chw|pops|hls",
    re.IGNORECASE,
)


def entities_of(text: str, language: str = "en", *, opens: bool = True) -> tuple[str, ...]:
    """Numbers, abbreviations and names of a question; names only where case tells them.

    Args:
        text: The question.
        language: Names are told by case in English only.
        opens: Whether the first word has its capital because it opens a sentence.
    """
    text = _ARTICLE.sub(r"article \1, paragraph \2", text)
    text = _YEARS.sub(r"\1\2 \1\3", text)
    if language in ("fr", "es"):
        text = _COMMA.sub(".", text)
    found = [match.group().rstrip(".,") for match in _NUMBER.finditer(_RANGE.sub(" ", text))]
    found += _ORDINAL.findall(text) if language == "en" else []
    found += [m.group() for m in _ACRONYM.finditer(text) if not _COMMON.fullmatch(m.group())]
    if language == "en":
        found += _names(text, opens)
    return tuple(dict.fromkeys(found))


def is_number(entity: str) -> bool:
    """Whether it is a number, a year or an ordinal, and no name."""
    return any(letter.isdigit() for letter in entity) or bool(_ORDINAL.fullmatch(entity))


def _names(text: str, opens: bool) -> list[str]:
    """Capitalised words that do not open the question; none where every word is capitalised."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    capital = [w for w in words[opens:] if w[0].isupper()]
    if len(capital) * 5 > 3 * max(1, len(words) - 1) and len(words) > 3:
        return []
    about = set(topic_words(text))
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in capital
        if word in about and not _COMMON.fullmatch(word) and not word.isupper()
    ]


#: A session by its number in words: abbreviations have it in figures.
_SESSION = re.compile(rf"\b(?P<number>{ORDINAL})\s+(?:sessions?|meetings?)\b", re.IGNORECASE)


def holds(entity: str, said: str, expand: Expand) -> bool:
    """Whether a text holds a name or number, its abbreviation or what that stands for."""
    if entity[0].isdigit() or _ORDINAL.fullmatch(entity):
        return _bare(entity) in _numbers(said)
    if set(terms(entity)) <= _terms(said):
        return True
    if _ACRONYM.fullmatch(entity) and _abbreviates(entity.rstrip("s"), said):
        return True
    return any(_tail(other) in said.lower() for other in expand(entity))


def _tail(name: str) -> str:
    """What texts shorten a long name to: *Environment Assembly*."""
    words = name.lower().split()
    return " ".join(words[-2:] if len(words) > 2 and words[-2] not in _SMALL else words)


def missing(entities: Iterable[str], said: str, expand: Expand) -> tuple[str, ...]:
    """The names and numbers that a text does not hold."""
    return tuple(entity for entity in entities if not holds(entity, said, expand))


def joined_to(entity: str, text: str) -> tuple[str, ...]:
    """The words that a question joins to a name or number: *in 2026 and 2027*, *members or Chairs*.

    Where several paragraphs answer, each may speak of one of them.
    """
    name = re.escape(entity)
    before = re.findall(rf"([\w’'-]+)(?:,|,?\s+and|,?\s+or|\s*/)\s*{name}(?!\w)", text)
    behind = re.findall(rf"(?<!\w){name}(?:,|,?\s+and|,?\s+or|\s*/)\s*([\w’'-]+)", text)
    return tuple(word for word in (*before, *behind) if topic_words(word))


def said_of(reading: Reading, paragraph: Paragraph) -> str:
    """A paragraph's context with all that names its document: body, meeting, place, years.

    Numbers of sessions that it speaks of stand there in figures as well.
    """
    document = reading.document
    at = session(document.meeting) if document.meeting else None
    names = [document.code, document.body or "", document.meeting or "", *document.symbols]
    if document.meeting:
        names.append(re.sub(r"[.-]", " ", document.meeting))
    if document.adopted:
        names.append(document.adopted.replace("-", " "))
    if at is not None:
        number = re.search(r"\d+$", at.meeting)
        # The secretariat of the three is one: *the BRS Executive Secretary*.
        names += ["BRS"] if at.convention in ("Basel", "Rotterdam", "Stockholm") else []
        names += [at.convention, at.body, *at.names, *map(str, at.years)]
        names.append(f"COP {number.group()}" if number else "")
    context = reading.context(paragraph)
    # *The thirtieth session of the Conference of the Parties* is COP 30.
    names += [str(read_ordinal(match["number"])) for match in _SESSION.finditer(context)]
    return "\n".join([context, *names])


def _bare(number: str) -> str:
    """Without separators; an ordinal in figures stays one: ``9th`` is not ``9``."""
    number = number.rstrip(".,").replace(",", "")
    ordinal = None if number.isdigit() else read_ordinal(number)
    return f"{ordinal}th" if ordinal is not None else number


@lru_cache(maxsize=512)
def _numbers(text: str) -> frozenset[str]:
    spread = _RANGE.sub(" ", text)
    figures = re.findall(r"\d[\d.,]*(?:st|nd|rd|th)?", spread)
    return frozenset(_bare(one) for one in (*figures, *_ORDINAL.findall(spread)))


@lru_cache(maxsize=512)
def _terms(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _abbreviates(short: str, text: str) -> bool:
    """Whether the letters are initials of neighbouring words, in order, first and last kept."""
    initials = [
        (word[0].lower()) for word in re.findall(r"[^\W\d_]+", text) if word.lower() not in _SMALL
    ]
    letters = short.lower()
    for start, initial in enumerate(initials):
        if initial == letters[0]:
            window = initials[start : start + len(letters) + 3]
            if _in_order(letters, window):
                return True
    return False


def _in_order(letters: str, window: list[str]) -> bool:
    """Every letter in turn among the initials, a word or two skipped between them."""
    position = -1
    for letter in letters:
        for step in (1, 2, 3) if len(letters) > 3 else (1, 2):
            if position + step < len(window) and window[position + step] == letter:
                position += step
                break
        else:
            return False
    return True
