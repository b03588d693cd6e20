"""The contract of a measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of merit.

    Attributes:
        name: As in reports and in ``--fail-under``.
        of: One outcome's value, or None where the question does not bear on it.
        combine: Values to the figure of a system; the mean unless said otherwise.
        higher_is_better: False for latencies.
    """

    name: str
    of: Callable[[Outcome], float | None]
    combine: Callable[[Sequence[float]], float] = fmean
    higher_is_better: bool = True

    def values(self, outcomes: Sequence[Outcome]) -> list[float | None]:
        """One value an outcome."""
        return [self.of(outcome) for outcome in outcomes]

    def figure(self, outcomes: Sequence[Outcome]) -> float | None:
        """The system's figure; None where no question bears on it."""
        values = [value for value in self.values(outcomes) if value is not None]
        return self.combine(values) if values else None
