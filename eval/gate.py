"""Floors under the measures, for CI: ``--fail-under measure=value``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eval.measures.all import BY_NAME
from ingest.errors import SuiteInvalid


def parse_floors(texts: Iterable[str]) -> dict[str, float]:
    """``recall@5=0.85`` … by measure; for latencies the value is a ceiling.

    Raises:
        SuiteInvalid: A measure that does not exist, or no number.
    """
    floors: dict[str, float] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if name not in BY_NAME:
            raise SuiteInvalid(f"no measure {name!r}", f"one of: {', '.join(BY_NAME)}")
        try:
            floors[name] = float(value)
        except ValueError:
            raise SuiteInvalid(f"{value!r} is no number", f"write {name}=0.9") from None
    return floors


def shortfalls(figures: Mapping[str, float | None], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure on the wrong side of its floor; a missing figure is one."""
    lines = []
    for name, floor in floors.items():
        value = figures.get(name)
        higher = BY_NAME[name].higher_is_better
        if value is None or (value < floor if higher else value > floor):
            wanted = f"{'at least' if higher else 'at most'} {floor}"
            lines.append(f"{name} is {'missing' if value is None else round(value, 4)}, {wanted}")
    return lines
