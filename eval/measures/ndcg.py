"""nDCG@10: gold counts less the lower it stands, relative to the best order there could be.

The gain of rank i is 1 / log2(i + 1) (Järvelin and Kekäläinen, "Cumulated gain-based
evaluation of IR techniques", 2002); computed by ir-measures.
"""

from __future__ import annotations

from ir_measures import nDCG

from eval.measures.ranked import ranked

NDCG_10 = ranked("ndcg@10", nDCG @ 10)
