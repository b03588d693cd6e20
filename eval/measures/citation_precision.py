"""Citation precision in ALCE's sense: the share of an answer's citations that support something.

ALCE (Gao et al., EMNLP 2023) calls a citation irrelevant that does not support its statement
by itself and is not needed by the others. For extracts: a citation is relevant when a
statement that bears it says its quote, verbatim in the cited place. A place that is cited by
no statement is irrelevant.
"""

from __future__ import annotations

from statistics import fmean

from eval.measures.base import Measure
from eval.outcome import Outcome


def _precision(outcome: Outcome) -> float | None:
    if not outcome.cited:
        return None
    return fmean(
        any(cited.label in one.citations and cited.supports(one.text) for one in outcome.statements)
        for cited in outcome.cited
    )


CITATION_PRECISION = Measure("citation_precision", _precision)
