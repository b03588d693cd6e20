"""``decisions doctor``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from ui.cli.options import IndexOption, JsonOption

if TYPE_CHECKING:
    from ingest.doctor import Finding


def doctor(as_json: JsonOption = False, index: IndexOption = None) -> None:
    """Check the library and its indexes.

    Every finding is printed with its remedy; where there is one, the exit status is 1.
    """
    from ingest.doctor import examine
    from ingest.index import open_index
    from ingest.settings import load_settings
    from ui.cli.output import complain, write_json

    opened = open_index(load_settings(index))
    findings = tuple(examine(opened))
    documents, paragraphs = opened.library.count()
    if as_json:
        write_json(
            {
                "documents": documents,
                "paragraphs": paragraphs,
                "findings": [finding.as_json() for finding in findings],
            }
        )
    else:
        _show(findings, f"{documents:,} documents, {paragraphs:,} paragraphs")
    if findings:
        complain(f"{len(findings):,} findings: each is printed with its remedy")
        raise typer.Exit(1)


def _show(findings: tuple[Finding, ...], looked_at: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from ui.cli.output import clean, console

    shown = console()
    for finding in findings:
        shown.print(Text.assemble((f"{finding.area}: ", "bold"), clean(finding.message)))
        shown.print(Padding(Text(clean(finding.remedy), style="dim"), (0, 0, 0, 4)))
    shown.print(f"Nothing wrong in {looked_at}." if not findings else f"Looked at {looked_at}.")
