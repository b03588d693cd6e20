"""Mistyped words of a question, put right from the library's own words.

Only words that neither the library nor the language models know are touched: *ozone* is a
word, even where no decision speaks of it, and must not become something else. Where a
question is mistyped anyway, its other words that the library does not know are read with
the same doubt (*plastic liter*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from assistant.question.words import asking_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Shorter words are too near to too many others.
_SHORTEST = 4
_ABBREVIATION = re.compile(r"\b[A-Z]{2,8}\b")
_BEGINNINGS = ("re", "un", "non", "pre", "co", "mis", "sub", "over", "under", "inter", "dis")
_ENDINGS = ("s", "ly", "ness", "able")


def repaired(
    text: str,
    vocabulary: Callable[[], Mapping[str, int]],
    is_word: Callable[[str], bool],
    abbreviations: Collection[str] = (),
) -> str:
    """The text with its mistyped words put right; their capitals are kept.

    Of an abbreviation only two letters in the wrong order are put right: with a letter more or
    less it is another body's (SBSTA, SBSTTA).

    Args:
        text: The question.
        vocabulary: Gives the words of the library in lower case, with how often they stand
            there; only asked where a question has other words than those that ask.
        is_word: Whether a word that the library does not know is a word of the language.
        abbreviations: Those that are known of old, in capitals.
    """
    for match in reversed([*_ABBREVIATION.finditer(text)]):
        meant = _in_order(match.group(), abbreviations)
        if meant != match.group() and match.group().lower() not in vocabulary():
            text = text[: match.start()] + meant + text[match.end() :]
    asking = asking_words()
    telling = [
        match
        for match in _WORD.finditer(text)
        if len(match.group()) >= _SHORTEST
        and match.group().lower() not in asking
        and not match.group().isupper()
    ]
    if not telling:
        return text
    known = vocabulary()
    strange = [match for match in telling if match.group().lower() not in known]
    mistyped = [
        match
        for match in strange
        if not any(one in known or is_word(one) for one in _bases(match.group().lower()))
    ]
    changes = {match.span(): _nearest(match.group(), known) for match in mistyped}
    if any(changes.values()):
        doubtful = [match for match in strange if match not in mistyped]
        changes |= {match.span(): _nearest(match.group(), known, 1) for match in doubtful}
    for (start, end), word in sorted(changes.items(), reverse=True):
        if word is not None:
            text = text[:start] + word + text[end:]
    return text


def _in_order(word: str, known: Collection[str]) -> str:
    """An abbreviation that nobody knows, with the two letters swapped that make it a known one."""
    if not known or word in known or len(word) < _SHORTEST:
        return word
    meant = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    found = [one for one in known if one in meant]
    return found[0] if len(found) == 1 else word


def _bases(word: str) -> tuple[str, ...]:
    """A word, and without what any English word may take: *urgings*, *restated* are no mistakes."""
    return (
        word,
        *(word.removesuffix(end) for end in _ENDINGS if len(word) > len(end) + 2),
        *(word.removeprefix(start) for start in _BEGINNINGS if len(word) > len(start) + _SHORTEST),
    )


def _nearest(word: str, vocabulary: Mapping[str, int], within: int | None = None) -> str | None:
    low = word.lower()
    limit = within or (1 if len(low) < 7 else 2)
    best: tuple[int, int, str] | None = None
    for other in (*vocabulary, *asking_words()):
        if abs(len(other) - len(low)) > limit or not ({other[0], other[1:2]} & {low[0]}):
            continue
        apart = distance(low, other, limit)
        if apart <= limit:
            rank = (apart, -vocabulary.get(other, 0), other)
            best = min(best, rank) if best else rank
    if best is None:
        return None
    return best[2].capitalize() if word[0].isupper() else best[2]


def distance(one: str, other: str, limit: int) -> int:
    """Letters added, dropped, changed or swapped (optimal string alignment); stops past ``limit``.

    Damerau, CACM 7(3), 1964, in the form that edits no letter twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before_that, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against
            row.append(min(cost, before_that[j - 2] + 1) if swapped else cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
