"""``decisions export``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ui.cli.options import IndexOption


class Form(StrEnum):
    """What can be written."""

    AKN = "akn"
    MARKDOWN = "markdown"
    JSON = "json"


def export(
    reference: Annotated[
        str, typer.Argument(metavar="REFERENCE", help="A decision or document: BC-14/21.")
    ],
    form: Annotated[
        Form, typer.Option("--format", help="Akoma Ntoso XML, Markdown or JSON.")
    ] = Form.AKN,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Instead of stdout.")
    ] = None,
    index: IndexOption = None,
) -> None:
    """Write a document as Akoma Ntoso, Markdown or JSON.

    Akoma Ntoso 3.0 is the UN's own standard for such documents.
    """
    from ingest.export import export as exported
    from ingest.library import Library
    from ingest.settings import load_settings
    from ui.cli.csvfile import cannot_write
    from ui.cli.named import document_of
    from ui.cli.output import write_text

    text = exported(document_of(Library(load_settings(index).index), reference), form.value)
    if output is None:
        write_text(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise cannot_write(output, error) from None
