"""``decisions refs``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.options import CsvOption, IndexOption, JsonOption

if TYPE_CHECKING:
    from ingest.links import Link, Wanted

_LINKS = ("from", "to", "kind", "in_corpus")
_MISSING = ("document", "mentions", "title", "where to look")


def refs(
    reference: Annotated[
        str | None,
        typer.Argument(
            metavar="REFERENCE", help="Only links from and to this place, such as BC-14/21."
        ),
    ] = None,
    missing: Annotated[
        bool,
        typer.Option("--missing", help="Only documents not in the corpus, most wanted first."),
    ] = False,
    csv: CsvOption = None,
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """List what refers to what, or the documents that are missing."""
    from ingest import links
    from ingest.catalogue import load_catalogue
    from ingest.library import Library
    from ingest.settings import load_settings
    from ui.cli.named import there_or_elsewhere
    from ui.cli.output import write_json

    settings = load_settings(index)
    library, catalogue = Library(settings.index), load_catalogue(settings.catalogue)
    if reference is not None:
        there_or_elsewhere(library, reference)
    found = links.refs(library, catalogue, reference, missing)
    if as_json:
        write_json({"references": [link.as_json() for link in found]})
    if as_json and csv is None:
        return
    if missing:
        names = {link.target.split(",")[0] for link in found}
        header, rows = _MISSING, _missing_rows(links.wanted(library, catalogue), names)
    else:
        header, rows = _LINKS, _link_rows(found)
    if csv is not None:
        from ui.cli.csvfile import write_csv

        write_csv(csv, header, rows)
    if not as_json:
        _show(header, rows)


def _link_rows(found: Sequence[Link]) -> list[tuple[str, ...]]:
    return [
        (link.source, link.target, link.kind, "yes" if link.in_corpus else "no") for link in found
    ]


def _missing_rows(wanted: Sequence[Wanted], names: set[str]) -> list[tuple[str, ...]]:
    """Rows of the documents that one of the names stands for."""
    return [
        (" – ".join(one.symbols), str(one.mentions), one.title, one.page)
        for one in wanted
        if names & set(one.symbols)
    ]


def _show(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.table import Table

    from ui.cli.output import clean, console

    if not rows:
        console().print("Nothing.")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in header:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(clean(cell) for cell in row))
    console().print(table)
