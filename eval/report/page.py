"""A run as one self-contained page of HTML."""

from __future__ import annotations

from itertools import combinations

from jinja2 import Environment, PackageLoader, StrictUndefined

from eval.bootstrap import Difference, difference
from eval.measures.all import MEASURES
from eval.report.failures import failures
from eval.report.plots import headline_plot, kind_plot, latency_plot
from eval.report.table import shown
from eval.run import Run


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
            f"{a} → {b}": differences(run, a, run, b) for a, b in combinations(run.outcomes, 2)
        },
        failures={system: failures(run, system) for system in run.outcomes},
    )


def differences(run_a: Run, a: str, run_b: Run, b: str) -> list[Difference]:
    """B minus A on every measure that both were asked for, over the questions of both."""
    by_id = {outcome.question.id: outcome for outcome in run_b.outcomes[b]}
    shared = [outcome for outcome in run_a.outcomes[a] if outcome.question.id in by_id]
    other = [by_id[outcome.question.id] for outcome in shared]
    found = (difference(measure, shared, other) for measure in MEASURES)
    return [row for row in found if row is not None]
