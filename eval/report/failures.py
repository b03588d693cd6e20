"""Every question that a system did not get right, and in what way."""

from __future__ import annotations

from dataclasses import dataclass

from eval.measures.pinpoint_precision import EXACT_PRECISION
from eval.measures.pinpoint_recall import EXACT_RECALL
from eval.outcome import Outcome
from eval.run import Run


@dataclass(frozen=True, slots=True)
class Failure:
    """One outcome that is not right, with the reason in words."""

    system: str
    outcome: Outcome
    why: str


def failures(run: Run, system: str) -> list[Failure]:
    """In the order of the suite."""
    reasons = ((outcome, reason(outcome)) for outcome in run.outcomes[system])
    return [Failure(system, outcome, why) for outcome, why in reasons if why]


def reason(outcome: Outcome) -> str:
    """Why an outcome is not right; empty when it is."""
    if outcome.error:
        return f"failed: {outcome.error}"
    if not outcome.answerable:
        return "" if outcome.refused else "answered what has no answer"
    if outcome.refused:
        return "refused, though there is an answer"
    faults = []
    if (EXACT_RECALL.of(outcome) or 0.0) < 1:
        ranks = [outcome.ranked.index(g) + 1 for g in outcome.question.gold if g in outcome.ranked]
        faults.append(f"not all cited (gold at ranks {ranks or 'none'})")
    if (EXACT_PRECISION.of(outcome) or 0.0) < 1:
        faults.append("cited too much or beside it")
    return "; ".join(faults)
