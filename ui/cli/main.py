"""Entry point of ``decisions``: exit statuses and one-line errors are made here only."""

from __future__ import annotations

import os
import sys
import traceback
import warnings
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.main import get_command

from ingest.errors import DecisionsError
from ui.cli.output import complain
from ui.cli.registry import Commands

SUCCESS, FAILURE = 0, 1

#: What typer exits with on Ctrl-C.
_INTERRUPTED = 130

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # the rich help takes longer to import than all else together
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"decisions {version('decision-assistant')}")
        raise typer.Exit


@app.callback()
def decisions(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error, and all warnings.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Ask about the decisions of a conference of the parties; get the exact words with a pinpoint.

    Data goes to stdout, progress and warnings to stderr. Exit status: 0 success, 1 a failure
    that is explained in one line, 2 wrong usage.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line, by default this process's own, and give its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = _debugging(words)
    _prepare(debug)
    try:
        return _run(words)
    except BrokenPipeError:
        _silence_stdout()
    except (KeyboardInterrupt, Exception) as error:
        if debug:
            traceback.print_exc()
        complain(_explained(error))
    return FAILURE


def _prepare(debug: bool) -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a poor locale is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    if not debug and not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries' warnings are for us, not for delegates


def _run(words: list[str]) -> int:
    try:
        get_command(app).main(words, prog_name="decisions")
    except SystemExit as leaving:
        if leaving.code == _INTERRUPTED:
            raise KeyboardInterrupt from None
        if leaving.code is None:
            return SUCCESS
        return leaving.code if isinstance(leaving.code, int) else FAILURE
    return SUCCESS


def _explained(error: BaseException) -> str:
    """What is wrong, and the remedy, in one line."""
    if isinstance(error, KeyboardInterrupt):
        return "stopped: run the same command again to go on"
    if isinstance(error, DecisionsError):
        return str(error)
    if isinstance(error, OSError) and error.filename:
        reason = error.strerror or type(error).__name__
        return f"{error.filename}: {reason}: see that it is there and that you may use it"
    what = " ".join(str(error).split()) or "no message"
    return (
        f"unexpected {type(error).__name__} ({what[:300]}): this is a fault of the program; "
        "`decisions --debug …` shows where"
    )


def _debugging(words: Sequence[str]) -> bool:
    """Whether ``--debug`` stands before the command's name."""
    for word in words:
        if not word.startswith("-"):
            return False
        if word == "--debug":
            return True
    return False


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere: the reader of our output has left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
