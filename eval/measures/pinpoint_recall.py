"""Pinpoint recall: are all of the right places cited?

The mean over the gold of its best credit among the cited labels, partial along the tree
(``eval.measures.tree``: hierarchical recall, Kiritchenko et al. 2005); where any of the gold
suffices, the best one. A refused question that has an answer scores 0. ``exact`` gives no
partial credit.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import fmean

from eval.measures.base import Measure
from eval.measures.tree import Credit, credit, same
from eval.outcome import Outcome


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


PINPOINT_RECALL = Measure("pinpoint_recall", _recall(credit))
EXACT_RECALL = Measure("pinpoint_recall_exact", _recall(same))
