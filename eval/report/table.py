"""Tables for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from eval.bootstrap import Difference
from eval.measures.all import MEASURES
from eval.run import Run


def shown(value: float | None, name: str) -> str:
    """A figure as text: shares with three digits, milliseconds with one, none as a dash."""
    if value is None:
        return "–"
    return f"{value:.1f}" if name.endswith("_ms") else f"{value:.3f}"


def run_table(run: Run) -> Table:
    """Measures down, systems across."""
    count = len(next(iter(run.outcomes.values()), ()))
    table = Table(title=f"{run.suite}: {count} questions")
    table.add_column("measure")
    figures = {system: run.figures(system) for system in run.outcomes}
    for system in figures:
        table.add_column(system, justify="right")
    for measure in MEASURES:
        values = [figures[system][measure.name] for system in figures]
        if any(value is not None for value in values):
            table.add_row(measure.name, *(shown(value, measure.name) for value in values))
    return table


def comparison_table(a: str, b: str, differences: Sequence[Difference]) -> Table:
    """One row a measure: both figures, the difference and its interval."""
    table = Table(title=f"{a} → {b} (paired bootstrap, 95 %)")
    for column in ("measure", "a", "b", "difference", "interval", "p", "questions"):
        table.add_column(column, justify="left" if column == "measure" else "right")
    for row in differences:
        table.add_row(
            row.measure,
            shown(row.a, row.measure),
            shown(row.b, row.measure),
            f"{row.b - row.a:+.3f}",
            f"{row.low:+.3f} … {row.high:+.3f}",
            f"{row.p:.3f}{' *' if row.significant else ''}",
            str(row.questions),
        )
    return table
