"""Refusal precision: of the questions that were refused, how many have no answer?

A refusal is an answer whose status is not ``answered``. Precision of the decision to abstain
as in SQuAD 2.0's no-answer questions (Rajpurkar et al., "Know what you don't know", 2018).
"""

from __future__ import annotations

from eval.measures.base import Measure
from eval.outcome import Outcome


def _precision(outcome: Outcome) -> float | None:
    return float(not outcome.answerable) if outcome.refused else None


REFUSAL_PRECISION = Measure("refusal_precision", _precision)
