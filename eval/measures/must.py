"""Must: the share of the strings that a question asks for which stand in the cited paragraphs.

Recall of answer nuggets that are given as strings (Voorhees, "Overview of the TREC 2003
question answering track", 2003); it bears on questions that name such strings.
"""

from __future__ import annotations

from statistics import fmean

from eval.measures.base import Measure
from eval.outcome import Outcome


def _must(outcome: Outcome) -> float | None:
    if not outcome.question.must:
        return None
    said = "\n".join(cited.text for cited in outcome.cited)
    return fmean(string in said for string in outcome.question.must)


MUST = Measure("must", _must)
