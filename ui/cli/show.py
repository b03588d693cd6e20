"""``decisions show``."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.options import IndexOption, JsonOption


def show(
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REFERENCE", help="A place, as people write it: 'BC-14/21, para. 6 (d)'."
        ),
    ],
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Show a paragraph with its chapeau, neighbours, footnotes and links."""
    from assistant.assistant import open_assistant
    from ingest.settings import load_settings
    from ui.cli.output import console, write_json

    shown = open_assistant(load_settings(index)).show(reference)
    if as_json:
        write_json(shown.as_json())
        return
    from ui.cli.place import place_lines

    console().print(place_lines(shown))
