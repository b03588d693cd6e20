"""Progress bars on stderr, one a system."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TimeRemainingColumn

from eval.run import Progress as Report


@contextmanager
def progress_bars() -> Iterator[Report]:
    """Give a callback that draws; nothing is drawn where stderr is no terminal."""
    console = Console(stderr=True)
    tasks: dict[str, TaskID] = {}
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:

        def report(system: str, done: int, total: int) -> None:
            if system not in tasks:
                tasks[system] = bars.add_task(system, total=total)
            bars.update(tasks[system], completed=done)

        yield report
