"""Write ``docs/cli.md`` from the commands' own help: ``python -m ui.cli.docs``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

from ui.cli.registry import Command

#: Columns of the help, so that the file is the same wherever it is made.
_WIDTH = 88

_HEAD = """\
# The commands

Written by `make docs` from the commands' own help; a test keeps it current.
The forms of their JSON are in the README.
"""


def manual() -> str:
    """The whole file."""
    from ui.cli.main import app

    sections = (
        f"\n## {name}\n\n```text\n{text.strip()}\n```\n"
        for name, text in _helps(cast("Command", get_command(app)), "decisions", None)
    )
    return _HEAD + "".join(sections)


def _helps(command: Command, name: str, above: typer.Context | None) -> Iterator[tuple[str, str]]:
    context = typer.Context(
        command,
        info_name=name.rsplit(" ", 1)[-1],
        parent=above,
        terminal_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield name, command.get_help(context)
    if isinstance(command, TyperGroup):
        for member in command.list_commands(context):
            below = cast("Command", command.get_command(context, member))
            yield from _helps(below, f"{name} {member}", context)


if __name__ == "__main__":
    Path("docs").mkdir(exist_ok=True)
    Path("docs/cli.md").write_text(manual(), encoding="utf-8")
