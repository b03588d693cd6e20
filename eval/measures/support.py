"""Citation support in ALCE's sense (Gao et al., "Enabling LLMs to generate text with
citations", EMNLP 2023): the share of an answer's statements that their citations support.

A statement of an extractive answer is supported when its words are those of the cited
paragraphs, which the assistant checks itself (``verbatim`` or ``supported``).
"""

from __future__ import annotations

from eval.measures.base import Measure
from eval.outcome import Outcome


def _support(outcome: Outcome) -> float | None:
    if not outcome.statements:
        return None
    return 1.0 - outcome.unsupported / outcome.statements


CITATION_SUPPORT = Measure("citation_support", _support)
