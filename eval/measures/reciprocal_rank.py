"""MRR: one over the rank of the first gold, 0 where none was retrieved.

RR of ir-measures; the mean over questions is MRR (Voorhees, "The TREC-8 question answering
track report", 1999).
"""

from __future__ import annotations

from ir_measures import RR

from eval.measures.ranked import ranked

MRR = ranked("mrr", RR)
