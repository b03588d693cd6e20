"""The table of commands; each is imported only when it is looked at.

The command modules import nothing heavy themselves: what a command works with is imported
inside its function, so that ``decisions --help`` stays quick.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

Command: TypeAlias = TyperCommand | TyperGroup
Resolved: TypeAlias = tuple[str | None, Command | None, list[str]]

#: Name of the command -> ``module:attribute`` of its function, or of a `typer.Typer` with
#: sub-commands. The order is that of the help.
COMMANDS = {
    "ingest": "ui.cli.ingest:ingest",
    "ask": "ui.cli.ask:ask",
    "search": "ui.cli.search:search",
    "show": "ui.cli.show:show",
    "actions": "ui.cli.actions:actions",
    "refs": "ui.cli.refs:refs",
    "parse": "ui.cli.parse:parse",
    "export": "ui.cli.export:export",
    "fetch": "ui.cli.fetch:fetch",
    "doctor": "ui.cli.doctor:doctor",
    "serve": "ui.cli.serve:serve",
    "eval": "eval.cli:app",
}


class Commands(TyperGroup):
    """A group whose members come from the table, on demand."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Command | None:  # type: ignore[override]
        """The command of that name, imported now; None where there is none."""
        if cmd_name not in self.commands and cmd_name in COMMANDS:
            self.commands[cmd_name] = load(cmd_name)
        return cast("Command | None", self.commands.get(cmd_name))

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Resolved:  # type: ignore[override]
        """Load the command that is asked for; where there is none, all, to suggest one."""
        for name in (args[0],) if args[0] in COMMANDS else COMMANDS:
            self.get_command(ctx, name)
        return cast("Resolved", super().resolve_command(ctx, args))


def load(name: str) -> Command:
    """Import one command of the table."""
    module, _, attribute = COMMANDS[name].partition(":")
    target: typer.Typer | Callable[..., None] = getattr(import_module(module), attribute)
    if isinstance(target, typer.Typer):
        command = get_command(target)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name)(target)
        command = get_command(alone)
    command.name = name
    return cast("Command", command)
