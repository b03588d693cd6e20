"""``decisions ingest``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.options import IndexOption, JsonOption


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders to read.")],
    as_json: JsonOption = False,
    index: IndexOption = None,
) -> None:
    """Read files and folders into the library and index them.

    What has not changed is left alone. Files that cannot be read do not stop the others;
    then the exit status is 1.
    """
