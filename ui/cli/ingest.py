"""``decisions ingest``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.options import IndexOption, JsonOption

if TYPE_CHECKING:
    from ingest.pipeline import Report


def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Files and folders to read.")
    ] = None,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Build the indexes anew from the library.")
    ] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait for another ingest instead of failing.")
    ] = False,
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Read files and folders into the library and index them.

    What has not changed is left alone; what has gone from a folder is removed. Files that
    cannot be read do not stop the others; then the exit status is 1.
    """
    if not paths and not rebuild:
        raise typer.BadParameter("give a PATH, or --rebuild")
    from ingest import pipeline
    from ingest.settings import load_settings
    from ui.cli.output import complain, write_json
    from ui.cli.progress import showing_progress

    settings = load_settings(index)
    with showing_progress() as progress:
        report = pipeline.ingest(paths or [], settings, progress, wait=wait, rebuild=rebuild)
    for warning in report.warnings:
        complain(f"note: {warning}")
    for path, reason in report.failed:
        complain(f"{path} was not read: {reason}")
    if as_json:
        write_json(report.as_json())
        if report.changed:
            complain(f"note: written to {settings.index.absolute()}")
    else:
        _show(report, settings.index)
    if report.failed:
        raise typer.Exit(1)


def _show(report: Report, index: Path) -> None:
    from rich.table import Table

    from ui.cli.output import clean, console

    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for name, codes in (
        ("added", report.added),
        ("updated", report.updated),
        ("removed", report.removed),
    ):
        if codes:
            table.add_row(name, f"{len(codes):,}", clean(_some(codes)))
    table.add_row("unchanged", f"{report.unchanged:,}", "")
    if report.failed:
        table.add_row("not read", f"{len(report.failed):,}", "")
    table.add_row("documents", f"{report.documents:,}", "in the library now")
    table.add_row("paragraphs", f"{report.paragraphs:,}", "")
    table.add_row("seconds", f"{report.seconds:,.1f}", "")
    if report.changed:
        table.add_row("written to", "", clean(str(index.absolute())))
    console().print(table)


def _some(codes: tuple[str, ...], most: int = 12) -> str:
    rest = f" … and {len(codes) - most} more" if len(codes) > most else ""
    return ", ".join(codes[:most]) + rest
