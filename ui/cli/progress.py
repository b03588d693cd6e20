"""Progress on stderr, where somebody can see it: what is done, how fast, how long still."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from ui.cli.output import progress_console

#: What each step of an ingest counts.
_UNITS = {"reading": "files", "encoding": "passages", "indexing": "paragraphs"}


class _Rate(TextColumn):
    """So many a second."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f} {task.fields['unit']}/s" if speed else "")


@contextlib.contextmanager
def showing_progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows which step has done how much of how much.

    Where stderr is no terminal, nothing is shown.
    """
    console = progress_console()
    bars = Progress(
        TextColumn("{task.description:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    tasks: dict[str, TaskID] = {}

    def show(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bars.add_task(step, total=total, unit=_UNITS.get(step, ""))
        bars.update(tasks[step], completed=done, total=total)

    with bars:
        yield show
