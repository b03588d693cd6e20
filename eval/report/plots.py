"""Plots of a run as SVG text, drawn by matplotlib."""

from __future__ import annotations

import io

import matplotlib

matplotlib.use("svg")

from matplotlib.figure import Figure

from eval.measures.all import BY_NAME
from eval.outcome import Outcome
from eval.run import Run

#: The measures by which systems are compared at a glance.
_HEADLINE = (
    "recall@5",
    "mrr",
    "pinpoint_precision",
    "pinpoint_recall",
    "refusal_precision",
    "refusal_recall",
)
_BY_KIND = "pinpoint_recall"

#: Inches across: what fills the page's column.
_WIDTH = 12.0


def headline_plot(run: Run) -> str:
    """Bars: the headline measures of every system."""
    rows = {
        system: [run.figures(system)[name] or 0.0 for name in _HEADLINE] for system in run.outcomes
    }
    return _bars(list(_HEADLINE), rows, "share")


def kind_plot(run: Run) -> str:
    """Bars: what each kind of question got, by system; refusals for unanswerable kinds."""
    kinds = sorted({o.question.kind for rows in run.outcomes.values() for o in rows})
    rows = {
        system: [_share([o for o in outcomes if o.question.kind == kind]) for kind in kinds]
        for system, outcomes in run.outcomes.items()
    }
    return _bars(kinds, rows, f"{_BY_KIND} (unanswerable: refusal_recall)")


def latency_plot(run: Run) -> str:
    """Boxes: milliseconds of an answer, by system."""
    figure = Figure(figsize=(_WIDTH, 1 + 0.35 * len(run.outcomes)), layout="constrained")
    axes = figure.subplots()
    axes.invert_yaxis()  # the first system on top, as in the tables
    columns = [[outcome.milliseconds for outcome in rows] for rows in run.outcomes.values()]
    axes.boxplot(columns, orientation="horizontal", tick_labels=list(run.outcomes), showfliers=True)
    axes.set_xscale("log")
    axes.set_xlabel("milliseconds an answer")
    return _svg(figure)


def _share(outcomes: list[Outcome]) -> float:
    found = BY_NAME[_BY_KIND].figure(outcomes)
    return (BY_NAME["refusal_recall"].figure(outcomes) or 0.0) if found is None else found


def _bars(groups: list[str], rows: dict[str, list[float]], label: str) -> str:
    figure = Figure(figsize=(_WIDTH, 4), layout="constrained")
    axes = figure.subplots()
    width = 0.8 / max(1, len(rows))
    colours = matplotlib.colormaps["tab20" if len(rows) > 10 else "tab10"]
    for place, (system, values) in enumerate(rows.items()):
        places = [g + place * width for g in range(len(groups))]
        axes.bar(places, values, width, label=system, color=colours(place))
    middles = [g + 0.4 - width / 2 for g in range(len(groups))]
    axes.set_xticks(middles, groups, rotation=25, ha="right", rotation_mode="anchor")
    axes.margins(x=0.01)
    axes.grid(axis="y", alpha=0.3)
    axes.set_axisbelow(True)
    axes.set_ylim(0, 1.02)
    axes.set_ylabel(label, fontsize=9)
    figure.legend(loc="outside right upper", fontsize=9, frameon=False)
    return _svg(figure)


def _svg(figure: Figure) -> str:
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :]
