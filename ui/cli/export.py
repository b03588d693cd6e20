"""``decisions export``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.options import IndexOption

if TYPE_CHECKING:
    from ingest.library import Library
    from ingest.model import Document


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
    from ui.cli.output import write_text

    text = exported(_document(Library(load_settings(index).index), reference), form.value)
    if output is None:
        write_text(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise cannot_write(output, error) from None


def _document(library: Library, reference: str) -> Document:
    """By its code or a symbol, or as people write it ("decision BC 14/21")."""
    from ingest.citations import find_citations
    from ingest.errors import UnknownReference

    names = [reference.strip()]
    names += [cited.document for cited in find_citations(reference) if cited.document]
    for name in names:
        if document := library.document(name):
            return document
    raise UnknownReference(f"no document {reference!r} in the library", "`decisions ingest` it")
