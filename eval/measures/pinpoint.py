"""Pinpoint precision and recall: are the cited places the right ones, and all of them?

Precision is the mean over the cited labels of their best credit against the gold; recall
the mean over the gold of its best credit among the cited (where any of the gold suffices,
the best one). Both bear on questions that have an answer. A refusal has recall 0 and no
precision: it cited nothing wrong. ``exact`` variants give no partial credit.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

from eval.measures.base import Measure
from eval.measures.tree import credit
from eval.outcome import Outcome

Credit = Callable[[str, str], float]


def _same(one: str, other: str) -> float:
    return float(one == other)


def _precision(credit_of: Credit) -> Callable[[Outcome], float | None]:
    def of(outcome: Outcome) -> float | None:
        if not outcome.answerable or not outcome.cited:
            return None
        gold = outcome.question.gold
        return fmean(
            max(credit_of(cited.label, label) for label in gold) for cited in outcome.cited
        )

    return of


def _recall(credit_of: Credit) -> Callable[[Outcome], float | None]:
    def of(outcome: Outcome) -> float | None:
        if not outcome.answerable:
            return None
        found = [
            max((credit_of(cited.label, label) for cited in outcome.cited), default=0.0)
            for label in outcome.question.gold
        ]
        return max(found) if outcome.question.any else fmean(found)

    return of


PINPOINT_PRECISION = Measure("pinpoint_precision", _precision(credit))
PINPOINT_RECALL = Measure("pinpoint_recall", _recall(credit))
EXACT_PRECISION = Measure("pinpoint_precision_exact", _precision(_same))
EXACT_RECALL = Measure("pinpoint_recall_exact", _recall(_same))
