"""Refusal precision and recall: is nothing found where there is nothing, and only there?

Precision: of the questions that were refused, how many have no answer. Recall: of the
questions that have no answer, how many were refused.
"""

from __future__ import annotations

from eval.measures.base import Measure
from eval.outcome import Outcome


def _precision(outcome: Outcome) -> float | None:
    return float(not outcome.answerable) if outcome.refused else None


def _recall(outcome: Outcome) -> float | None:
    return None if outcome.answerable else float(outcome.refused)


REFUSAL_PRECISION = Measure("refusal_precision", _precision)
REFUSAL_RECALL = Measure("refusal_recall", _recall)
