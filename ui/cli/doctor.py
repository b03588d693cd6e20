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
    from ingest.settings import load_settings
    from ui.cli.output import complain, write_json

    found = examine(load_settings(index))
    if as_json:
        write_json(found.as_json())
    else:
        _show(found.findings, f"{found.documents:,} documents, {found.paragraphs:,} paragraphs")
    if found.findings:
        complain(f"{len(found.findings):,} findings: each is printed with its remedy")
        raise typer.Exit(1)


def _show(findings: tuple[Finding, ...], looked_at: str) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from ui.cli.output import clean, console

    shown = console()
    for finding in findings:
        shown.print(Text.assemble((f"{finding.severity}: ", "bold"), clean(finding.message)))
        shown.print(Padding(Text(clean(finding.remedy), style="dim"), (0, 0, 0, 4)))
    shown.print(f"Nothing wrong in {looked_at}." if not findings else f"Looked at {looked_at}.")
