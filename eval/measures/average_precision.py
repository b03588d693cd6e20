"""MAP@10: precision at the rank of each gold among the first ten, averaged over all gold.

AP@10 of ir-measures, the mean over questions is MAP (Buckley and Voorhees, "Evaluating
evaluation measure stability", SIGIR 2000). ObliQA is scored by it.
"""

from __future__ import annotations

from ir_measures import AP

from eval.measures.ranked import ranked

MAP_10 = ranked("map@10", AP @ 10)
