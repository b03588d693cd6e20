"""Recall@k: the share of the gold that stands among the first k retrieved.

R@k of ir-measures; the definition of trec_eval's ``recall_k`` (Voorhees and Harman, "TREC:
Experiment and Evaluation in Information Retrieval", 2005).
"""

from __future__ import annotations

from ir_measures import R

from eval.measures.ranked import ranked

RECALL_1 = ranked("recall@1", R @ 1)
RECALL_5 = ranked("recall@5", R @ 5)
RECALL_10 = ranked("recall@10", R @ 10)
