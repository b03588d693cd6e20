"""``decisions actions``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.options import CsvOption, IndexOption, JsonOption, WhereOption, XlsxOption, read_where

if TYPE_CHECKING:
    from ingest.acts import Act


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
    conditions = read_where(where)
    from assistant import actions as table
    from ingest.library import Library
    from ingest.settings import load_settings
    from ui.cli.named import labels_of
    from ui.cli.output import write_json

    with Library(load_settings(index).index) as library:
        labels = [label for one in references or () for label in labels_of(library, one)]
        acts = table.find_actions(library, labels, conditions)
    if csv is not None:
        table.write_csv(acts, csv)
    if xlsx is not None:
        table.write_xlsx(acts, xlsx)
    if as_json:
        write_json(table.as_json(acts))
    else:
        _show(acts)


def _show(acts: Iterable[Act]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from ui.cli.output import clean, console

    shown = console()
    for act in acts:
        asked = f" → {act.addressee}" if act.addressee else ""
        who = f"{act.actor}: {act.verb}" if act.actor else act.verb
        shown.print(Text.assemble((clean(act.label), "cyan"), "  ", (clean(who + asked), "bold")))
        for line in (act.act, *_when(act)):
            if line:
                shown.print(Padding(Text(clean(line)), (0, 0, 0, 4)))


def _when(act: Act) -> Iterable[str]:
    if act.deadline:
        yield f"When: {act.deadline}"
    if act.condition:
        yield f"Condition: {act.condition}"
