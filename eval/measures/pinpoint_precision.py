"""Pinpoint precision: are the cited places the right ones?

The mean over the cited labels of their best credit against the gold, partial along the tree
(``eval.measures.tree``: hierarchical precision, Kiritchenko et al. 2005). It bears on
answered questions that have an answer: a refusal cited nothing wrong. ``exact`` gives no
partial credit.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

from eval.measures.base import Measure
from eval.measures.tree import Credit, credit, same
from eval.outcome import Outcome


def _precision(credit_of: Credit) -> Callable[[Outcome], float | None]:
    def of(outcome: Outcome) -> float | None:
        if not outcome.answerable or not outcome.cited:
            return None
        gold = outcome.question.gold
        return fmean(
            max(credit_of(cited.label, label) for label in gold) for cited in outcome.cited
        )

    return of


PINPOINT_PRECISION = Measure("pinpoint_precision", _precision(credit))
EXACT_PRECISION = Measure("pinpoint_precision_exact", _precision(same))
