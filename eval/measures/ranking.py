"""Ranking measures over what was retrieved, computed by ir-measures.

recall@k (R@k), nDCG@10 (Järvelin and Kekäläinen 2002), MAP@10 (AP@10) and MRR (RR), on
questions that have an answer; nothing retrieved scores 0. Where any of the gold suffices,
the whole gold counts as found with its first one: the other labels are taken out of the
qrels.
"""

from __future__ import annotations

from collections.abc import Callable

import ir_measures
from ir_measures import AP, RR, R, nDCG

from eval.measures.base import Measure
from eval.outcome import Outcome


def qrels(outcome: Outcome) -> list[ir_measures.Qrel]:
    """The gold as judgements; of an ``any`` question, the label that was found first."""
    gold = list(outcome.question.gold)
    if outcome.question.any:
        found = [label for label in outcome.ranked if label in gold]
        gold = (found or gold)[:1]
    return [ir_measures.Qrel("q", label, 1) for label in gold]


def run(outcome: Outcome) -> list[ir_measures.ScoredDoc]:
    """The ranking as a run: scores fall with the rank."""
    unique = list(dict.fromkeys(outcome.ranked))
    return [ir_measures.ScoredDoc("q", label, -float(rank)) for rank, label in enumerate(unique)]


def _of(measure: ir_measures.measures.Measure) -> Callable[[Outcome], float | None]:
    def of(outcome: Outcome) -> float | None:
        if not outcome.answerable:
            return None
        ranking = run(outcome)
        if not ranking:
            return 0.0
        return float(ir_measures.calc_aggregate([measure], qrels(outcome), ranking)[measure])

    return of


RECALL_1 = Measure("recall@1", _of(R @ 1))
RECALL_5 = Measure("recall@5", _of(R @ 5))
RECALL_10 = Measure("recall@10", _of(R @ 10))
NDCG_10 = Measure("ndcg@10", _of(nDCG @ 10))
MAP_10 = Measure("map@10", _of(AP @ 10))
MRR = Measure("mrr", _of(RR))
