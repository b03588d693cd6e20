"""Every measure, in the order of reports."""

from __future__ import annotations

from eval.measures.base import Measure
from eval.measures.latency import P50, P95
from eval.measures.pinpoint import (
    EXACT_PRECISION,
    EXACT_RECALL,
    PINPOINT_PRECISION,
    PINPOINT_RECALL,
)
from eval.measures.quotes import MUST, VERBATIM
from eval.measures.ranking import MAP_10, MRR, NDCG_10, RECALL_1, RECALL_5, RECALL_10
from eval.measures.refusal import REFUSAL_PRECISION, REFUSAL_RECALL
from eval.measures.support import CITATION_SUPPORT

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
    CITATION_SUPPORT,
    VERBATIM,
    MUST,
    P50,
    P95,
)

BY_NAME = {measure.name: measure for measure in MEASURES}
