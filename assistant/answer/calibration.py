"""How the signs of ``judge`` are weighed into a chance that a paragraph answers.

A logistic regression over development questions on UNFCCC decisions (1995–2024) and on
fictional ones: the best gold paragraph of each question that has an answer, against the best
paragraphs for its unanswerable twins and for the same questions put to other decisions.
``benchmarks`` in the README tells how to fit it anew.
"""

from __future__ import annotations

from math import exp

#: The cross-encoder's logits are cut here. Beyond, they say no more; far below they only say
#: that the words differ, and coverage says that better.
_LOWEST, _HIGHEST = -4.0, 8.0
_BIAS, _RERANKED, _COVERAGE, _LIKENESS = -4.1, 0.22, 4.1, 3.0

#: Logits below the best within which a paragraph answers about as well.
NEAR = 0.6

#: Below this nothing is answered.
ANSWERS = 0.4


def chance(reranked: float, coverage: float, likeness: float) -> float:
    """That a paragraph answers, 0 to 1."""
    logit = max(_LOWEST, min(_HIGHEST, reranked))
    total = _BIAS + _RERANKED * logit + _COVERAGE * coverage + _LIKENESS * likeness
    return 1.0 / (1.0 + exp(-total))
