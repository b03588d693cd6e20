"""Verbatim quotes: every quote stands word for word in its paragraph, and holds what it must.

``verbatim`` is the share of an answer's quotes that are a substring of the paragraph's text;
``must`` the share of the strings a question asks for that stand in the cited paragraphs.
"""

from __future__ import annotations

from statistics import fmean

from eval.measures.base import Measure
from eval.outcome import Outcome


def _verbatim(outcome: Outcome) -> float | None:
    if not outcome.cited:
        return None
    return fmean(bool(cited.quote) and cited.quote in cited.text for cited in outcome.cited)


def _must(outcome: Outcome) -> float | None:
    if not outcome.question.must:
        return None
    said = "\n".join(cited.text for cited in outcome.cited)
    return fmean(string in said for string in outcome.question.must)


VERBATIM = Measure("verbatim", _verbatim)
MUST = Measure("must", _must)
