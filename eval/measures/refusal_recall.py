"""Refusal recall: of the questions that have no answer, how many were refused?

A refusal is an answer whose status is not ``answered``; a failure is none. Recall of the
decision to abstain as in SQuAD 2.0 (Rajpurkar et al., "Know what you don't know", 2018).
"""

from __future__ import annotations

from eval.measures.base import Measure
from eval.outcome import Outcome


def _recall(outcome: Outcome) -> float | None:
    return None if outcome.answerable else float(outcome.refused)


REFUSAL_RECALL = Measure("refusal_recall", _recall)
