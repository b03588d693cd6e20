"""Systems over a suite: every question to every system, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from eval.cache import OutcomeCache
from eval.measures.all import MEASURES
from eval.outcome import Outcome
from eval.suite import Suite
from eval.systems.base import System

#: Called after each question: system, how many are done, of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What came out of one run.

    Attributes:
        suite: Name of the suite.
        started: ISO time, UTC.
        outcomes: By system, in the order of the suite.
        index: Fingerprint of the index.
    """

    suite: str
    started: str
    outcomes: Mapping[str, tuple[Outcome, ...]]
    index: str = ""

    def figures(self, system: str) -> dict[str, float | None]:
        """All measures of a system, by name."""
        return {measure.name: measure.figure(self.outcomes[system]) for measure in MEASURES}

    def as_json(self) -> dict[str, Any]:
        """The contract's form."""
        return {
            "suite": self.suite,
            "systems": {system: self.figures(system) for system in self.outcomes},
        }


def run_suite(
    suite: Suite,
    systems: Iterable[System],
    cache_of: Callable[[System], OutcomeCache],
    index: str = "",
    progress: Progress = lambda system, done, total: None,
) -> Run:
    """Ask every system every question; what is cached is not asked again."""
    outcomes: dict[str, tuple[Outcome, ...]] = {}
    for system in systems:
        cache = cache_of(system)
        rows: list[Outcome] = []
        warm = False
        for question in suite.questions:
            outcome = cache.get(question)
            if outcome is None:
                if not warm:  # Models load with the first question: not its latency.
                    system.answer(question)
                    warm = True
                outcome = system.answer(question)
                cache.put(outcome)
            rows.append(outcome)
            progress(system.name, len(rows), len(suite.questions))
        outcomes[system.name] = tuple(rows)
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return Run(suite=suite.name, started=started, outcomes=outcomes, index=index)
