"""Every measure of answers, in the order of reports."""

from __future__ import annotations

from eval.measures.average_precision import MAP_10
from eval.measures.base import Measure
from eval.measures.citation_precision import CITATION_PRECISION
from eval.measures.citation_recall import CITATION_RECALL
from eval.measures.latency import P50, P95
from eval.measures.must import MUST
from eval.measures.ndcg import NDCG_10
from eval.measures.pinpoint_precision import EXACT_PRECISION, PINPOINT_PRECISION
from eval.measures.pinpoint_recall import EXACT_RECALL, PINPOINT_RECALL
from eval.measures.recall import RECALL_1, RECALL_5, RECALL_10
from eval.measures.reciprocal_rank import MRR
from eval.measures.refusal_precision import REFUSAL_PRECISION
from eval.measures.refusal_recall import REFUSAL_RECALL
from eval.measures.verbatim import VERBATIM

MEASURES: tuple[Measure, ...] = (
    RECALL_1,
    RECALL_5,
    RECALL_10,
    NDCG_10,
    MAP_10,
    MRR,
    PINPOINT_PRECISION,
    PINPOINT_RECALL,
    EXACT_PRECISION,
    EXACT_RECALL,
    REFUSAL_PRECISION,
    REFUSAL_RECALL,
    CITATION_RECALL,
    CITATION_PRECISION,
    VERBATIM,
    MUST,
    P50,
    P95,
)

BY_NAME = {measure.name: measure for measure in MEASURES}
