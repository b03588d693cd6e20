"""How the signs of ``judge`` are weighed into a chance that a paragraph answers.

A logistic regression over 1,045 development questions: 600 that were set aside when the
cross-encoder was adapted (``eval/adapt``) and those of other people over the shipped decision
and over UNFCCC decisions of 2010 to 2024; of each the paragraph that the cross-encoder puts
first. Left out one set after the other, it tells right from wrong with an area under the curve
of .88, questions with an answer from those without one with .92.
"""

from __future__ import annotations

from math import exp

#: The cross-encoder's logits are cut here: beyond, they say no more.
_LOWEST, _HIGHEST = -8.0, 8.0
_BIAS, _RERANKED, _COVERAGE, _NAMELESS = -2.1, 0.29, 3.0, -0.7

#: The same where words count most; over 69 earlier questions.
_WORDS_LOWEST = -4.0
_WORDS_BIAS, _WORDS_RERANKED, _WORDS_COVERAGE = -4.47, 0.27, 6.47

#: Logits below the best within which a paragraph answers about as well.
NEAR = 0.6

#: Below this nothing is answered.
ANSWERS = 0.3
#: The same where words count most; a story of many words is rarely covered as well.
_BY_WORDS, _STORY_BY_WORDS = 0.35, 0.15
#: Words from which on a question tells a story.
_STORY = 6


def by_words_from(words: int) -> float:
    """The chance by words from which on a paragraph answers a question about so many."""
    return _STORY_BY_WORDS if words >= _STORY else _BY_WORDS


def chance(reranked: float, coverage: float, *, nameless: bool = False) -> float:
    """That a paragraph answers, 0 to 1; ``nameless`` where it lacks a name of the question."""
    logit = max(_LOWEST, min(_HIGHEST, reranked))
    return _share(_BIAS + _RERANKED * logit + _COVERAGE * coverage + _NAMELESS * nameless)


def chance_by_words(reranked: float, coverage: float) -> float:
    """That a paragraph answers, 0 to 1, where words count most."""
    logit = max(_WORDS_LOWEST, min(_HIGHEST, reranked))
    return _share(_WORDS_BIAS + _WORDS_RERANKED * logit + _WORDS_COVERAGE * coverage)


def _share(total: float) -> float:
    return 1.0 / (1.0 + exp(-total))
