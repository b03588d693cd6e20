"""How the signs of ``judge`` are weighed into a chance that a paragraph answers.

A logistic regression over 1,249 development questions: those over the 40 decisions that were set
aside when the cross-encoder was adapted (``eval/adapt``), and those of other people over the
shipped decision and over UNFCCC decisions of 2010 to 2024; of each the paragraph that the
cross-encoder puts first. It tells questions with an answer from those without one with an area
under the curve of .96, each fifth of them left out in turn. How much of the question the
paragraph's words cover adds nothing to it, and was left out.
"""

from __future__ import annotations

from math import exp

#: The cross-encoder's logits are cut here: beyond, they say no more.
_LOWEST, _HIGHEST = -8.0, 8.0
_BIAS, _RERANKED = -0.03, 0.35
#: A name of the question is missing; a number is; no words of the sort that is asked for.
_NAMELESS, _NUMBERLESS, _UNSORTED = -0.66, -1.49, -1.12

#: The same where words count most; over 69 earlier questions.
_WORDS_LOWEST = -4.0
_WORDS_BIAS, _WORDS_RERANKED, _WORDS_COVERAGE = -4.47, 0.27, 6.47

#: Logits below the best within which a paragraph answers about as well.
NEAR = 0.6

#: Logits below the best within which another answers as well where one place is asked for, and
#: within which all that are believed do where several are; of 830 development questions, four
#: fifths of what is cited so is right, twice as many paragraphs of lists as within ``NEAR``.
ALSO, TOGETHER = 1.5, 4.0

#: Below this nothing is answered.
ANSWERS = 0.4
#: The same where words count most; a story of many words is rarely covered as well.
_BY_WORDS, _STORY_BY_WORDS = 0.35, 0.15
#: Words from which on a question tells a story.
_STORY = 6


def by_words_from(words: int) -> float:
    """The chance by words from which on a paragraph answers a question about so many."""
    return _STORY_BY_WORDS if words >= _STORY else _BY_WORDS


def chance(
    reranked: float, *, nameless: bool = False, numberless: bool = False, unsorted: bool = False
) -> float:
    """That a paragraph answers, 0 to 1.

    Args:
        reranked: The cross-encoder's logit.
        nameless: Whether the paragraph lacks a name of the question.
        numberless: Whether it lacks a number of the question.
        unsorted: Whether it lacks words of the sort that is asked for: a date, an amount.
    """
    logit = max(_LOWEST, min(_HIGHEST, reranked))
    signs = _NAMELESS * nameless + _NUMBERLESS * numberless + _UNSORTED * unsorted
    return _share(_BIAS + _RERANKED * logit + signs)


def chance_by_words(reranked: float, coverage: float) -> float:
    """That a paragraph answers, 0 to 1, where words count most."""
    logit = max(_WORDS_LOWEST, min(_HIGHEST, reranked))
    return _share(_WORDS_BIAS + _WORDS_RERANKED * logit + _WORDS_COVERAGE * coverage)


def _share(total: float) -> float:
    return 1.0 / (1.0 + exp(-total))
