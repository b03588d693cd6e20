"""Latency of one answer in milliseconds, warm: median (p50) and 95th percentile (p95).

Wall time from the question to the whole answer, after one unmeasured question that loads the
models; the percentile interpolates between ranks (Hyndman and Fan's definition 7, 1996).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles

from eval.measures.base import Measure
from eval.outcome import Outcome


def _milliseconds(outcome: Outcome) -> float | None:
    return outcome.milliseconds


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


P50 = Measure("p50_ms", _milliseconds, median, higher_is_better=False)
P95 = Measure("p95_ms", _milliseconds, _p95, higher_is_better=False)
