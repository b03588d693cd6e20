"""Verbatim quotes: the share of an answer's quotes that stand word for word in their paragraph.

A quote is verbatim when it is a substring of the paragraph's own text, not empty. This is the
project's own contract (a quote that is nearly right is wrong), not a measure from literature.
"""

from __future__ import annotations

from statistics import fmean

from eval.measures.base import Measure
from eval.outcome import Outcome


def _verbatim(outcome: Outcome) -> float | None:
    if not outcome.cited:
        return None
    return fmean(cited.verbatim for cited in outcome.cited)


VERBATIM = Measure("verbatim", _verbatim)
