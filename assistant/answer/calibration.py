"""How the signs of ``judge`` are weighed into a chance that a paragraph answers.

A logistic regression over development questions on UNFCCC decisions (1995–2024) and on
fictional ones: the best gold paragraph of each question that has an answer, against the best
paragraphs for its unanswerable twins and for the same questions put to other decisions.
``benchmarks`` in the README tells how to fit it anew.
"""

from __future__ import annotations

from math import exp

#: The cross-encoder's logits are cut here: beyond, they say no more.
_SURE = 8.0
_BIAS, _RERANKED, _COVERAGE, _WEAKEST = -2.2, 0.2, 2.2, 2.0

#: Logits below the best within which a paragraph answers about as well.
NEAR = 0.6

#: Below this nothing is answered.
ANSWERS = 0.5


def chance(reranked: float, coverage: float, weakest: float) -> float:
    """That a paragraph answers, 0 to 1."""
    logit = max(-_SURE, min(_SURE, reranked))
    total = _BIAS + _RERANKED * logit + _COVERAGE * coverage + _WEAKEST * weakest
    return 1.0 / (1.0 + exp(-total))
