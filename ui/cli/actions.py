"""``decisions actions``."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.options import CsvOption, IndexOption, JsonOption, WhereOption, XlsxOption, read_where


def actions(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="REFERENCE", help="Only these places, such as BC-14/21."),
    ] = None,
    where: WhereOption = None,
    csv: CsvOption = None,
    xlsx: XlsxOption = None,
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """List who is asked to do what, by when, on what condition."""
    read_where(where)
