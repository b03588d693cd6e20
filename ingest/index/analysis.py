"""Text to the terms of the lexical index: the one analysis that passages and questions share.

Words are folded (case, accents), stopped and stemmed in their own language (Snowball
stemmers). Codes, symbols, numbers and hyphenated words stay whole: ``unep/chw.14/inf/36``,
``12/cp.24``, ``e-waste``, ``12.4``; a hyphenated word is found by its parts as well, a symbol
by its last parts (``inf/36``). Two neighbouring words are also one term, a *pair*, which
rewards phrases (the sequential dependence model of Metzler and Croft, SIGIR 2005).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import Stemmer

#: Joins the two words of a pair; stands in no word.
PAIR = " "

_STOP = {
    "en": "a an and are as at be been being but by can could did do does for from had has have he "
    "her his how i if in into is it its me may might must my no nor not of on or our shall she "
    "should so such than that the their them then there these they this those to under us very "
    "was we were what when where which while who whom whose why will with would you your any "
    "all also about within between",
    "fr": "a à au aux avec ce ces cette comment d dans de des du elle elles en est et été être "
    "il ils l la le les leur leurs lui mais ne nous on ont ou où par pas pour qu quand que quel "
    "quelle quelles quels qui sa sans se ses si son sont sous sur un une vous y",
    "es": "a al como cómo con cuál cuáles cuándo de del desde donde dónde e el ella en entre era "
    "es esta este esto fue ha han la las le les lo los más o para pero por qué que quién quiénes "
    "se ser si sin sobre son su sus u un una y ya",
    "ru": "а без бы был была были было быть в во да для до его ее если же за и из или им их к как "
    "какие какой когда которые ко кто ли на не но о об от по под при с со так то у что чем эта это",
}
_SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian", "ar": "arabic"}

_DASHES = re.compile(r"[‐‑‒–—―−]")
_TOKEN = re.compile(
    r"[\u4e00-\u9fff]+"  # Chinese has no spaces: cut into pairs of characters below
    r"|[^\W_\u4e00-\u9fff]+(?:(?:[./-]|[.][/])[^\W_\u4e00-\u9fff]+|,(?=\d{3}(?!\d))\d{3})*"
)
_JOINT = re.compile(r"-(?=[a-z]+/)")  # between the symbols that one document bears
_QUOTE = re.compile(r"(?<=\w)['’]s\b|['’]")


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    return Stemmer.Stemmer(_SNOWBALL[language]) if language in _SNOWBALL else None


@cache
def _stopped(language: str) -> frozenset[str]:
    return frozenset(_fold(word) for word in _STOP.get(language, "").split())


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c))


def words(text: str, language: str = "en") -> list[str]:
    """Words as they are written, folded, without stop words; nothing stemmed.

    ``"Parties' e-waste in 2018–2020"`` gives ``parties``, ``e-waste``, ``2018-2020``.
    """
    stop = _stopped(language)
    plain = _QUOTE.sub(" ", _DASHES.sub("-", text))
    return [w for w in map(_fold, _TOKEN.findall(plain)) if w not in stop]


def terms(text: str, language: str = "en") -> list[str]:
    """The terms of a text in order, repeats kept; ``language`` is an ISO 639-1 code."""
    found: list[str] = []
    for word in words(text, language):
        found.extend(_parts(word, language))
    return found


def _parts(word: str, language: str) -> Sequence[str]:
    """A word as terms: itself stemmed, or whole with its parts where it is compound."""
    if "\u4e00" <= word[0] <= "\u9fff":
        return [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    if word.isalpha():
        return (_stem(word, language),)
    if "/" in word:
        if any(c.isdigit() for c in word):
            return [part for symbol in _JOINT.split(word) for part in _tails(symbol)]
        pieces = word.split("/")
        return [_stem(piece, language) for piece in pieces]  # "and/or", "Parties/stakeholders"
    if "-" in word:
        stop = _stopped(language)
        pieces = [piece for piece in word.split("-") if len(piece) > 1 and piece not in stop]
        return [word, *(_stem(piece, language) for piece in pieces)]
    return (word.replace(",", ""),)


def _tails(symbol: str) -> list[str]:
    """``unep/chw.14/inf/36``, ``chw.14/inf/36``, ``inf/36``."""
    pieces = symbol.split("/")
    return ["/".join(pieces[i:]) for i in range(max(1, len(pieces) - 1))]


def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    stem: str = stemmer.stemWord(word) if stemmer else word
    return stem


def pairs(sequence: Sequence[str]) -> list[str]:
    """Neighbouring terms, each two as one term."""
    return [PAIR.join(two) for two in pairwise(sequence)]
