"""Citation recall in ALCE's sense: the share of an answer's statements that are supported.

ALCE (Gao et al., "Enabling LLMs to generate text with citations", EMNLP 2023) asks a model of
entailment whether the cited passages together entail the statement. Statements here are
extracts, so that support is decided exactly, not judged: a statement is supported when it
cites a place, and says words that stand verbatim in that place. What the assistant says of
its own support is not asked.
"""

from __future__ import annotations

from statistics import fmean

from eval.measures.base import Measure
from eval.outcome import Outcome


def _recall(outcome: Outcome) -> float | None:
    if not outcome.statements:
        return None
    places = {cited.label: cited for cited in outcome.cited}
    return fmean(
        any(label in places and places[label].supports(one.text) for label in one.citations)
        for one in outcome.statements
    )


CITATION_RECALL = Measure("citation_recall", _recall)
