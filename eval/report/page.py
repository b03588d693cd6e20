"""A run as one self-contained page of HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from jinja2 import Environment, PackageLoader, StrictUndefined

from eval.bootstrap import Difference, difference
from eval.measures.all import MEASURES
from eval.measures.latency import P50, P95
from eval.report.failures import failures
from eval.report.plots import headline_plot, kind_plot, latency_plot
from eval.report.table import shown
from eval.run import Run

#: Of so many systems at most, any two are compared on the page.
_ALL_PAIRS = 4


def page(run: Run) -> str:
    """The page: figures, plots, differences between systems, every failure."""
    environment = Environment(
        loader=PackageLoader("eval", "report"), autoescape=True, undefined=StrictUndefined
    )
    figures = {system: run.figures(system) for system in run.outcomes}
    return environment.get_template("page.html").render(
        run=run,
        count=len(next(iter(run.outcomes.values()), ())),
        measures=[measure.name for measure in MEASURES],
        figures=figures,
        shown=shown,
        plots={
            "headline": headline_plot(run),
            "kind": kind_plot(run),
            "latency": latency_plot(run),
        },
        comparisons={
            f"{a} → {b}": differences(run, a, run, b) for a, b in compared(list(run.outcomes))
        },
        failures={system: failures(run, system) for system in run.outcomes},
    )


def compared(systems: Sequence[str]) -> list[tuple[str, str]]:
    """Any two systems; of many, each with the first: `eval compare` tells of any other two."""
    if len(systems) > _ALL_PAIRS:
        return [(systems[0], other) for other in systems[1:]]
    return list(combinations(systems, 2))


def differences(run_a: Run, a: str, run_b: Run, b: str) -> list[Difference]:
    """B minus A on every measure that both were asked for, over the questions of both.

    Pair by pair it is means that differ: of latencies there is one row, ``mean_ms``.
    """
    by_id = {outcome.question.id: outcome for outcome in run_b.outcomes[b]}
    shared = [outcome for outcome in run_a.outcomes[a] if outcome.question.id in by_id]
    other = [by_id[outcome.question.id] for outcome in shared]
    found = (difference(measure, shared, other) for measure in MEASURES if measure is not P95)
    named = {P50.name: "mean_ms"}
    return [
        replace(row, measure=named.get(row.measure, row.measure))
        for row in found
        if row is not None
    ]
