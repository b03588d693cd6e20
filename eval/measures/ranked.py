"""What all ranking measures share: gold as judgements, a ranking as a run, for ir-measures.

They bear on questions that have an answer; nothing retrieved scores 0. Where any of the gold
suffices, the whole gold counts as found with its first one: the other labels are taken out
of the judgements.
"""

from __future__ import annotations

import ir_measures

from eval.measures.base import Measure
from eval.outcome import Outcome


def ranked(name: str, measure: ir_measures.measures.Measure) -> Measure:
    """A measure of ir-measures over what was retrieved."""

    def of(outcome: Outcome) -> float | None:
        if not outcome.answerable:
            return None
        ranking = _run(outcome)
        if not ranking:
            return 0.0
        return float(ir_measures.calc_aggregate([measure], _qrels(outcome), ranking)[measure])

    return Measure(name, of)


def _qrels(outcome: Outcome) -> list[ir_measures.Qrel]:
    gold = list(outcome.question.gold)
    if outcome.question.any:
        found = [label for label in outcome.ranked if label in gold]
        gold = (found or gold)[:1]
    return [ir_measures.Qrel("q", label, 1) for label in gold]


def _run(outcome: Outcome) -> list[ir_measures.ScoredDoc]:
    unique = list(dict.fromkeys(outcome.ranked))
    return [ir_measures.ScoredDoc("q", label, -float(rank)) for rank, label in enumerate(unique)]
