"""``decisions parse``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.options import IndexOption, JsonOption


def parse(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="PDF, DOCX, HTML, Markdown or text.")
    ],
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Show how a file is read: its decisions, paragraphs and footnotes. No index is touched."""
    from ingest.errors import DecisionsError
    from ingest.pool import parse_files
    from ingest.settings import load_settings
    from ui.cli.output import console, progress_console, write_json

    # In a process that can be killed, as ingest does: a file may be made to hang.
    [(_, parsed)] = parse_files([file], load_settings(index))
    if isinstance(parsed, DecisionsError):  # which file, it does not say itself
        raise type(parsed)(f"{file}: {parsed.message}", parsed.remedy)
    if as_json:
        write_json(parsed.as_json())
        return
    from ui.cli.outline import outline

    notes = progress_console()
    for warning in parsed.warnings:
        notes.print(f"{file}: {warning}")
    for document in parsed.documents:
        console().print(outline(document))
