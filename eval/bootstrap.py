"""Whether B is better than A on the same questions: paired bootstrap.

Questions are drawn with replacement; the interval holds the middle 95 % of the differences
of the means, the p-value is two-sided (Efron and Tibshirani, "An Introduction to the
Bootstrap", 1993; paired over topics as in Sakai, "Evaluating evaluation metrics based on
the bootstrap", SIGIR 2006). Computed by scipy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import bootstrap

from eval.measures.base import Measure
from eval.outcome import Outcome

_RESAMPLES = 5000
_SEED = 20240229


@dataclass(frozen=True, slots=True)
class Difference:
    """B minus A on one measure.

    Attributes:
        low, high: 95 % confidence interval of the difference.
        p: Two-sided p-value; 1 where there is no difference at all.
        questions: How many questions bear on the measure for both.
    """

    measure: str
    a: float
    b: float
    low: float
    high: float
    p: float
    questions: int

    @property
    def significant(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


def difference(measure: Measure, a: Sequence[Outcome], b: Sequence[Outcome]) -> Difference | None:
    """Compare two systems' outcomes over the same questions, pair by pair.

    Returns:
        None where fewer than two questions bear on the measure for both.
    """
    pairs = [
        (one, other)
        for one, other in zip(measure.values(a), measure.values(b), strict=True)
        if one is not None and other is not None
    ]
    if len(pairs) < 2:
        return None
    first, second = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    deltas = second - first
    if not np.any(deltas != deltas[0]):
        low = high = float(deltas[0])
        p = 1.0 if low == 0 else 0.0
    else:
        result = bootstrap(
            (deltas,),
            np.mean,
            n_resamples=_RESAMPLES,
            method="percentile",
            rng=np.random.default_rng(_SEED),
        )
        low, high = (float(end) for end in result.confidence_interval)
        below = float(np.mean(result.bootstrap_distribution <= 0))
        above = float(np.mean(result.bootstrap_distribution >= 0))
        p = min(1.0, 2 * min(below, above))
    return Difference(
        measure=measure.name,
        a=float(first.mean()),
        b=float(second.mean()),
        low=low,
        high=high,
        p=p,
        questions=len(pairs),
    )
